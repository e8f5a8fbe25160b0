import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { estimateBlueprint } from '../../lib/answers/estimate-blueprint';

// https://aws.amazon.com/s3/pricing/: transitions into S3 Standard-IA cost $0.01 per 1,000 objects in us-east-1.
test('files that move to Infrequent Access have one paid transition for each upload', () => {
  const { lineItems } = estimateBlueprint(blueprintFor({ system: 'aiva', tier: 'medium' })).estimate;
  const ofFiles = lineItems.filter(({ component }) => component === 'files');
  const uploads = ofFiles.find((item) => 'sku' in item && item.sku === 's3/put');
  const transitions = ofFiles.find((item) => 'sku' in item && item.sku === 's3/standard-ia/transitions');
  // 21,900 uploads a month: 21.9 × $0.01.
  expect(JSON.parse(JSON.stringify(transitions))).toMatchObject({
    quantity: { mid: '21.9' },
    unitPriceUsd: '0.01',
    monthlyUsd: { mid: '0.22' },
  });
  expect(transitions).toHaveProperty('quantity', uploads && 'quantity' in uploads && uploads.quantity);
});
