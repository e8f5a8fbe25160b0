import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  combine,
  dividedBy,
  minus,
  plus,
  quantiles,
  reachedIn,
  shareAtLeast,
  smaller,
  sumOfProducts,
  sumOfVectors,
  times,
  type Vector,
} from '../../lib/capacity/vector';

const values = (vector: number | Float64Array) => (typeof vector === 'number' ? vector : [...vector]);

describe('vectors', () => {
  const two = Float64Array.of(1, 2);

  it('keep numbers as numbers', () => {
    expect(values(plus(1, 2))).toBe(3);
    expect(values(times(2, 3))).toBe(6);
    expect(values(sumOfVectors([]))).toBe(0);
    expect(values(times(0, two))).toBe(0);
  });

  it('combine sample by sample, numbers being the same in all', () => {
    expect(values(plus(two, 1))).toEqual([2, 3]);
    expect(values(minus(10, two))).toEqual([9, 8]);
    expect(values(times(two, two))).toEqual([1, 4]);
    expect(values(dividedBy(two, 2))).toEqual([0.5, 1]);
    expect(values(smaller(two, Float64Array.of(3, 1)))).toEqual([1, 1]);
    expect(values(combine(1, two, (a, b) => a - b))).toEqual([0, -1]);
  });

  it('are infinite when divided by zero: a resource without demand is never exhausted', () => {
    expect(values(dividedBy(5, 0))).toBe(Number.POSITIVE_INFINITY);
    expect(values(dividedBy(0, 0))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the sum of products', () => {
  const vector = fc.oneof(
    fc.double({ noNaN: true }),
    fc.constantFrom(0, 1),
    fc.array(fc.double({ noNaN: true }), { minLength: 3, maxLength: 3 }).map((numbers) => Float64Array.from(numbers)),
  );

  it('is to the last bit that of the products and their sums, and changes no operand', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple<[Vector, Vector]>(vector, vector), { maxLength: 6 }), (pairs) => {
        const before = structuredClone(pairs);
        expect(values(sumOfProducts(pairs))).toEqual(values(sumOfVectors(pairs.map(([left, right]) => times(left, right)))));
        expect(pairs).toEqual(before);
      }),
    );
  });
});

describe('quantiles', () => {
  const ten = Float64Array.of(7, 3, 9, 1, 5, 10, 2, 8, 4, 6);

  it('are those of the sorted values', () => {
    expect(quantiles(ten, [0.1, 0.5, 0.95, 1])).toEqual([1, 5, 10, 10]);
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (numbers, share) => {
          const sorted = Float64Array.from(numbers).sort();
          const place = Math.max(0, Math.ceil(share * numbers.length - 1e-6) - 1);
          expect(quantiles(Float64Array.from(numbers), [share])[0]).toBe(sorted[place]);
        },
      ),
    );
  });

  it('are exact: a value for 90% of the samples is reached in 90% of them, and the next larger one is not', () => {
    expect(reachedIn(ten, 0.9)).toBe(2);
    expect(shareAtLeast(ten, 2)).toBe(0.9);
    expect(shareAtLeast(ten, 2.1)).toBeLessThan(0.9);
    expect(reachedIn(4, 0.9)).toBe(4);
  });
});
