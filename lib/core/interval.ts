/** A quantity that is not known exactly. `low <= mid <= high`. */
export interface Interval<T = number> {
  /** Least value. */
  readonly low: T;
  /** Expected value. */
  readonly mid: T;
  /** Largest value. */
  readonly high: T;
}

/** The three points of an interval, in ascending order, for loops over all of them. */
export const INTERVAL_POINTS = ['low', 'mid', 'high'] as const;

/** The interval of a number that is known exactly. */
export function certain<T>(value: T): Interval<T> {
  return { low: value, mid: value, high: value };
}

/** Applies an increasing function to each point of an interval: once if all points are the same value, as most are. */
export function mapInterval<T, U>({ low, mid, high }: Interval<T>, transform: (value: T) => U): Interval<U> {
  return low === mid && mid === high ? certain(transform(low)) : { low: transform(low), mid: transform(mid), high: transform(high) };
}

/** Combines two intervals point by point. */
export function combineIntervals<T, U, V>(left: Interval<T>, right: Interval<U>, combine: (left: T, right: U) => V): Interval<V> {
  return {
    low: combine(left.low, right.low),
    mid: combine(left.mid, right.mid),
    high: combine(left.high, right.high),
  };
}

/** The sum of intervals, point by point. */
export function addIntervals(...intervals: readonly Interval[]): Interval {
  return intervals.reduce((sum, interval) => combineIntervals(sum, interval, (a, b) => a + b), certain(0));
}

/** Multiplies each point of an interval by a factor of at least 0. */
export function scaleInterval(interval: Interval, factor: number): Interval {
  return mapInterval(interval, (value) => value * factor);
}
