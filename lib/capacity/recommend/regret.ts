import { inSample } from '../vector';
import type { Assessment } from './assess';

/**
 * Weights of a wrong choice when demand differs from the expected one. Excess cost counts in proportion (exponent 1). Missing
 * capacity counts twice, and more than in proportion (exponent 1.2, as in Netflix's service capacity modeling), because a
 * service that lacks 5% of its capacity is slow and one that lacks half of it fails. A shortfall of 3% or more counts more than
 * the same share of excess cost.
 */
export const REGRET = { over: { weight: 1, exponent: 1 }, under: { weight: 2, exponent: 1.2 } } as const;

/** Largest shortfall that counts: at 9, the candidate has a tenth of the required capacity and is considered down. */
const WORST_SHORTFALL = 9;

/** Expected cost of choosing a candidate compared with the best choice in each sample. */
export interface Regret {
  /** Excess cost compared with the cheapest sufficient candidate, as a share of its cost; mean of all samples. */
  readonly over: number;
  /** Missing capacity as a share of the existing capacity; mean of all samples. */
  readonly under: number;
  /** Weighted sum of both. */
  readonly total: number;
}

/** The mean regret of each candidate over all samples, compared with the cheapest candidate that handles the workload in each sample. */
export function regretsOf(assessments: readonly Assessment[], sampleCount: number): ReadonlyMap<Assessment, Regret> {
  const cheapestFirst = [...assessments].sort((left, right) => left.monthlyUsd.mid - right.monthlyUsd.mid);
  // The excess cost of a candidate is the same in all samples with the same cheapest candidate.
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
