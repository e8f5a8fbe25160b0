import { z } from 'zod';
import type { RecommendAnswer } from '../../answers/recommend';
import type { ServiceLevelOutlook } from '../../capacity/latency/service-level';
import type { Assessment } from '../../capacity/recommend/assess';
import type { CellPlan } from '../../capacity/recommend/cells';
import type { Lifetime } from '../../capacity/recommend/growth';
import type { TierVerdict } from '../../capacity/recommend/recommend';
import { TIER_STANDINGS, type VerdictReason } from '../../capacity/recommend/verdict';
import { DegradationPoint } from '../../model/scenario';
import { instancesText, verdictText } from '../reasons';
import { DesignOfferJson, designOfferJson } from './design-offer';
import { PlanStageJson, planStageJson } from './growth-plan';
import { LatencyJson, latencyJson, SecondsJson, secondsJson } from './latency';
import { AppliedLeverJson, appliedLeverJson, LeverGainJson, leverGainJson } from './levers';
import { LimitJson } from './limit';
import { AmountJson, CandidateOptionsJson, finite, Number6, RangeJson, TargetWorkloadJson, UserActivityJson } from './numbers';
import { RequiredLevelJson, requiredLevelJson } from './required-level';
import { SensitivityJson, sensitivitiesJson } from './sensitivity';
import { StorageShortageJson } from './storage-shortage';

const Assessed = {
  tier: z.string().describe('id of the tier'),
  options: CandidateOptionsJson,
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('share of the samples in which every resource stays below its threshold and every required service level is met'),
  timesWorkload: RangeJson.describe('multiple of the workload that the tier handles'),
  usersWithConfidence: Number6.describe('concurrent users that the tier handles with the required confidence'),
  monthlyUsd: AmountJson.nullable().describe(
    'cost in US dollars per month; null for tiers that are too small or too slow, which are not estimated',
  ),
  limits: z.array(LimitJson).describe('every resource, the first to reach its threshold first'),
  instances: z
    .array(
      z.strictObject({
        component: z.string().describe('id of the component'),
        instances: z.number().describe('required number of instances'),
        because: z.string().describe('why that many are required, in English'),
      }),
    )
    .describe('required instances by component'),
};

const AssessmentJson = z.strictObject(Assessed);
type AssessmentJson = z.infer<typeof AssessmentJson>;

const Likelihood = {
  confidence: z.number().min(0).max(1).describe('share of the samples in which every resource stays below its threshold'),
  requiredConfidence: z.number().min(0).max(1).describe('least confidence that the request requires, 0 to 1'),
};
const ReasonJson = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recommended').describe('the recommended tier'), ...Likelihood }),
  z.strictObject({
    kind: z.literal('too-small').describe('does not handle the workload with the required confidence'),
    ...Likelihood,
    overloaded: z
      .array(
        z.strictObject({
          resource: z.string().describe('component and resource, for readers'),
          utilization: z.number().nullable().describe('share of the supply that high demand uses; null when it is not finite'),
          threshold: z.number().describe('utilization that the resource may reach, 0 to 1'),
        }),
      )
      .describe('resources above their threshold at high demand, the first to reach it first; at most three'),
  }),
  z.strictObject({
    kind: z
      .literal('too-slow')
      .describe('handles the workload, and meets the required service levels with less than the required confidence'),
    ...Likelihood,
    missed: z.array(RequiredLevelJson).describe('the levels that the fewest samples meet'),
  }),
  z.strictObject({
    kind: z.literal('over-budget').describe('handles the workload, and costs more than the budget'),
    overBudgetUsd: z.number().describe('mid of the estimate above the budget, US dollars per month'),
    budgetUsd: z.number().describe('budget of the request in US dollars per month'),
  }),
  z.strictObject({
    kind: z.literal('more-expensive').describe('handles the workload, and costs more than the recommended tier'),
    ...Likelihood,
    extraMonthlyUsd: z.number().describe('mid of the estimate above that of the recommended tier, US dollars per month'),
  }),
]);

const VerdictJson = z.strictObject({
  ...Assessed,
  verdict: z.enum(TIER_STANDINGS).describe('how the tier compares with the recommended one'),
  reason: ReasonJson.describe('reason for the verdict, as data'),
  reasonText: z.string().describe('reason for the verdict, in English'),
  regret: z
    .strictObject({
      over: z.number().describe('expected cost of too much capacity, US dollars per month'),
      under: z.number().describe('expected cost of too little capacity, US dollars per month'),
      total: z.number().describe('sum of over and under, US dollars per month'),
    })
    .nullable()
    .describe('expected cost of the choice when demand differs from the estimate; null for tiers that are too small'),
});

const LifetimeJson = z.strictObject({
  growthPerMonth: z.number().describe('growth of the workload per month, as a share: 0.1 is 10%'),
  months: z.number().describe('full months for which the tier handles the growing workload'),
  beyondHorizon: z.boolean().describe('true when the tier lasts beyond the planning horizon'),
  next: AssessmentJson.nullable().describe(
    'tier that is recommended after these months; null beyond the planning horizon and beyond the largest tier',
  ),
});

const CellsJson = z.strictObject({
  tier: z.string().describe('id of the tier'),
  options: CandidateOptionsJson,
  cells: z.number().describe('number of cells: independent copies of the tier'),
  users: z.number().describe('concurrent users of all cells together'),
  usersPerCell: z.number().describe('concurrent users per cell'),
  monthlyUsd: AmountJson.describe('cost of all cells in US dollars per month'),
  monthlyUsdPerCell: AmountJson.describe('cost of one cell in US dollars per month'),
  limit: z.string().optional().describe('component and resource that limit a cell'),
  shared: z
    .array(
      z.strictObject({
        resource: z.string().describe('name of the resource'),
        needed: RangeJson.describe('amount that all cells together need'),
        supplied: RangeJson.describe('present limit of the resource, in the same unit'),
        timesPresent: Number6.describe('needed divided by supplied'),
      }),
    )
    .describe('resources that all cells share, such as the quota of a model API'),
  isBeyondModel: z.boolean().describe('true when the number of users exceeds the range in which the model is credible'),
  evidence: z.literal('modelled').describe('always modelled: computed from demands'),
  onPaper: z.literal(true).describe('always true: no command synthesizes the plan'),
});

const LevelJson = z.strictObject({
  level: z.number().describe('the level: seconds of a percentile of the response time, or a share of errors'),
  likelihood: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('share of the samples in which the tier stays within it; absent where it is unknown'),
});

const ServiceLevelsJson = z.strictObject({
  latency: LatencyJson.optional().describe(
    'response time and errors of the operation that counts HTTP requests; absent where no level and no degradation is about them',
  ),
  p95SecondsWithoutLoad: SecondsJson.optional().describe('p95 of the same operation without load, seconds; absent where it is unknown'),
  p50: LevelJson.optional().describe('level of the p50 in seconds; absent where the system has none'),
  p95: LevelJson.optional().describe('level of the p95 in seconds; absent where the system has none'),
  p99: LevelJson.optional().describe('level of the p99 in seconds; absent where the system has none'),
  errors: LevelJson.optional().describe('level of the share of errors; absent where the system has none'),
  replicationLag: LevelJson.extend({
    p95Seconds: SecondsJson.optional().describe(
      'the longest p95 of the replication lag of a data store whose replicas serve reads, seconds; 0 without such reads, absent where a lag is unknown',
    ),
  })
    .optional()
    .describe('level of the replication lag in seconds; absent where the system has none'),
  documented: DegradationPoint.optional().describe('response time that the document states for as many users; absent where it states none'),
});

/** Output of `recommend --json`. */
export const RecommendJson = z
  .strictObject({
    system: z.string().describe('id of the system'),
    region: z.string().describe('AWS region code of the prices'),
    targetWorkload: TargetWorkloadJson.describe('workload of the request, with the usual amounts filled in'),
    confidence: z.number().describe('required confidence, 0 to 1; default of the request: 0.9'),
    budgetUsd: z.number().nullable().describe('budget in US dollars per month; null without a budget'),
    userActivity: UserActivityJson.describe('concurrent users by activity'),
    recommended: AssessmentJson.nullable().describe('the recommended tier; null when no tier handles the workload within the budget'),
    serviceLevels: ServiceLevelsJson.optional().describe(
      'how likely the recommended tier keeps the service levels of the system; absent without levels or a recommended tier. They do not decide the recommendation.',
    ),
    storageShortages: z
      .array(StorageShortageJson)
      .optional()
      .describe(
        'storage that the recommended tier does not have for the workload, and that its cost does not include; absent where none is missing',
      ),
    requiredLevels: z.array(RequiredLevelJson).describe('with --slo, the required service levels on the recommended tier; empty without'),
    tiers: z.array(VerdictJson).describe('verdict on the best form of each tier, from the smallest to the largest'),
    lifetime: LifetimeJson.nullable().describe('how long the recommended tier lasts; null without growth'),
    withinBudget: AssessmentJson.nullable().describe(
      'best tier within the budget, when no tier within it handles the workload; null otherwise',
    ),
    cells: CellsJson.nullable().describe(
      'plan with several copies of a tier, when the workload is beyond the largest tier; null otherwise',
    ),
    design: DesignOfferJson.nullable().describe('right-sized tier, or why none is offered; null with --no-design'),
    plan: z.array(PlanStageJson).nullable().describe('with --plan, tier, move and cost of each period; null otherwise'),
    appliedLevers: z.array(AppliedLeverJson).describe('levers that --with applies; the deployed code has none of them'),
    levers: z
      .array(LeverGainJson)
      .nullable()
      .describe(
        'with --levers, users handled and cost with each lever alone, for the recommended tier, or for the largest tier if none is recommended; the best one first; null otherwise',
      ),
    why: z
      .array(SensitivityJson)
      .nullable()
      .describe(
        'with --why, up to five figures that change the capacity of the recommended tier the most, or of the largest tier when none is recommended; the largest change first; null otherwise',
      ),
  })
  .meta({ title: 'sizing recommend' });
export type RecommendJson = z.infer<typeof RecommendJson>;

function serviceLevelsJson({ requests, replicationLag }: ServiceLevelOutlook): z.infer<typeof ServiceLevelsJson> {
  return {
    ...(requests !== undefined && {
      ...requests,
      latency: latencyJson(requests.latency),
      p95SecondsWithoutLoad: secondsJson(requests.p95SecondsWithoutLoad),
    }),
    ...(replicationLag !== undefined && { replicationLag: { ...replicationLag, p95Seconds: secondsJson(replicationLag.p95Seconds) } }),
  };
}

/** The JSON form of a recommendation. `designCommand` makes the same tier as the offered design. Default: none. */
export function recommendJson(answer: RecommendAnswer, designCommand?: string): RecommendJson {
  const { system, region, recommendation, serviceLevels, storageShortages, budgetUsd, designOffer, why } = answer;
  const { targetWorkload, confidence, userActivity, chosen, tiers, lifetime, withinBudget, cells } = recommendation;
  const priced = (assessment: Assessment | undefined) => (assessment === undefined ? null : assessmentJson(assessment, confidence, true));
  return finite({
    system: system.id,
    region,
    targetWorkload,
    confidence,
    budgetUsd: budgetUsd ?? null,
    userActivity,
    recommended: priced(chosen?.assessment),
    ...(serviceLevels !== undefined && { serviceLevels: serviceLevelsJson(serviceLevels) }),
    ...(storageShortages !== undefined && { storageShortages: [...storageShortages] }),
    requiredLevels: (chosen?.assessment.levelOutlooks ?? []).map(requiredLevelJson),
    tiers: tiers.map((verdict) => verdictJson(verdict, confidence)),
    lifetime: lifetime === undefined ? null : lifetimeJson(lifetime, priced(lifetime.next)),
    withinBudget: priced(withinBudget),
    cells: cells === undefined ? null : cellsJson(cells),
    design: designOffer === undefined ? null : designOfferJson(designOffer, confidence, designCommand),
    plan: answer.plan === undefined ? null : answer.plan.map(planStageJson),
    appliedLevers: answer.appliedLevers.map(appliedLeverJson),
    levers: answer.levers === undefined ? null : answer.levers.map(leverGainJson),
    why: why === undefined ? null : sensitivitiesJson(why, targetWorkload),
  });
}

function lifetimeJson({ growthPerMonth, months, beyondHorizon }: Lifetime, next: AssessmentJson | null): z.infer<typeof LifetimeJson> {
  return { growthPerMonth, months, beyondHorizon, next };
}

function verdictJson({ assessment, reason, regret }: TierVerdict, confidence: number): z.infer<typeof VerdictJson> {
  return {
    ...assessmentJson(assessment, confidence, reason.kind !== 'too-small' && reason.kind !== 'too-slow'),
    verdict: reason.kind,
    reason: reasonJson(reason),
    reasonText: verdictText(reason),
    regret: regret ?? null,
  };
}

function reasonJson(reason: VerdictReason): z.infer<typeof ReasonJson> {
  if (reason.kind === 'too-small') return { ...reason, overloaded: [...reason.overloaded] };
  return reason.kind === 'too-slow' ? { ...reason, missed: reason.missed.map(requiredLevelJson) } : reason;
}

/** Reading the cost of an assessment computes an estimate, so only tiers that handle the workload have one. */
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
    instances: instances.map(({ reason, ...needed }) => ({ ...needed, because: instancesText(reason) })),
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
