import type { OpenInterval } from './bounds';

/** What bounds throughput: the part of the work that goes one at a time, or the users getting in each other's way. */
export type Bottleneck = 'contention' | 'crosstalk' | 'none';

/** The peak of throughput on the fitted curve. */
export interface UslPeakEstimate {
  /** Where throughput is largest. `mid` is null where the curve has no peak, `high` where it may have none. */
  readonly concurrency: OpenInterval;
  /** Throughput there, or the ceiling that it nears; null where neither was found. */
  readonly requestsPerSecond: OpenInterval;
  /** What takes more of the throughput at the peak; without a peak, at the highest level tested. */
  readonly bottleneck: Bottleneck;
  /** Share of the loss there that contention causes; crosstalk causes the rest. */
  readonly lossByContention: number;
  /** Whether the peak lies beyond the highest level tested. */
  readonly isExtrapolated: boolean;
}
