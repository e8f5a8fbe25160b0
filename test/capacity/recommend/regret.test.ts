import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../lib/capacity/recommend/assess';
import { byCost, cheapestOf, hasSurelyLeastRegret, regretsOf } from '../../../lib/capacity/recommend/regret';
import { shareAtLeast } from '../../../lib/capacity/vector';
import { certain } from '../../../lib/core/interval';

const SAMPLES = 20;

/** A candidate by its cost and by the multiples of the workload that it handles in the samples. */
function candidate(usd: number, factor: Float64Array): Assessment {
  return { monthlyUsd: certain(usd), factor, confidence: shareAtLeast(factor, 1) } as Assessment;
}

describe('the cheapest candidate', () => {
  it('has the least regret of all where its own samples prove it, regardless of the others', () => {
    const factors = fc
      .array(fc.double({ min: 0.8, max: 4, noNaN: true }), { minLength: SAMPLES, maxLength: SAMPLES })
      .map((numbers) => Float64Array.from(numbers));
    const candidates = fc.array(fc.tuple(fc.double({ min: 1, max: 4, noNaN: true }), factors), { minLength: 2, maxLength: 4 });
    let proved = 0;
    fc.assert(
      fc.property(candidates, (each) => {
        const [cheapest, ...others] = byCost(each.map(([usd, factor]) => candidate(usd, factor)));
        if (cheapest === undefined) return;
        const required = Math.min(cheapest.confidence, ...others.map(({ confidence }) => confidence));
        if (!hasSurelyLeastRegret(cheapest, others, required)) return;
        proved++;
        const regrets = regretsOf([cheapest, ...others], SAMPLES);
        const totalOf = (assessment: Assessment) => regrets.get(assessment)?.total ?? Number.NaN;
        for (const other of others) expect(totalOf(cheapest)).toBeLessThan(totalOf(other));
      }),
      { numRuns: 500 },
    );
    expect(proved).toBeGreaterThan(50);
  });

  it('is chosen without a sample of the others', () => {
    const half = Float64Array.from({ length: SAMPLES }, (_, sample) => (sample === 0 ? 0.9 : 2));
    const unread = {
      monthlyUsd: certain(200),
      get factor(): never {
        throw new Error('read');
      },
    } as unknown as Assessment;
    expect(hasSurelyLeastRegret(candidate(100, half), [unread], 0.9)).toBe(true);
    expect(hasSurelyLeastRegret(candidate(199.9, half), [unread], 0.9)).toBe(false);
  });

  it('is found without the cost of those whose lower bound is above its cost, and is the first of those that cost as much', () => {
    const priced = (usd: number, bound: number) =>
      ({ candidate: { tier: `${usd}`, bound }, monthlyUsd: certain(usd) }) as unknown as Assessment;
    const boundOf = (given: unknown) => (given as { readonly bound: number }).bound;
    const unread = {
      candidate: { tier: 'dear', bound: 101 },
      get monthlyUsd(): never {
        throw new Error('read');
      },
    } as unknown as Assessment;
    const [first, second] = [priced(100, 90), priced(100, 10)];
    expect(cheapestOf([unread, priced(300, 20), first, second], boundOf)).toBe(first);
    expect(() => cheapestOf([unread, priced(102, 102)], boundOf)).toThrow('read');
    expect(cheapestOf([], boundOf)).toBeUndefined();
    const regretful = { ...first, factor: 1, confidence: 1 } as unknown as Assessment;
    expect(hasSurelyLeastRegret(regretful, [unread], 1, boundOf)).toBe(true);
  });

  it('is the same with and without lower bounds', () => {
    const candidates = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 6 });
    fc.assert(
      fc.property(candidates, (each) => {
        const assessments = each.map(
          ([usd, share]) => ({ candidate: { bound: usd * share }, monthlyUsd: certain(usd) }) as unknown as Assessment,
        );
        const boundOf = (given: unknown) => (given as { readonly bound: number }).bound;
        expect(cheapestOf(assessments, boundOf)).toBe(byCost(assessments)[0]);
      }),
    );
  });
});
