import { type UslCoefficients, uslCeiling, uslLoss, uslPeak, uslThroughput } from '../capacity/queueing/universal-scalability';
import type { Interval } from '../core/interval';
import { percent } from '../core/number-format';
import { InputError } from '../core/problems';
import { quantile, type Resampling, resampledCurves, studentized } from './bootstrap';
import { openIntervalOf } from './bounds';
import { ceilingOf } from './ceiling';
import { checkPoints, pointsByLevel } from './check-points';
import { type FitWarning, fitWarnings } from './fit-warnings';
import { type Sample, solveUsl, solveWithoutContention } from './least-squares';
import { type LoadTestPoint, succeededPerSecond } from './load-test';
import { COEFFICIENTS, type Saturation, saturationOf } from './saturation';
import type { UslPeakEstimate } from './usl-peak';

/** Options of the fit; each has a default. */
export interface FitOptions {
  /** Seed of the bootstrap: the same seed gives the same intervals. Default: 1. */
  readonly seed?: number;
  /** Number of resampled curves for the intervals. Default: 1,000, with which bounds for different seeds differ by a few percent. */
  readonly resamples?: number;
  /** Share of the resampled curves inside an interval. Default: 0.95. */
  readonly confidence?: number;
  /** Whether the points are adjacent parts of a ramp, which are not independent measurements. Default: false. */
  readonly isRamp?: boolean;
  /** Subject of errors. Default: `load-test points`. */
  readonly subject?: string;
}

/** The Universal Scalability Law, fitted to a load test. */
export interface UslFit {
  /** The curve of successful requests. */
  readonly coefficients: UslCoefficients;
  /** Confidence interval of each coefficient. That of the throughput of one user is wider where contention may be 0. */
  readonly intervals: Readonly<Record<keyof UslCoefficients, Interval>>;
  /** Confidence of the intervals, 0 to 1. */
  readonly confidence: number;
  /** Seed of the bootstrap. */
  readonly seed: number;
  /** The resampled curves, from which intervals of other quantities are computed. */
  readonly resampled: readonly UslCoefficients[];
  /** Share of the variance of throughput that the curve explains. */
  readonly rSquared: number;
  /** Root of the mean squared error, divided by the mean throughput. */
  readonly relativeError: number;
  /** Number of measured points with successful requests. */
  readonly points: number;
  /** Number of different levels of concurrency. */
  readonly levels: number;
  /** The lowest and highest concurrency tested. */
  readonly testedConcurrency: {
    /** Lowest tested concurrency. */
    readonly from: number;
    /** Highest tested concurrency. */
    readonly to: number;
  };
  /** The peak of throughput. */
  readonly peak: UslPeakEstimate;
  /** The largest tested throughput. */
  readonly saturation: Saturation;
  /** Why parts of the fit may be unreliable. */
  readonly warnings: readonly FitWarning[];
}

/** Smallest share of the variance that a curve must explain, unless it is close to all points. */
const LEAST_R_SQUARED = 0.5;

/** Relative error up to which a curve is close to the points, for flat throughput without variance to explain. */
const NEAR = 0.1;

/**
 * Factor on the scatter of the parts of a ramp. A disturbance as long as a part, such as a busy neighbor, usually begins within one part
 * and ends within the next: φ of it is in the one and 1 − φ in the other. The scatter of the parts then shows (1 − φ)² + φ² of the variance
 * that their mean has, which is a mean factor of ∫ 1 / ((1 − φ)² + φ²) dφ = π / 2 for φ from 0 to 1.
 */
const RAMP_SCATTER_TIMES = Math.sqrt(Math.PI / 2);

/**
 * Fits the Universal Scalability Law to measured points: by least squares of throughput, as the `usl` package for R does,
 * within 0 ≤ σ ≤ 1 and κ ≥ 0, with intervals from a seeded bootstrap. Each level of concurrency is one sample.
 *
 * Only successful requests count, because a server that returns errors at once does not scale.
 * Throws an InputError with all problems when the points are too few, too alike, not positive, or not related.
 */
export function fitUsl(points: readonly LoadTestPoint[], options: FitOptions = {}): UslFit {
  const { seed = 1, resamples = 1_000, confidence = 0.95, isRamp = false, subject = 'load-test points' } = options;
  checkPoints(points, subject);
  const successful = points.filter((point) => succeededPerSecond(point) > 0);
  const samples = pointsByLevel(successful).map(sampleOfLevel);
  const solution = solveUsl(samples);
  const { coefficients, sumOfSquares } = solution;
  const quality = qualityOf(samples, sumOfSquares);
  checkRelated(quality, subject);
  const resampling: Resampling = { resamples, seed, scatterTimes: isRamp ? RAMP_SCATTER_TIMES : 1 };
  const resampled = resampledCurves(samples, solution, resampling);
  const ceiling = ceilingOf(samples, { sumOfSquares, ...quality }, resampling);
  const concurrencies = successful.map(({ concurrency }) => concurrency);
  const testedConcurrency = { from: Math.min(...concurrencies), to: Math.max(...concurrencies) };
  const widened = withStudentsCrosstalk(coefficients, resampled, samples.length, seed);
  const peak = peakOf(coefficients, widened, confidence, testedConcurrency.to);
  return {
    coefficients,
    intervals: {
      requestsPerSecondAtOne: atOneInterval(samples, coefficients, resampled, confidence, resampling),
      contention: intervalOf(coefficients, resampled, confidence, 'contention'),
      crosstalk: intervalOf(coefficients, widened, confidence, 'crosstalk'),
    },
    confidence,
    seed,
    resampled,
    ...quality,
    points: successful.length,
    levels: samples.length,
    testedConcurrency,
    peak,
    saturation: saturationOf(
      { coefficients, resampled, confidence, seed, samples: samples.length, testedTo: testedConcurrency.to },
      ceiling,
    ),
    warnings: fitWarnings({ points, coefficients, peak, hasCeiling: ceiling !== undefined, testedTo: testedConcurrency.to, ...quality }),
  };
}

/**
 * The mean of a level. Its points are not independent measurements: conditions that differ between levels, such as caches, neighbors and
 * the order of connections, are the same in all points of one level.
 */
function sampleOfLevel(points: readonly LoadTestPoint[]): Sample {
  const mean = (of: (point: LoadTestPoint) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { concurrency: mean(({ concurrency }) => concurrency), throughput: mean(succeededPerSecond) };
}

interface Quality {
  readonly rSquared: number;
  readonly relativeError: number;
}

function qualityOf(samples: readonly Sample[], sumOfSquares: number): Quality {
  const mean = samples.reduce((sum, { throughput }) => sum + throughput, 0) / samples.length;
  const total = samples.reduce((sum, { throughput }) => sum + (throughput - mean) ** 2, 0);
  return {
    // Constant throughput has no variance to explain.
    rSquared: total === 0 ? 1 : 1 - sumOfSquares / total,
    relativeError: Math.sqrt(sumOfSquares / samples.length) / mean,
  };
}

function checkRelated({ rSquared, relativeError }: Quality, subject: string): void {
  if (rSquared >= LEAST_R_SQUARED || relativeError <= NEAR) return;
  throw new InputError(subject, [
    {
      path: 'throughput',
      reason: `throughput is not related to concurrency: the best curve explains ${percent(Math.max(0, rSquared))} of the variance, with an error of ${percent(relativeError)}`,
      expected: `points of one system under one kind of load, whose curve explains at least ${percent(LEAST_R_SQUARED)} of the variance`,
    },
  ]);
}

/**
 * The resampled curves with crosstalk that is distributed as Student's t. It is known from the few levels beyond the peak: as resampled, its
 * 95% interval contained the true value in 88% of simulated tests with holds of 30 seconds, while those of the other coefficients did in 94%.
 */
function withStudentsCrosstalk(
  coefficients: UslCoefficients,
  resampled: readonly UslCoefficients[],
  samples: number,
  seed: number,
): UslCoefficients[] {
  const crosstalks = resampled.map(({ crosstalk }) => crosstalk);
  const asStudent = studentized(coefficients.crosstalk, crosstalks, samples - COEFFICIENTS, seed);
  return resampled.map((curve, index) => ({ ...curve, crosstalk: Math.max(0, asStudent[index] ?? 0) }));
}

function intervalOf(
  estimate: UslCoefficients,
  resampled: readonly UslCoefficients[],
  confidence: number,
  key: keyof UslCoefficients,
): Interval {
  const values = resampled.map((curve) => curve[key]);
  const { low, high } = openIntervalOf(estimate[key], values, confidence);
  return { low, mid: estimate[key], high: high ?? estimate[key] };
}

/**
 * The throughput of one user. Where the samples do not exclude that contention is 0, the interval contains that of the curve without it:
 * contention has no values below 0, so that the estimates of it and of this throughput are too high on average.
 */
function atOneInterval(
  samples: readonly Sample[],
  coefficients: UslCoefficients,
  resampled: readonly UslCoefficients[],
  confidence: number,
  resampling: Resampling,
): Interval {
  const interval = intervalOf(coefficients, resampled, confidence, 'requestsPerSecondAtOne');
  const tail = (1 - confidence) / 2;
  if (
    quantile(
      resampled.map(({ contention }) => contention),
      tail,
    ) > 0
  )
    return interval;
  const without = solveWithoutContention(samples);
  const atOne = resampledCurves(samples, without, resampling, solveWithoutContention).map((curve) => curve.requestsPerSecondAtOne);
  // The curve without contention has two coefficients.
  const asStudent = studentized(without.coefficients.requestsPerSecondAtOne, atOne, samples.length - 2, resampling.seed);
  return { ...interval, low: Math.min(interval.low, Math.max(0, quantile(asStudent, tail))) };
}

function peakOf(
  coefficients: UslCoefficients,
  resampled: readonly UslCoefficients[],
  confidence: number,
  testedTo: number,
): UslPeakEstimate {
  const concurrency = peakConcurrency(coefficients);
  // There is no loss at one user. If throughput falls from there on, the loss at the highest tested level counts.
  const at = Number.isFinite(concurrency) && concurrency > 1 ? concurrency : testedTo;
  const { lost, byContention } = uslLoss(coefficients, at);
  return {
    concurrency: openIntervalOf(concurrency, resampled.map(peakConcurrency), confidence, testedTo),
    requestsPerSecond: openIntervalOf(
      mostThroughput(coefficients),
      resampled.map(mostThroughput),
      confidence,
      uslThroughput(coefficients, testedTo),
    ),
    bottleneck: lost === 0 ? 'none' : byContention >= 0.5 ? 'contention' : 'crosstalk',
    lossByContention: byContention,
    isExtrapolated: concurrency > testedTo,
  };
}

function peakConcurrency(coefficients: UslCoefficients): number {
  return uslPeak(coefficients)?.concurrency ?? Number.POSITIVE_INFINITY;
}

/** Throughput at the peak, or the ceiling of a curve without a peak; infinite for a straight line. */
function mostThroughput(coefficients: UslCoefficients): number {
  const ceiling = uslCeiling(coefficients);
  return ceiling ?? uslThroughput(coefficients, peakConcurrency(coefficients));
}
