import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB, erlangC } from '../../../lib/capacity/queueing/erlang';

const servers = fc.integer({ min: 1, max: 10_000 });
const load = fc.double({ min: 0.01, max: 12_000, noNaN: true });
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe('erlangB', () => {
  it('gives the published values', () => {
    // 15 lines at 1% blocking handle 8.108 erlangs: erlang.com, calculator manual, "How much traffic can a trunk group handle?".
    expect(erlangB(15, 8.108)).toBeCloseTo(0.01, 6);
    // 30 lines and 25 erlangs block about 0.05: Wolfram Language documentation, "Compute Loss Probabilities for a Queue".
    expect(erlangB(30, 25)).toBeCloseTo(0.0526, 4);
    // By hand: 1 server and 1 erlang block half, 2 servers a fifth.
    expect([erlangB(0, 1), erlangB(1, 1), erlangB(2, 1)]).toEqual([1, 0.5, 0.2]);
  });

  it('is exact for thousands of servers, where factorials overflow', () => {
    // From the Poisson distribution of SciPy 1.17: pmf(c, a) / cdf(c, a).
    expect(erlangB(1_000, 1_000)).toBeCloseTo(0.024811917646, 12);
    expect(erlangB(10_000, 9_800)).toBeCloseTo(0.00053713040211, 12);
    expect(erlangB(10_000, 5_000)).toBeGreaterThanOrEqual(0);
  });

  it('is a probability that falls with the number of servers and rises with the load', () => {
    fc.assert(
      fc.property(servers, load, (count, erlangs) => {
        const blocked = erlangB(count, erlangs);
        expect(blocked).toBeGreaterThanOrEqual(0);
        expect(blocked).toBeLessThan(1);
        expect(erlangB(count + 1, erlangs)).toBeLessThanOrEqual(blocked);
        expect(erlangB(count, erlangs * 1.1)).toBeGreaterThanOrEqual(blocked);
      }),
      { numRuns: 50 },
    );
  });

  it('serves a load of at most the number of servers, and rejects the rest', () => {
    fc.assert(
      fc.property(servers, load, (count, erlangs) => {
        const carried = erlangs * (1 - erlangB(count, erlangs));
        expect(carried).toBeLessThanOrEqual(count);
        expect(erlangB(count, erlangs)).toBeGreaterThanOrEqual(1 - count / erlangs - 1e-12);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    [-1, 1, /servers: invalid value -1; expected at least 0/],
    [1.5, 1, /servers: invalid value 1.5; expected a whole number/],
    [1, -1, /offered load: invalid value -1; expected at least 0/],
    [1, Number.NaN, /offered load: invalid value NaN/],
    [1, Number.POSITIVE_INFINITY, /offered load: invalid value Infinity/],
  ])('rejects %d servers and %d erlangs', (count, erlangs, message) => {
    expect(() => erlangB(count, erlangs)).toThrow(message);
  });
});

describe('erlangC', () => {
  it('gives the published values', () => {
    // Hillier and Lieberman, Introduction to Operations Research, ch. 17, County Hospital: 2 an hour, 20 minutes each.
    expect(erlangC(1, 2 / 3)).toBeCloseTo(0.667, 3);
    expect(erlangC(2, 2 / 3)).toBeCloseTo(0.167, 3);
  });

  it('is exact for ten thousand servers', () => {
    // As above, with B / (1 - a / c (1 - B)).
    expect(erlangC(10_000, 9_900)).toBeCloseTo(0.222776928864, 11);
    expect(erlangC(10_000, 9_999)).toBeCloseTo(0.98755625243, 10);
  });

  it('is 1 for an overload, and 0 without arrivals', () => {
    expect(erlangC(3, 3)).toBe(1);
    expect(erlangC(3, 30)).toBe(1);
    expect(erlangC(3, 0)).toBe(0);
  });

  it('equals the utilization for one server', () => {
    fc.assert(
      fc.property(share, (utilization) => {
        expect(erlangC(1, utilization)).toBeCloseTo(utilization, 12);
      }),
    );
  });

  it('is at least Erlang B, because waiting items keep the servers busy', () => {
    fc.assert(
      fc.property(servers, share, (count, utilization) => {
        expect(erlangC(count, utilization * count)).toBeGreaterThanOrEqual(erlangB(count, utilization * count));
      }),
      { numRuns: 50 },
    );
  });

  it('rises with the load, and approaches 0 with more servers at the same utilization', () => {
    fc.assert(
      fc.property(servers, share, (count, utilization) => {
        const waits = erlangC(count, utilization * count);
        expect(erlangC(count, Math.min(count, 1.01 * utilization * count))).toBeGreaterThanOrEqual(waits);
        expect(erlangC(2 * count, utilization * 2 * count)).toBeLessThanOrEqual(waits);
      }),
      { numRuns: 50 },
    );
    expect(erlangC(10_000, 8_000)).toBeLessThan(1e-80);
  });
});
