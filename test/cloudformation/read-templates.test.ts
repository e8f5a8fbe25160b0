import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnParameter, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTemplates } from '../../lib/cloudformation/read-templates';
import type { Template } from '../../lib/cloudformation/template-resource';

/** An app with a plain stack, one without a region and a nested stack in it, one without resources and one in a stage. */
function synthesize(outdir: string): void {
  // Metadata that `cdk synth` sets: the construct of a resource, and the file of a nested stack.
  const context = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };
  const app = new App({ outdir, analyticsReporting: false, context });
  const shop = new Stack(app, 'Shop', { env: { region: 'eu-west-1' } });
  new s3.Bucket(new Construct(shop, 'files'), 'Bucket');
  new s3.CfnBucket(shop, 'Plain');
  const inner = new NestedStack(shop, 'Inner', { parameters: { Type: 'm5.large', Zone: shop.region } });
  const type = new CfnParameter(inner, 'Type', { default: 't3.micro' }).valueAsString;
  const zone = new CfnParameter(inner, 'Zone', { default: 'nowhere' }).valueAsString;
  new ec2.CfnInstance(new Construct(inner, 'machines'), 'Host', { instanceType: type, availabilityZone: zone, imageId: 'ami-1' });
  new s3.CfnBucket(new Stack(app, 'Anywhere'), 'Bucket');
  new Stack(app, 'Empty');
  const stage = new Stage(app, 'Prod', { env: { region: 'us-west-2' } });
  new s3.CfnBucket(new Construct(new Stack(stage, 'Web'), 'assets'), 'Bucket');
  app.synth();
}

describe('a cdk.out folder', () => {
  let folder = '';
  let templates: readonly Template[] = [];
  const named = (name: string) => templates.find((template) => template.name === name);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cdk.out-'));
    synthesize(folder);
    templates = readTemplates(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('has all stacks, those of stages and nested ones too, each with its region where it is known', () => {
    const withoutHash = (name: string) => name.replace(/[0-9A-F]{8}$/, '');
    expect(templates.map(({ name, region, resources }) => [withoutHash(name), region, resources.length]).sort()).toEqual([
      ['Anywhere', undefined, 1],
      ['Empty', undefined, 0],
      ['ProdWeb', 'us-west-2', 1],
      ['Shop', 'eu-west-1', 3],
      ['Shop/InnerNestedStackInnerNestedStackResource', 'eu-west-1', 1],
    ]);
  });

  test('component and path are those below the stack', () => {
    expect(named('Shop')?.resources.map(({ component, path }) => [component, path])).toEqual([
      ['files', 'files/Bucket/Resource'],
      ['Plain', 'Plain'],
      ['Inner', 'Inner.NestedStack/Inner.NestedStackResource'],
    ]);
    const inStage = templates.find(({ region }) => region === 'us-west-2');
    expect(inStage?.resources.map(({ component, path }) => [component, path])).toEqual([['assets', 'assets/Bucket']]);
  });

  test('a nested stack takes the values that its parent passes, and its place in the parent names its template', () => {
    const reference = named('Shop')?.resources.find(({ type }) => type === 'AWS::CloudFormation::Stack');
    const nested = named(reference?.nestedTemplate ?? 'none');
    expect(nested?.resources[0]).toMatchObject({
      component: 'Inner',
      path: 'Inner/machines/Host',
      properties: { InstanceType: 'm5.large', AvailabilityZone: 'eu-west-1' },
    });
  });

  test('a template file of it can be read alone, with its nested stacks but without a region', () => {
    const alone = readTemplates(join(folder, 'Shop.template.json'));
    expect(alone.map(({ region, resources }) => [region, resources.length])).toEqual([
      [undefined, 3],
      [undefined, 1],
    ]);
  });

  test('a nested stack whose file is missing is not listed as read', () => {
    const lone = mkdtempSync(join(tmpdir(), 'lone-'));
    const [shop] = readTemplates(join(folder, 'Shop.template.json'));
    writeFileSync(join(lone, 'Shop.template.json'), JSON.stringify(shop?.raw));
    const [template, ...others] = readTemplates(join(lone, 'Shop.template.json'));
    expect(others).toEqual([]);
    expect(template?.resources.find(({ type }) => type === 'AWS::CloudFormation::Stack')?.nestedTemplate).toBeUndefined();
    expect(readdirSync(lone)).toEqual(['Shop.template.json']);
    rmSync(lone, { recursive: true });
  });
});
