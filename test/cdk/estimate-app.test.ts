import { App, Duration, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { CfnNatGateway } from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { estimate, InputError } from '../../lib';
import { totalOf } from '../support/totals';

const IRELAND = { env: { account: '111111111111', region: 'eu-west-1' } };
const newApp = () => new App({ analyticsReporting: false, builtinCloudFormationValidation: false });

/** A NAT gateway costs 730 h × $0.045/h = $32.85/month in us-east-1, 730 h × $0.048/h = $35.04 in eu-west-1: https://aws.amazon.com/vpc/pricing/ */
const gateway = (scope: Construct, id = 'Gateway') => new CfnNatGateway(scope, id, { subnetId: 'subnet-1', connectivityType: 'private' });

describe('the estimate of an app', () => {
  test('contains all stacks, those of stages and nested ones too, each in its own region', () => {
    const app = newApp();
    gateway(new Stack(app, 'Network'));
    const stage = new Stage(app, 'Prod');
    const shop = new Stack(stage, 'Shop', IRELAND);
    gateway(shop);
    const inner = new NestedStack(shop, 'Inner');
    gateway(inner);
    expect(totalOf(estimate(app))).toBe(32.85 + 2 * 35.04);
    expect(totalOf(estimate(stage))).toBe(2 * 35.04);
    expect(totalOf(estimate(shop))).toBe(2 * 35.04);
    expect(totalOf(estimate(inner))).toBe(35.04);
    expect(estimate(app).resources.unpriced).toBe(0);
  });

  test('contains the changes since the last estimate', () => {
    const app = newApp();
    const stack = new Stack(app, 'Shop');
    gateway(stack);
    expect([estimate(app), estimate(stack), estimate(app)].map(totalOf)).toEqual([32.85, 32.85, 32.85]);
    const second = gateway(stack, 'Second');
    expect([estimate(stack), estimate(app)].map(totalOf)).toEqual([65.7, 65.7]);
    // A property that changes adds no construct, so that the CDK would return the templates of its first synthesis.
    const handler = new lambda.CfnFunction(stack, 'Handler', { code: { zipFile: 'a' }, role: 'arn:aws:iam::1:role/a', memorySize: 128 });
    const memory = () => estimate(app).lineItems.find(({ kind }) => kind === 'function-gb-seconds')?.name;
    expect(memory()).toBe('Lambda duration (x86, 128 MB)');
    handler.memorySize = 1024;
    expect(memory()).toBe('Lambda duration (x86, 1024 MB)');
    stack.node.tryRemoveChild(second.node.id);
    expect(totalOf(estimate(app))).toBe(32.85);
    expect(Object.keys(app.synth().getStackByName('Shop').template.Resources)).toEqual(['Gateway', 'Handler']);
  });

  // Standard queues cost $0.40 per million requests: https://aws.amazon.com/sqs/pricing/
  test('has usage by the path of a construct, and components of each stack', () => {
    const app = newApp();
    const queues = ['Shop', 'Bank'].map(
      (name) => new sqs.Queue(new Stack(app, name), 'Orders', { visibilityTimeout: Duration.minutes(1) }),
    );
    const found = estimate(app, { usage: { 'Shop/Orders': { queueRequests: 5_000_000 } } });
    expect(found.lineItems.filter(({ kind }) => kind === 'queue-requests').map(({ monthlyUsd }) => monthlyUsd.mid.toNumber())).toEqual([
      2, 0,
    ]);
    expect(new Set(found.lineItems.flatMap(({ resource, component }) => (resource === null ? [] : [component])))).toEqual(
      new Set(['Orders']),
    );
    expect(() => estimate(app, { usage: { 'Shop/Order': { queueRequests: 1 } } })).toThrow('Did you mean "Shop/Orders"?');
    expect(queues.map((queue) => queue.node.metadata)).toEqual([[], []]);
  });

  test('is refused without stacks', () => {
    expect(() => estimate(newApp())).toThrow(InputError);
  });
});
