import { HORIZON_MONTHS } from '../capacity/recommend/growth';
import type { Question } from '../capacity/recommend/question';
import { DEFAULT_CONFIDENCE, decide } from '../capacity/recommend/recommend';
import { allParts } from '../core/all-parts';
import type { Interval } from '../core/interval';
import { InputError, type Problem, shown } from '../core/problems';
import type { MissedLevel } from '../design/met-levels';
import type { Shortage } from '../design/shortage';
import type { OptionsInput } from '../model/inputs';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';
import { Id } from '../model/scalars';
import type { System } from '../model/system';
import { scaleTargetWorkload } from '../model/volumes';
import type { TargetWorkload } from '../model/workload';
import type { Estimate } from '../pricing/estimate';
import type { AnswerWarning } from './answer-warning';
import { type CalibrationSource, systemWith } from './calibrated-system';
import { questionFor } from './capacity-question';
import {
  DESIGNED_TIER,
  type DesignedTier,
  defaultBaseTiers,
  type NextStructure,
  namedBaseTier,
  rightSizedTier,
  type SizingQuestion,
} from './designed-tier';
import { environmentPath } from './environment-file';
import type { Estimator } from './estimated-tier';
import { type DeployedFrom, givenPairs } from './given-pairs';
import { checkDates, type GrowthPlanInput, growthPlan, type PlanStage, requireUsers } from './growth-plan';
import type { ChosenLever } from './levers';
import { plannedDesign, plannedId, plannedOf } from './planned-design';
import { recordingEstimator } from './recording-estimator';
import { requestedWorkload } from './requested-workload';
import { type MissingImages, missingImagesOfTier } from './service-images';
import type { SystemReference } from './system-reference';
import { uncountedWarnings } from './uncounted-operations';
import type { WorkloadInput } from './workload-input';

/** A workload to make a tier for. */
export interface TierDesignRequest {
  /** A system of your own, or the id of an example. */
  readonly system: SystemReference;
  /** The target workload, with confidence (default 0.9), growth per month and budget in US dollars per month. */
  readonly workload: WorkloadInput;
  /** Id of the tier whose structure the design has. Default: the one with the cheapest sizes of the tier that `recommend` recommends, or a smaller one that is sized for as many users, and all larger tiers. */
  readonly baseTier?: string;
  /** Id of the designed tier. Default: `right-sized`. */
  readonly id?: string;
  /** Months of growth, 1 to 60, after which the tier still handles the workload; needs the growth of the workload. Default: none, for the workload of today. */
  readonly months?: number;
  /** Options. Default: those of the tier. */
  readonly options?: OptionsInput;
  /** Options that the file of the environment sets; `options` takes precedence. Default: none. */
  readonly environmentOptions?: OptionsInput;
  /** The definition file and the images of a deployment, for the commands of the answer. Default: those that the command finds, and no images. */
  readonly deployedFrom?: DeployedFrom;
  /** Calibrations of load tests; the tested tiers are sized by them. Default: none. */
  readonly calibrations?: readonly CalibrationSource[];
  /** Levers that the system has already, by `withLevers`. Default: none. */
  readonly appliedLevers?: readonly ChosenLever[];
  /** Users that are expected later, with the function that plans the moves between their right-sized tiers; not together with `months`. Default: no plan. */
  readonly plan?: GrowthPlanInput | undefined;
}

/** The tier of the system that `recommend` recommends, for comparison. */
export interface RecommendedTier {
  /** Id of the tier. */
  readonly tier: string;
  /** The varying options of the tier. */
  readonly options: Readonly<Record<string, string>>;
  /** US dollars per month under the workload. */
  readonly monthlyUsd: Interval;
}

/** Growth that a tier is sized for. */
export interface DesignGrowth {
  /** Growth of the workload per month; 0.1 is 10%. */
  readonly perMonth: number;
  /** Months of growth. */
  readonly months: number;
  /** The workload of today. */
  readonly todayWorkload: TargetWorkload;
}

/** A right-sized tier, compared with the tiers of the system. */
export interface DesignAnswer {
  /** The system, for readers. */
  readonly system: {
    /** Id of the system. */
    readonly id: string;
    /** Name of the system in tables. */
    readonly name: string;
  };
  /** Region of the estimates. */
  readonly region: string;
  /** The workload that the tier is sized for; with months of growth, that at their end. */
  readonly targetWorkload: TargetWorkload;
  /** Growth from the workload of today to the target workload; absent without months. */
  readonly growth?: DesignGrowth;
  /** Required confidence, 0 to 1. */
  readonly confidence: number;
  /** Id of the tier whose structure the design has. */
  readonly base: string;
  /** The tier; absent when no sizes handle the workload. */
  readonly design?: DesignedTier;
  /** The next cheapest structure of the default base tiers; absent with a named base tier or service levels, and where no other one has sizes. */
  readonly next?: NextStructure;
  /** Components that are too small in every size; empty with a design. */
  readonly shortages: readonly Shortage[];
  /** Service levels that no sizes keep with the required confidence; empty with a design. */
  readonly missed: readonly MissedLevel[];
  /** The tier that `recommend` recommends for the workload; absent when none handles it. */
  readonly recommended?: RecommendedTier;
  /** US dollars per month; absent without a budget. */
  readonly budgetUsd?: number;
  /** Environment and region, and the other fixed options, as `key=value`, such as `region=eu-west-1`. */
  readonly given: readonly string[];
  /** Path of the file of the environment, which a deployment reads. */
  readonly environmentFile: string;
  /** Services whose image nothing names: a deployment is rejected until the file of the environment does. Absent: none. */
  readonly missingImages?: MissingImages;
  /** The designed tier if its base tier is in several regions: it is several stacks. */
  readonly tiersInRegions: readonly string[];
  /** Applied levers. The deployed code does not have them. */
  readonly appliedLevers: readonly ChosenLever[];
  /** With `plan`: right-sized tier, move and cost of each period. The ids of the tiers have the users: `right-sized-5000`. */
  readonly plan?: readonly PlanStage[];
  /** Estimates that have been computed. */
  readonly estimates: readonly Estimate[];
  /** Warnings: limitations of the answer that a reader must know. */
  readonly warnings: readonly AnswerWarning[];
}

/**
 * Designs a tier for a workload: the cheapest sizes of the components of a tier that handle it with the required confidence.
 * Throws an InputError with every problem of the request, and an UnpricedError when the tier has no complete estimate.
 */
export function designTierFor(request: TierDesignRequest, estimator: Estimator): DesignAnswer {
  const { system: reference, workload, baseTier, id = DESIGNED_TIER, months, calibrations } = request;
  const { environmentOptions = {}, options: typed = {}, deployedFrom = {}, appliedLevers = [], plan } = request;
  const given = { ...environmentOptions, ...typed };
  const written = systemWith(reference, calibrations);
  const ids = [id, ...plannedIds(id, plan)];
  // A tier that an earlier design wrote is no alternative to this one.
  const system = withoutTiers(written, ids);
  const { requested, options } = allParts({
    requested: () => requestedWorkload(system, workload),
    options: () => parseInput(Options, given, 'options'),
    design: () => checkDesign(written, { ...request, options: given }),
  });
  const { targetWorkload: todayWorkload, levels, growth, confidence = DEFAULT_CONFIDENCE, budget } = requested;
  if (plan !== undefined) requireUsers(todayWorkload);
  const grown = grownFor(months, growth, todayWorkload);
  const targetWorkload =
    grown === undefined ? todayWorkload : scaleTargetWorkload(system, todayWorkload, (1 + grown.perMonth) ** grown.months);
  const estimates: Estimate[] = [];
  const recorded = recordingEstimator(estimator, estimates);
  const recommendedFor = (load: TargetWorkload) => recommendedTier(system, load, given, recorded, { confidence, levels });
  const basesFor = (load: TargetWorkload, best: RecommendedTier | undefined): SizingQuestion['bases'] =>
    baseTier === undefined ? defaultBaseTiers(system, load, best?.tier) : [namedBaseTier(system, baseTier)];
  const recommended = recommendedFor(targetWorkload);
  const bases = basesFor(targetWorkload, recommended);
  const today = grown && { months: grown.months, workload: todayWorkload };
  const { base, ...made } = rightSizedTier({ system, bases, id, options, targetWorkload, levels, confidence, growth, today }, recorded);
  const planned = made.design === undefined ? undefined : plannedOf(made.design, budget);
  const tierFor = (load: TargetWorkload) => {
    const question = {
      system,
      bases: basesFor(load, recommendedFor(load)),
      id: plannedId(id, load.concurrentUsers?.mid ?? 0),
      options,
      targetWorkload: load,
    };
    return plannedDesign({ ...question, levels, confidence }, budget, recorded);
  };
  const components = made.design?.assessment.candidate.form.components ?? [];
  const missingImages = missingImagesOfTier(base, components, deployedFrom.deployment ?? {});
  return {
    system,
    region: options.region,
    targetWorkload,
    ...(grown === undefined ? {} : { growth: grown }),
    confidence,
    base: base.id,
    ...(recommended === undefined ? {} : { recommended }),
    ...(budget === undefined ? {} : { budgetUsd: budget }),
    given: givenPairs(system, environmentOptions, typed, deployedFrom),
    environmentFile: environmentPath(options.environment),
    ...(missingImages === undefined ? {} : { missingImages }),
    tiersInRegions: base.regions === undefined ? [] : [id],
    appliedLevers,
    ...made,
    ...(plan === undefined
      ? {}
      : { plan: growthPlan({ ...plan, system, reference, options: given, targetWorkload, today: planned, tierFor }) }),
    estimates,
    warnings: uncountedWarnings(system, requested.given),
  };
}

/** The parts of a request that only a design has. */
export type DesignParts = Pick<TierDesignRequest, 'baseTier' | 'id' | 'months' | 'options' | 'plan'> & {
  /** The target workload, of which only the growth is read. */
  readonly workload: Pick<WorkloadInput, 'growth'>;
};

/** Throws an InputError with every problem of the parts of a request that only a design has. Without a system, its tiers are unknown. */
export function checkDesign(
  system: System | undefined,
  { baseTier, id = DESIGNED_TIER, months, options = {}, plan, workload }: DesignParts,
): void {
  const ids = [id, ...plannedIds(id, plan)];
  allParts({
    base: () => baseTier !== undefined && system !== undefined && namedBaseTier(withoutTiers(system, ids), baseTier),
    ids: () => checkIds(system, ids),
    months: () => checkMonths({ months, plan, workload }),
    plan: () => plan && checkDates(plan.dates),
    topology: () => refuseSingleHost(options),
  });
}

function withoutTiers(system: System, ids: readonly string[]): System {
  return { ...system, tiers: system.tiers.filter((tier) => !ids.includes(tier.id)) };
}

function plannedIds(id: string, plan: GrowthPlanInput | undefined): string[] {
  return (plan?.dates ?? []).map(({ users }) => plannedId(id, users));
}

/** Expected value of the months of growth. */
export const EXPECTED_MONTHS = `a whole number of months from 1 to ${HORIZON_MONTHS}`;

/** Throws an InputError for months without growth, and for months together with a plan, which has its own dates. */
function checkMonths({ months, plan, workload }: Pick<DesignParts, 'months' | 'plan' | 'workload'>): void {
  if (months === undefined) return;
  const isValid = Number.isInteger(months) && months >= 1 && months <= HORIZON_MONTHS;
  const expected = [
    ...(isValid ? [] : [EXPECTED_MONTHS]),
    ...(plan === undefined ? [] : ['no months together with a plan, which has its own dates']),
    ...(workload.growth === undefined ? ['the growth of the workload too, such as 8%/month'] : []),
  ];
  const problems = expected.map((each) => ({ path: 'months', received: shown(months), expected: each }));
  if (problems.length > 0) throw new InputError('request', problems);
}

/** Growth over months; undefined without months. */
function grownFor(months: number | undefined, perMonth: number | undefined, todayWorkload: TargetWorkload): DesignGrowth | undefined {
  return months === undefined || perMonth === undefined ? undefined : { perMonth, months, todayWorkload };
}

/** An id is part of the name of a file. A tier of the definition has its own code, and is no design that a new one may replace. */
function checkIds(system: System | undefined, ids: readonly string[]): void {
  const problems = ids.flatMap((id): Problem[] => {
    const isValid = Id.safeParse(id).success;
    const isTaken = system?.tiers.some((tier) => tier.id === id && tier.countsAs === undefined);
    if (isValid && !isTaken) return [];
    const expected = isValid
      ? `an id that no other tier of ${system?.id} has`
      : 'lower-case words joined by hyphens, at most 40 characters';
    return [{ path: 'id', received: shown(id), expected }];
  });
  if (problems.length > 0) throw new InputError('request', problems);
}

/** On a single host every service has one instance, so that there is nothing to choose but the host. Throws an InputError. */
export function refuseSingleHost({ topology }: Pick<OptionsInput, 'topology'>): void {
  if (topology !== 'single-host') return;
  throw new InputError('options', [
    { path: 'topology', received: '"single-host"', expected: 'managed: on a single host every service has one instance' },
  ]);
}

function recommendedTier(
  system: System,
  targetWorkload: TargetWorkload,
  options: OptionsInput,
  estimator: Estimator,
  required: Pick<Question, 'confidence' | 'levels'>,
): RecommendedTier | undefined {
  const chosen = decide({ ...questionFor({ system, targetWorkload, options, estimator }), ...required }, targetWorkload);
  if (chosen === undefined) return undefined;
  const { candidate, monthlyUsd } = chosen;
  return { tier: candidate.tier, options: candidate.options, monthlyUsd };
}
