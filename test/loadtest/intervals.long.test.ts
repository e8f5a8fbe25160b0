import { describe, expect, test } from 'vitest';
import { type UslCoefficients, uslPeak, uslThroughput } from '../../lib/capacity/queueing/universal-scalability';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import { levelWindows, MOST_SECONDS } from '../../lib/loadtest/level-windows';
import type { LoadTestPoint } from '../../lib/loadtest/load-test';
import { seededUniform, standardNormal } from '../support/queue-simulation';

const TRUTH: UslCoefficients = { requestsPerSecondAtOne: 100, contention: 0.03, crosstalk: 0.0002 };

const LEVELS = [1, 2, 4, 8, 16, 32, 48, 64, 96, 128];

/** Difference between two holds of one level, as a share of throughput; it is the same in all windows of a hold. */
const BETWEEN_HOLDS = 0.03;

/** Difference between two windows of one hold. */
const BETWEEN_WINDOWS = 0.02;

/** A test that holds each level for some time, read in windows of 30 seconds. */
function testWithHolds(holdSeconds: number, uniform: () => number): LoadTestPoint[] {
  return LEVELS.flatMap((concurrency) => {
    const ofHold = 1 + BETWEEN_HOLDS * standardNormal(uniform);
    return Array.from({ length: Math.round(holdSeconds / MOST_SECONDS) }, () => ({
      concurrency,
      requestsPerSecond: uslThroughput(TRUTH, concurrency) * ofHold * (1 + BETWEEN_WINDOWS * standardNormal(uniform)),
    }));
  });
}

/** With 300 tests, a share of 95% is within 2.5% of it at random (two deviations of a binomial distribution). */
const TESTS = 300;

describe('95% intervals contain the true value in 90 to 98% of the tests', () => {
  test.each([30, 300])('with holds of %d seconds', (holdSeconds) => {
    const uniform = seededUniform(holdSeconds);
    const most = uslPeak(TRUTH) ?? { concurrency: 0, requestsPerSecond: 0 };
    const count = { requestsPerSecondAtOne: 0, contention: 0, crosstalk: 0, peak: 0, saturation: 0 };
    for (let run = 0; run < TESTS; run++) {
      const { intervals, peak, saturation } = fitUsl(testWithHolds(holdSeconds, uniform), { resamples: 200, seed: run });
      for (const key of ['requestsPerSecondAtOne', 'contention', 'crosstalk'] as const)
        if (intervals[key].low <= TRUTH[key] && TRUTH[key] <= intervals[key].high) count[key]++;
      if (peak.concurrency.low <= most.concurrency && most.concurrency <= (peak.concurrency.high ?? Number.POSITIVE_INFINITY)) count.peak++;
      const { low, high } = saturation.requestsPerSecond;
      if (low <= most.requestsPerSecond && most.requestsPerSecond <= high) count.saturation++;
    }
    for (const [key, covered] of Object.entries(count)) {
      expect(covered / TESTS, key).toBeGreaterThanOrEqual(0.9);
      expect(covered / TESTS, key).toBeLessThanOrEqual(0.98);
    }
  });
});

/** The largest throughput of a system whose users send one request a second. */
const CEILING = 300;

const RAMP_TO = 600;

/**
 * A ramp whose throughput differs by 3% from one stretch to the next, as the holds above do, and by 5% between seconds. The first stretch
 * began before the test.
 */
function testWithRamp(rampSeconds: number, stretchSeconds: number, uniform: () => number): LoadTestPoint[] {
  let ofStretch = 1 + BETWEEN_HOLDS * standardNormal(uniform);
  const before = Math.floor(uniform() * stretchSeconds);
  const moments = Array.from({ length: rampSeconds }, (_, second) => {
    if ((second + before) % stretchSeconds === 0) ofStretch = 1 + BETWEEN_HOLDS * standardNormal(uniform);
    const concurrency = Math.max(1, Math.round((RAMP_TO * (second + 1)) / rampSeconds));
    return { second, concurrency, requests: Math.min(CEILING, concurrency) * ofStretch * (1 + 0.05 * standardNormal(uniform)) };
  });
  return levelWindows(moments).map(({ from, to }) => {
    const window = moments.slice(from, to);
    const mean = (of: (moment: (typeof moments)[number]) => number) => window.reduce((sum, one) => sum + of(one), 0) / window.length;
    return { concurrency: mean(({ concurrency }) => concurrency), requestsPerSecond: mean(({ requests }) => requests) };
  });
}

/** With 200 ramps, a share of 95% is within 3% of it at random (two deviations of a binomial distribution). */
const RAMPS = 200;

describe('a ramp whose throughput differs from minute to minute shows the ceiling within its interval in 90 to 98% of the tests', () => {
  test.each([300, 600, 1_200])('in %d seconds', (rampSeconds) => {
    const uniform = seededUniform(rampSeconds);
    let covered = 0;
    for (let run = 0; run < RAMPS; run++) {
      const points = testWithRamp(rampSeconds, 60, uniform);
      const { low, high } = fitUsl(points, { isRamp: true, resamples: 100, seed: run }).saturation.requestsPerSecond;
      if (low <= CEILING && CEILING <= high) covered++;
    }
    expect(covered / RAMPS).toBeGreaterThanOrEqual(0.9);
    expect(covered / RAMPS).toBeLessThanOrEqual(0.98);
  });
});
