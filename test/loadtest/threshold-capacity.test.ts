import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uslThroughput } from '../../lib/capacity/queueing/universal-scalability';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import { risingReadings } from '../../lib/loadtest/isotonic';
import type { LoadTestPoint } from '../../lib/loadtest/load-test';
import { type Thresholds, thresholdCapacities } from '../../lib/loadtest/threshold-capacity';
import { SPEC_SDM91 } from './support';

const P95 = [20, 25, 31, 60, 95, 130, 210];
const ERRORS = [0, 0, 0.001, 0.005, 0.012, 0.04, 0.095];
const POINTS: readonly LoadTestPoint[] = SPEC_SDM91.map((point, index) => ({
  ...point,
  p95LatencyMs: P95[index] ?? 0,
  errorShare: ERRORS[index] ?? 0,
}));
const FIT = fitUsl(POINTS, { resamples: 200 });

const capacityAt = (thresholds: Thresholds, points = POINTS) => thresholdCapacities(points, FIT, thresholds);

describe('thresholdCapacities', () => {
  it('gives the concurrency at which each limit is crossed, between the adjacent levels', () => {
    const [p95, errors] = capacityAt({ p95LatencyMs: 50, errorShare: 0.01 });
    // From 31 ms at 36 to 60 ms at 72: 50 ms after 19 of 29 parts.
    expect(p95).toMatchObject({
      threshold: 'p95LatencyMs',
      outcome: 'crossed',
      concurrency: { low: 36, mid: expect.closeTo(36 + (19 / 29) * 36, 9), high: 72 },
    });
    expect(errors).toMatchObject({ threshold: 'errorShare', outcome: 'crossed', concurrency: { low: 72, high: 108 } });
  });

  it('gives the throughput of the curve there, with the uncertainty of both', () => {
    const [{ concurrency, requestsPerSecond } = { concurrency: { mid: 0 }, requestsPerSecond: { low: 0, mid: 0, high: 0 } }] = capacityAt({
      p95LatencyMs: 50,
    });
    expect(requestsPerSecond.mid).toBe(uslThroughput(FIT.coefficients, concurrency.mid ?? 0));
    expect(requestsPerSecond.low).toBeLessThan(requestsPerSecond.mid ?? 0);
    expect(requestsPerSecond.high).toBeGreaterThan(requestsPerSecond.mid ?? 0);
  });

  it('gives at most the highest tested level if the limit always held', () => {
    expect(capacityAt({ p95LatencyMs: 1_000 })).toMatchObject([
      { outcome: 'never-crossed', concurrency: { low: 216, mid: 216, high: null } },
    ]);
  });

  it('gives no capacity if the limit never held', () => {
    expect(capacityAt({ p95LatencyMs: 10 })).toMatchObject([
      { outcome: 'always-exceeded', concurrency: { low: 0, mid: null, high: 1 }, requestsPerSecond: { low: 0, mid: null } },
    ]);
  });

  it('is not-measured without measurements', () => {
    expect(capacityAt({ p95LatencyMs: 10 }, SPEC_SDM91)).toMatchObject([
      { outcome: 'not-measured', concurrency: { low: 0, mid: null, high: null } },
    ]);
    expect(capacityAt({})).toEqual([]);
  });

  it('holds at the limit itself', () => {
    expect(capacityAt({ p95LatencyMs: 60 })).toMatchObject([{ concurrency: { low: 72, mid: 72 } }]);
  });

  it('never falls when the limit rises', () => {
    const limit = fc.double({ min: 20, max: 210, noNaN: true });
    fc.assert(
      fc.property(limit, limit, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((p95LatencyMs) => capacityAt({ p95LatencyMs })[0]?.concurrency);
        expect(low?.mid ?? 0).toBeLessThanOrEqual(high?.mid ?? 0);
        expect(low?.low ?? 0).toBeLessThanOrEqual(high?.low ?? 0);
      }),
    );
  });
});

describe('rising', () => {
  const readings = fc.array(
    fc.record({ concurrency: fc.integer({ min: 1, max: 20 }), value: fc.double({ min: 0, max: 100, noNaN: true }) }),
    { minLength: 1, maxLength: 20 },
  );

  it('pools neighbors that fall', () => {
    const given = [10, 30, 20, 40].map((value, index) => ({ concurrency: index + 1, value }));
    expect(risingReadings(given).map(({ value }) => value)).toEqual([10, 25, 25, 40]);
  });

  it('averages measurements of the same concurrency first, each with its weight', () => {
    const given = [
      { concurrency: 2, value: 10 },
      { concurrency: 1, value: 20 },
      { concurrency: 1, value: 40 },
    ];
    expect(risingReadings(given)).toEqual([
      { concurrency: 1, value: expect.closeTo(70 / 3, 9) },
      { concurrency: 2, value: expect.closeTo(70 / 3, 9) },
    ]);
  });

  it('never falls, has every concurrency once, and has the same mean', () => {
    fc.assert(
      fc.property(readings, (given) => {
        const result = risingReadings(given);
        expect(result.map(({ concurrency }) => concurrency)).toEqual(
          [...new Set(given.map(({ concurrency }) => concurrency))].sort((a, b) => a - b),
        );
        for (const [index, { value }] of result.entries()) expect(value).toBeGreaterThanOrEqual((result[index - 1]?.value ?? 0) - 1e-9);
        const fitted = given.reduce((sum, { concurrency }) => sum + (result.find((one) => one.concurrency === concurrency)?.value ?? 0), 0);
        expect(fitted).toBeCloseTo(
          given.reduce((sum, { value }) => sum + value, 0),
          6,
        );
      }),
    );
  });

  it('does not change values that already rise', () => {
    const given = [1, 2, 3].map((value) => ({ concurrency: value, value }));
    expect(risingReadings(given)).toEqual(given);
  });
});
