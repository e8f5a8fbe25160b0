import { describe, expect, it } from 'vitest';
import { openPriceBook } from '../../lib/catalog/price-book';
import { DECLARATION_KEY } from '../../lib/contract/key';
import { noCharge } from '../../lib/core/free-reason';
import { EstimateJson, estimateFromJson, estimateToJson } from '../../lib/output/json/estimate';
import { estimateTemplates } from '../../lib/pricing/estimate-template';
import type { Pricer } from '../../lib/pricing/pricer';

const BUCKETS: Pricer = {
  types: ['Test::Bucket'],
  charges: (resource, context) => [
    { kind: 'object-storage-gb-months', sku: 's3/standard/storage', group: 'storage and backup', ...context.usage(resource, 'storedGb') },
  ],
};

const EXTERNAL = {
  id: 'model',
  name: 'Model API',
  unit: 'user',
  quantity: { low: 1, mid: 2, high: 3 },
  unitPriceUsd: { low: 0.1, high: 0.4 },
  source: 'the document',
  asOf: '2025-01-01',
};

const declaration = {
  version: 1,
  usage: [
    { component: 'files', key: 'storedGb', quantity: { low: 1e-7, mid: 1_234.5, high: 2e9 }, basis: { kind: 'stated', text: 'files' } },
  ],
  externals: [EXTERNAL],
};

const resources = ['Test::Bucket', 'Test::Role', 'Test::Odd'].map((type, index) => ({
  id: `R${index}`,
  type,
  properties: {},
  metadata: {},
  component: 'files',
}));

const estimate = estimateTemplates([{ name: 'Test', resources, metadata: { [DECLARATION_KEY]: declaration }, raw: {} }], {
  book: openPriceBook('eu-west-1'),
  pricers: [BUCKETS],
  freeResources: { 'Test::Role': noCharge('identities') },
  vcpuOf: () => undefined,
});

describe('the JSON form of an estimate', () => {
  const json = estimateToJson(estimate);

  it('matches its schema, with all four states, ranges and tiers', () => {
    expect(EstimateJson.parse(JSON.parse(JSON.stringify(json)))).toEqual(json);
    expect(new Set(json.lineItems.map(({ state }) => state))).toEqual(new Set(['usage', 'free', 'unpriced']));
    expect(json.lineItems.some(({ unitPriceRangeUsd }) => unitPriceRangeUsd !== undefined)).toBe(true);
  });

  it('writes money with two places and quantities without exponents', () => {
    const [first] = json.lineItems;
    expect(first?.quantity).toEqual({ low: '0.0000001', mid: '1234.5', high: '51200' });
    expect(first?.unitPriceUsd).toBe('0.023');
    expect(first?.monthlyUsd).toEqual({ low: '0.00', mid: '28.39', high: '1177.60' });
    expect(json.externalMonthlyUsd).toEqual({ low: '0.10', mid: '0.50', high: '1.20' });
  });

  it('comes back as the same estimate', () => {
    expect(estimateToJson(estimateFromJson(EstimateJson.parse(json)))).toEqual(json);
  });

  it('refuses money as a number', () => {
    expect(EstimateJson.safeParse({ ...json, monthlyUsd: { low: 1, mid: 2, high: 3 } }).success).toBe(false);
  });
});
