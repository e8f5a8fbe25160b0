import { describe, expect, it } from 'vitest';
import { type ObservedWindow, regressed } from '../../lib/observation/regression';
import { seededUniform, standardNormal } from '../support/queue-simulation';

describe('the regression of a use on requests', () => {
  it('gives back a line without deviations, and the share of each instance', () => {
    // 0.25 cores of each instance and 0.01 core seconds of each request.
    const windows = Array.from({ length: 120 }, (_, index): ObservedWindow => {
      const instances = index < 60 ? 2 : 4;
      const requestsPerSecond = 10 + (index % 30);
      return { instances, requestsPerSecond, use: 0.25 * instances + 0.01 * requestsPerSecond };
    });
    const { base, perRequest, autocorrelation, explained } = regressed(windows);
    for (const point of ['low', 'mid', 'high'] as const) {
      expect(base[point]).toBeCloseTo(0.25, 9);
      expect(perRequest[point]).toBeCloseTo(0.01, 9);
    }
    expect(autocorrelation).toBeLessThanOrEqual(0.98);
    expect(explained).toBeCloseTo(1, 9);
  });

  it('is that of ordinary least squares where deviations alternate', () => {
    // Hand-computed: the means are 2.5 and 5, the sum of products is 8.8 and that of squares 5, for each four windows.
    const uses = [2.1, 4.5, 5.3, 8.1];
    const windows = Array.from({ length: 120 }, (_, index): ObservedWindow => {
      const requestsPerSecond = 1 + (index % 4);
      return { instances: 1, requestsPerSecond, use: uses[index % 4] as number };
    });
    const { base, perRequest, autocorrelation } = regressed(windows);
    expect(autocorrelation).toBe(0);
    expect(perRequest.mid).toBeCloseTo(9.4 / 5, 9);
    expect(base.mid).toBeCloseTo(5 - 2.5 * (9.4 / 5), 9);
  });

  it('has no finite interval where the instances follow the requests', () => {
    const windows = Array.from({ length: 120 }, (_, index): ObservedWindow => {
      const instances = 1 + (index % 5);
      return { instances, requestsPerSecond: 10 * instances, use: 0.5 * instances };
    });
    expect(Number.isFinite(regressed(windows).perRequest.low)).toBe(false);
  });

  /** A day in periods of 5 minutes. */
  const WINDOWS = 288;
  const TRIALS = 300;

  it.each([0, 0.6, 0.9])(
    'has intervals that contain the true value in nine of ten days or more, and not in all, with an autocorrelation of %d',
    (correlation) => {
      const uniform = seededUniform(Math.round(100 * correlation) + 1);
      const normal = () => standardNormal(uniform);
      let [slopes, bases] = [0, 0];
      for (let trial = 0; trial < TRIALS; trial++) {
        let deviation = normal();
        const windows = Array.from({ length: WINDOWS }, (_, index): ObservedWindow => {
          const requestsPerSecond = 50 + 30 * Math.sin((2 * Math.PI * index) / WINDOWS) + 5 * normal();
          const use = 0.5 + 0.01 * requestsPerSecond + 0.03 * deviation;
          deviation = correlation * deviation + Math.sqrt(1 - correlation ** 2) * normal();
          return { instances: 1, requestsPerSecond, use };
        });
        const { base, perRequest } = regressed(windows);
        if (perRequest.low <= 0.01 && 0.01 <= perRequest.high) slopes++;
        if (base.low <= 0.5 && 0.5 <= base.high) bases++;
      }
      for (const within of [slopes / TRIALS, bases / TRIALS]) {
        expect(within).toBeGreaterThanOrEqual(0.9);
        expect(within).toBeLessThanOrEqual(0.98);
      }
    },
  );
});
