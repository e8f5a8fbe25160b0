import { describe, expect, test } from 'vitest';
import { type UslCoefficients, uslPeak, uslThroughput } from '../../lib/capacity/queueing/universal-scalability';
import { InputError } from '../../lib/core/problems';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import { levelWindows, MOST_SECONDS } from '../../lib/loadtest/level-windows';
import type { LoadTestPoint } from '../../lib/loadtest/load-test';
import { seededUniform, standardNormal } from '../support/queue-simulation';
import { type HeldTest, heldMoments, LEVELS, TRUTH } from './held-levels';

/** Difference between two holds of one level, as a share of throughput; it is the same in all windows of a hold. */
const BETWEEN_HOLDS = 0.03;

/** Difference between two windows of one hold. */
const BETWEEN_WINDOWS = 0.02;

/** A test that holds each level for some time, read in windows of 30 seconds. */
function testWithHolds(holdSeconds: number, uniform: () => number, truth = TRUTH, levels = LEVELS): LoadTestPoint[] {
  return levels.flatMap((concurrency) => {
    const ofHold = 1 + BETWEEN_HOLDS * standardNormal(uniform);
    return Array.from({ length: Math.round(holdSeconds / MOST_SECONDS) }, () => ({
      concurrency,
      requestsPerSecond: uslThroughput(truth, concurrency) * ofHold * (1 + BETWEEN_WINDOWS * standardNormal(uniform)),
    }));
  });
}

/** With 300 tests, a share of 95% is within 2.5% of it at random (two deviations of a binomial distribution). */
const TESTS = 300;

type Share = 'requestsPerSecondAtOne' | 'contention' | 'crosstalk' | 'peak' | 'saturation';

/** The share of tests of a true curve whose interval of each quantity contains the true value. */
function coverageOf(tests: number, truth: UslCoefficients, pointsOf: () => LoadTestPoint[]): Readonly<Record<Share, number>> {
  const most = uslPeak(truth) ?? { concurrency: 0, requestsPerSecond: 0 };
  const share = { requestsPerSecondAtOne: 0, contention: 0, crosstalk: 0, peak: 0, saturation: 0 };
  for (let run = 0; run < tests; run++) {
    const { intervals, peak, saturation } = fitUsl(pointsOf(), { resamples: 200, seed: run });
    for (const key of ['requestsPerSecondAtOne', 'contention', 'crosstalk'] as const)
      if (intervals[key].low <= truth[key] && truth[key] <= intervals[key].high) share[key] += 1 / tests;
    const { low: least, high: largest } = peak.concurrency;
    if (least <= most.concurrency && most.concurrency <= (largest ?? Number.POSITIVE_INFINITY)) share.peak += 1 / tests;
    const { low, high } = saturation.requestsPerSecond;
    if (low <= most.requestsPerSecond && most.requestsPerSecond <= high) share.saturation += 1 / tests;
  }
  return share;
}

describe('95% intervals contain the true value in 90 to 98% of the tests', () => {
  test.each([30, 300])('with holds of %d seconds', (holdSeconds) => {
    const uniform = seededUniform(holdSeconds);
    const shares = coverageOf(TESTS, TRUTH, () => testWithHolds(holdSeconds, uniform));
    for (const [key, share] of Object.entries(shares)) {
      expect(share, key).toBeGreaterThanOrEqual(0.9);
      expect(share, key).toBeLessThanOrEqual(0.98);
    }
  });

  test.each([
    [10, 0.0005, LEVELS],
    [6, 0.002, [1, 4, 16, 32, 64, 128]],
  ])('of a system without contention, with %d levels and a crosstalk of %d', (_count, crosstalk, levels) => {
    const truth: UslCoefficients = { requestsPerSecondAtOne: 100, contention: 0, crosstalk };
    const uniform = seededUniform(levels.length);
    const { contention, ...shares } = coverageOf(200, truth, () => testWithHolds(30, uniform, truth, levels));
    for (const [key, share] of Object.entries(shares)) {
      expect(share, key).toBeGreaterThanOrEqual(0.9);
      expect(share, key).toBeLessThanOrEqual(0.98);
    }
    // Contention is never below 0, so that only an interval above it misses it: 97.5%.
    expect(contention).toBeGreaterThanOrEqual(0.95);
  });
});

/** The points of a test whose levels have warm-ups; undefined if it is rejected. */
function testWithWarmUps(test: HeldTest, seed: number): LoadTestPoint[] | undefined {
  const moments = heldMoments(test, seed);
  try {
    return levelWindows(moments, 'a test').map(({ from, to }) => {
      const window = moments.slice(from, to);
      return {
        concurrency: window[0]?.concurrency ?? 0,
        requestsPerSecond: window.reduce((sum, { succeeded }) => sum + succeeded, 0) / window.length,
      };
    });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** With 100 tests, a share of 90 to 98% is at least 84% at random (two deviations of a binomial distribution). */
const WARM_TESTS = 100;
const LEAST_SHARE = 0.84;

describe('95% intervals contain the true value in 90 to 98% of the tests with warm-ups of up to a third of a level', () => {
  test.each<[number, HeldTest['shape'], number]>([
    [60, 'exponential', 15],
    [120, 'sudden', 30],
    [300, 'linear', 60],
  ])('of %d seconds, with a(n) %s warm-up of %d seconds', (holdSeconds, shape, warmUpSeconds) => {
    const tests = Array.from({ length: WARM_TESTS }, (_, seed) =>
      testWithWarmUps({ holdSeconds, warmUpSeconds, shape, missing: 0.4, betweenHolds: BETWEEN_HOLDS }, seed),
    );
    const accepted = tests.filter((points) => points !== undefined);
    expect(accepted.length).toBeGreaterThanOrEqual(0.95 * WARM_TESTS);
    const shares = coverageOf(accepted.length, TRUTH, () => accepted.pop() ?? []);
    for (const [key, share] of Object.entries(shares)) {
      expect(share, key).toBeGreaterThanOrEqual(LEAST_SHARE);
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
    return { second, concurrency, succeeded: Math.min(CEILING, concurrency) * ofStretch * (1 + 0.05 * standardNormal(uniform)) };
  });
  return levelWindows(moments, 'a ramp').map(({ from, to }) => {
    const window = moments.slice(from, to);
    const mean = (of: (moment: (typeof moments)[number]) => number) => window.reduce((sum, one) => sum + of(one), 0) / window.length;
    return { concurrency: mean(({ concurrency }) => concurrency), requestsPerSecond: mean(({ succeeded }) => succeeded) };
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
