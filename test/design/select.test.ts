import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intersection, type Mask, maskOf, sizeOf } from '../../lib/design/mask';
import { type Choices, type Sized, select } from '../../lib/design/select';

const SAMPLES = 64;

/** A size that handles the samples up to a number, and some single ones. */
function sized(midUsd: number, upTo: number, others: readonly number[]): Sized<string> {
  const factor = Float64Array.from({ length: SAMPLES }, (_, sample) => (sample < upTo || others.includes(sample) ? 1 : 0));
  return { size: `${midUsd}`, midUsd, highUsd: midUsd, mask: maskOf([factor], SAMPLES) };
}

const CHOICES = fc.array(
  fc.array(
    fc
      .record({
        midUsd: fc.integer({ min: 1, max: 100 }),
        upTo: fc.integer({ min: 30, max: SAMPLES }),
        others: fc.array(fc.integer({ min: 0, max: SAMPLES - 1 }), { maxLength: 8 }),
      })
      .map(({ midUsd, upTo, others }) => sized(midUsd, upTo, others)),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 1, maxLength: 4 },
);

/** Samples that components without sizes handle. */
const REST = fc.integer({ min: 50, max: SAMPLES }).map((upTo) => sized(0, upTo, []).mask);

/** The cheapest of all combinations; undefined when none handles enough. */
function exhaustive(components: readonly Choices<string>[], rest: Mask, required: number): number | undefined {
  const combinations = components.reduce<{ readonly usd: number; readonly masks: readonly Mask[] }[]>(
    (all, choices) => all.flatMap(({ usd, masks }) => choices.map(({ midUsd, mask }) => ({ usd: usd + midUsd, masks: [...masks, mask] }))),
    [{ usd: 0, masks: [rest] }],
  );
  const enough = combinations.filter(({ masks }) => sizeOf(masks.reduce(intersection)) >= required).map(({ usd }) => usd);
  return enough.length === 0 ? undefined : Math.min(...enough);
}

test('selects the same sizes as an exhaustive search', () => {
  fc.assert(
    fc.property(CHOICES, REST, fc.integer({ min: 20, max: SAMPLES }), (components, rest, required) => {
      const selection = select(components, rest, required);
      expect(selection?.midUsd).toBe(exhaustive(components, rest, required));
      if (selection === undefined) return;
      expect(selection.isOptimal).toBe(true);
      expect(sizeOf(selection.chosen.map(({ mask }) => mask).reduce(intersection, rest))).toBe(selection.handled);
      expect(selection.handled).toBeGreaterThanOrEqual(required);
    }),
    { numRuns: 500 },
  );
});

test('of sizes with the same cost at the expected load, selects the one that costs less at the maximum', () => {
  const one = sized(10, SAMPLES, []);
  const selection = select(
    [
      [
        { ...one, highUsd: 30 },
        { ...one, size: 'smaller maximum', highUsd: 20 },
      ],
    ],
    one.mask,
    SAMPLES,
  );
  expect(selection?.chosen.map(({ size }) => size)).toEqual(['smaller maximum']);
});

test('counts the samples of a mask', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 200 }), (samples) => {
      const mask = maskOf([Float64Array.from(samples, (isHandled) => (isHandled ? 1 : 0.5))], samples.length);
      expect(sizeOf(mask)).toBe(samples.filter(Boolean).length);
    }),
  );
});
