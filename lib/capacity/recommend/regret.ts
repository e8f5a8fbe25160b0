import { inSample } from '../vector';
import type { Assessment } from './assess';

/**
 * What a choice costs when demand differs from the estimate. Money spent in vain is lost in proportion: exponent 1. Too little
 * capacity weighs twice as much and more than in proportion (exponent 1.2, as in Netflix's service capacity modeling): a
 * service that is short by a twentieth answers late, one that is short by half does not answer. From a shortfall of 3%
 * on, it always weighs more than the same share of money.
 */
export const REGRET = { over: { weight: 1, exponent: 1 }, under: { weight: 2, exponent: 1.2 } } as const;

/** A shortfall larger than this is no worse: all is down. 9 is a tenth of what is needed. */
const WORST_SHORTFALL = 9;

/** Expected cost of choosing a candidate compared with the best choice in each sample. */
export interface Regret {
  /** Money above that of the cheapest that would have done, as a share of it, over all samples. */
  readonly over: number;
  /** Capacity missing, as a share of what is there, over all samples. */
  readonly under: number;
  /** The weighted sum of both. */
  readonly total: number;
}

/** The mean regret of each candidate over all samples, against the cheapest of them that handles the workload in a sample. */
export function regretsOf(assessments: readonly Assessment[], sampleCount: number): ReadonlyMap<Assessment, Regret> {
  const cheapestFirst = [...assessments].sort((left, right) => left.monthlyUsd.mid - right.monthlyUsd.mid);
  // What a candidate costs too much is the same in all samples that have the same cheapest one.
  const overs = cheapestFirst.map((best) => cheapestFirst.map((one) => weighed(extraShare(one, best), REGRET.over)));
  const sums = cheapestFirst.map(() => ({ over: 0, under: 0 }));
  for (let sample = 0; sample < sampleCount; sample++) {
    const over = overs[cheapestFirst.findIndex((candidate) => inSample(candidate.factor, sample) >= 1)];
    for (const [index, sum] of sums.entries()) {
      const handled = inSample((cheapestFirst[index] as Assessment).factor, sample);
      if (handled < 1) sum.under += weighed(Math.min(WORST_SHORTFALL, 1 / handled - 1), REGRET.under);
      else sum.over += over?.[index] ?? 0;
    }
  }
  return new Map(
    cheapestFirst.map((assessment, index) => {
      const { over, under } = sums[index] as { over: number; under: number };
      return [assessment, { over: over / sampleCount, under: under / sampleCount, total: (over + under) / sampleCount }];
    }),
  );
}

function extraShare(assessment: Assessment, best: Assessment): number {
  const least = best.monthlyUsd.mid;
  return least === 0 ? 0 : Math.max(0, assessment.monthlyUsd.mid - least) / least;
}

function weighed(amount: number, { weight, exponent }: { readonly weight: number; readonly exponent: number }): number {
  return weight * amount ** exponent;
}
