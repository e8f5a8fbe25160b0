import { type UslCoefficients, uslThroughput } from '../capacity/queueing/universal-scalability';
import { percent, rounded } from '../core/number-format';
import { type LoadTestPoint, succeededPerSecond } from './load-test';
import type { UslPeakEstimate } from './usl-peak';

/** Codes of the warnings about a fit. */
export const FIT_WARNINGS = ['no-peak', 'peak-beyond-data', 'peak-uncertain', 'no-bend', 'poor-fit', 'superlinear', 'many-errors'] as const;

/** A reason why part of a fit may be unreliable. */
export interface FitWarning {
  /** Code of the warning. */
  readonly code: (typeof FIT_WARNINGS)[number];
  /** Sentence with the figures. */
  readonly text: string;
}

interface Fitted {
  readonly points: readonly LoadTestPoint[];
  readonly coefficients: UslCoefficients;
  readonly peak: UslPeakEstimate;
  readonly testedTo: number;
  readonly rSquared: number;
  readonly relativeError: number;
}

/** Explained share of the variance below which the curve is only a rough guide. */
const GOOD_R_SQUARED = 0.9;

/** Relative error up to which a fit is good whatever the explained variance, because flat throughput has none. */
const GOOD_ERROR = 0.03;

/** Largest rise of throughput per user with concurrency. More indicates caches that warm up, batches or a slow client. */
const SUPERLINEAR = 1.1;

/** Share of linear throughput at the highest level above which the curve is still straight, because the test did not load the system. */
const STRAIGHT = 0.9;

const MANY_ERRORS = 0.05;

/** Warnings about a fitted curve, each with its numbers. */
export function fitWarnings(fitted: Fitted): FitWarning[] {
  return [
    noPeak(fitted),
    peakBeyondData(fitted),
    peakUncertain(fitted),
    noBend(fitted),
    poorFit(fitted),
    superlinear(fitted),
    manyErrors(fitted),
  ].filter((warning) => warning !== undefined);
}

function noPeak({ peak }: Fitted): FitWarning | undefined {
  if (peak.concurrency.mid !== null) return undefined;
  return { code: 'no-peak', text: 'Crosstalk is not above 0: the curve nears a ceiling and never falls, so no peak can be told.' };
}

function peakBeyondData({ peak, testedTo }: Fitted): FitWarning | undefined {
  const { mid } = peak.concurrency;
  if (mid === null || !peak.isExtrapolated) return undefined;
  return { code: 'peak-beyond-data', text: `The peak at ${rounded(mid)} is extrapolated: nothing above ${rounded(testedTo)} was tested.` };
}

function peakUncertain({ peak }: Fitted): FitWarning | undefined {
  const { low, mid, high } = peak.concurrency;
  if (mid === null || high !== null) return undefined;
  return { code: 'peak-uncertain', text: `The peak is above ${rounded(low)}, and the measurements are also consistent with no peak.` };
}

function noBend({ coefficients, testedTo }: Fitted): FitWarning | undefined {
  const share = uslThroughput(coefficients, testedTo) / (testedTo * coefficients.requestsPerSecondAtOne);
  if (share < STRAIGHT) return undefined;
  const text = `At ${rounded(testedTo)} throughput is still ${percent(share)} of linear: the test ended before the system was busy.`;
  return { code: 'no-bend', text };
}

function poorFit({ rSquared, relativeError }: Fitted): FitWarning | undefined {
  if (rSquared >= GOOD_R_SQUARED || relativeError <= GOOD_ERROR) return undefined;
  return {
    code: 'poor-fit',
    text: `The curve explains ${percent(rSquared)} of the scatter and misses throughput by ${percent(relativeError)}.`,
  };
}

function superlinear({ points }: Fitted): FitWarning | undefined {
  const sorted = points.filter((point) => succeededPerSecond(point) > 0).sort((a, b) => a.concurrency - b.concurrency);
  const each = (point: LoadTestPoint) => succeededPerSecond(point) / point.concurrency;
  const first = sorted[0];
  const best = sorted.reduce((most, point) => (each(point) > each(most) ? point : most), sorted[0] as LoadTestPoint);
  if (first === undefined || each(best) <= SUPERLINEAR * each(first)) return undefined;
  const text = `A user gets ${percent(each(best) / each(first) - 1)} more at ${rounded(best.concurrency)} than at ${rounded(first.concurrency)}; the law knows no such gain, so caches may have been cold at first.`;
  return { code: 'superlinear', text };
}

function manyErrors({ points }: Fitted): FitWarning | undefined {
  const failing = points.filter(({ errorShare = 0 }) => errorShare > MANY_ERRORS);
  if (failing.length === 0) return undefined;
  const from = Math.min(...failing.map(({ concurrency }) => concurrency));
  const text = `From ${rounded(from)} on more than ${percent(MANY_ERRORS)} of the requests fail at some level; the curve counts those that succeed.`;
  return { code: 'many-errors', text };
}
