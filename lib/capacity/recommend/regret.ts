import { inSample, type Vector } from '../vector';
import type { Assessment } from './assess';
import type { LeastUsdOf } from './candidate';

/**
 * Weights of a wrong choice when demand differs from the expected one. Excess cost counts in proportion (exponent 1). Missing
 * capacity counts twice, and more than in proportion (exponent 1.2, as in Netflix's service capacity modeling), because a
 * service that lacks 5% of its capacity is slow and one that lacks half of it fails. A shortfall of 3% or more counts more than
 * the same share of excess cost.
 */
const REGRET = { over: { weight: 1, exponent: 1 }, under: { weight: 2, exponent: 1.2 } } as const;

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
  const cheapestFirst = byCost(assessments);
  // The excess cost of a candidate is the same in all samples with the same cheapest candidate.
  const overs = cheapestFirst.map((best) => cheapestFirst.map((one) => weighed(extraShare(one.monthlyUsd.mid, best), REGRET.over)));
  const factors = cheapestFirst.map(({ factor }) => factor);
  const sums = cheapestFirst.map(() => ({ over: 0, under: 0 }));
  // Loops instead of functions for each element, because they run for each sample.
  for (let sample = 0; sample < sampleCount; sample++) {
    let best = 0;
    while (best < factors.length && !(inSample(factors[best] as Vector, sample) >= 1)) best++;
    const over = overs[best];
    for (let index = 0; index < factors.length; index++) {
      const sum = sums[index] as { over: number; under: number };
      const handled = inSample(factors[index] as Vector, sample);
      if (handled < 1) sum.under += shortfall(handled);
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

/** Assessments in ascending order of the expected cost. */
export function byCost(assessments: readonly Assessment[]): Assessment[] {
  return [...assessments].sort((left, right) => left.monthlyUsd.mid - right.monthlyUsd.mid);
}

/** The cheapest of several candidates; undefined without any. Computes the cost of those alone whose lower bound does not exclude them. */
export function cheapestOf(assessments: readonly Assessment[], leastUsdOf: LeastUsdOf): Assessment | undefined {
  const boundOf = ({ candidate, targetWorkload }: Assessment) => leastUsdOf(candidate, targetWorkload);
  const computed = new Set<Assessment>();
  let leastUsd = Number.POSITIVE_INFINITY;
  const leastBoundFirst = assessments
    .map((assessment) => ({ assessment, bound: boundOf(assessment) }))
    .sort((left, right) => left.bound - right.bound);
  for (const { assessment } of leastBoundFirst) {
    if (boundOf(assessment) > leastUsd) continue;
    computed.add(assessment);
    leastUsd = Math.min(leastUsd, assessment.monthlyUsd.mid);
  }
  // In the given order, which decides between candidates of the same cost.
  return byCost(assessments.filter((assessment) => computed.has(assessment)))[0];
}

/** Relative rounding error of a sum over all samples, with a large margin. */
const SUMMING_ERROR = 1e-9;

/**
 * Whether the cheapest candidate has less regret than all others, which handle the workload with the required confidence. Reads no samples of
 * the others, and the cost of those alone whose lower bound is not enough: in the samples that both handle, the regret of another
 * candidate is at least its excess cost. When this is false, `regretsOf` tells.
 */
export function hasSurelyLeastRegret(
  cheapest: Assessment,
  others: readonly Assessment[],
  confidence: number,
  leastUsdOf: LeastUsdOf = () => 0,
): boolean {
  if (others.length === 0) return true;
  const handledByBoth = cheapest.confidence + confidence - 1;
  const own = underOf(cheapest) * (1 + SUMMING_ERROR);
  const isLessThanAt = (usd: number) => own < handledByBoth * weighed(extraShare(usd, cheapest), REGRET.over);
  return others.every((other) => isLessThanAt(leastUsdOf(other.candidate, other.targetWorkload)) || isLessThanAt(other.monthlyUsd.mid));
}

/** Mean regret of missing capacity. */
function underOf({ factor }: Assessment): number {
  if (typeof factor === 'number') return factor < 1 ? shortfall(factor) : 0;
  return factor.reduce((sum, handled) => (handled < 1 ? sum + shortfall(handled) : sum), 0) / factor.length;
}

/** Regret of a sample in which only a share of the workload is handled. */
function shortfall(handled: number): number {
  return weighed(Math.min(WORST_SHORTFALL, 1 / handled - 1), REGRET.under);
}

function extraShare(usd: number, best: Assessment): number {
  const least = best.monthlyUsd.mid;
  return least === 0 ? 0 : Math.max(0, usd - least) / least;
}

function weighed(amount: number, { weight, exponent }: { readonly weight: number; readonly exponent: number }): number {
  return weight * amount ** exponent;
}
