import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumUsd } from '../../lib/core/money';
import { waterfallOf } from '../../lib/output/waterfall';
import { estimateOf, form, line } from '../support/estimates';

const GROUPS = ['compute', 'database', 'transfer'] as const;

const anyLine = fc
  .record({
    component: fc.constantFrom('api', 'database', 'network'),
    group: fc.constantFrom(...GROUPS),
    price: fc.integer({ min: 0, max: 10 ** 6 }).map((micros) => (micros / 10 ** 6).toFixed(6)),
    quantity: fc
      .tuple(fc.nat(1_000), fc.nat(1_000), fc.nat(1_000))
      .map(([low, more, most]) => ({ low, mid: low + more, high: low + more + most })),
  })
  .map(line);
const anyEstimate = fc.array(anyLine, { maxLength: 12 }).map((lines) => estimateOf(lines));

test('the drivers add up to the difference, and each driver to its components, to the cent and at every point', () => {
  fc.assert(
    fc.property(anyEstimate, anyEstimate, (from, to) => {
      const waterfall = waterfallOf(from, to);
      for (const point of ['low', 'mid', 'high'] as const) {
        const difference = to.monthlyUsd[point].minus(from.monthlyUsd[point]);
        expect(waterfall.change[point].eq(difference)).toBe(true);
        expect(sumUsd(waterfall.drivers.map((driver) => driver.change[point])).eq(difference)).toBe(true);
        for (const driver of waterfall.drivers) {
          expect(sumUsd(driver.components.map((step) => step.change[point])).eq(driver.change[point])).toBe(true);
        }
      }
    }),
  );
});

test('a cost of only one side is a driver too', () => {
  const gpu = line({ component: 'gpu-nodes', group: 'gpu', quantity: 10, price: '1' });
  const { drivers } = waterfallOf(estimateOf([]), estimateOf([gpu]));
  expect(drivers.map(({ group, change }) => [group, change.mid.toFixed(2)])).toEqual([['gpu', '10.00']]);
});

test('free lines are no drivers', () => {
  const { estimate } = form('small', '0.1');
  expect(waterfallOf(estimate, estimate).drivers.map((driver) => driver.group)).toEqual(['compute', 'database', 'transfer', 'external']);
});
