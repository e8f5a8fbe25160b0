import { z } from 'zod';
import type { DesignAnswer, RecommendedTier } from '../../answers/design';
import { RESOURCES, type Resource } from '../../model/resource';
import { DesignedJson, designedJson } from './designed-tier';
import { PlanStageJson, planStageJson } from './growth-plan';
import { AppliedLeverJson, appliedLeverJson } from './levers';
import { AmountJson, CandidateOptionsJson, finite, TargetWorkloadJson } from './numbers';
import { RequiredLevelJson, requiredLevelJson } from './required-level';

/** Output of `design --json`. */
export const DesignJson = z
  .strictObject({
    system: z.string().describe('id of the system'),
    region: z.string().describe('AWS region code of the prices'),
    targetWorkload: TargetWorkloadJson.describe('workload that the tier is sized for; with --months, that at their end'),
    growth: z
      .strictObject({
        perMonth: z.number().describe('growth of the workload per month, as a share: 0.1 is 10%'),
        months: z.number().describe('months of growth'),
        todayWorkload: TargetWorkloadJson.describe('workload of today'),
      })
      .nullable()
      .describe('growth that the tier is sized for; null without --months'),
    confidence: z.number().describe('required confidence, 0 to 1; default of the request: 0.9'),
    base: z.string().describe('id of the tier whose structure the design has'),
    next: z
      .strictObject({
        base: z.string().describe('id of the tier whose structure it has'),
        monthlyUsd: AmountJson.describe('cost under the workload in US dollars per month'),
      })
      .nullable()
      .describe(
        'the next cheapest structure with its cheapest sizes; null with --base-tier or --slo, and where no other structure has sizes',
      ),
    appliedLevers: z.array(AppliedLeverJson).describe('levers that --with applies; the deployed code has none of them'),
    budgetUsd: z.number().nullable().describe('budget in US dollars per month; null without a budget'),
    design: DesignedJson.nullable().describe('the right-sized tier; null when no sizes handle the workload'),
    shortages: z
      .array(
        z.strictObject({
          component: z.string().describe('id of the component'),
          resource: z
            .enum(Object.keys(RESOURCES) as [Resource, ...Resource[]])
            .nullable()
            .describe(
              'resource whose limit is a setting of the tier, or storage that is too small for the data; null when the largest size is too small',
            ),
          share: z.number().min(0).max(1).describe('largest share of the samples that the component handles'),
          neededGib: z.number().nullable().describe('GiB that the data needs, where no storage of RDS is as large; null otherwise'),
        }),
      )
      .describe('components that are too small in every size; empty with a design'),
    missed: z
      .array(
        RequiredLevelJson.extend({
          isWithoutWaits: z.boolean().describe('whether the level is missed even where nothing waits, so that no sizes can meet it'),
        }),
      )
      .describe('service levels that no sizes meet with the required confidence; empty with a design'),
    recommended: z
      .strictObject({
        tier: z.string().describe('id of the tier'),
        options: CandidateOptionsJson,
        monthlyUsd: AmountJson.describe('cost under the workload in US dollars per month'),
      })
      .nullable()
      .describe('tier of the system that `sizing recommend` recommends; null when none handles the workload'),
    plan: z.array(PlanStageJson).nullable().describe('with --plan, right-sized tier, move and cost of each period; null otherwise'),
  })
  .meta({ title: 'sizing design' });
export type DesignJson = z.infer<typeof DesignJson>;

/** The JSON form of a design. */
export function designJson({
  system,
  region,
  targetWorkload,
  growth,
  confidence,
  base,
  next,
  appliedLevers,
  budgetUsd,
  design,
  shortages,
  missed,
  recommended,
  plan,
}: DesignAnswer): DesignJson {
  return finite({
    system: system.id,
    region,
    targetWorkload,
    growth: growth ?? null,
    confidence,
    base,
    next: next ?? null,
    appliedLevers: appliedLevers.map(appliedLeverJson),
    budgetUsd: budgetUsd ?? null,
    design: design === undefined ? null : designedJson(design, confidence),
    shortages: shortages.map(({ component, resource, share, neededGib }) => ({
      component,
      resource: resource ?? null,
      share,
      neededGib: neededGib ?? null,
    })),
    missed: missed.map(({ isWithoutWaits, ...level }) => ({ ...requiredLevelJson(level), isWithoutWaits })),
    recommended: recommended === undefined ? null : recommendedJson(recommended),
    plan: plan?.map(planStageJson) ?? null,
  });
}

function recommendedJson({ tier, options, monthlyUsd }: RecommendedTier): NonNullable<DesignJson['recommended']> {
  return { tier, options, monthlyUsd };
}
