import { type Capacity, capacityOfForm } from '../capacity/capacity';
import { type ServiceLevelOutlook, serviceLevelOutlook } from '../capacity/latency/service-level';
import type { Candidate } from '../capacity/recommend/candidate';
import type { Question } from '../capacity/recommend/question';
import { type Recommendation, recommend } from '../capacity/recommend/recommend';
import { decidingFigures, type Sensitivity } from '../capacity/sensitivity/sensitivity';
import { REFERENCE_REGION } from '../catalog/price-book';
import { allParts } from '../core/all-parts';
import { type StorageShortage, storageShortages } from '../design/storage-shortage';
import { withRequestsOfEvents } from '../model/complete-workload';
import type { OptionsInput } from '../model/inputs';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';
import type { System } from '../model/system';
import type { TargetWorkload } from '../model/workload';
import type { Estimate } from '../pricing/estimate';
import type { AnswerWarning } from './answer-warning';
import { type CalibrationSource, systemWith } from './calibrated-system';
import { questionFor } from './capacity-question';
import { type DesignOffer, designOffer } from './design-offer';
import { environmentOf, environmentPath } from './environment-file';
import type { Estimator } from './estimated-tier';
import { type DeployedFrom, givenPairs } from './given-pairs';
import { checkDates, type GrowthPlanInput, type PlanStage, requireUsers } from './growth-plan';
import { type LeverGain, leverGains } from './lever-gains';
import type { ChosenLever } from './levers';
import { recommendPlan } from './recommend-plan';
import { recordingEstimator } from './recording-estimator';
import { requestedWorkload } from './requested-workload';
import { type MissingImages, missingImagesOfTier } from './service-images';
import type { SystemReference } from './system-reference';
import { uncountedWarnings } from './uncounted-operations';
import type { WorkloadInput } from './workload-input';

/** A workload that a tier of a system must handle. */
export interface RecommendRequest {
  /** A system of your own, or the id of an example. */
  readonly system: SystemReference;
  /** The target workload, with confidence (default 0.9), growth per month and budget in US dollars per month. */
  readonly workload: WorkloadInput;
  /** Fixed options. GPU and read replicas vary between candidates unless they are fixed here. */
  readonly options?: OptionsInput;
  /** Options that the file of the environment sets; `options` takes precedence. A deployment reads the file, so the command of the answer does not repeat them. Default: none. */
  readonly environmentOptions?: OptionsInput;
  /** The definition file and the images of a deployment, for the commands of the answer. Default: those that the command finds, and no images. */
  readonly deployedFrom?: DeployedFrom;
  /** Calibrations of load tests; the tested tiers are sized by them. Default: none. */
  readonly calibrations?: readonly CalibrationSource[];
  /** Whether the answer includes the derivation of the capacity. Default: false. */
  readonly explain?: boolean;
  /** Whether the answer includes the figures that decide it. Default: false. */
  readonly why?: boolean;
  /** Whether a right-sized tier is searched, and offered where it costs less. Default: false, because it takes about as long as the rest. */
  readonly design?: boolean;
  /** Whether the answer has the users handled and the cost with each lever of the system. Default: false. */
  readonly levers?: boolean;
  /** Levers that the system has already, by `withLevers`: they are not compared. Default: none. */
  readonly appliedLevers?: readonly ChosenLever[];
  /** Users that are expected later, with the function that plans the moves between their tiers. Default: no plan. */
  readonly plan?: GrowthPlanInput | undefined;
}

/** The recommended tier, and why the others are not. */
export interface RecommendAnswer {
  /** The system, for readers. */
  readonly system: {
    /** Id of the system. */
    readonly id: string;
    /** Name of the system in tables. */
    readonly name: string;
  };
  /** Region of the estimates. */
  readonly region: string;
  /** The verdict on every tier. Costs are computed when they are read. */
  readonly recommendation: Recommendation;
  /** How likely the recommended tier keeps the service levels; absent without a recommended tier, and without levels. */
  readonly serviceLevels?: ServiceLevelOutlook;
  /** Storage that the recommended tier does not have for the workload; its cost does not include it. Absent: no tier, or none is missing. */
  readonly storageShortages?: readonly StorageShortage[];
  /** Whether the request requires service levels. */
  readonly requiresLevels: boolean;
  /** US dollars per month; absent without a budget. */
  readonly budgetUsd?: number;
  /** Environment and region, and the other fixed options, as `key=value`, such as `region=eu-west-1`. */
  readonly given: readonly string[];
  /** Path of the file of the environment, which a deployment reads. */
  readonly environmentFile: string;
  /** Services whose image nothing names: a deployment is rejected until the file of the environment does. Absent: none. */
  readonly missingImages?: MissingImages;
  /** Tiers in several regions: each of them is several stacks. */
  readonly tiersInRegions: readonly string[];
  /** Applied levers. The deployed code does not have them. */
  readonly appliedLevers: readonly ChosenLever[];
  /** With `explain`: capacity of the recommended tier, or of the largest tier when none is recommended. */
  readonly derivation?: Capacity;
  /** With `why`: the figures that change the capacity of the same tier the most, the largest change first. */
  readonly why?: readonly Sensitivity[];
  /** With `levers`: users handled and cost with each lever alone, for the same tier, the best one first. */
  readonly levers?: readonly LeverGain[];
  /** With `design`: the right-sized tier, or why none is offered. */
  readonly designOffer?: DesignOffer;
  /** With `plan`: tier, move and cost of each period. */
  readonly plan?: readonly PlanStage[];
  /** Estimates that have been computed so far. */
  readonly estimates: readonly Estimate[];
  /** Warnings: limitations of the answer that a reader must know. */
  readonly warnings: readonly AnswerWarning[];
}

/**
 * Recommends the least expensive tier that handles a workload with the required confidence. Throws an InputError with every
 * problem of the request, and an UnpricedError when a candidate has no complete estimate.
 */
export function recommendTier(request: RecommendRequest, estimator: Estimator): RecommendAnswer {
  const { system: reference, workload, options: typed = {}, environmentOptions = {}, calibrations } = request;
  const { explain = false, why = false, levers = false, design = false, deployedFrom = {}, plan, appliedLevers = [] } = request;
  const options = { ...environmentOptions, ...typed };
  const system = systemWith(reference, calibrations);
  const { requested } = allParts({
    requested: () => requestedWorkload(system, workload),
    options: () => parseInput(Options, options, 'options'),
    plan: () => plan && checkDates(plan.dates),
  });
  const { growth, confidence, budget, given, targetWorkload, levels } = requested;
  if (plan !== undefined) requireUsers(targetWorkload);
  const estimates: Estimate[] = [];
  const recorded = recordingEstimator(estimator, estimates);
  const question: Question = {
    ...questionFor({ system, targetWorkload, options, estimator: recorded }),
    ...(levels.length > 0 && { levels }),
    ...(growth !== undefined && { growthPerMonth: growth }),
    ...(confidence !== undefined && { confidence }),
    ...(budget !== undefined && { budgetUsd: budget }),
  };
  const recommendation = recommend(question);
  const chosen = recommendation.chosen?.assessment.candidate;
  const serviceLevels = chosen === undefined ? undefined : serviceLevelOutlook(system, chosen.form, targetWorkload);
  return {
    system,
    region: options.region ?? REFERENCE_REGION,
    recommendation,
    ...(serviceLevels !== undefined && { serviceLevels }),
    ...shortagesOf(system, chosen?.tier, targetWorkload),
    requiresLevels: levels.length > 0,
    ...(budget !== undefined && { budgetUsd: budget }),
    given: givenPairs(system, environmentOptions, typed, deployedFrom),
    ...imagesOf(system, chosen, options, deployedFrom),
    tiersInRegions: system.tiers.flatMap((tier) => (tier.regions === undefined ? [] : [tier.id])),
    appliedLevers,
    ...derivationOf(explain, question, recommendation),
    ...whyOf(why, question, recommendation),
    ...(levers && leversOf(request, given, question, recommendation, options, recorded)),
    ...(plan !== undefined && {
      plan: recommendPlan({ ...plan, reference, system, question, chosen: recommendation.chosen?.assessment, options, design }, recorded),
    }),
    ...(design && {
      designOffer: designOffer({ system, recommendation, levels, growth, budgetUsd: budget, options, estimates }, recorded),
    }),
    estimates,
    warnings: uncountedWarnings(system, given),
  };
}

function shortagesOf(
  system: System,
  chosen: string | undefined,
  targetWorkload: TargetWorkload,
): Pick<RecommendAnswer, 'storageShortages'> {
  const tier = system.tiers.find(({ id }) => id === chosen);
  const shortages = tier && storageShortages(system, tier, targetWorkload);
  return shortages === undefined || shortages.length === 0 ? {} : { storageShortages: shortages };
}

function imagesOf(
  { tiers }: System,
  chosen: Pick<Candidate, 'tier' | 'form'> | undefined,
  options: OptionsInput,
  { deployment = {} }: DeployedFrom,
): Pick<RecommendAnswer, 'environmentFile' | 'missingImages'> {
  const tier = tiers.find(({ id }) => id === chosen?.tier);
  const missing = tier && chosen && missingImagesOfTier(tier, chosen.form.components, deployment);
  return {
    environmentFile: environmentPath(environmentOf(options.environment) ?? ''),
    ...(missing !== undefined && { missingImages: missing }),
  };
}

function derivationOf(
  explain: boolean,
  { system, targetWorkload }: Question,
  { chosen, tiers }: Recommendation,
): Pick<RecommendAnswer, 'derivation'> {
  const form = (chosen ?? tiers.at(-1))?.assessment.candidate.form;
  return form === undefined || !explain ? {} : { derivation: capacityOfForm(system, form, targetWorkload) };
}

function whyOf(
  why: boolean,
  { system, targetWorkload, levels, simulation }: Question,
  { chosen, tiers, confidence }: Recommendation,
): Pick<RecommendAnswer, 'why'> {
  const form = (chosen ?? tiers.at(-1))?.assessment.candidate.form;
  return form === undefined || !why ? {} : { why: decidingFigures({ system, targetWorkload, form, confidence, levels, simulation }) };
}

function leversOf(
  { appliedLevers = [] }: RecommendRequest,
  given: TargetWorkload,
  question: Question,
  { chosen, tiers }: Recommendation,
  options: OptionsInput,
  estimator: Estimator,
): Pick<RecommendAnswer, 'levers'> {
  const assessment = (chosen ?? tiers.at(-1))?.assessment;
  if (assessment === undefined) return {};
  const applied = appliedLevers.map(({ lever }) => lever.id);
  const targetWorkloadOf = (system: System) => withRequestsOfEvents(system, given);
  return { levers: leverGains({ system: question.system as System, applied, question, assessment, targetWorkloadOf, options }, estimator) };
}
