import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type UslCoefficients,
  uslCeiling,
  uslCurve,
  uslLoss,
  uslPeak,
  uslResponseSeconds,
  uslThroughput,
} from '../../../lib/capacity/queueing/universal-scalability';

/** Schwartz, Practical Scalability Analysis with the Universal Scalability Law: fit of a Cisco benchmark, as usl4j's tests quote it. */
const CISCO: UslCoefficients = { requestsPerSecondAtOne: 995.6486, contention: 0.02671591, crosstalk: 7.690945e-4 };

const coefficients = fc.record({
  requestsPerSecondAtOne: fc.double({ min: 0.1, max: 10_000, noNaN: true }),
  contention: fc.double({ min: 0, max: 1, noNaN: true }),
  crosstalk: fc.double({ min: 1e-9, max: 0.1, noNaN: true }),
});
const concurrency = fc.double({ min: 1, max: 100_000, noNaN: true });

describe('the curve', () => {
  it('gives the published peak, throughputs and latencies', () => {
    const peak = uslPeak(CISCO);
    expect(Math.floor(peak?.concurrency ?? 0)).toBe(35);
    expect(uslThroughput(CISCO, 35)).toBeCloseTo(12_341.7, 0);
    expect(uslThroughput(CISCO, 20)).toBeCloseTo(11_063.6, 0);
    expect(uslResponseSeconds(CISCO, 1)).toBeCloseTo(0.0010044, 7);
    expect(uslResponseSeconds(CISCO, 35)).toBeCloseTo(0.0028359, 7);
  });

  it('gives the published peaks of the usl package for R', () => {
    // Its tests, peak-scalability.Rout.save: 97 for the SPEC SDM91 fit, and 320, in two digits, for 0.001 and 0.00001.
    expect(uslPeak({ requestsPerSecondAtOne: 89.9952, contention: 0.0277285, crosstalk: 0.0001044 })?.concurrency).toBeCloseTo(97, 0);
    expect(uslPeak({ requestsPerSecondAtOne: 1, contention: 0.001, crosstalk: 0.00001 })?.concurrency).toBeCloseTo(316.07, 2);
  });

  it('has the throughput of one user at 1, and 0 without users', () => {
    fc.assert(
      fc.property(coefficients, (given) => {
        expect(uslThroughput(given, 1)).toBeCloseTo(given.requestsPerSecondAtOne, 9);
        expect(uslThroughput(given, 0)).toBe(0);
      }),
    );
  });

  it('is at most linear, rises to its peak and falls after it', () => {
    fc.assert(
      fc.property(coefficients, concurrency, fc.double({ min: 1, max: 2, noNaN: true }), (given, users, factor) => {
        const peak = uslPeak(given)?.concurrency ?? 1;
        const [near, far] = [uslThroughput(given, users), uslThroughput(given, users * factor)];
        expect(near).toBeLessThanOrEqual(users * given.requestsPerSecondAtOne * (1 + 1e-12));
        if (users * factor <= peak) expect(far).toBeGreaterThanOrEqual(near * (1 - 1e-12));
        if (users >= peak) expect(far).toBeLessThanOrEqual(near * (1 + 1e-12));
      }),
    );
  });

  it("satisfies Little's law at every point", () => {
    fc.assert(
      fc.property(coefficients, concurrency, (given, users) => {
        const [point] = uslCurve(given, [users]);
        expect(((point?.requestsPerSecond ?? 0) * (point?.responseSeconds ?? 0)) / users).toBeCloseTo(1, 9);
      }),
    );
  });

  it("is Amdahl's law without crosstalk, with a ceiling and no peak", () => {
    const amdahl = { requestsPerSecondAtOne: 50, contention: 0.05, crosstalk: 0 };
    expect(uslPeak(amdahl)).toBeUndefined();
    expect(uslCeiling(amdahl)).toBe(1_000);
    expect(uslThroughput(amdahl, 1e9)).toBeCloseTo(1_000, 3);
    expect(uslCeiling({ ...amdahl, contention: 0 })).toBe(Infinity);
    expect(uslCeiling(CISCO)).toBeUndefined();
  });

  it('has its peak at 1 if contention is 1', () => {
    expect(uslPeak({ requestsPerSecondAtOne: 50, contention: 1, crosstalk: 0.01 })).toMatchObject({
      concurrency: 1,
      requestsPerSecond: 50,
    });
  });
});

describe('uslLoss', () => {
  it('gives the lost share and its cause', () => {
    const given = { requestsPerSecondAtOne: 10, contention: 0.1, crosstalk: 0.01 };
    // At 10 users: 1 + 0.1 × 9 + 0.01 × 90 = 2.8 times slower, half of it by each.
    expect(uslLoss(given, 10)).toEqual({ lost: expect.closeTo(1 - 1 / 2.8, 12), byContention: 0.5 });
    expect(uslLoss({ ...given, contention: 0, crosstalk: 0 }, 10)).toEqual({ lost: 0, byContention: 0 });
  });

  it('is the share that is missing compared with linear scaling', () => {
    fc.assert(
      fc.property(coefficients, concurrency, (given, users) => {
        const linear = users * given.requestsPerSecondAtOne;
        expect(uslLoss(given, users).lost).toBeCloseTo(1 - uslThroughput(given, users) / linear, 9);
      }),
    );
  });
});
