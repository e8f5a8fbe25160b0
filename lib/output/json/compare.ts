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
export const UsdPoints = z.strictObject({
  low: MoneyText.describe('low end'),
  mid: MoneyText.describe('expected value'),
  high: MoneyText.describe('high end'),
});

const CapacitySpan = z
  .strictObject({
    low: z.number().describe('low end'),
    high: z.number().describe('high end'),
    orMore: z.boolean().describe('true when there is no upper end ("+")'),
  })
  .describe('a published range; orMore is the "+" of the document');

const Capacity = z.strictObject({
  concurrentUsers: CapacitySpan.describe('users with an open session'),
  requestsPerSecond: CapacitySpan.optional().describe('HTTP requests per second'),
  activeChats: CapacitySpan.optional().describe('active chats'),
  voiceCalls: CapacitySpan.optional().describe('voice calls'),
  documentsAtOnce: CapacitySpan.optional().describe('documents processed concurrently'),
  imagesAtOnce: CapacitySpan.optional().describe('images processed concurrently'),
  evidence: Evidence.describe('how well the figures are known'),
  source: z.string().describe('source of the figure'),
});

/** JSON form of a sum of the components. */
export const PartJson = z.strictObject({
  what: z.string().describe('name of the figure'),
  unit: z.string().describe('unit of the quantity'),
  sum: z.number().describe('sum of the components'),
  published: CapacitySpan.describe('published range'),
  adds: z.boolean().describe('whether the sum is what the document gives'),
});

/** JSON form of options. */
export const OptionsJson = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .describe('every option by its context key, with its default filled in');

const ComparedTier = z.strictObject({
  system: z.string().describe('id of the system'),
  tier: z.string().describe('id of the tier'),
  options: OptionsJson.describe('options by context key'),
  capacity: Capacity.describe('capacity of the tier'),
  published: Published.describe('published figures as written in the tier'),
  parts: z.array(PartJson).describe('sums of the components, compared with the published figures'),
  tradeOffs: z.array(z.string()).describe('trade-offs of this form of the tier'),
  warnings: z.array(z.string()).describe('how options were adjusted to what the region offers'),
  contradictions: z.array(z.string()).describe('ids of the contradictions that concern the tier'),
  expectedConcurrentUsers: z.number().describe('expected concurrent users'),
  monthlyUsdPerConcurrentUser: MoneyText.nullable().describe('monthly, mid, over the expected concurrent users'),
  estimate: EstimateJson.describe('estimate of the tier'),
});

const ContradictionJson = z.strictObject({
  id: z.string().describe('id'),
  about: z.string().describe('subject of the contradiction'),
  text: z.string().describe('the contradiction, in English'),
  tiers: z.array(z.string()).optional().describe('ids of the tiers'),
  mark: z.string().nullable().describe('its footnote in the table; null when the table does not show it'),
});

const Step = {
  from: UsdPoints.describe('cost of the first tier per month'),
  to: UsdPoints.describe('cost of the second tier per month'),
  change: UsdPoints.describe('second minus first, per month'),
};

const WaterfallJson = z.strictObject({
  ...Step,
  drivers: z
    .array(
      z.strictObject({
        group: z.enum(COST_GROUPS).describe('cost group'),
        ...Step,
        components: z
          .array(z.strictObject({ component: z.string().describe('id of the component'), ...Step }))
          .describe('the same by component'),
      }),
    )
    .describe('difference by cost group'),
});

/** What `compare --json` prints. */
export const CompareJson = z
  .strictObject({
    tiers: z.array(ComparedTier).describe('compared tiers in the order of the comparison'),
    contradictions: z.array(ContradictionJson).describe('contradictions of the source document'),
    waterfall: WaterfallJson.nullable().describe(
      'difference between the two estimates by cost driver; null unless exactly two tiers are compared',
    ),
  })
  .meta({ title: 'sizing compare' });
export type CompareJson = z.infer<typeof CompareJson>;

/** The JSON form of a comparison. */
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

/** The JSON form of one sum. */
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

/** Amounts of money as decimal strings. */
export function pointsJson(money: Interval<Usd>): z.infer<typeof UsdPoints> {
  return { low: toCents(money.low), mid: toCents(money.mid), high: toCents(money.high) };
}
