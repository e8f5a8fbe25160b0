import { quantile } from './bootstrap';

/** An interval that may be open at the top. JSON has no infinity, so `null` means that no value was found. */
export interface OpenInterval {
  /** The lower bound. */
  readonly low: number;
  /** The estimate; `null` when no value was found. */
  readonly mid: number | null;
  /** The upper bound; `null` when the interval is open. */
  readonly high: number | null;
}

/**
 * The estimate with the quantiles of its resamples as bounds. A bound of a skewed bootstrap that lies on the wrong side of the
 * estimate is moved to the estimate. Infinite values become null; without any finite one, the value is at least the largest
 * that was tested. Default: 0.
 */
export function openIntervalOf(estimate: number, resampled: readonly number[], confidence: number, tested = 0): OpenInterval {
  const tail = (1 - confidence) / 2;
  const low = Math.min(estimate, quantile(resampled, tail));
  const high = Math.max(estimate, quantile(resampled, 1 - tail));
  return { low: finite(low) ?? tested, mid: finite(estimate), high: finite(high) };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
