import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../lib/capacity/recommend/assess';
import { byCost, hasSurelyLeastRegret, regretsOf } from '../../../lib/capacity/recommend/regret';
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
});
