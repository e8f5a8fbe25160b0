import { quantile } from './bootstrap';

/** An interval that may be open at the top: `null` stands for "none found", as JSON knows no infinity. */
export interface OpenInterval {
  /** The lower bound. */
  readonly low: number;
  /** The estimate; `null` when no value was found. */
  readonly mid: number | null;
  /** The upper bound; `null` when the interval is open. */
  readonly high: number | null;
}

/**
 * The estimate between the quantiles of its resamples. Never outside of them: a bound that a skewed bootstrap puts on the
 * wrong side is moved to the estimate. Infinite values become null.
 */
export function openIntervalOf(estimate: number, resampled: readonly number[], confidence: number): OpenInterval {
  const tail = (1 - confidence) / 2;
  const low = Math.min(estimate, quantile(resampled, tail));
  const high = Math.max(estimate, quantile(resampled, 1 - tail));
  return { low, mid: finite(estimate), high: finite(high) };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
