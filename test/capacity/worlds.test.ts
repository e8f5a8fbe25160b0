import { describe, expect, it } from 'vitest';
import { quantiles } from '../../lib/capacity/vector';
import { Worlds } from '../../lib/capacity/worlds';

const interval = { low: 2, mid: 3, high: 10 };

describe('worlds', () => {
  const sample = new Worlds({ worlds: 1_000 }).sample('x', interval) as Float64Array;

  it('stay inside of low and high, with half of them below mid', () => {
    expect(Math.min(...sample)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...sample)).toBeLessThanOrEqual(10);
    expect(sample.filter((value) => value < 3)).toHaveLength(500);
    const [quarter = 0, threeQuarters = 0] = quantiles(sample, [0.25, 0.75]);
    expect(quarter).toBeCloseTo(2.5, 2);
    expect(threeQuarters).toBeCloseTo(6.5, 1);
  });

  it('are the same for the same seed and name, and others for another', () => {
    expect(new Worlds({ worlds: 1_000 }).sample('x', interval)).toEqual(sample);
    expect(new Worlds({ worlds: 1_000, seed: 2 }).sample('x', interval)).not.toEqual(sample);
    expect(new Worlds({ worlds: 1_000 }).sample('y', interval)).not.toEqual(sample);
  });

  it('know nothing of one number from another', () => {
    const worlds = new Worlds({ worlds: 10_000 });
    const [a, b] = ['a', 'b'].map((name) => worlds.sample(name, { low: -1, mid: 0, high: 1 }) as Float64Array);
    const product = (a as Float64Array).reduce((sum, value, world) => sum + value * ((b as Float64Array)[world] as number), 0) / 10_000;
    // Of independent numbers it is 0; its standard deviation is 1/3 over the root of 10,000.
    expect(Math.abs(product)).toBeLessThan(4 * (1 / 3 / 100));
  });

  it('leave certain numbers alone', () => {
    expect(new Worlds().sample('x', { low: 4, mid: 4, high: 4 })).toBe(4);
  });

  it('refuse what is no number of worlds', () => {
    expect(() => new Worlds({ worlds: 0 })).toThrow(RangeError);
    expect(() => new Worlds({ seed: 0.5 })).toThrow(RangeError);
  });
});
