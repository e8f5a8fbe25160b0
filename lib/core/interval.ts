/** A quantity that is not one number: the least, the expected and the most it may be. `low <= mid <= high`. */
export interface Interval<T = number> {
  readonly low: T;
  readonly mid: T;
  readonly high: T;
}

/** The three points of an interval, in ascending order: for loops that must not forget one. */
export const INTERVAL_POINTS = ['low', 'mid', 'high'] as const;

export function certain<T>(value: T): Interval<T> {
  return { low: value, mid: value, high: value };
}

export function mapInterval<T, U>(interval: Interval<T>, transform: (value: T) => U): Interval<U> {
  return { low: transform(interval.low), mid: transform(interval.mid), high: transform(interval.high) };
}

export function combineIntervals<T, U, V>(left: Interval<T>, right: Interval<U>, combine: (left: T, right: U) => V): Interval<V> {
  return {
    low: combine(left.low, right.low),
    mid: combine(left.mid, right.mid),
    high: combine(left.high, right.high),
  };
}

export function addIntervals(...intervals: readonly Interval[]): Interval {
  return intervals.reduce((sum, interval) => combineIntervals(sum, interval, (a, b) => a + b), certain(0));
}

export function scaleInterval(interval: Interval, factor: number): Interval {
  return mapInterval(interval, (value) => value * factor);
}
