import { describe, expect, it } from 'vitest';
import { concurrencyOf } from '../../../lib/capacity/queueing/little';

describe("Little's law", () => {
  it('gives the concurrency', () => {
    // 2,000 requests/s that take 100 ms are 200 concurrent requests; 400 queries/s of 50 ms fill a pool of 20.
    expect(concurrencyOf(2_000, 0.1)).toBe(200);
    expect(concurrencyOf(400, 0.05)).toBe(20);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('rejects %d', (value) => {
    expect(() => concurrencyOf(value, 1)).toThrow(RangeError);
    expect(() => concurrencyOf(1, value)).toThrow(RangeError);
  });
});
