import { RESULT_SHARES } from '../capacity/range';
import type { Interval } from '../core/interval';

/** The interval of a figure whose samples have the given ends as the percentiles that results show. */
export function intervalOfPercentiles({ low, mid, high }: Interval): Interval {
  const shown = 1 - 2 * RESULT_SHARES.low;
  return { low: Math.max(0, mid - (mid - low) / shown), mid, high: mid + (high - mid) / shown };
}
