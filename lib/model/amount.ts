import { z } from 'zod';
import type { Interval } from '../core/interval';
import { SECONDS_PER_DAY, SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from '../core/time';
import { NotNegative } from './scalars';

/**
 * A number that is known exactly, by its two ends, or as low, mid and high. The middle of two ends is their geometric mean,
 * because the ends of a published range often differ by a factor: the middle of 5 to 90 seconds is 21, not 47. If the low
 * end is 0, the middle is half of the high end.
 */
export const Amount = z.union([
  NotNegative.transform((value): Interval => ({ low: value, mid: value, high: value })),
  z
    .tuple([NotNegative, NotNegative])
    .refine(([low, high]) => low <= high, { error: 'two numbers, the lower one first' })
    .transform(([low, high]): Interval => ({ low, mid: middle(low, high), high })),
  z
    .strictObject({
      low: NotNegative.describe('Least value.'),
      mid: NotNegative.describe('Expected value.'),
      high: NotNegative.describe('Largest value.'),
    })
    .refine(({ low, mid, high }) => low <= mid && mid <= high, { error: 'low at most mid, and mid at most high' }),
]);

function middle(low: number, high: number): number {
  if (low === high) return low;
  return low === 0 ? high / 2 : Math.sqrt(low * high);
}

/** The period of a rate. */
export const Every = z.enum(['second', 'minute', 'hour', 'day']);
export type Every = z.infer<typeof Every>;

/** Seconds of each period. */
export const SECONDS_EVERY: Readonly<Record<Every, number>> = {
  second: 1,
  minute: SECONDS_PER_MINUTE,
  hour: SECONDS_PER_HOUR,
  day: SECONDS_PER_DAY,
};
