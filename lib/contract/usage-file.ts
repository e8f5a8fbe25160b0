import { z } from 'zod';
import type { Interval } from '../core/interval';
import { Amount } from '../model/amount';
import { parseInput } from '../model/parse';
import { USAGE_KEYS, type UsageKey, usageUnitText } from './usage';

/** A quantity: a number, its two ends, or low, mid and high. `null` leaves it out, like a line without a value in YAML. */
export type UsageAmountInput = number | readonly [low: number, high: number] | Interval | null;

/**
 * Usage that a user states for the resources of templates, by selector: a logical id, a construct path, a component, a resource type,
 * or a pattern of these in which `*` stands for any characters; `network` for data transfer.
 */
export type UsageInput = Readonly<Record<string, Readonly<Partial<Record<UsageKey, UsageAmountInput>>> | null>>;

/** Quantities of one selector, without those that are left out. */
export type GivenQuantities = ReadonlyMap<UsageKey, Interval>;

/** Given usage by selector. */
export type GivenUsage = ReadonlyMap<string, GivenQuantities>;

type QuantityShape = Readonly<Record<UsageKey, z.ZodOptional<z.ZodNullable<typeof Amount>>>>;

/** Object.fromEntries loses the keys, which are all of USAGE_KEYS. */
const SHAPE = Object.fromEntries(
  USAGE_KEYS.map((key) => [
    key,
    Amount.nullable()
      .optional()
      .describe(`${usageUnitText(key)}. Default: unknown.`),
  ]),
) as unknown as QuantityShape;

const BySelector = z
  .record(z.string().min(1), z.strictObject(SHAPE).nullable())
  .describe(
    'Quantities by selector: a logical id, a construct path, a component, a resource type, or a pattern of these with `*`; `network` for data transfer.',
  );

/** A usage file: quantities that no template contains, and that are charged. */
export const UsageFile = z.strictObject({
  $schema: z.string().optional().describe('The JSON Schema of the file, for editors. Default: none.'),
  usage: BySelector,
});

/** Checks given usage, and leaves out quantities without a value. Throws an InputError with every problem. */
export function parseUsage(usage: unknown, subject: string): GivenUsage {
  const parsed = parseInput(z.strictObject({ usage: BySelector }), { usage }, subject);
  return new Map(Object.entries(parsed.usage).map(([selector, quantities]) => [selector, givenQuantities(quantities ?? {})]));
}

function givenQuantities(quantities: z.output<z.ZodObject<QuantityShape>>): GivenQuantities {
  return new Map(USAGE_KEYS.flatMap((key) => (quantities[key] == null ? [] : [[key, quantities[key]] as const])));
}
