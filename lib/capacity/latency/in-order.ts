import type { Hold } from '../demand';
import { inSample } from '../vector';
import type { Time } from './response-time';

/** Changes of one kind that a replica applies. */
export interface Changes {
  /** Changes per second. */
  readonly rate: number;
  /** Mean seconds of one change, exponential. */
  readonly seconds: number;
}

/** How appliers that commit in order work through changes. */
export interface InOrder {
  /** Seconds from the start of a change until it and all changes before it are committed, while an applier is free for each. */
  readonly apply: Time;
  /** Number of appliers that would commit as much if none waited for another: at most their number. */
  readonly effectiveAppliers: number;
}

/** The changes that each of a number of replicas applies, in one sample. Sessions cause none. */
export function changesIn(replays: readonly Hold[], sample: number, replicas: number): Changes[] {
  return replays.flatMap(({ seconds: each, load }) => {
    const amount = inSample(load, sample) / replicas;
    if (each === undefined || amount === 0) return [];
    const seconds = inSample(each, sample);
    return [{ rate: amount / seconds, seconds }];
  });
}

/** Points of the integrals: the results are within 0.5% of those with ten times as many. */
const POINTS = 64;

/**
 * Appliers that commit in the order of the primary: an applier that is done waits until all earlier changes are committed. One applier never
 * waits. With more, changes that overlap are a queue with unlimited servers and departures in order: all are done after x seconds with the
 * probability `F(x) × exp(−Σ load × e^(−x ÷ seconds))`.
 */
export function inOrder(appliers: number, changes: readonly Changes[]): InOrder {
  const rate = rateOf(changes);
  if (appliers <= 1) {
    const mean = changes.reduce((sum, one) => sum + one.rate * one.seconds, 0) / rate;
    const square = changes.reduce((sum, one) => sum + one.rate * 2 * one.seconds ** 2, 0) / rate;
    return { apply: { mean, variance: square - mean ** 2 }, effectiveAppliers: appliers };
  }
  let [mean, square] = [shortestOf(changes), shortestOf(changes) ** 2];
  forEachTime(changes, (x, width) => {
    let [longer, running] = [0, 0];
    for (const { rate: each, seconds } of changes) {
      const tail = each * Math.exp(-x / seconds);
      longer += tail / rate;
      running += tail * seconds;
    }
    const later = 1 - (1 - longer) * Math.exp(-running);
    mean += later * width;
    square += 2 * x * later * width;
  });
  return { apply: { mean, variance: Math.max(0, square - mean ** 2) }, effectiveAppliers: effectiveAppliers(appliers, changes) };
}

/**
 * Number of appliers that would commit as much if none waited for another. Under full load, appliers that commit in order commit at least as
 * fast as if all of them started together and waited for the slowest. It depends on the mix of the changes, not on their number.
 */
export function effectiveAppliers(appliers: number, changes: readonly Changes[]): number {
  if (appliers <= 1 || changes.length === 0) return appliers;
  if (changes.length === 1 && Number.isInteger(appliers)) return appliers / harmonic(appliers);
  const rate = rateOf(changes);
  const mean = changes.reduce((sum, one) => sum + one.rate * one.seconds, 0) / rate;
  let slowest = shortestOf(changes);
  forEachTime(changes, (x, width) => {
    let longer = 0;
    for (const { rate: each, seconds } of changes) longer += (each / rate) * Math.exp(-x / seconds);
    slowest += (1 - (1 - longer) ** appliers) * width;
  });
  return (appliers * mean) / slowest;
}

/** The mean of the longest of a number of exponential times, divided by their mean. */
function harmonic(count: number): number {
  return Array.from({ length: count }, (_, index) => 1 / (index + 1)).reduce((sum, each) => sum + each, 0);
}

function rateOf(changes: readonly Changes[]): number {
  return changes.reduce((sum, one) => sum + one.rate, 0);
}

/** A time in which nearly no change is done. */
function shortestOf(changes: readonly Changes[]): number {
  return Math.min(...changes.map(({ seconds }) => seconds)) / 100;
}

/** Calls a function with each point of an integral over the time, and its width by the trapezoidal rule over the logarithm of the time. */
function forEachTime(changes: readonly Changes[], visit: (x: number, width: number) => void): void {
  const from = shortestOf(changes);
  const to = Math.max(...changes.map(({ seconds }) => seconds)) * 40;
  const step = Math.log(to / from) / (POINTS - 1);
  for (let point = 0; point < POINTS; point++) {
    const x = from * Math.exp(step * point);
    visit(x, x * step * (point === 0 || point === POINTS - 1 ? 0.5 : 1));
  }
}
