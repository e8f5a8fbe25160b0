import { type UslCoefficients, uslCeiling, uslPeak, uslThroughput } from '../capacity/queueing/universal-scalability';
import type { Interval } from '../core/interval';
import { studentized } from './bootstrap';
import { openIntervalOf } from './bounds';
import type { Ceiling } from './ceiling';

/** Reasons why throughput stops growing in the tested range; `not-reached`: it does not stop. */
export const SATURATION_KINDS = ['ceiling', 'curve', 'not-reached'] as const;

/** The largest throughput that a load test showed. */
export interface Saturation {
  /**
   * `ceiling`: throughput is constant from a level on, as of a pool, a rate limit or a full processor. `curve`: contention and
   * crosstalk; the tested throughput is at least 80% of the largest one on the fitted curve. `not-reached`: more load has more throughput.
   */
  readonly kind: (typeof SATURATION_KINDS)[number];
  /** Largest throughput in the tested range, successful requests/s. */
  readonly requestsPerSecond: Interval;
  /** Users who make that throughput: those who reach the ceiling, or as many as make it without waits. */
  readonly concurrency: Interval;
}

/**
 * Share of the largest throughput of the curve from which a resource counts as full. Below it, the curve is an extrapolation: the
 * tested throughput then is only the least that the system handles.
 */
const FULL = 0.8;

/** Number of coefficients that are fitted to the samples. */
export const COEFFICIENTS = 3;

/** A fitted curve with its resamples. */
interface Curve {
  readonly coefficients: UslCoefficients;
  readonly resampled: readonly UslCoefficients[];
  readonly confidence: number;
  readonly seed: number;
  readonly samples: number;
  readonly testedTo: number;
}

/** The saturation of a load test: its ceiling, or else the largest tested throughput on the fitted curve. */
export function saturationOf(
  { coefficients, resampled, confidence, seed, samples, testedTo }: Curve,
  ceiling: Ceiling | undefined,
): Saturation {
  const most = (curve: UslCoefficients) => testedMost(curve, testedTo);
  if (ceiling !== undefined) {
    const requestsPerSecond = closedInterval(
      ceiling.requestsPerSecond,
      ceiling.resampled.map((one) => one.requestsPerSecond),
      confidence,
    );
    return {
      kind: 'ceiling',
      // The most throughput of the law is possible too: scatter may hide a peak.
      requestsPerSecond: { ...requestsPerSecond, high: Math.max(requestsPerSecond.high, most(coefficients)) },
      concurrency: closedInterval(
        ceiling.concurrency,
        ceiling.resampled.map(({ concurrency }) => concurrency),
        confidence,
      ),
    };
  }
  const asStudent = (estimate: number, values: readonly number[]) => studentized(estimate, values, samples - COEFFICIENTS, seed);
  const withoutWaits = (curve: UslCoefficients) => most(curve) / curve.requestsPerSecondAtOne;
  const possible = uslCeiling(coefficients) ?? testedMost(coefficients, uslPeak(coefficients)?.concurrency ?? testedTo);
  return {
    kind: most(coefficients) >= FULL * possible ? 'curve' : 'not-reached',
    requestsPerSecond: closedInterval(most(coefficients), asStudent(most(coefficients), resampled.map(most)), confidence),
    concurrency: closedInterval(withoutWaits(coefficients), asStudent(withoutWaits(coefficients), resampled.map(withoutWaits)), confidence),
  };
}

function closedInterval(mid: number, resampled: readonly number[], confidence: number): Interval {
  const { low, high } = openIntervalOf(mid, resampled, confidence);
  return { low: Math.max(0, low), mid, high: high ?? mid };
}

/** Largest throughput of a curve up to the highest tested concurrency. */
function testedMost(coefficients: UslCoefficients, testedTo: number): number {
  return uslThroughput(coefficients, Math.min(testedTo, uslPeak(coefficients)?.concurrency ?? testedTo));
}
