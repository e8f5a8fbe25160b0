/** Concurrency at one second of a test. Lists are in ascending order of time. */
export interface Moment {
  /** Seconds since the start of the test. */
  readonly second: number;
  /** Concurrency at that second. */
  readonly concurrency: number;
}

/** A range of moments: from `from` to before `to`. */
export interface Window {
  /** First second of the window. */
  readonly from: number;
  /** Last second of the window. */
  readonly to: number;
}

/**
 * Largest change of concurrency within a window, as a share of the larger value. A ramp is split into steps of one level each.
 */
const SAME_LEVEL = 0.05;

/** Shortest window in seconds. In shorter ones, a few requests determine throughput and p95. */
export const LEAST_SECONDS = 5;

/** Longest window in seconds. Longer levels are split, so that latency and errors of a level are known over time. */
export const MOST_SECONDS = 30;

/**
 * Splits a test into windows of one level of concurrency each, at least 5 and at most about 30 seconds long. The second in which
 * a level begins, which is partly of the previous level, and remainders that are too short are in no window.
 */
export function levelWindows(moments: readonly Moment[]): Window[] {
  const windows: Window[] = [];
  for (let from = 0; from < moments.length; ) {
    let to = from + 1;
    while (to < moments.length && isSameLevel(moments, from, to)) to++;
    windows.push(...cut(moments, from === 0 ? from : from + 1, to));
    from = to;
  }
  return windows;
}

function isSameLevel(moments: readonly Moment[], from: number, index: number): boolean {
  const [first, other] = [moments[from]?.concurrency ?? 0, moments[index]?.concurrency ?? 0];
  return Math.abs(first - other) <= SAME_LEVEL * Math.max(first, other);
}

function cut(moments: readonly Moment[], from: number, to: number): Window[] {
  const windows: Window[] = [];
  const secondAt = (index: number) => moments[index]?.second ?? 0;
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && secondAt(end) - secondAt(start) < MOST_SECONDS) end++;
    if (secondAt(end - 1) - secondAt(start) + 1 >= LEAST_SECONDS) windows.push({ from: start, to: end });
    start = end;
  }
  return windows;
}
