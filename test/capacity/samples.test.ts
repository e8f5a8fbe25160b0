import { describe, expect, it } from 'vitest';
import { Samples } from '../../lib/capacity/samples';
import { quantiles } from '../../lib/capacity/vector';

const interval = { low: 2, mid: 3, high: 10 };

describe('samples', () => {
  const values = new Samples({ sampleCount: 1_000 }).draw('x', interval) as Float64Array;

  it('stay inside of low and high, with half of them below mid', () => {
    expect(Math.min(...values)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...values)).toBeLessThanOrEqual(10);
    expect(values.filter((value) => value < 3)).toHaveLength(500);
    const [quarter = 0, threeQuarters = 0] = quantiles(values, [0.25, 0.75]);
    expect(quarter).toBeCloseTo(2.5, 2);
    expect(threeQuarters).toBeCloseTo(6.5, 1);
  });

  it('are the same for the same seed and name, and others for another', () => {
    expect(new Samples({ sampleCount: 1_000 }).draw('x', interval)).toEqual(values);
    expect(new Samples({ sampleCount: 1_000, seed: 2 }).draw('x', interval)).not.toEqual(values);
    expect(new Samples({ sampleCount: 1_000 }).draw('y', interval)).not.toEqual(values);
  });

  it('are independent for figures with different names', () => {
    const samples = new Samples({ sampleCount: 10_000 });
    const [a, b] = ['a', 'b'].map((name) => samples.draw(name, { low: -1, mid: 0, high: 1 }) as Float64Array);
    const product = (a as Float64Array).reduce((sum, value, sample) => sum + value * ((b as Float64Array)[sample] as number), 0) / 10_000;
    // Of independent numbers it is 0; its standard deviation is 1/3 over the root of 10,000.
    expect(Math.abs(product)).toBeLessThan(4 * (1 / 3 / 100));
  });

  it('keep certain figures as single values', () => {
    expect(new Samples().draw('x', { low: 4, mid: 4, high: 4 })).toBe(4);
  });

  it('reject invalid numbers of samples', () => {
    expect(() => new Samples({ sampleCount: 0 })).toThrow(RangeError);
    expect(() => new Samples({ seed: 0.5 })).toThrow(RangeError);
  });
});
