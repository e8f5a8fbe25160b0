import type { Interval } from '../core/interval';
import { quantiles, type Vector } from './vector';

/** Shares of the samples at low, mid and high of a result: the 5th, 50th and 95th percentile. */
export const RESULT_SHARES = { low: 0.05, mid: 0.5, high: 0.95 } as const;

const ranges = new WeakMap<Float64Array, Interval>();

/** A result over all samples as an interval. It is computed once for each vector: candidates, operations and answers share many of them. */
export function rangeOf(vector: Vector): Interval {
  if (typeof vector === 'number') return { low: vector, mid: vector, high: vector };
  const known = ranges.get(vector);
  if (known !== undefined) return known;
  const [low, mid, high] = quantiles(vector, [RESULT_SHARES.low, RESULT_SHARES.mid, RESULT_SHARES.high]) as [number, number, number];
  const range = { low, mid, high };
  ranges.set(vector, range);
  return range;
}

const medians = new WeakMap<Float64Array, number>();

/** The middle of a result. It is computed once for each vector, as the range is. */
export function medianOf(vector: Vector): number {
  if (typeof vector === 'number') return vector;
  const median = ranges.get(vector)?.mid ?? medians.get(vector) ?? (quantiles(vector, [RESULT_SHARES.mid])[0] as number);
  medians.set(vector, median);
  return median;
}
