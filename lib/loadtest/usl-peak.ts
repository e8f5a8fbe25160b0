import type { OpenInterval } from './bounds';

/** Causes that limit throughput: contention (serial work) and crosstalk (coordination between users). */
export type Bottleneck = 'contention' | 'crosstalk' | 'none';

/** The peak of throughput on the fitted curve. */
export interface UslPeakEstimate {
  /** Concurrency of the largest throughput. `mid` is null where the curve has no peak, `high` where it may have none. */
  readonly concurrency: OpenInterval;
  /** Throughput at the peak, or its ceiling; null where neither was found. */
  readonly requestsPerSecond: OpenInterval;
  /** Cause of the larger loss at the peak; without a peak, at the highest tested level. */
  readonly bottleneck: Bottleneck;
  /** Share of that loss that contention causes, 0 to 1; crosstalk causes the rest. */
  readonly lossByContention: number;
  /** Whether the peak is beyond the highest tested level. */
  readonly isExtrapolated: boolean;
}
