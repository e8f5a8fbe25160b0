import { type UslCoefficients, uslCeiling, uslPeak, uslThroughput } from '../capacity/queueing/universal-scalability';
import type { Interval } from '../core/interval';
import { openIntervalOf } from './bounds';
import type { Ceiling } from './ceiling';

/** What stops throughput from growing in the tested range. */
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

/** A fitted curve with its resamples. */
interface Curve {
  readonly coefficients: UslCoefficients;
  readonly resampled: readonly UslCoefficients[];
  readonly confidence: number;
  readonly testedTo: number;
}

/** The saturation of a load test: its ceiling, or else the largest tested throughput on the fitted curve. */
export function saturationOf({ coefficients, resampled, confidence, testedTo }: Curve, ceiling: Ceiling | undefined): Saturation {
  if (ceiling !== undefined) {
    return {
      kind: 'ceiling',
      requestsPerSecond: closedInterval(
        ceiling.requestsPerSecond,
        ceiling.resampled.map(({ requestsPerSecond }) => requestsPerSecond),
        confidence,
      ),
      concurrency: closedInterval(
        ceiling.concurrency,
        ceiling.resampled.map(({ concurrency }) => concurrency),
        confidence,
      ),
    };
  }
  const most = (curve: UslCoefficients) => testedMost(curve, testedTo);
  const withoutWaits = (curve: UslCoefficients) => most(curve) / curve.requestsPerSecondAtOne;
  const possible = uslCeiling(coefficients) ?? testedMost(coefficients, uslPeak(coefficients)?.concurrency ?? testedTo);
  return {
    kind: most(coefficients) >= FULL * possible ? 'curve' : 'not-reached',
    requestsPerSecond: closedInterval(most(coefficients), resampled.map(most), confidence),
    concurrency: closedInterval(withoutWaits(coefficients), resampled.map(withoutWaits), confidence),
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
