import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskOf, sizeOf } from '../../lib/design/mask';

const Factor = fc.constantFrom(0, 0.5, 1 - Number.EPSILON / 2, 1, 2, Number.POSITIVE_INFINITY);

describe('the mask of vectors', () => {
  it('has the samples in which every vector is at least 1, whose number need not fill the last word', () => {
    const request = fc
      .integer({ min: 1, max: 100 })
      .chain((count) =>
        fc.tuple(
          fc.constant(count),
          fc.array(fc.oneof(Factor, fc.array(Factor, { minLength: count, maxLength: count })), { maxLength: 4 }),
        ),
      );
    fc.assert(
      fc.property(request, ([count, factors]) => {
        const mask = maskOf(
          factors.map((factor) => (typeof factor === 'number' ? factor : Float64Array.from(factor))),
          count,
        );
        const handled = Array.from({ length: count }, (_, sample) =>
          factors.every((factor) => (typeof factor === 'number' ? factor : (factor[sample] as number)) >= 1),
        );
        expect(handled.map((_, sample) => (((mask[sample >>> 5] as number) >>> (sample & 31)) & 1) === 1)).toEqual(handled);
        expect(sizeOf(mask)).toBe(handled.filter(Boolean).length);
      }),
    );
  });
});
