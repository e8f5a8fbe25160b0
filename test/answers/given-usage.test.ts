import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceTemplatesOfRegions } from '../../lib/answers/price-templates';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { parseUsage, type UsageInput } from '../../lib/contract/usage-file';
import { usageFileText } from '../../lib/output/usage-file';
import { patternTest } from '../../lib/pricing/usage-selectors';

const QUEUE = { Resources: { Orders: { Type: 'AWS::SQS::Queue' } } };
const STACKS = [templateFrom(QUEUE, 'shop', 'us-east-1'), templateFrom(QUEUE, 'copy', 'eu-west-1')];
const totalWith = (usage: UsageInput) =>
  priceTemplatesOfRegions(STACKS, 'us-east-1', { usage: parseUsage(usage, 'usage') }).estimate.monthlyUsd.mid.toNumber();

test('data transfer of stacks in several regions is counted once, in the region of the estimate', () => {
  // 100 GB are free, then $0.09 per GB: https://aws.amazon.com/ec2/pricing/on-demand/, data transfer.
  expect(totalWith({ network: { internetOutGb: 1_100 } })).toBe(90);
});

test('a logical id of several stacks selects each, and one with the name of its stack selects one', () => {
  // $0.40 per million requests in both regions: https://aws.amazon.com/sqs/pricing/
  expect(totalWith({ Orders: { queueRequests: 1_000_000 } })).toBe(0.8);
  expect(totalWith({ 'copy/Orders': { queueRequests: 1_000_000 } })).toBe(0.4);
});

test('a written file names the stack where a logical id is not enough', () => {
  const { uses } = priceTemplatesOfRegions(STACKS, 'us-east-1');
  const selectors = usageFileText('cdk.out', uses).match(/^ {2}[^\s#].*(?=:$)/gm);
  expect(selectors?.map((text) => text.trim())).toEqual(['shop/Orders', 'network', 'copy/Orders']);
});

test('a pattern matches what a regular expression with .* for * matches', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '/'), maxLength: 8 });
  fc.assert(
    fc.property(text, text, (pattern, name) => {
      const expression = new RegExp(`^${pattern.split('*').join('.*')}$`);
      if (pattern.includes('*')) expect(patternTest(pattern)(name)).toBe(expression.test(name));
    }),
  );
});
