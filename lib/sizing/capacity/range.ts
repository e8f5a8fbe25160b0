import type { Interval } from '../../units';
import { Quantiles, type Vector } from './vector';

/** Nine of ten worlds lie between low and high of a result: one in twenty below, one in twenty above. */
export const RESULT_SHARES = { low: 0.05, mid: 0.5, high: 0.95 } as const;

/** A result over all worlds as an interval. */
export function rangeOf(vector: Vector): Interval {
  if (typeof vector === 'number') return { low: vector, mid: vector, high: vector };
  const quantiles = new Quantiles(vector);
  return { low: quantiles.at(RESULT_SHARES.low), mid: quantiles.at(RESULT_SHARES.mid), high: quantiles.at(RESULT_SHARES.high) };
}
