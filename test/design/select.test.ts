import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intersection, type Mask, maskOf, sizeOf } from '../../lib/design/mask';
import { type Choices, type Sized, select } from '../../lib/design/select';

const SAMPLES = 64;

/** A size that handles the samples up to a number, and some single ones. */
function sized(midUsd: number, upTo: number, others: readonly number[], highUsd = midUsd): Sized<string> {
  const factor = Float64Array.from({ length: SAMPLES }, (_, sample) => (sample < upTo || others.includes(sample) ? 1 : 0));
  return { size: `${midUsd}`, midUsd, highUsd, mask: maskOf([factor], SAMPLES) };
}

const CHOICES = fc.array(
  fc.array(
    fc
      .record({
        midUsd: fc.integer({ min: 1, max: 20 }),
        times: fc.integer({ min: 1, max: 5 }),
        upTo: fc.integer({ min: 30, max: SAMPLES }),
        others: fc.array(fc.integer({ min: 0, max: SAMPLES - 1 }), { maxLength: 8 }),
      })
      .map(({ midUsd, times, upTo, others }) => sized(midUsd, upTo, others, midUsd * times)),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 1, maxLength: 4 },
);

/** Samples that components without sizes handle. */
const REST = fc.integer({ min: 50, max: SAMPLES }).map((upTo) => sized(0, upTo, []).mask);

interface Cost {
  readonly midUsd: number;
  readonly highUsd: number;
}

function costOf(chosen: readonly Cost[]): Cost {
  const sum = (key: keyof Cost) => chosen.reduce((total, one) => total + one[key], 0);
  return { midUsd: sum('midUsd'), highUsd: sum('highUsd') };
}

/** The cheapest of all combinations, at the maximum where several cost the same at the expected load; undefined when none handles enough. */
function exhaustive(components: readonly Choices<string>[], rest: Mask, required: number): Cost | undefined {
  const combinations = components.reduce<(readonly Sized<string>[])[]>(
    (all, choices) => all.flatMap((chosen) => choices.map((one) => [...chosen, one])),
    [[]],
  );
  return combinations
    .filter((chosen) => sizeOf(chosen.map(({ mask }) => mask).reduce(intersection, rest)) >= required)
    .map(costOf)
    .sort((left, right) => left.midUsd - right.midUsd || left.highUsd - right.highUsd)[0];
}

test('selects the same sizes as an exhaustive search', () => {
  fc.assert(
    fc.property(CHOICES, REST, fc.integer({ min: 20, max: SAMPLES }), (components, rest, required) => {
      const selection = select(components, rest, required);
      expect(selection && costOf(selection.chosen)).toEqual(exhaustive(components, rest, required));
      if (selection === undefined) return;
      expect(selection.midUsd).toBe(costOf(selection.chosen).midUsd);
      expect(selection.isOptimal).toBe(true);
      expect(sizeOf(selection.chosen.map(({ mask }) => mask).reduce(intersection, rest))).toBe(selection.handled);
      expect(selection.handled).toBeGreaterThanOrEqual(required);
    }),
    { numRuns: 500 },
  );
});

test('counts the samples of a mask', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 200 }), (samples) => {
      const mask = maskOf([Float64Array.from(samples, (isHandled) => (isHandled ? 1 : 0.5))], samples.length);
      expect(sizeOf(mask)).toBe(samples.filter(Boolean).length);
    }),
  );
});
