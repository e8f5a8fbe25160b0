import { existsSync } from 'node:fs';
import { App, FileSystem, Stage } from 'aws-cdk-lib';
import { CfnSecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { describe, expect, test, vi } from 'vitest';
import { createApp, synthesize } from '../../lib/aws/app';
import { BlueprintStack } from '../../lib/aws/blueprint-stack';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { BLUEPRINTS, blueprintOf, database, fargate, small, veryLarge } from '../support/blueprints';
import { findingsOf } from '../support/findings';
import { rawTemplateOf } from '../support/templates';

const named = Object.entries(BLUEPRINTS);

describe.each(named)('the stack of %s', (_name, blueprint) => {
  test('has no unacknowledged finding of AwsSolutions', () => {
    expect(findingsOf(blueprint, { nag: true })).toBe('');
  });

  test('is the same, byte for byte, when it is synthesized again', () => {
    expect(JSON.stringify(synthesize(blueprint)[0]?.template)).toBe(JSON.stringify(rawTemplateOf(blueprint)));
  });

  test('has no parameters and no rules', () => {
    expect(Object.keys(rawTemplateOf(blueprint)).sort()).toEqual(['Description', 'Metadata', 'Outputs', 'Resources']);
  });
});

describe('the checks themselves', () => {
  const openGroup = (stack: BlueprintStack) =>
    new CfnSecurityGroup(stack, 'Open', {
      groupDescription: 'open',
      securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '0.0.0.0/0' }],
    });

  test('AwsSolutions finds an open security group', () => {
    expect(findingsOf(small, { nag: true, spoil: openGroup })).toContain('AwsSolutions-EC23');
  });
});

describe('the declaration of a template', () => {
  const metadata = (blueprint: Blueprint) =>
    (rawTemplateOf(blueprint).Metadata as Record<string, Record<string, unknown>>)['sizing-blueprints'];

  test('contains system, tier and options, without the budget', () => {
    expect(metadata(veryLarge)).toMatchObject({
      version: 1,
      system: 'shop',
      tier: 'very-large',
      options: { gpu: 'a10g', readReplicas: 2 },
    });
    const budgeted = { ...small, options: { ...small.options, budget: 100 } };
    expect(metadata(budgeted)).toEqual(metadata(small));
  });

  test('contains usage and external services, with amounts as strings', () => {
    expect(metadata(small)?.usage).toEqual([
      {
        component: 'entry',
        key: 'processedGbPerHour',
        quantity: { low: '0', mid: '0.25', high: '1' },
        basis: { kind: 'stated', text: 'a test says so' },
      },
    ]);
    expect(metadata(small)?.externals).toEqual([
      {
        id: 'model-api',
        name: 'Model API',
        unit: 'users',
        quantity: { low: '10', mid: '18.5', high: '25' },
        unitPriceUsd: { low: '0.5', high: '2' },
        source: 'a test',
        asOf: '2025-11-01',
      },
    ]);
  });
});

describe('the stack', () => {
  test('has a name without the tier, and a region but no account', () => {
    const stack = new BlueprintStack(createApp(), undefined, { blueprint: veryLarge });
    expect(stack.stackName).toBe('shop-test');
    expect(stack.region).toBe('us-east-1');
    expect(stack.environment).toBe('aws://unknown-account/us-east-1');
  });

  test('is identical, byte for byte, in an app with other feature flags', () => {
    const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false });
    const stack = new BlueprintStack(app, undefined, { blueprint: fargate });
    const { template } = app.synth().getStackArtifact(stack.artifactId);
    expect(JSON.stringify(template)).toBe(JSON.stringify(rawTemplateOf(fargate)));
  });

  test('can be used in a stage', () => {
    const app = createApp({ builtinCloudFormationValidation: false });
    const stage = new Stage(app, 'Prod');
    new BlueprintStack(stage, 'Shop', { blueprint: small });
    expect(stage.synth().stacks.map(({ stackName }) => stackName)).toEqual(['Prod-Shop']);
  });
});

test('synthesize leaves no files behind, even when it fails', () => {
  const folders: string[] = [];
  const spy = vi.spyOn(FileSystem, 'mkdtemp');
  synthesize(small);
  expect(() => synthesize(blueprintOf({ components: [database({ pooler: 'pgbouncer' })] }))).toThrow();
  for (const { value } of spy.mock.results) folders.push(String(value));
  spy.mockRestore();
  expect(folders.length).toBeGreaterThanOrEqual(2);
  for (const folder of folders) expect(existsSync(folder)).toBe(false);
});
