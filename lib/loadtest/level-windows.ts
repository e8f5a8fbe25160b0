import type { LoadTestNote } from './note';
import { checkSettled, warmUps } from './warm-up';

/** Concurrency at one second of a test. Lists are in ascending order of time. */
export interface Moment {
  /** Seconds since the start of the test. */
  readonly second: number;
  /** Concurrency at that second. */
  readonly concurrency: number;
  /** Successful requests in that second. */
  readonly succeeded: number;
}

/** A range of moments: from `from` to before `to`. */
export interface Window {
  /** First second of the window. */
  readonly from: number;
  /** Last second of the window. */
  readonly to: number;
  /** Whether the level rises or falls all the time. */
  readonly isRamp: boolean;
  /** Seconds of warm-up that were left out before the window; only the first window of a level has some. */
  readonly warmUpSeconds: number;
}

/**
 * Largest change of concurrency within a window, as a share of the larger value. A ramp is split into steps of one level each.
 */
const SAME_LEVEL = 0.05;

/** Shortest window in seconds. In shorter ones, a few requests determine throughput and p95. */
export const LEAST_SECONDS = 5;

/** Longest window in seconds. Longer levels are split, so that latency and errors of a level are known over time. */
export const MOST_SECONDS = 30;

/** Shortest time in seconds for which a level is exactly the same if the tester holds it. In a slow ramp, each level lasts a few seconds. */
const LEAST_HELD_SECONDS = 10;

/**
 * Longest window of a ramp in seconds. A temporary change of throughput, by neighbors, caches or garbage collection, is the same
 * in several short windows, which then look like independent measurements.
 */
const MOST_RAMP_SECONDS = 60;

/** Largest ratio of the levels at the ends of a window of a ramp: within it, throughput is nearly a straight line. */
const RAMP_RATIO = 1.25;

/** Largest ratio of the levels in the shortest window of a ramp: at its beginning, levels double within seconds. */
const SHORT_RAMP_RATIO = 1.5;

/** Share of a test at steady levels below which it is a ramp. */
const MOSTLY_STEADY = 0.5;

/** Indexes of moments: from the first to before the second. */
type Range = readonly [from: number, to: number];

/**
 * Splits a test into windows of one level of concurrency each, at least 5 and at most about 30 seconds long. The second in which
 * a level begins, which is partly of the previous level, its warm-up, and remainders that are too short are in no window. A test that
 * changes the level most of the time also has windows of its ramps, of up to a minute. Throws an InputError about the subject if the
 * warm-up is longer than half of the levels.
 */
export function levelWindows(moments: readonly Moment[], subject: string): Window[] {
  const held: Range[] = [];
  const unsteady: [number, number][] = [];
  for (const [from, to] of levelsOf(moments)) {
    const level: Range = [from === 0 ? from : from + 1, to];
    const last = unsteady.at(-1);
    if (isHeld(moments, from, to) && secondsOf(moments, ...level) >= LEAST_SECONDS) held.push(level);
    else if (last?.[1] === from) last[1] = to;
    else unsteady.push([from, to]);
  }
  const steady = windowsOfHeld(moments, held, subject);
  const heldSeconds = held.reduce((sum, [from, to]) => sum + to - from, 0);
  if (heldSeconds >= MOSTLY_STEADY * moments.length) return steady;
  return [...steady, ...unsteady.flatMap(([from, to]) => cutRamp(moments, from, to))].sort((left, right) => left.from - right.from);
}

/** Windows of levels after their warm-ups. */
function windowsOfHeld(moments: readonly Moment[], held: readonly Range[], subject: string): Window[] {
  const throughputs = held.map(([from, to]) => moments.slice(from, to).map(({ succeeded }) => succeeded));
  const seconds = warmUps(throughputs);
  checkSettled(throughputs, seconds, subject);
  return held.flatMap(([from, to], index) => {
    const warmUpSeconds = seconds[index] ?? 0;
    return cut(moments, from + warmUpSeconds, to).map((window, number) => (number === 0 ? { ...window, warmUpSeconds } : window));
  });
}

/** Adjacent moments whose concurrency hardly differs from that of the first. */
function levelsOf(moments: readonly Moment[]): Range[] {
  const levels: Range[] = [];
  for (let from = 0; from < moments.length; ) {
    let to = from + 1;
    while (to < moments.length && isSameLevel(moments, from, to)) to++;
    levels.push([from, to]);
    from = to;
  }
  return levels;
}
/** Windows of at least 5 seconds, as long as the level changes little, without those whose level changes too much. */
function cutRamp(moments: readonly Moment[], from: number, to: number): Window[] {
  const windows: Window[] = [];
  for (let start = from; start < to; ) {
    const end = endOfRampWindow(moments, start, to);
    if (secondsOf(moments, start, end) >= LEAST_SECONDS && ratioOf(moments, start, end) <= SHORT_RAMP_RATIO)
      windows.push({ from: start, to: end, isRamp: true, warmUpSeconds: 0 });
    start = end;
  }
  return windows;
}

function endOfRampWindow(moments: readonly Moment[], start: number, to: number): number {
  let end = start + 1;
  while (end < to) {
    const seconds = secondsOf(moments, start, end + 1);
    if (seconds > LEAST_SECONDS && (seconds > MOST_RAMP_SECONDS || ratioOf(moments, start, end + 1) > RAMP_RATIO)) break;
    end++;
  }
  return end;
}

function secondsOf(moments: readonly Moment[], from: number, to: number): number {
  return (moments[to - 1]?.second ?? 0) - (moments[from]?.second ?? 0) + 1;
}

function ratioOf(moments: readonly Moment[], from: number, to: number): number {
  const levels = moments.slice(from, to).map(({ concurrency }) => concurrency);
  return Math.max(...levels) / Math.min(...levels);
}

/** Whether the tester holds the level of a range of moments, or a ramp passes it slowly. */
function isHeld(moments: readonly Moment[], from: number, to: number): boolean {
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && moments[end]?.concurrency === moments[start]?.concurrency) end++;
    if (secondsOf(moments, start, end) >= LEAST_HELD_SECONDS) return true;
    start = end;
  }
  return false;
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
    if (secondAt(end - 1) - secondAt(start) + 1 >= LEAST_SECONDS) windows.push({ from: start, to: end, isRamp: false, warmUpSeconds: 0 });
    start = end;
  }
  return windows;
}

/** The notes of a test with windows of steady levels. */
export function steadyNotes(windows: readonly Window[]): LoadTestNote[] {
  if (windows.every(({ isRamp }) => isRamp)) return [];
  return [{ kind: 'steady-levels', leastSeconds: LEAST_SECONDS, mostSeconds: MOST_SECONDS }, ...warmUpNotes(windows)];
}

/** The note of a test whose levels have a warm-up. */
export function warmUpNotes(windows: readonly Window[]): LoadTestNote[] {
  const mostSeconds = Math.max(0, ...windows.map(({ warmUpSeconds }) => warmUpSeconds));
  return mostSeconds === 0 ? [] : [{ kind: 'warm-up-left-out', mostSeconds }];
}

/** The note of a test with windows of ramps. */
export function rampNotes(windows: readonly Window[]): LoadTestNote[] {
  return windows.some(({ isRamp }) => isRamp)
    ? [{ kind: 'ramp-windows', leastSeconds: LEAST_SECONDS, mostSeconds: MOST_RAMP_SECONDS }]
    : [];
}
