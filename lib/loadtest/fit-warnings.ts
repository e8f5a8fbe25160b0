import { type UslCoefficients, uslThroughput } from '../capacity/queueing/universal-scalability';
import { type LoadTestPoint, succeededPerSecond } from './load-test';
import type { UslPeakEstimate } from './usl-peak';

/** Kinds of warnings about a fit. */
export const FIT_WARNINGS = ['no-peak', 'peak-beyond-data', 'peak-uncertain', 'no-bend', 'poor-fit', 'superlinear', 'many-errors'] as const;

/** A reason why part of a fit may be unreliable, as data; `output` words it. Levels are concurrency, shares are 0 to 1. */
export type FitWarning =
  | { readonly kind: 'no-peak' }
  | {
      readonly kind: 'peak-beyond-data';
      /** Concurrency at the peak of the fitted curve. */
      readonly peak: number;
      /** Highest tested concurrency. */
      readonly testedTo: number;
    }
  | {
      readonly kind: 'peak-uncertain';
      /** Concurrency that the peak is above, with no upper bound. */
      readonly peakAbove: number;
    }
  | {
      readonly kind: 'no-bend';
      /** Highest tested concurrency. */
      readonly testedTo: number;
      /** Throughput at the highest level as a share of linear growth, 0 to 1. */
      readonly shareOfLinear: number;
    }
  | {
      readonly kind: 'poor-fit';
      /** Share of the variance of throughput that the curve explains, at most 1. */
      readonly rSquared: number;
      /** Root of the mean squared error, divided by the mean throughput. */
      readonly relativeError: number;
    }
  /** `gain`: how much more throughput each user has at the level `best` than at the lowest level `first`. */
  | {
      readonly kind: 'superlinear';
      /** Extra throughput of each user at the level `best` compared with `first`, as a share: 0.2 is 20%. */
      readonly gain: number;
      /** Concurrency with the most throughput per user. */
      readonly best: number;
      /** Lowest concurrency with successful requests. */
      readonly first: number;
    }
  /** More than `errorShare` of the requests fail from the level `from` on. */
  | {
      readonly kind: 'many-errors';
      /** Lowest concurrency at which more requests fail. */
      readonly from: number;
      /** Share of failed requests that is exceeded, 0 to 1. */
      readonly errorShare: number;
    };

interface Fitted {
  readonly points: readonly LoadTestPoint[];
  readonly coefficients: UslCoefficients;
  readonly peak: UslPeakEstimate;
  /** With a ceiling, the report states no peak. */
  readonly hasCeiling: boolean;
  readonly testedTo: number;
  readonly rSquared: number;
  readonly relativeError: number;
}

/** Explained share of the variance below which the curve is only a rough guide. */
const GOOD_R_SQUARED = 0.9;

/** Relative error up to which a fit is good regardless of the explained variance, because flat throughput has none. */
const GOOD_ERROR = 0.03;

/** Largest rise of throughput per user with concurrency. More indicates caches that warm up, batches or a slow client. */
const SUPERLINEAR = 1.1;

/** Share of linear throughput at the highest level above which the curve is still straight, because the test did not load the system. */
const STRAIGHT = 0.9;

const MANY_ERRORS = 0.05;

/** Warnings about a fitted curve, each with its numbers. */
export function fitWarnings(fitted: Fitted): FitWarning[] {
  return [
    ...(fitted.hasCeiling ? [] : [noPeak(fitted), peakBeyondData(fitted), peakUncertain(fitted)]),
    noBend(fitted),
    poorFit(fitted),
    superlinear(fitted),
    manyErrors(fitted),
  ].filter((warning) => warning !== undefined);
}

function noPeak({ peak }: Fitted): FitWarning | undefined {
  if (peak.concurrency.mid !== null) return undefined;
  return { kind: 'no-peak' };
}

function peakBeyondData({ peak, testedTo }: Fitted): FitWarning | undefined {
  const { mid } = peak.concurrency;
  if (mid === null || !peak.isExtrapolated) return undefined;
  return { kind: 'peak-beyond-data', peak: mid, testedTo };
}

function peakUncertain({ peak }: Fitted): FitWarning | undefined {
  const { low, mid, high } = peak.concurrency;
  if (mid === null || high !== null) return undefined;
  return { kind: 'peak-uncertain', peakAbove: low };
}

function noBend({ coefficients, testedTo }: Fitted): FitWarning | undefined {
  const share = uslThroughput(coefficients, testedTo) / (testedTo * coefficients.requestsPerSecondAtOne);
  if (share < STRAIGHT) return undefined;
  return { kind: 'no-bend', testedTo, shareOfLinear: share };
}

function poorFit({ rSquared, relativeError }: Fitted): FitWarning | undefined {
  if (rSquared >= GOOD_R_SQUARED || relativeError <= GOOD_ERROR) return undefined;
  return { kind: 'poor-fit', rSquared, relativeError };
}

function superlinear({ points }: Fitted): FitWarning | undefined {
  const sorted = points.filter((point) => succeededPerSecond(point) > 0).sort((a, b) => a.concurrency - b.concurrency);
  const each = (point: LoadTestPoint) => succeededPerSecond(point) / point.concurrency;
  const first = sorted[0];
  const best = sorted.reduce((most, point) => (each(point) > each(most) ? point : most), sorted[0] as LoadTestPoint);
  if (first === undefined || each(best) <= SUPERLINEAR * each(first)) return undefined;
  return { kind: 'superlinear', gain: each(best) / each(first) - 1, best: best.concurrency, first: first.concurrency };
}

function manyErrors({ points }: Fitted): FitWarning | undefined {
  const failing = points.filter(({ errorShare = 0 }) => errorShare > MANY_ERRORS);
  if (failing.length === 0) return undefined;
  const from = Math.min(...failing.map(({ concurrency }) => concurrency));
  return { kind: 'many-errors', from, errorShare: MANY_ERRORS };
}
