import { z } from 'zod';
import type { EstimatedTier } from '../../answers/estimated-tier';
import type { PartsSum } from '../../blueprint/blueprint';
import type { Interval } from '../../core/interval';
import { toCents, type Usd } from '../../core/money';
import { Evidence } from '../../model/evidence';
import type { PublishedRange } from '../../model/scalars';
import { Published } from '../../model/tier';
import { COST_GROUPS } from '../../pricing/estimate';
import { waterfallBetween } from '../compare';
import { perUserUsd } from '../compare-rows';
import { footnotesOf } from '../footnotes';
import { spanOf } from '../tier-form';
import type { Waterfall } from '../waterfall';
import { EstimateJson, estimateToJson } from './estimate';

const MoneyText = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .describe('US dollars as a decimal string');
/** An amount of money as low, mid and high. */
export const UsdPoints = z.strictObject({ low: MoneyText, mid: MoneyText, high: MoneyText });

const CapacitySpan = z
  .strictObject({ low: z.number(), high: z.number(), orMore: z.boolean() })
  .describe('a published range; orMore is the "+" of the document');

const Capacity = z.strictObject({
  concurrentUsers: CapacitySpan,
  requestsPerSecond: CapacitySpan.optional(),
  activeChats: CapacitySpan.optional(),
  voiceCalls: CapacitySpan.optional(),
  documentsAtOnce: CapacitySpan.optional(),
  imagesAtOnce: CapacitySpan.optional(),
  evidence: Evidence.describe('how well the figures are known'),
  source: z.string(),
});

export const PartJson = z.strictObject({
  what: z.string(),
  unit: z.string(),
  sum: z.number(),
  published: CapacitySpan,
  adds: z.boolean().describe('whether the sum is what the document gives'),
});

export const OptionsJson = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .describe('every option by its context key, with its default filled in');

const ComparedTier = z.strictObject({
  system: z.string(),
  tier: z.string(),
  options: OptionsJson,
  capacity: Capacity,
  published: Published.describe('what the document says about the tier, as it is written in the tier'),
  parts: z.array(PartJson),
  tradeOffs: z.array(z.string()).describe('trade-offs of this form of the tier'),
  warnings: z.array(z.string()).describe('how options were adjusted to what the region offers'),
  contradictions: z.array(z.string()).describe('ids of the contradictions that concern the tier'),
  expectedConcurrentUsers: z.number(),
  monthlyUsdPerConcurrentUser: MoneyText.nullable().describe('monthly, mid, over the expected concurrent users'),
  estimate: EstimateJson,
});

const ContradictionJson = z.strictObject({
  id: z.string(),
  about: z.string(),
  text: z.string(),
  tiers: z.array(z.string()).optional(),
  mark: z.string().nullable().describe('its footnote in the table; null when the table does not show it'),
});

const Step = { from: UsdPoints, to: UsdPoints, change: UsdPoints };

const WaterfallJson = z.strictObject({
  ...Step,
  drivers: z.array(
    z.strictObject({ group: z.enum(COST_GROUPS), ...Step, components: z.array(z.strictObject({ component: z.string(), ...Step })) }),
  ),
});

/** What `compare --json` prints. */
export const CompareJson = z
  .strictObject({
    tiers: z.array(ComparedTier),
    contradictions: z.array(ContradictionJson),
    waterfall: WaterfallJson.nullable().describe('how the second bill comes from the first; null unless there are exactly two'),
  })
  .meta({ title: 'sizing compare' });
export type CompareJson = z.infer<typeof CompareJson>;

export function compareJson(forms: readonly EstimatedTier[]): CompareJson {
  const footnotes = footnotesOf(forms);
  const waterfall = waterfallBetween(forms);
  const marks = new Map(footnotes.notes.map(({ contradiction, mark }) => [contradiction.id, mark]));
  return {
    tiers: forms.map(comparedTier),
    contradictions: [...footnotes.notes.map(({ contradiction }) => contradiction), ...footnotes.others].map((one) => ({
      ...one,
      mark: marks.get(one.id) ?? null,
    })),
    waterfall: waterfall === undefined ? null : waterfallJson(waterfall),
  };
}

function comparedTier(form: EstimatedTier): z.infer<typeof ComparedTier> {
  const { blueprint, estimate } = form;
  const perUser = perUserUsd(form);
  return {
    system: blueprint.system.id,
    tier: blueprint.tier.id,
    options: optionsJson(blueprint.options),
    capacity: capacityJson(blueprint.published),
    published: blueprint.published,
    parts: blueprint.parts.map(partJson),
    tradeOffs: [...blueprint.tradeOffs],
    warnings: [...blueprint.warnings],
    contradictions: blueprint.contradictions.map(({ id }) => id),
    expectedConcurrentUsers: blueprint.workload.concurrentUsers.mid,
    monthlyUsdPerConcurrentUser: perUser === undefined ? null : toCents(perUser),
    estimate: estimateToJson(estimate),
  };
}

export function partJson({ published, ...part }: PartsSum): z.infer<typeof PartJson> {
  return { ...part, published: { low: published.from, high: published.to, orMore: published.orMore } };
}

/** Options that are left open (a certificate, a budget) are left out. */
export function optionsJson(options: EstimatedTier['blueprint']['options']): Record<string, string | number | boolean> {
  return Object.fromEntries(Object.entries(options).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function capacityJson(published: Published): z.infer<typeof Capacity> {
  const span = (key: Exclude<keyof z.infer<typeof Capacity>, 'concurrentUsers' | 'evidence' | 'source'>) => optional(key, published[key]);
  return {
    concurrentUsers: spanOf(published.concurrentUsers),
    ...span('requestsPerSecond'),
    ...span('activeChats'),
    ...span('voiceCalls'),
    ...span('documentsAtOnce'),
    ...span('imagesAtOnce'),
    evidence: published.evidence,
    source: published.source,
  };
}

function optional<Key extends string>(key: Key, range: PublishedRange | undefined): { [K in Key]?: ReturnType<typeof spanOf> } {
  return range === undefined ? {} : ({ [key]: spanOf(range) } as { [K in Key]?: ReturnType<typeof spanOf> });
}

function waterfallJson(waterfall: Waterfall): z.infer<typeof WaterfallJson> {
  return {
    ...stepJson(waterfall),
    drivers: waterfall.drivers.map((driver) => ({
      group: driver.group,
      ...stepJson(driver),
      components: driver.components.map((step) => ({ component: step.component, ...stepJson(step) })),
    })),
  };
}

interface Money {
  readonly from: Interval<Usd>;
  readonly to: Interval<Usd>;
  readonly change: Interval<Usd>;
}

function stepJson({ from, to, change }: Money): Record<keyof Money, z.infer<typeof UsdPoints>> {
  return { from: pointsJson(from), to: pointsJson(to), change: pointsJson(change) };
}

export function pointsJson(money: Interval<Usd>): z.infer<typeof UsdPoints> {
  return { low: toCents(money.low), mid: toCents(money.mid), high: toCents(money.high) };
}
