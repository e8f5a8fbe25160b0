import { describe, expect, it, test } from 'vitest';
import { InputError } from '../../lib/core/problems';
import { levelWindows, steadyNotes } from '../../lib/loadtest/level-windows';
import { warmUps } from '../../lib/loadtest/warm-up';
import { type HeldTest, heldMoments } from './held-levels';
import { thrownBy } from './support';

const TEST: HeldTest = { holdSeconds: 120, warmUpSeconds: 30, shape: 'sudden', missing: 0.4, betweenHolds: 0.03 };

describe('the warm-up of levels', () => {
  // MSER-5 by hand for 6 batches of 5 seconds: 2, 9, 10, 10, 10, 10. Their squared deviations from the mean are 49.5, 0.8, 0 and 0 without
  // the first 0, 1, 2 and 3 batches; divided by 6², 5², 4² and 3², the least is 0 from 2 batches on.
  it('ends where the marginal standard error is least', () => {
    const batches = [2, 9, 10, 10, 10, 10];
    expect(warmUps([batches.flatMap((rate) => Array.from({ length: 5 }, () => rate))])).toEqual([10]);
  });

  it('is at most half of a level, and leaves 15 seconds', () => {
    const rising = (seconds: number) => Array.from({ length: seconds }, (_, second) => second);
    expect(warmUps([rising(60)])).toEqual([30]);
    expect(warmUps([rising(20)])).toEqual([5]);
    expect(warmUps([rising(15), rising(4)])).toEqual([0, 0]);
  });

  it('is left out of the windows, with a note', () => {
    const windows = levelWindows(heldMoments(TEST, 1), 'a test');
    for (const [level, from] of Array.from({ length: 10 }, (_, index) => [index, index * 120] as const)) {
      const first = windows.find((window) => window.from >= from);
      expect(first?.from, `level ${level}`).toBeGreaterThanOrEqual(from + 30);
      expect(first?.from, `level ${level}`).toBeLessThanOrEqual(from + 61);
    }
    const longest = Math.max(...windows.map(({ warmUpSeconds }) => warmUpSeconds));
    expect(longest).toBeGreaterThanOrEqual(30);
    expect(steadyNotes(windows)).toContainEqual({ kind: 'warm-up-left-out', mostSeconds: longest });
  });

  it('of no length leaves constant levels as they are', () => {
    const constant = [10, 20, 40].map((rate) => Array.from({ length: 60 }, () => rate));
    expect(warmUps(constant)).toEqual([0, 0, 0]);
  });
});

describe('levels that are shorter than twice their warm-up', () => {
  test.each(['linear', 'sudden'] as const)('are rejected, with a warm-up that ends in a %s way', (shape) => {
    const [problem] = thrownBy(() => levelWindows(heldMoments({ ...TEST, shape, holdSeconds: 60, warmUpSeconds: 45 }, 1), 'a test'));
    expect(problem?.path).toBe('levels of concurrency');
    expect(problem?.reason).toMatch(/^throughput rises by [\d.]+% on average within the second half of the levels/);
  });

  it('are rejected if throughput falls, as without CPU credits', () => {
    const moments = heldMoments({ ...TEST, missing: -0.4, holdSeconds: 60, warmUpSeconds: 45 }, 1);
    expect(thrownBy(() => levelWindows(moments, 'a test'))[0]?.reason).toMatch(/^throughput falls by/);
  });

  it('are rarely rejected by accident', () => {
    const rejected = Array.from({ length: 100 }, (_, seed) => seed).filter((seed) => {
      try {
        levelWindows(heldMoments({ ...TEST, holdSeconds: 60, warmUpSeconds: 0 }, seed), 'a test');
        return false;
      } catch (error) {
        if (error instanceof InputError) return true;
        throw error;
      }
    });
    // 16 of 5,600 tests of 60 to 300 seconds with other seeds were; 5 of 100 have a probability below 0.1% even at 1%.
    expect(rejected.length).toBeLessThanOrEqual(5);
  });
});
