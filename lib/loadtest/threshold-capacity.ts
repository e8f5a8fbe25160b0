import { uslThroughput } from '../capacity/queueing/universal-scalability';
import { type OpenInterval, openIntervalOf } from './bounds';
import type { UslFit } from './fit-usl';
import { type Reading, rising } from './isotonic';
import type { LoadTestPoint } from './load-test';

/** What a system must not exceed. Absent: not asked. */
export interface Thresholds {
  /** Milliseconds that 95% of the requests may take at most. */
  readonly p95LatencyMs?: number;
  /** Share of the requests that may fail, 0 to 1. */
  readonly errorShare?: number;
}

/** Outcomes of a threshold in a load test. */
export const THRESHOLD_OUTCOMES = ['crossed', 'never-crossed', 'always-exceeded', 'not-measured'] as const;

/** The concurrency up to which one threshold holds. */
export interface ThresholdCapacity {
  /** The threshold: p95 latency or share of errors. */
  readonly threshold: keyof Thresholds;
  /** The limit: milliseconds, or a share from 0 to 1. */
  readonly limit: number;
  /**
   * `crossed` inside of what was tested; `never-crossed`: the highest level tested still holds it; `always-exceeded`: the
   * lowest does not; `not-measured`: fewer than two points tell.
   */
  readonly outcome: (typeof THRESHOLD_OUTCOMES)[number];
  /**
   * Concurrency that holds the threshold. From the highest level that held it to the lowest that did not, with a straight
   * line between them as the middle; `high` is null where no level exceeds it, `mid` where nothing lies between.
   */
  readonly concurrency: OpenInterval;
  /** Requests that succeed a second there, by the curve with its own uncertainty. */
  readonly requestsPerSecond: OpenInterval;
}

const NOTHING: OpenInterval = { low: 0, mid: null, high: null };

/**
 * The concurrency up to which each threshold holds. It is read off the measured points, made rising and joined by straight
 * lines, and not off the fitted curve: the law speaks of mean response times, and no fixed ratio leads from a mean to a
 * p95 or to errors. So nothing is extrapolated: beyond the highest level tested, only "at least that" is said.
 */
export function thresholdCapacities(points: readonly LoadTestPoint[], fit: UslFit, thresholds: Thresholds): ThresholdCapacity[] {
  const asked: readonly (keyof Thresholds)[] = ['p95LatencyMs', 'errorShare'];
  return asked.flatMap((threshold) => {
    const limit = thresholds[threshold];
    return limit === undefined ? [] : [thresholdCapacity(points, fit, threshold, limit)];
  });
}

function thresholdCapacity(points: readonly LoadTestPoint[], fit: UslFit, threshold: keyof Thresholds, limit: number): ThresholdCapacity {
  const readings = points.flatMap((point): Reading[] => {
    const value = point[threshold];
    return value === undefined ? [] : [{ concurrency: point.concurrency, value }];
  });
  if (readings.length < 2) return { threshold, limit, outcome: 'not-measured', concurrency: NOTHING, requestsPerSecond: NOTHING };
  const crossing = crossingOf(rising(readings), limit);
  return { threshold, limit, ...crossing, requestsPerSecond: throughputWithin(crossing.concurrency, fit) };
}

type Crossing = Pick<ThresholdCapacity, 'outcome' | 'concurrency'>;

function crossingOf(readings: readonly Reading[], limit: number): Crossing {
  const over = readings.findIndex(({ value }) => value > limit);
  const next = readings[over];
  const last = readings[over === -1 ? readings.length - 1 : over - 1];
  if (next === undefined)
    return { outcome: 'never-crossed', concurrency: { low: last?.concurrency ?? 0, mid: last?.concurrency ?? 0, high: null } };
  if (last === undefined) return { outcome: 'always-exceeded', concurrency: { low: 0, mid: null, high: next.concurrency } };
  const share = (limit - last.value) / (next.value - last.value);
  const mid = last.concurrency + share * (next.concurrency - last.concurrency);
  return { outcome: 'crossed', concurrency: { low: last.concurrency, mid, high: next.concurrency } };
}

/** Throughput at the middle, as uncertain as both the concurrency and the curve are. */
function throughputWithin({ low, mid, high }: OpenInterval, { coefficients, resampled, confidence }: UslFit): OpenInterval {
  const concurrencies = [low, mid, high].filter((value) => value !== null);
  const values = resampled.flatMap((curve) => concurrencies.map((concurrency) => uslThroughput(curve, concurrency)));
  const middle = mid ?? 0;
  const interval = openIntervalOf(uslThroughput(coefficients, middle), values, confidence);
  return mid === null ? { ...interval, low: 0, mid: null } : interval;
}
