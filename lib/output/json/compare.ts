import { z } from 'zod';
import type { ComparedTier } from '../../answers/compare';
import type { PartsSum } from '../../blueprint/blueprint';
import type { Interval } from '../../core/interval';
import { toCents, type Usd } from '../../core/money';
import { Every } from '../../model/amount';
import { Evidence } from '../../model/evidence';
import { Published } from '../../model/tier';
import { COST_GROUPS } from '../../pricing/estimate';
import { blueprintWarningText, tradeOffText } from '../blueprint-warnings';
import { waterfallBetween } from '../compare';
import { perUserUsd } from '../compare-rows';
import { footnotesOf } from '../footnotes';
import { spanOf } from '../tier-form';
import type { Waterfall } from '../waterfall';
import { EstimateJson, estimateToJson, Money, UsdIntervalJson, usdIntervalJson } from './estimate';
import { WordedJson, wordedJson } from './worded';

const CapacitySpan = z
  .strictObject({
    low: z.number().describe('lower end'),
    high: z.number().describe('upper end; equal to low for a single number'),
    orMore: z.boolean().describe('true when there is no upper end ("+")'),
  })
  .describe('published range');

const Capacity = z.strictObject({
  concurrentUsers: CapacitySpan.describe('users with an open session'),
  requestsPerSecond: CapacitySpan.optional().describe('HTTP requests per second'),
  operations: z
    .record(z.string(), CapacitySpan.extend({ every: Every.optional().describe('period of a rate; absent for a number at a time') }))
    .describe('operations by id: open sessions, events at a time, or a rate'),
  evidence: Evidence.describe('assumed (stated by a document), modelled (computed from demands) or measured (by a load test)'),
  source: z.string().describe('document and section of the figures'),
});

/** JSON form of a sum of the components. */
export const PartJson = z.strictObject({
  resource: z.string().describe('resource that is summed: vcpu, memory or storage'),
  unit: z.string().describe('unit of sum and published'),
  sum: z.number().describe('sum of the sizes of the components'),
  published: CapacitySpan.describe('published range of the whole tier'),
  isInRange: z.boolean().describe('true when the sum is in the published range'),
});

/** JSON form of options. */
export const OptionsJson = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .describe('every option by its context key, with its default filled in');

const ComparedTierJson = z.strictObject({
  system: z.string().describe('id of the system'),
  tier: z.string().describe('id of the tier'),
  options: OptionsJson.describe('options by context key'),
  capacity: Capacity.nullable().describe('published capacity of the tier as ranges; null without a document'),
  published: Published.nullable().describe('published figures as written in the tier; null without a document'),
  parts: z.array(PartJson).describe('sums of the components, compared with the published figures'),
  tradeOffs: z.array(WordedJson).describe('trade-offs of this form of the tier'),
  warnings: z.array(WordedJson).describe('how options were adjusted to the offers of the region'),
  contradictions: z.array(z.string()).describe('ids of the contradictions that concern the tier'),
  expectedConcurrentUsers: z.number().describe('concurrent users that the estimate is for'),
  handledConcurrentUsers: z
    .number()
    .nullable()
    .describe(
      'concurrent users that the tier is 90% likely to handle; null without users, without a limit, and where a load or a limit is unknown',
    ),
  handledConcurrentUsersByPublishedSizes: z
    .number()
    .nullable()
    .describe(
      'concurrent users that the sizes of the document are 90% likely to handle; null where the tier has no others, and as for handledConcurrentUsers',
    ),
  handlesWorkloadLikelihood: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('share of the samples in which the tier handles its whole workload; null where a load or a limit is unknown'),
  monthlyUsdPerConcurrentUser: Money.nullable().describe(
    'mid of the estimate divided by expectedConcurrentUsers, or by handledConcurrentUsers if these are fewer; US dollars per month; null without users and where the users handled are unknown',
  ),
  estimate: EstimateJson.describe('monthly estimate of the tier'),
});

const ContradictionJson = z.strictObject({
  id: z.string().describe('id of the contradiction'),
  about: z.string().describe('subject of the contradiction'),
  text: z.string().describe('the contradiction, in English'),
  tiers: z.array(z.string()).optional().describe('ids of the tiers that it concerns; absent for the whole system'),
  mark: z.string().nullable().describe('mark of its footnote in the table; null when the table does not show it'),
});

const StepJson = {
  from: UsdIntervalJson.describe('cost of the first tier per month'),
  to: UsdIntervalJson.describe('cost of the second tier per month'),
  change: UsdIntervalJson.describe('second minus first, per month'),
};

const WaterfallJson = z.strictObject({
  ...StepJson,
  drivers: z
    .array(
      z.strictObject({
        group: z.enum(COST_GROUPS).describe('cost group whose cost changes'),
        ...StepJson,
        components: z
          .array(z.strictObject({ component: z.string().describe('id of the component'), ...StepJson }))
          .describe('the change of the group by component; the changes add up to that of the group'),
      }),
    )
    .describe('change by cost group; the changes add up to the total change'),
});

/** Output of `compare --json`. */
export const CompareJson = z
  .strictObject({
    tiers: z.array(ComparedTierJson).describe('compared tiers in the order of the table'),
    contradictions: z.array(ContradictionJson).describe('contradictions of the source document'),
    waterfall: WaterfallJson.nullable().describe(
      'difference between the two estimates by cost driver; null unless exactly two tiers are compared',
    ),
  })
  .meta({ title: 'sizing compare' });
export type CompareJson = z.infer<typeof CompareJson>;

/** The JSON form of a comparison. */
export function compareJson(forms: readonly ComparedTier[]): CompareJson {
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

function comparedTier(form: ComparedTier): z.infer<typeof ComparedTierJson> {
  const { blueprint, estimate } = form;
  const perUser = perUserUsd(form);
  return {
    system: blueprint.system.id,
    tier: blueprint.tier.id,
    options: optionsJson(blueprint.options),
    capacity: blueprint.published === undefined ? null : capacityJson(blueprint.published),
    published: blueprint.published ?? null,
    parts: blueprint.parts.map(partJson),
    tradeOffs: wordedJson(blueprint.tradeOffs, tradeOffText),
    warnings: wordedJson(blueprint.warnings, blueprintWarningText),
    contradictions: blueprint.contradictions.map(({ id }) => id),
    expectedConcurrentUsers: blueprint.workload.concurrentUsers.mid,
    handledConcurrentUsers: form.handled.users ?? null,
    handledConcurrentUsersByPublishedSizes: form.handledByPublishedSizes?.users ?? null,
    handlesWorkloadLikelihood: form.handled.likelihood ?? null,
    monthlyUsdPerConcurrentUser: perUser === undefined ? null : toCents(perUser),
    estimate: estimateToJson(estimate),
  };
}

/** The JSON form of one sum. */
export function partJson({ published, ...part }: PartsSum): z.infer<typeof PartJson> {
  return { ...part, published: { low: published.from, high: published.to, orMore: published.orMore } };
}

/** Options by context key, without those that have no value, such as a certificate or a budget. */
export function optionsJson(options: ComparedTier['blueprint']['options']): Record<string, string | number | boolean> {
  return Object.fromEntries(Object.entries(options).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function capacityJson(published: Published): z.infer<typeof Capacity> {
  return {
    concurrentUsers: spanOf(published.concurrentUsers),
    ...(published.requestsPerSecond !== undefined && { requestsPerSecond: spanOf(published.requestsPerSecond) }),
    operations: Object.fromEntries(
      Object.entries(published.operations ?? {}).map(([id, { amount, every }]) => [
        id,
        { ...spanOf(amount), ...(every !== undefined && { every }) },
      ]),
    ),
    evidence: published.evidence,
    source: published.source,
  };
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

interface Step {
  readonly from: Interval<Usd>;
  readonly to: Interval<Usd>;
  readonly change: Interval<Usd>;
}

function stepJson({ from, to, change }: Step): Record<keyof Step, z.infer<typeof UsdIntervalJson>> {
  return { from: usdIntervalJson(from), to: usdIntervalJson(to), change: usdIntervalJson(change) };
}
