import type { LoadTestNote } from './note';

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
  /** Whether the level rises or falls all the time. */
  readonly isRamp: boolean;
}

/**
 * Largest change of concurrency within a window, as a share of the larger value. A ramp is split into steps of one level each.
 */
const SAME_LEVEL = 0.05;

/** Shortest window in seconds. In shorter ones, a few requests determine throughput and p95. */
export const LEAST_SECONDS = 5;

/** Longest window in seconds. Longer levels are split, so that latency and errors of a level are known over time. */
export const MOST_SECONDS = 30;

/** Largest ratio of the levels at the ends of a window of a ramp: within it, throughput is nearly a straight line. */
const RAMP_RATIO = 1.5;

/** Share of a test at steady levels below which it is a ramp. */
const MOSTLY_STEADY = 0.5;

/**
 * Splits a test into windows of one level of concurrency each, at least 5 and at most about 30 seconds long. The second in which
 * a level begins, which is partly of the previous level, and remainders that are too short are in no window. A test that changes
 * the level most of the time also has windows of its ramps.
 */
export function levelWindows(moments: readonly Moment[]): Window[] {
  const steady: Window[] = [];
  const unsteady: [number, number][] = [];
  for (let from = 0; from < moments.length; ) {
    let to = from + 1;
    while (to < moments.length && isSameLevel(moments, from, to)) to++;
    const windows = cut(moments, from === 0 ? from : from + 1, to);
    steady.push(...windows);
    const last = unsteady.at(-1);
    if (windows.length === 0 && last?.[1] === from) last[1] = to;
    else if (windows.length === 0) unsteady.push([from, to]);
    from = to;
  }
  const steadySeconds = steady.reduce((sum, { from, to }) => sum + to - from, 0);
  if (steadySeconds >= MOSTLY_STEADY * moments.length) return steady;
  return [...steady, ...unsteady.flatMap(([from, to]) => cutRamp(moments, from, to))].sort((left, right) => left.from - right.from);
}

/** Windows of 5 seconds each, without those whose level changes too much. */
function cutRamp(moments: readonly Moment[], from: number, to: number): Window[] {
  const windows: Window[] = [];
  for (let start = from; start + LEAST_SECONDS <= to; start += LEAST_SECONDS) {
    const levels = moments.slice(start, start + LEAST_SECONDS).map(({ concurrency }) => concurrency);
    if (Math.max(...levels) <= RAMP_RATIO * Math.min(...levels)) windows.push({ from: start, to: start + LEAST_SECONDS, isRamp: true });
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
    if (secondAt(end - 1) - secondAt(start) + 1 >= LEAST_SECONDS) windows.push({ from: start, to: end, isRamp: false });
    start = end;
  }
  return windows;
}

/** The note of a test with windows of ramps. */
export function rampNotes(windows: readonly Window[]): LoadTestNote[] {
  return windows.some(({ isRamp }) => isRamp) ? [{ kind: 'ramp-windows', seconds: LEAST_SECONDS }] : [];
}
