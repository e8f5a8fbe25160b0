/** A moment of a test, with the concurrency at it. In ascending order of time. */
export interface Moment {
  /** Seconds since the start of the test. */
  readonly second: number;
  /** Concurrency at that second. */
  readonly concurrency: number;
}

/** Moments from `from` up to, and without, `to`. */
export interface Window {
  /** First second of the window. */
  readonly from: number;
  /** Last second of the window. */
  readonly to: number;
}

/**
 * How far concurrency may move within a window, of the larger: a ramp is cut into steps narrow enough to be one level.
 */
const SAME_LEVEL = 0.05;

/** Shorter, a handful of requests decides about throughput and p95. */
export const LEAST_SECONDS = 5;

/** Longer ones are cut: several windows of one level show how much it scatters. */
export const MOST_SECONDS = 30;

/**
 * Cuts a test into windows of one level of concurrency each, at least 5 and at most about 30 seconds long. What is left
 * over is in none: the second in which a level begins, which is half of the level before, and remainders that are too short.
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
