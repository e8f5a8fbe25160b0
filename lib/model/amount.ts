import { z } from 'zod';
import { SECONDS_PER_DAY, SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from '../core/time';
import { NotNegative } from './scalars';

/**
 * A number that is exact, or known as its two ends, or as low, mid and high. Of two ends the middle is their geometric
 * mean, as far above the low end as below the high one in ratio: a document that says 5 to 90 seconds does not mean 47.
 * Where one end is 0 it is the half of the other.
 */
export const Amount = z.union([
  NotNegative.transform((value) => ({ low: value, mid: value, high: value })),
  z
    .tuple([NotNegative, NotNegative])
    .refine(([low, high]) => low <= high, { error: 'low <= high' })
    .transform(([low, high]) => ({ low, mid: middle(low, high), high })),
  z
    .strictObject({ low: NotNegative, mid: NotNegative, high: NotNegative })
    .refine(({ low, mid, high }) => low <= mid && mid <= high, { error: 'low <= mid <= high' }),
]);

function middle(low: number, high: number): number {
  if (low === high) return low;
  return low === 0 ? high / 2 : Math.sqrt(low * high);
}

/** What a rate is counted over. */
export const Every = z.enum(['second', 'minute', 'hour', 'day']);
export type Every = z.infer<typeof Every>;

export const SECONDS_EVERY: Readonly<Record<Every, number>> = {
  second: 1,
  minute: SECONDS_PER_MINUTE,
  hour: SECONDS_PER_HOUR,
  day: SECONDS_PER_DAY,
};
