import { z } from 'zod';
import type { RecommendAnswer } from '../../answers/recommend';
import type { Assessment } from '../../capacity/recommend/assess';
import type { CellPlan } from '../../capacity/recommend/cells';
import type { Lifetime } from '../../capacity/recommend/growth';
import type { TierVerdict } from '../../capacity/recommend/recommend';
import { TIER_STANDINGS } from '../../capacity/recommend/verdict';
import { Evidence } from '../../model/evidence';
import { verdictText } from '../reasons';
import { AmountJson, CandidateOptionsJson, finite, Number6, RangeJson, TargetWorkloadJson, UsersAtOnceJson } from './numbers';

const LimitJson = z.strictObject({
  resource: z.string(),
  component: z.string(),
  utilization: RangeJson.describe('share of what there is'),
  threshold: z.number().describe('how full it may be'),
  thresholdSource: z.string(),
  timesWorkload: RangeJson.describe('how many times the workload until it reaches its threshold'),
  atUsers: RangeJson.describe('users with an open session at which it does'),
  evidence: Evidence,
});

const Assessed = {
  tier: z.string(),
  options: CandidateOptionsJson,
  confidence: z.number().min(0).max(1).describe('share of the samples in which every resource stays below its threshold'),
  timesWorkload: RangeJson.describe('how many times the workload it carries'),
  usersWithConfidence: Number6.describe('users with an open session that it carries with the required confidence'),
  monthlyUsd: AmountJson.nullable().describe('null for tiers that are too small: they have no price here'),
  limits: z.array(LimitJson).describe('every resource, the first to reach its threshold first'),
  instances: z.array(z.strictObject({ component: z.string(), instances: z.number(), because: z.string() })),
};

const AssessmentJson = z.strictObject(Assessed);
type AssessmentJson = z.infer<typeof AssessmentJson>;

const Likelihood = {
  confidence: z.number().min(0).max(1).describe('share of the samples in which every resource stays below its threshold'),
  requiredConfidence: z.number().min(0).max(1).describe('the least such share that was required'),
};
const ReasonJson = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recommended'), ...Likelihood }),
  z.strictObject({
    kind: z.literal('too-small'),
    ...Likelihood,
    overloaded: z
      .array(
        z.strictObject({
          resource: z.string(),
          utilization: z.number().nullable().describe('share of the resource that high demand uses; null without end'),
          threshold: z.number().describe('share of the resource that may be used'),
        }),
      )
      .describe('resources above their threshold at high demand, the first to reach it first; at most three'),
  }),
  z.strictObject({
    kind: z.literal('over-budget'),
    overBudgetUsd: z.number().describe('mid of the estimate above the budget, US dollars per month'),
    budgetUsd: z.number().describe('US dollars per month'),
  }),
  z.strictObject({
    kind: z.literal('more-expensive'),
    ...Likelihood,
    extraMonthlyUsd: z.number().describe('mid of the estimate above that of the recommended tier, US dollars per month'),
  }),
]);

const VerdictJson = z.strictObject({
  ...Assessed,
  verdict: z.enum(TIER_STANDINGS).describe('how the tier compares with the recommended one'),
  reason: ReasonJson.describe('why, as data'),
  reasonText: z.string().describe('the same as an English sentence'),
  regret: z
    .strictObject({ over: z.number(), under: z.number(), total: z.number() })
    .nullable()
    .describe('what the choice costs when demand differs from the estimate; null for tiers that are too small'),
});

const LifetimeJson = z.strictObject({
  growthPerMonth: z.number(),
  months: z.number().describe('full months that it carries the growing workload'),
  beyondHorizon: z.boolean().describe('it lasts longer than anybody plans'),
  next: AssessmentJson.nullable().describe('what is recommended then; null beyond the horizon and beyond the largest tier'),
});

const CellsJson = z.strictObject({
  tier: z.string(),
  options: CandidateOptionsJson,
  cells: z.number(),
  users: z.number(),
  usersPerCell: z.number(),
  monthlyUsd: AmountJson,
  monthlyUsdPerCell: AmountJson,
  limit: z.string().optional().describe('what limits a cell'),
  shared: z
    .array(z.strictObject({ resource: z.string(), needed: RangeJson, supplied: RangeJson, timesPresent: Number6 }))
    .describe('what all cells take from others'),
  beyondBelief: z.boolean(),
  evidence: z.literal('modelled'),
  onPaper: z.literal(true).describe('nothing of it is synthesized'),
});

/** What `recommend --json` prints. */
export const RecommendJson = z
  .strictObject({
    system: z.string(),
    region: z.string(),
    targetWorkload: TargetWorkloadJson,
    confidence: z.number().describe('required confidence'),
    budgetUsd: z.number().nullable(),
    usersAtOnce: UsersAtOnceJson,
    recommended: AssessmentJson.nullable().describe('null when no tier carries the workload, or none within the budget'),
    tiers: z.array(VerdictJson).describe('the best form of each tier, from the smallest on'),
    lifetime: LifetimeJson.nullable().describe('null unless growth was given'),
    withinBudget: AssessmentJson.nullable().describe('what the budget pays, when nothing that carries the workload fits'),
    cells: CellsJson.nullable().describe('the plan when the workload is beyond the largest tier'),
  })
  .meta({ title: 'sizing recommend' });
export type RecommendJson = z.infer<typeof RecommendJson>;

export function recommendJson({ system, region, recommendation, budgetUsd }: RecommendAnswer): RecommendJson {
  const { targetWorkload, confidence, usersAtOnce, chosen, tiers, lifetime, withinBudget, cells } = recommendation;
  const priced = (assessment: Assessment | undefined) => (assessment === undefined ? null : assessmentJson(assessment, confidence, true));
  return finite({
    system: system.id,
    region,
    targetWorkload,
    confidence,
    budgetUsd: budgetUsd ?? null,
    usersAtOnce,
    recommended: priced(chosen?.assessment),
    tiers: tiers.map((verdict) => verdictJson(verdict, confidence)),
    lifetime: lifetime === undefined ? null : lifetimeJson(lifetime, priced(lifetime.next)),
    withinBudget: priced(withinBudget),
    cells: cells === undefined ? null : cellsJson(cells),
  });
}

function lifetimeJson({ growthPerMonth, months, beyondHorizon }: Lifetime, next: AssessmentJson | null): z.infer<typeof LifetimeJson> {
  return { growthPerMonth, months, beyondHorizon, next };
}

function verdictJson({ assessment, reason, regret }: TierVerdict, confidence: number): z.infer<typeof VerdictJson> {
  return {
    ...assessmentJson(assessment, confidence, reason.kind !== 'too-small'),
    verdict: reason.kind,
    reason: reason.kind === 'too-small' ? { ...reason, overloaded: [...reason.overloaded] } : reason,
    reasonText: verdictText(reason),
    regret: regret ?? null,
  };
}

/** Asking for its cost prices it: only what carries the workload is worth that. */
function assessmentJson(assessment: Assessment, confidence: number, priced: boolean): AssessmentJson {
  const { candidate, limits, instances, timesWorkload } = assessment;
  return {
    tier: candidate.tier,
    options: candidate.options,
    confidence: assessment.confidence,
    timesWorkload,
    usersWithConfidence: assessment.usersWith(confidence),
    monthlyUsd: priced ? assessment.monthlyUsd : null,
    limits: [...limits],
    instances: [...instances],
  };
}

function cellsJson({ candidate, shared, limit, ...plan }: CellPlan): z.infer<typeof CellsJson> {
  return {
    tier: candidate.tier,
    options: candidate.options,
    ...plan,
    ...(limit === undefined ? {} : { limit }),
    shared: [...shared],
    evidence: 'modelled',
    onPaper: true,
  };
}
