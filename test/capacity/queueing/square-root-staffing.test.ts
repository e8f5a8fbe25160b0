import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangC } from '../../../lib/capacity/queueing/erlang';
import {
  CRITICALITIES,
  type Criticality,
  halfinWhittWaitingProbability,
  qualityFactorFor,
  squareRootMargin,
} from '../../../lib/capacity/queueing/square-root-staffing';

const CLASSES = Object.keys(CRITICALITIES) as Criticality[];
const load = fc.double({ min: 0, max: 10_000, noNaN: true });
const share = fc.double({ min: 0.0001, max: 0.999, noNaN: true });

/** Whole servers by the rule. */
function squareRootStaffing(offeredLoad: number, qualityFactor: number): number {
  return Math.max(1, Math.ceil(offeredLoad + squareRootMargin(offeredLoad, qualityFactor)));
}

describe('halfinWhittWaitingProbability', () => {
  it('gives the published values', () => {
    // Netflix, service capacity modeling, models/common.py: factors 2.375, 1.761 and 1 for about 0.01, 0.05 and 0.29.
    // The first two agree; at 1 the function is 0.223, and it is 0.29 at 0.84.
    expect(halfinWhittWaitingProbability(2.375)).toBeCloseTo(0.01, 4);
    expect(halfinWhittWaitingProbability(1.761)).toBeCloseTo(0.048, 3);
    expect(halfinWhittWaitingProbability(1)).toBeCloseTo(0.2234, 4);
  });

  it('is 1 at 0 and approaches 0', () => {
    expect(halfinWhittWaitingProbability(0)).toBe(1);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 30, noNaN: true }), (factor) => {
        expect(halfinWhittWaitingProbability(factor + 0.1)).toBeLessThan(halfinWhittWaitingProbability(factor));
      }),
    );
    expect(halfinWhittWaitingProbability(38)).toBeLessThan(1e-300);
  });

  it('is the limit of Erlang C for many servers', () => {
    for (const factor of [0.3, 1, 2]) {
      const limit = halfinWhittWaitingProbability(factor);
      const errors = [100, 1_000, 10_000].map((servers) => {
        // servers = load + factor √load, solved for the load.
        const root = (-factor + Math.sqrt(factor * factor + 4 * servers)) / 2;
        return Math.abs(erlangC(servers, root * root) / limit - 1);
      });
      expect(errors[1]).toBeLessThan(errors[0] as number);
      expect(errors[2]).toBeLessThan(errors[1] as number);
      expect(errors[2]).toBeLessThan(0.03);
    }
  });
});

describe('qualityFactorFor', () => {
  it('computes the quality factors of the criticalities', () => {
    expect(CLASSES.map((name) => qualityFactorFor(CRITICALITIES[name].waitingProbability))).toEqual(
      [2.3749, 1.7398, 1.0615, 0.8289].map((factor) => expect.closeTo(factor, 4)),
    );
  });

  it('is the inverse of the waiting probability', () => {
    fc.assert(
      fc.property(share, (target) => {
        expect(halfinWhittWaitingProbability(qualityFactorFor(target)) / target).toBeCloseTo(1, 9);
      }),
    );
  });

  it.each([0, 1, -1, Number.NaN])('rejects %d', (target) => {
    expect(() => qualityFactorFor(target)).toThrow(/waiting probability: .*; expected between 0 and 1/);
  });
});

describe('staffing', () => {
  it('adds a margin that grows with the square root of the load', () => {
    expect(squareRootMargin(100, 1)).toBe(10);
    expect(squareRootMargin(10_000, 1)).toBe(100);
    expect(squareRootMargin(0, 2)).toBe(0);
  });

  it('is at most that of Erlang C, and one server below it at most, or two for the smallest shares', () => {
    const mostShort = { critical: 2, high: 1, normal: 1, low: 1 } as const satisfies Record<Criticality, number>;
    fc.assert(
      fc.property(load, fc.constantFrom(...CLASSES), (erlangs, criticality) => {
        const { waitingProbability } = CRITICALITIES[criticality];
        const servers = squareRootStaffing(erlangs, qualityFactorFor(waitingProbability));
        expect(erlangC(servers + mostShort[criticality], erlangs)).toBeLessThanOrEqual(waitingProbability);
        if (servers > 1) expect(erlangC(servers - 1, erlangs)).toBeGreaterThan(waitingProbability);
      }),
      { numRuns: 500, examples: [[4.711651534701321, 'critical']] },
    );
    const rule = squareRootStaffing(4.711651534701321, qualityFactorFor(0.01));
    expect(rule).toBe(10);
    expect([11, 12].map((servers) => erlangC(servers, 4.711651534701321) <= 0.01)).toEqual([false, true]);
  });

  it('gives a higher criticality no fewer servers', () => {
    fc.assert(
      fc.property(load, (erlangs) => {
        const servers = CLASSES.map((name) => squareRootStaffing(erlangs, qualityFactorFor(CRITICALITIES[name].waitingProbability)));
        expect(servers).toEqual([...servers].sort((left, right) => right - left));
      }),
    );
  });

  it('gives one pool no more servers than two pools with half of the load each', () => {
    fc.assert(
      fc.property(load, fc.constantFrom(...CLASSES), (erlangs, criticality) => {
        const factor = qualityFactorFor(CRITICALITIES[criticality].waitingProbability);
        expect(squareRootStaffing(erlangs, factor)).toBeLessThanOrEqual(2 * squareRootStaffing(erlangs / 2, factor));
      }),
    );
  });
});
