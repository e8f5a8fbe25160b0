import { describe, expect, it } from 'vitest';
import { openPriceBook } from '../../lib/catalog/price-book';
import { certain } from '../../lib/core/interval';
import { incompleteTexts } from '../../lib/output/incomplete';
import { priceAgeText } from '../../lib/output/price-age';
import { estimateTemplates } from '../../lib/pricing/estimate-template';
import { priceAge } from '../../lib/pricing/price-age';
import type { Pricer } from '../../lib/pricing/pricer';
import { incompleteness, requireComplete } from '../../lib/pricing/require-complete';
import { UnpricedError } from '../../lib/pricing/unpriced-error';
import { estimateOf, line } from '../support/estimates';

const MACHINES: Pricer = {
  types: ['Test::Instance'],
  charges: () => [{ kind: 'instance-hours', details: ['c9g.medium'], sku: 'ec2/c9g.medium', quantity: certain(730), group: 'compute' }],
};

function estimateOfTypes(region: string, types: readonly string[]) {
  const resources = types.map((type, index) => ({ id: `R${index}`, type, properties: {}, metadata: {}, component: 'api' }));
  return estimateTemplates([{ name: 'Test', resources, metadata: {}, raw: {} }], {
    book: openPriceBook(region),
    pricers: [MACHINES],
    freeResources: {},
    vcpuOf: () => undefined,
  });
}

const textsOf = (error: UnpricedError | undefined) => (error === undefined ? [] : incompleteTexts(error));

describe('an estimate that must be complete', () => {
  it('passes when every resource has a price', () => {
    expect(() => requireComplete(estimateOfTypes('us-east-1', ['Test::Instance']))).not.toThrow();
    expect(() => requireComplete(estimateOfTypes('us-east-1', ['Test::Instance']), { strict: true })).not.toThrow();
  });

  it('fails with everything that has none, each with its reason and the way out', () => {
    const error = incompleteness(estimateOfTypes('us-east-1', ['Test::Instance', 'Test::Odd', 'Test::Rare']));
    expect(error).toBeInstanceOf(UnpricedError);
    expect(textsOf(error)).toEqual([
      '2 line items have no price',
      'Test::Odd R1: no pricer knows the type Test::Odd; to exclude it from the estimate, add --allow-unpriced Test::Odd',
      'Test::Rare R2: no pricer knows the type Test::Rare; to exclude it from the estimate, add --allow-unpriced Test::Rare',
    ]);
  });

  it('allows unpriced resources by type or by id only', () => {
    const estimate = estimateOfTypes('us-east-1', ['Test::Odd', 'Test::Rare']);
    expect(() => requireComplete(estimate, { allowUnpriced: ['Test::Odd', 'R1'] })).not.toThrow();
    expect(incompleteness(estimate, { allowUnpriced: ['Test::Odd'] })?.unpriced.map(({ resource }) => resource)).toEqual(['R1']);
    expect(() => requireComplete(estimate, { allowUnpriced: ['test::odd', 'R1'] })).toThrow(UnpricedError);
  });

  it('refuses derived prices only when strict, with their rules', () => {
    const estimate = estimateOfTypes('eu-central-1', ['Test::Instance']);
    expect(() => requireComplete(estimate)).not.toThrow();
    const error = incompleteness(estimate, { strict: true });
    expect(textsOf(error)[0]).toBe('1 line item has a derived price, which --strict refuses');
    expect(textsOf(error)[1]).toMatch(/^Test::Instance R0, Instance hours \(c9g\.medium\): 0\.04347 in us-east-1 × 0\.0388 ÷ 0\.034/);
  });

  it('states missing and derived prices in one error', () => {
    const error = incompleteness(estimateOfTypes('eu-central-1', ['Test::Instance', 'Test::Odd']), { strict: true });
    expect(textsOf(error)[0]).toBe('1 line item has no price; 1 line item has a derived price, which --strict refuses');
    expect(textsOf(error)).toHaveLength(3);
  });
});

describe('the age of prices', () => {
  const dated = (asOf: string, price: string) => ({ ...line({ price, quantity: 100 }), source: { name: 'a price list', asOf } });
  const estimates = [
    estimateOf([dated('2026-07-20', '0.3'), dated('2026-10-01', '0.6'), dated('2020-01-01', '0'), line({ state: 'free' })]),
    estimateOf([dated('2026-10-01', '0.1')]),
  ];

  it.each([
    ['2026-10-18T12:00:00Z', undefined],
    [
      '2026-10-19T00:00:00Z',
      'Prices of 30% of the total are more than 90 days old; the oldest (Instance hours (m7g.large)) is from 2026-07-20. A newer version of this package may have newer ones; `--json` has the source and the date of each.',
    ],
    ['2026-07-01T00:00:00Z', undefined],
  ])('on %s: %s', (today, warning) => {
    const age = priceAge(estimates, new Date(today));
    expect(age && priceAgeText(age)).toBe(warning);
  });

  it('counts only lines that cost something, and warns of no estimate without such lines', () => {
    expect(priceAge([estimateOf([dated('2020-01-01', '0')])], new Date('2030-01-01'))).toBeUndefined();
    expect(priceAge([], new Date('2030-01-01'))).toBeUndefined();
  });

  it('states a share of old prices below 1% as <1%', () => {
    const estimate = estimateOf([dated('2020-01-01', '0.001'), dated('2026-10-01', '100')]);
    const age = priceAge([estimate], new Date('2026-10-02'));
    expect(age && priceAgeText(age)).toContain('Prices of <1% of the total');
  });
});
