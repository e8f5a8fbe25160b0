import { uslThroughput } from '../capacity/queueing/universal-scalability';
import { type OpenInterval, openIntervalOf } from './bounds';
import type { UslFit } from './fit-usl';
import { type Reading, risingReadings } from './isotonic';
import type { LoadTestPoint } from './load-test';

/** Limits that a system must not exceed. An absent limit is not checked. */
export interface Thresholds {
  /** Largest 95th percentile of the latency in milliseconds. */
  readonly p95LatencyMs?: number;
  /** Largest share of failed requests, 0 to 1. */
  readonly errorShare?: number;
}

/** Outcomes of a threshold in a load test. */
export const THRESHOLD_OUTCOMES = ['crossed', 'never-crossed', 'always-exceeded', 'not-measured'] as const;

/** The largest concurrency within one limit. */
export interface ThresholdCapacity {
  /** The threshold: p95 latency or share of errors. */
  readonly threshold: keyof Thresholds;
  /** The limit: milliseconds, or a share from 0 to 1. */
  readonly limit: number;
  /**
   * `crossed`: within the tested range; `never-crossed`: the highest tested level is within the limit; `always-exceeded`: the
   * lowest level is not; `not-measured`: fewer than two points have the measure.
   */
  readonly outcome: (typeof THRESHOLD_OUTCOMES)[number];
  /**
   * Largest concurrency within the limit: from the highest level within it to the lowest level above it; mid by linear
   * interpolation. `high` is null where no level exceeds the limit, `mid` where there is nothing to interpolate.
   */
  readonly concurrency: OpenInterval;
  /** Successful requests/s at that concurrency, from the fitted curve. */
  readonly requestsPerSecond: OpenInterval;
}

const NOTHING: OpenInterval = { low: 0, mid: null, high: null };

const THRESHOLDS: readonly (keyof Thresholds)[] = ['p95LatencyMs', 'errorShare'];

/**
 * The largest concurrency within each limit. It is interpolated linearly between the measured points after isotonic regression.
 * The fitted curve is not used, because the law gives mean response times, and the p95 and the share of errors do not follow
 * from a mean. Nothing is extrapolated: if no tested level exceeds the limit, the result is at least the highest level.
 */
export function thresholdCapacities(points: readonly LoadTestPoint[], fit: UslFit, thresholds: Thresholds): ThresholdCapacity[] {
  return THRESHOLDS.flatMap((threshold) => {
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
  const crossing = crossingOf(risingReadings(readings), limit);
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

/** Throughput at the mid, with the uncertainty of both the concurrency and the curve. */
function throughputWithin({ low, mid, high }: OpenInterval, { coefficients, resampled, confidence }: UslFit): OpenInterval {
  const concurrencies = [low, mid, high].filter((value) => value !== null);
  const values = resampled.flatMap((curve) => concurrencies.map((concurrency) => uslThroughput(curve, concurrency)));
  const middle = mid ?? 0;
  const interval = openIntervalOf(uslThroughput(coefficients, middle), values, confidence);
  return mid === null ? { ...interval, low: 0, mid: null } : interval;
}
