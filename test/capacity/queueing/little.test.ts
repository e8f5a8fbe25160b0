import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrivalsPerSecondOf,
  concurrencyOf,
  interactiveUsers,
  requestsPerSecondOfUsers,
  secondsInside,
} from '../../../lib/capacity/queueing/little';

const positive = fc.double({ min: 0.001, max: 10_000, noNaN: true });

describe("Little's law", () => {
  it('gives the concurrency, the rate and the time', () => {
    // 2,000 requests/s that take 100 ms are 200 concurrent requests; a pool of 20 that is held for 50 ms handles 400 queries/s.
    expect(concurrencyOf(2_000, 0.1)).toBe(200);
    expect(arrivalsPerSecondOf(20, 0.05)).toBe(400);
    expect(secondsInside(20, 400)).toBe(0.05);
  });

  it('has three forms that are inverses of each other', () => {
    fc.assert(
      fc.property(positive, positive, (rate, seconds) => {
        const inside = concurrencyOf(rate, seconds);
        expect(arrivalsPerSecondOf(inside, seconds) / rate).toBeCloseTo(1, 9);
        expect(secondsInside(inside, rate) / seconds).toBeCloseTo(1, 9);
      }),
    );
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('rejects %d', (value) => {
    expect(() => concurrencyOf(value, 1)).toThrow(RangeError);
    expect(() => secondsInside(1, value)).toThrow(RangeError);
    expect(() => arrivalsPerSecondOf(1, value)).toThrow(RangeError);
  });
});

describe('the interactive response time law', () => {
  it('gives the published values', () => {
    // Lazowska et al., Quantitative System Performance (1984), ch. 3.3: 64 terminals, 30 s to think, 2 interactions/s: R = 64 / 2 - 30 = 2 s.
    expect(interactiveUsers(2, 2, 30)).toBe(64);
    expect(requestsPerSecondOfUsers(64, 2, 30)).toBe(2);
  });

  it("is Little's law without think time", () => {
    fc.assert(
      fc.property(positive, positive, (rate, seconds) => {
        expect(interactiveUsers(rate, seconds, 0)).toBe(concurrencyOf(rate, seconds));
      }),
    );
  });
});
