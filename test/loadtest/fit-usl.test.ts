import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type UslCoefficients, uslPeak, uslThroughput } from '../../lib/capacity/queueing/universal-scalability';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import { solveUsl } from '../../lib/loadtest/least-squares';
import type { LoadTestPoint } from '../../lib/loadtest/load-test';
import { fitWarningText } from '../../lib/output/fit-warnings';
import { uslText } from '../../lib/output/usl-text';
import { seededUniform, standardNormal } from '../support/queue-simulation';
import { inScope } from '../support/scope';
import { CISCO, pointsOf, SPEC_SDM91, thrownBy } from './support';

const LEVELS = [1, 2, 4, 8, 16, 32, 64, 128];

function curve(given: UslCoefficients, levels = LEVELS): LoadTestPoint[] {
  return pointsOf(levels.map((level) => [level, uslThroughput(given, level)]));
}

/** Throughput with normal noise of a share of itself. */
function noisy(given: UslCoefficients, noise: number, uniform: () => number, levels = LEVELS): LoadTestPoint[] {
  return curve(given, levels).map((point) => ({
    ...point,
    requestsPerSecond: point.requestsPerSecond * (1 + noise * standardNormal(uniform)),
  }));
}

const QUICK = { resamples: 20 };

const coefficients = fc.record({
  requestsPerSecondAtOne: fc.double({ min: 0.1, max: 10_000, noNaN: true }),
  contention: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
  crosstalk: fc.double({ min: 1e-5, max: 0.01, noNaN: true }),
});

const sampleOf = ({ concurrency, requestsPerSecond }: LoadTestPoint) => ({ concurrency, throughput: requestsPerSecond });

describe('published fits', () => {
  it('SPEC SDM91, by the usl package for R', () => {
    // tests/usl-nlxb.Rout.save and summary.Rout.save of github.com/smoeding/usl: alpha 0.0277285, beta 0.0001044,
    // gamma 89.995, R² 0.9896, residual standard error 82.85 with 4 degrees of freedom; peak at 97 (two digits).
    const fit = fitUsl(SPEC_SDM91, QUICK);
    expect(fit.coefficients.contention).toBeCloseTo(0.0277285, 6);
    expect(fit.coefficients.crosstalk).toBeCloseTo(0.0001044, 7);
    expect(fit.coefficients.requestsPerSecondAtOne).toBeCloseTo(89.9952, 3);
    expect(fit.rSquared).toBeCloseTo(0.9896, 4);
    const mean = SPEC_SDM91.reduce((sum, point) => sum + point.requestsPerSecond, 0) / 7;
    expect(fit.relativeError * mean * Math.sqrt(7 / 4)).toBeCloseTo(82.85, 1);
    expect(fit.peak.concurrency.mid).toBeCloseTo(97, -1);
  });

  it('SPEC SDM91 in whole numbers, by codahale/usl', () => {
    // Its README: σ 0.0277299, κ 0.000104343, λ 89.9878, at most 1883.76 at 96, contention constrained.
    const fit = fitUsl(
      pointsOf([
        [1, 65],
        [18, 996],
        [36, 1652],
        [72, 1853],
        [108, 1829],
        [144, 1775],
        [216, 1702],
      ]),
      QUICK,
    );
    expect(fit.coefficients.contention).toBeCloseTo(0.0277299, 5);
    expect(fit.coefficients.crosstalk).toBeCloseTo(0.000104343, 7);
    expect(fit.coefficients.requestsPerSecondAtOne).toBeCloseTo(89.9878, 1);
    expect(Math.floor(fit.peak.concurrency.mid ?? 0)).toBe(96);
    expect(fit.peak.requestsPerSecond.mid).toBeCloseTo(1883.76, 1);
    expect(fit.peak.bottleneck).toBe('contention');
  });

  it('a Cisco benchmark, by Schwartz', () => {
    // Values of the book, within its 0.02%: σ 0.02671591, κ 7.690945e-4, λ 995.6486, peak at 35.
    const { coefficients: fitted, peak } = fitUsl(CISCO, QUICK);
    expect(fitted.contention / 0.02671591).toBeCloseTo(1, 3);
    expect(fitted.crosstalk / 7.690945e-4).toBeCloseTo(1, 3);
    expect(fitted.requestsPerSecondAtOne / 995.6486).toBeCloseTo(1, 3);
    expect(Math.floor(peak.concurrency.mid ?? 0)).toBe(35);
  });

  it('the example of Gunther, by the usl package for R', () => {
    // tests/coef.Rout.save: 0.02, 0.02 and 1.
    const fit = fitUsl(
      pointsOf([
        [1, 1],
        [2, 1.8868],
        [4, 3.0769],
        [6, 3.5294],
        [8, 3.5398],
        [10, 3.3557],
      ]),
      QUICK,
    );
    expect(fit.coefficients.contention).toBeCloseTo(0.02, 4);
    expect(fit.coefficients.crosstalk).toBeCloseTo(0.02, 4);
    expect(fit.coefficients.requestsPerSecondAtOne).toBeCloseTo(1, 4);
  });
});

describe('synthetic points', () => {
  it('without noise give their coefficients', () => {
    fc.assert(
      fc.property(coefficients, (given) => {
        const fit = fitUsl(curve(given), { resamples: 1 });
        expect(fit.coefficients.requestsPerSecondAtOne / given.requestsPerSecondAtOne).toBeCloseTo(1, 5);
        expect(fit.coefficients.contention / given.contention).toBeCloseTo(1, 3);
        expect(fit.coefficients.crosstalk / given.crosstalk).toBeCloseTo(1, 3);
        expect(fit.rSquared).toBeCloseTo(1, 9);
      }),
    );
  });

  it('give the curve of least squares: no other curve, near or far, fits better', () => {
    const uniform = seededUniform(5);
    const squares = (points: readonly LoadTestPoint[], given: UslCoefficients) =>
      points.reduce((sum, point) => sum + (point.requestsPerSecond - uslThroughput(given, point.concurrency)) ** 2, 0);
    const factor = fc.constantFrom(0, 0.5, 0.99, 0.999, 1, 1.001, 1.01, 2);
    fc.assert(
      fc.property(coefficients, coefficients, fc.tuple(factor, factor, factor), (given, other, [a, b, c]) => {
        const points = noisy(given, 0.1, uniform);
        // Without the check of fitUsl, which refuses noise that hides the curve.
        const { coefficients: fitted } = solveUsl(points.map(sampleOf));
        const near = {
          requestsPerSecondAtOne: fitted.requestsPerSecondAtOne * (a || 1),
          contention: fitted.contention * b,
          crosstalk: fitted.crosstalk * c,
        };
        const best = squares(points, fitted) * (1 - 1e-6);
        expect(squares(points, near)).toBeGreaterThanOrEqual(best);
        expect(squares(points, other)).toBeGreaterThanOrEqual(best);
      }),
    );
  });

  it('give coefficients within their bounds, regardless of the noise', () => {
    const uniform = seededUniform(6);
    const straight = { requestsPerSecondAtOne: 10, contention: 0.001, crosstalk: 0 };
    for (let run = 0; run < 50; run++) {
      const { coefficients: fitted } = fitUsl(noisy(straight, 0.05, uniform), { resamples: 1 });
      expect(fitted.contention).toBeGreaterThanOrEqual(0);
      expect(fitted.contention).toBeLessThanOrEqual(1);
      expect(fitted.crosstalk).toBeGreaterThanOrEqual(0);
    }
  });

  it('give the same fit in any order, which scales with the unit of throughput', () => {
    const uniform = seededUniform(7);
    const points = noisy({ requestsPerSecondAtOne: 100, contention: 0.03, crosstalk: 0.0005 }, 0.03, uniform);
    const fit = fitUsl(points, QUICK);
    expect(fitUsl([...points].reverse(), QUICK).coefficients.contention).toBeCloseTo(fit.coefficients.contention, 8);
    const perHour = fitUsl(
      points.map((point) => ({ ...point, requestsPerSecond: point.requestsPerSecond * 3_600 })),
      QUICK,
    );
    expect(perHour.coefficients.contention).toBeCloseTo(fit.coefficients.contention, 8);
    expect(perHour.coefficients.requestsPerSecondAtOne / fit.coefficients.requestsPerSecondAtOne).toBeCloseTo(3_600, 3);
  });
});

describe('intervals', () => {
  const noises = [
    { what: 'noise in proportion', noise: (throughput: number) => 0.04 * throughput },
    { what: 'the same noise everywhere', noise: () => 30 },
  ];
  it.each(inScope(noises, ({ what }) => what === 'noise in proportion'))(
    'of 95% contain the true value in nearly 95% of the tests, with $what',
    ({ noise }) => {
      const truth = { requestsPerSecondAtOne: 100, contention: 0.03, crosstalk: 0.0002 };
      const uniform = seededUniform(8);
      const held = { requestsPerSecondAtOne: 0, contention: 0, crosstalk: 0, peak: 0 };
      const tests = 80;
      for (let test = 0; test < tests; test++) {
        const points = curve(truth).map((point) => ({
          ...point,
          requestsPerSecond: Math.max(1, point.requestsPerSecond + noise(point.requestsPerSecond) * standardNormal(uniform)),
        }));
        const { intervals, peak } = fitUsl(points, { resamples: 200, seed: test });
        for (const key of ['requestsPerSecondAtOne', 'contention', 'crosstalk'] as const) {
          if (intervals[key].low <= truth[key] && truth[key] <= intervals[key].high) held[key]++;
        }
        const peakOfTruth = uslPeak(truth)?.concurrency ?? 0;
        if (peak.concurrency.low <= peakOfTruth && peakOfTruth <= (peak.concurrency.high ?? Infinity)) held.peak++;
      }
      for (const [key, count] of Object.entries(held)) expect(count / tests, key).toBeGreaterThanOrEqual(0.87);
    },
  );

  it('contain the estimate and are narrower with less confidence', () => {
    const wide = fitUsl(SPEC_SDM91, { resamples: 300, confidence: 0.99 }).intervals.crosstalk;
    const narrow = fitUsl(SPEC_SDM91, { resamples: 300, confidence: 0.5 }).intervals.crosstalk;
    expect(wide.low).toBeLessThan(narrow.low);
    expect(wide.high).toBeGreaterThan(narrow.high);
    expect(narrow.low).toBeLessThanOrEqual(narrow.mid);
    expect(narrow.mid).toBeLessThanOrEqual(narrow.high);
  });

  it('are the same for the same seed, and different for another seed', () => {
    const { intervals } = fitUsl(SPEC_SDM91, { seed: 4, resamples: 100 });
    expect(fitUsl(SPEC_SDM91, { seed: 4, resamples: 100 }).intervals).toEqual(intervals);
    expect(fitUsl(SPEC_SDM91, { seed: 5, resamples: 100 }).intervals).not.toEqual(intervals);
  });
});

describe('the peak', () => {
  it('has the larger of contention and crosstalk as its cause', () => {
    const bottleneckOf = (contention: number, crosstalk: number) =>
      fitUsl(curve({ requestsPerSecondAtOne: 10, contention, crosstalk }), QUICK).peak.bottleneck;
    expect(bottleneckOf(0.2, 0.001)).toBe('contention');
    expect(bottleneckOf(0.001, 0.002)).toBe('crosstalk');
    expect(bottleneckOf(0, 0)).toBe('none');
  });

  it('does not exist without crosstalk: the curve approaches a ceiling', () => {
    const fit = fitUsl(curve({ requestsPerSecondAtOne: 50, contention: 0.05, crosstalk: 0 }), QUICK);
    expect(fit.peak.concurrency).toMatchObject({ mid: null, high: null });
    expect(fit.peak.requestsPerSecond.mid).toBeCloseTo(1_000, 3);
    expect(fit.warnings.map(({ kind }) => kind)).toEqual(['no-peak']);
  });

  it('is marked as extrapolated beyond the tested levels', () => {
    const fit = fitUsl(curve({ requestsPerSecondAtOne: 50, contention: 0.05, crosstalk: 1e-5 }), QUICK);
    expect(fit.peak.isExtrapolated).toBe(true);
    expect(fit.warnings.map(fitWarningText)).toEqual(['The peak at a concurrency of 308 is extrapolated: nothing above 128 was tested.']);
  });
});

describe('a ceiling', () => {
  it('is distinguished from contention and crosstalk, which published benchmarks have', () => {
    for (const points of [SPEC_SDM91, CISCO]) expect(fitUsl(points, QUICK).saturation.kind).toBe('curve');
  });

  it('is the limit of a pool or a rate: throughput rises as without it, and is constant from there on', () => {
    // 20 connections that a request holds for 0.1 s: 200 requests/s from 20 concurrent requests on (Little's law).
    const uniform = seededUniform(9);
    const limited = [1, 2, 5, 10, 15, 20, 30, 40, 60, 100].map((concurrency) => ({
      concurrency,
      requestsPerSecond: (Math.min(concurrency, 20) / 0.1) * (1 + 0.02 * standardNormal(uniform)),
    }));
    const fit = fitUsl(limited, QUICK);
    expect(fit.saturation.kind).toBe('ceiling');
    expect(Math.abs(fit.saturation.requestsPerSecond.mid / 200 - 1)).toBeLessThan(0.02);
    expect(Math.abs(fit.saturation.concurrency.mid / 20 - 1)).toBeLessThan(0.05);
    expect(fit.warnings).toEqual([]);
    expect(uslText(fit)).toMatch(/^throughput has a ceiling of \d+ requests\/s from a concurrency of [\d.]+ on, such as that of a pool/);
  });

  it('counts successful requests: those beyond a rate limit fail at once', () => {
    const limited = [10, 20, 40, 60, 80, 120, 200, 400].map((requestsPerSecond) => ({
      concurrency: requestsPerSecond,
      requestsPerSecond,
      errorShare: Math.max(0, 1 - 60 / requestsPerSecond),
    }));
    expect(fitUsl(limited, QUICK).saturation).toMatchObject({ kind: 'ceiling', requestsPerSecond: { mid: expect.closeTo(60, 6) } });
  });

  it('is not where throughput grows up to the highest level', () => {
    const growing = curve({ requestsPerSecondAtOne: 50, contention: 0.001, crosstalk: 0 });
    expect(fitUsl(growing, QUICK).saturation).toMatchObject({ kind: 'not-reached', concurrency: { mid: expect.any(Number) } });
  });
});

describe('warnings', () => {
  const kinds = (points: readonly LoadTestPoint[]) => fitUsl(points, { resamples: 200 }).warnings.map(({ kind }) => kind);

  it('are few for points that determine the curve well', () => {
    expect(kinds(CISCO.slice(0, 30))).toEqual(['peak-beyond-data']);
  });

  it('report a test that ended before the system was busy', () => {
    expect(kinds(curve({ requestsPerSecondAtOne: 50, contention: 0.0001, crosstalk: 1e-6 }))).toContain('no-bend');
  });

  it('report scatter, and a peak that it may hide', () => {
    const truth = curve({ requestsPerSecondAtOne: 50, contention: 0.1, crosstalk: 5e-4 });
    const scattered = truth.map((point, index) => ({
      ...point,
      requestsPerSecond: point.requestsPerSecond * (index % 2 === 0 ? 1.3 : 0.7),
    }));
    expect(kinds(scattered)).toEqual(expect.arrayContaining(['peak-uncertain', 'poor-fit']));
  });

  it('report throughput per user that rises with the number of users', () => {
    const cold = curve({ requestsPerSecondAtOne: 50, contention: 0.05, crosstalk: 0.0005 });
    cold[0] = { concurrency: 1, requestsPerSecond: 30 };
    expect(fitUsl(cold, QUICK).warnings.map(fitWarningText)).toContainEqual(
      expect.stringMatching(/^A user gets 59% more at a concurrency of 2 than at 1;/),
    );
  });

  it('report errors; the curve counts successful requests only', () => {
    const truth = { requestsPerSecondAtOne: 50, contention: 0.05, crosstalk: 0.0005 };
    const failing = curve(truth).map((point) =>
      point.concurrency < 64 ? point : { ...point, requestsPerSecond: point.requestsPerSecond * 2, errorShare: 0.5 },
    );
    expect(fitUsl(failing, QUICK).coefficients.contention).toBeCloseTo(0.05, 6);
    expect(kinds(failing)).toContain('many-errors');
  });
});

describe('rejected points', () => {
  it.each([[], SPEC_SDM91.slice(0, 5)])('too few levels: %j', (...points) => {
    const [problem] = thrownBy(() => fitUsl(points as LoadTestPoint[]));
    expect(problem?.path).toBe('levels of concurrency');
    expect(problem?.expected).toMatch(/^at least 6 that differ by more than 1%/);
  });

  it('many points of few levels', () => {
    const repeated = Array.from({ length: 30 }, (_, index) => ({ concurrency: 10 + (index % 3), requestsPerSecond: 100 + index }));
    expect(thrownBy(() => fitUsl(repeated))[0]?.reason).toBe('found 3 (10, 11, 12)');
  });

  it('levels too close to each other', () => {
    const close = pointsOf(LEVELS.map((_, index) => [100 + 5 * index, 1_000 + index]));
    expect(thrownBy(() => fitUsl(close))).toEqual([
      {
        path: 'levels of concurrency',
        reason: 'covers 100 to 135',
        expected: expect.stringMatching(/^a highest level of at least 2 times the lowest/),
      },
    ]);
  });

  it('impossible values, all of them at once', () => {
    const wrong = [
      { concurrency: 0, requestsPerSecond: Number.NaN },
      { concurrency: Number.POSITIVE_INFINITY, requestsPerSecond: -5 },
      { concurrency: 1, requestsPerSecond: 5, p95LatencyMs: -1, errorShare: 1.5 },
      ...SPEC_SDM91.slice(1),
    ];
    const problems = thrownBy(() => fitUsl(wrong, { subject: 'test of march' }));
    expect(problems.map(({ path, received }) => `${path} ${received}`)).toEqual([
      'points.0.concurrency 0',
      'points.0.requestsPerSecond NaN',
      'points.1.concurrency Infinity',
      'points.1.requestsPerSecond -5',
      'points.2.p95LatencyMs -1',
      'points.2.errorShare 1.5',
    ]);
    expect(() => fitUsl(wrong, { subject: 'test of march' })).toThrow(/^invalid test of march\n/);
  });

  it('a hundred invalid values, of which twenty are listed', () => {
    const problems = thrownBy(() => fitUsl(Array.from({ length: 100 }, () => ({ concurrency: -1, requestsPerSecond: 1 }))));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.path).toBe('81 more');
  });

  it('throughput that does not depend on concurrency', () => {
    const unrelated = pointsOf([
      [1, 500],
      [10, 20],
      [20, 900],
      [40, 10],
      [80, 700],
      [160, 30],
    ]);
    expect(thrownBy(() => fitUsl(unrelated))[0]).toMatchObject({
      path: 'throughput',
      reason: expect.stringMatching(/^throughput is not related to concurrency/),
    });
  });

  it('but not constant throughput, which is a contention of 1', () => {
    const flat = pointsOf([
      [10, 100],
      [20, 101],
      [40, 99],
      [60, 100],
      [80, 100.5],
      [160, 100],
    ]);
    expect(fitUsl(flat, QUICK).peak.bottleneck).toBe('contention');
  });

  it('nor levels at which all requests fail, which the curve excludes', () => {
    const dead = { concurrency: 500, requestsPerSecond: 100, errorShare: 1 };
    expect(fitUsl([...SPEC_SDM91, dead], QUICK)).toMatchObject({ points: 7, testedConcurrency: { from: 1, to: 216 } });
  });
});
