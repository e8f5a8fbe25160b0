import { App, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { expect, test } from 'vitest';
import { declareUsage, estimate } from '../../lib';
import { lineReason } from '../../lib/output/line-reasons';

const REGION = { env: { account: '111111111111', region: 'us-east-1' } };

const shop = () => {
  const stack = new Stack(new App(), 'Shop', REGION);
  const orders = new Construct(stack, 'Orders');
  return {
    stack,
    incoming: new sqs.Queue(orders, 'Incoming'),
    failed: new sqs.Queue(orders, 'Failed'),
    files: new s3.Bucket(stack, 'Files'),
  };
};

const queueUsd = (found: ReturnType<typeof estimate>) =>
  found.lineItems.flatMap(({ kind, monthlyUsd }) => (kind === 'queue-requests' ? [monthlyUsd.mid.toNumber()] : []));

// Standard queues cost $0.40 per million requests in us-east-1: https://aws.amazon.com/sqs/pricing/
test.each([
  ['the path of a construct', { 'Orders/Failed': { queueRequests: 5_000_000 } }, [0, 2]],
  ['the path with the stack', { 'Shop/Orders/Failed': { queueRequests: 5_000_000 } }, [0, 2]],
  ['the type', { 'AWS::SQS::Queue': { queueRequests: 5_000_000 } }, [2, 2]],
  ['a pattern of paths', { 'Orders/F*': { queueRequests: 5_000_000 } }, [0, 2]],
  // The amount of a construct is that of all its resources together.
  ['a construct around them', { Orders: { queueRequests: 5_000_000 } }, [2, 0]],
  ['the nearest of several', { Orders: { queueRequests: 5_000_000 }, 'Orders/Failed': { queueRequests: 10_000_000 } }, [2, 4]],
])('usage by %s', (_, usage, expected) => {
  expect(queueUsd(estimate(shop().stack, { usage }))).toEqual(expected);
});

test('unknown usage is refused in code as well', () => {
  expect(() => estimate(shop().stack, { usage: { 'Orders/Faild': { queueRequests: 1 } } })).toThrow('Did you mean "Orders/Failed"?');
  expect(() => estimate(shop().stack, { usage: { Files: { queueRequests: 1 } } })).toThrow('no price of Files depends on it');
});

test('usage beside a construct is part of its template', () => {
  const { stack, files } = shop();
  declareUsage(files, { storedGb: [100, 400], putRequests: 2_000_000, getRequests: 0 }, 'the invoice of March');
  const lines = estimate(stack).lineItems.filter(({ type }) => type === 'AWS::S3::Bucket');
  // 200 GB × $0.023 and 2,000 × 1,000 requests × $0.005: https://aws.amazon.com/s3/pricing/
  expect(lines.map(({ monthlyUsd: { mid } }) => mid.toNumber())).toEqual([4.6, 10, 0]);
  expect(lines.map(lineReason)).toEqual(Array.from({ length: 3 }, () => 'the invoice of March'));
  // Given usage counts instead of it.
  const given = estimate(stack, { usage: { Files: { storedGb: 1_000 } } }).lineItems.find(
    ({ kind }) => kind === 'object-storage-gb-months',
  );
  expect([given?.monthlyUsd.mid.toNumber(), given && lineReason(given)]).toEqual([23, 'given for Files']);
});

test('declared usage that no price depends on is refused', () => {
  const { stack, incoming } = shop();
  declareUsage(incoming, { queueRequests: 1, storedGb: 5 });
  expect(() => estimate(stack)).toThrow('Orders/Incoming storedGb: no line item counts it');
});

test('a quantity that is not declared beside others makes the price unknown', () => {
  const { stack, files } = shop();
  declareUsage(files, { storedGb: 5 });
  const [line] = estimate(stack).lineItems.filter(({ type }) => type === 'AWS::S3::Bucket');
  expect([line?.state, line && lineReason(line)]).toEqual(['unpriced', expect.stringContaining('but not its putRequests')]);
});

test('invalid declared usage is refused where it is declared', () => {
  const { files } = shop();
  // @ts-expect-error: no such key
  expect(() => declareUsage(files, { storedGB: 1 })).toThrow('Did you mean "storedGb"?');
  expect(() => declareUsage(files, { storedGb: [5, 1] })).toThrow('two numbers, the lower one first');
});

test('usage of a stack is refused where it is declared: quantities are of a construct in it', () => {
  expect(() => declareUsage(shop().stack, { internetOutGb: 10 })).toThrow('Shop is a stack; expected a construct in the stack');
});
