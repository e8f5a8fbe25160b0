import { z } from 'zod';
import type { Agreement, DesignedTier } from '../../answers/designed-tier';
import type { Limit } from '../../capacity/recommend/assess';
import { STORAGE_REASONS } from '../../core/storage-reason';
import { LimitJson } from './limit';
import { AmountJson, Number6, RangeJson } from './numbers';
import { RequiredLevelJson, requiredLevelJson } from './required-level';

const WrittenTierJson = z
  .looseObject({
    id: z.string().describe('id of the tier'),
    extends: z.string().describe('id of the tier that it extends'),
    countsAs: z.string().describe('id of the tier whose demands apply'),
  })
  .describe('the tier as its differences from the tier that it extends; `null` removes what that tier has');

/** A right-sized tier. */
export const DesignedJson = z.strictObject({
  tier: WrittenTierJson,
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('share of the samples in which every resource stays below its threshold, without the limits of external services'),
  usersWithConfidence: Number6.describe('concurrent users that the tier handles with the required confidence'),
  timesWorkload: RangeJson.describe('multiple of the workload that the tier handles'),
  monthlyUsd: AmountJson.describe('cost under the workload in US dollars per month'),
  todayMonthlyUsd: AmountJson.nullable().describe(
    'cost under the workload of today in US dollars per month; null where the tier is sized for the workload of today',
  ),
  leastMonthlyUsd: z
    .number()
    .nullable()
    .describe(
      'least cost of any design with this structure in US dollars per month, a lower bound; null on Kubernetes and Fargate, where it is unknown',
    ),
  gapShare: z
    .number()
    .nullable()
    .describe(
      'largest share of `leastMonthlyUsd` that the tier costs more than the cheapest one with this structure; null where that is unknown',
    ),
  limits: z.array(LimitJson).describe('every resource, the first to reach its threshold first'),
  changes: z
    .array(
      z.strictObject({
        component: z.string().describe('id of the component'),
        field: z.string().describe('path of the field in the component, such as `instances.max`'),
        from: z.unknown().describe('value in the base tier; null when it is not set'),
        to: z.unknown().describe('value in the designed tier; null when it is not set'),
        reason: z
          .enum(STORAGE_REASONS)
          .nullable()
          .describe(
            'why storage is larger: stored data grows with the operations that do not only read it, or the load demands IOPS or throughput; null for other sizes',
          ),
      }),
    )
    .describe('sizes that differ from the base tier'),
  timesBaseWorkload: z.number().describe('workload divided by that of the base tier, the largest ratio of an operation'),
  requiredLevels: z
    .array(RequiredLevelJson)
    .describe('with --slo, the required service levels with the predicted response times; empty without'),
  agreements: z
    .array(
      z.strictObject({
        resource: z.string().describe('name of the resource of the external service'),
        needed: RangeJson.describe('amount that the workload needs'),
        supplied: RangeJson.describe('present limit, in the same unit'),
        timesPresent: Number6.describe('required multiple of the present limit; `unknown` where no multiple is enough'),
      }),
    )
    .describe('limits of external services that their providers must raise'),
  lastsMonths: Number6.nullable().describe('full months from today for which the tier handles the growing workload; null without growth'),
});
export type DesignedJson = z.infer<typeof DesignedJson>;

/** The JSON form of a right-sized tier. `confidence` is the required one, 0 to 1. */
export function designedJson(design: DesignedTier, confidence: number): DesignedJson {
  const { written, assessment, monthlyUsd, todayMonthlyUsd, leastMonthlyUsd, changes, timesBaseWorkload, agreements, lastsMonths } = design;
  return {
    tier: { ...written },
    confidence: assessment.confidence,
    usersWithConfidence: assessment.usersWith(confidence),
    timesWorkload: assessment.timesWorkload,
    monthlyUsd,
    todayMonthlyUsd: todayMonthlyUsd ?? null,
    leastMonthlyUsd: leastMonthlyUsd ?? null,
    gapShare: leastMonthlyUsd === undefined ? null : monthlyUsd.mid / leastMonthlyUsd - 1,
    limits: assessment.limits.map((limit: Limit) => ({ ...limit })),
    changes: changes.map(({ component, field, from, to, reason }) => ({
      component,
      field,
      from: from ?? null,
      to: to ?? null,
      reason: reason ?? null,
    })),
    timesBaseWorkload,
    requiredLevels: assessment.levelOutlooks.map(requiredLevelJson),
    agreements: agreements.map(({ timesPresent, ...agreement }: Agreement) => ({ ...agreement, timesPresent: timesPresent ?? 'unknown' })),
    lastsMonths: lastsMonths ?? null,
  };
}
