import { resolveBlueprint } from '../blueprint/resolve';
import { rowName } from '../capacity/capacity';
import { Demands } from '../capacity/demand';
import { instancesNeeded } from '../capacity/instances';
import type { RequiredLevel } from '../capacity/latency/required-level';
import { rangeOf } from '../capacity/range';
import { Assessment } from '../capacity/recommend/assess';
import { monthsUntil } from '../capacity/recommend/growth';
import { Samples } from '../capacity/samples';
import { capacityUse } from '../capacity/utilization';
import { reachedIn } from '../capacity/vector';
import { offersIn } from '../catalog/offers';
import type { Interval } from '../core/interval';
import { InputError, notOneOf } from '../core/problems';
import type { CostBound, Design, DesignResult } from '../design/design';
import { designTier } from '../design/design-tier';
import { extensionOf, type SizeChange, sizeChanges, type WrittenTier } from '../design/extension';
import type { MissedLevel } from '../design/met-levels';
import { usdOf } from '../design/search-sizes';
import type { Shortage } from '../design/shortage';
import { timesStored, timesWorkload } from '../design/times-workload';
import type { Options } from '../model/options';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { TargetWorkload } from '../model/workload';
import { completeMonthlyUsd, gpusOf, underLoad } from './capacity-question';
import { cheapestWithLevels, type Estimated, type Found, twoCheapest } from './cheapest-structures';
import type { Estimator } from './estimated-tier';

/** Default id of a designed tier. */
export const DESIGNED_TIER = 'right-sized';

/** A limit of an external service that must be raised by its provider. */
export interface Agreement {
  /** Name of the resource: `model-api api-calls`. */
  readonly resource: string;
  /** Demand of the workload, in the unit of the resource. */
  readonly needed: Interval;
  /** Present limit, in the same unit. */
  readonly supplied: Interval;
  /** Required multiple of the present limit; absent where no multiple is enough, because base loads alone reach it. */
  readonly timesPresent?: number;
}

/** A right-sized tier, with its cost. */
export interface DesignedTier {
  /** The tier as its differences from the base tier: what a tier file contains. */
  readonly written: WrittenTier;
  /** Sizes that differ from the base tier. */
  readonly changes: readonly SizeChange[];
  /** The workload divided by that of the base tier, the largest ratio of an operation. */
  readonly timesBaseWorkload: number;
  /** Confidence, limits and users that it handles, without the limits of external services. */
  readonly assessment: Assessment;
  /** US dollars per month under the workload. */
  readonly monthlyUsd: Interval;
  /**
   * The least that any design with this structure costs under the workload, US dollars per month at mid. Absent where it is unknown: on
   * Kubernetes and Fargate, where no blueprint has the nodes, and sizes are compared by the prices of EC2 nodes.
   */
  readonly leastMonthlyUsd?: number;
  /** Limits of external services that are too low. */
  readonly agreements: readonly Agreement[];
  /** US dollars per month under the workload of today; absent where the tier is sized for the workload of today. */
  readonly todayMonthlyUsd?: Interval;
  /** Full months from today that it handles the growing workload. Absent without growth. */
  readonly lastsMonths?: number;
}

/** The cheapest sizes with the structure of another tier than the base tier. */
export interface NextStructure {
  /** Id of the tier. */
  readonly base: string;
  /** US dollars per month under the workload. */
  readonly monthlyUsd: Interval;
}

/** The right-sized tier, or why no sizes are enough. */
export interface RightSized {
  /** The tier whose structure the design has; without a design, the last one of the question. */
  readonly base: Tier;
  /** The tier; absent when no sizes handle the workload. */
  readonly design?: DesignedTier;
  /** The next cheapest structure; absent where no other one has sizes, and with service levels, whose search ends with the cheapest one. */
  readonly next?: NextStructure;
  /** Components that are too small in every size; empty with a design. */
  readonly shortages: readonly Shortage[];
  /** Service levels that no sizes keep with the required confidence; empty with a design. */
  readonly missed: readonly MissedLevel[];
}

/** A workload, and the tier whose sizes are searched for it. */
export interface SizingQuestion {
  /** The system, with defaults filled in. */
  readonly system: System;
  /** Tiers whose structure the design may have: that of the cheapest design counts. */
  readonly bases: readonly [Tier, ...Tier[]];
  /** Id of the designed tier. */
  readonly id: string;
  /** The options, validated. */
  readonly options: Options;
  /** The workload that the tier must handle. */
  readonly targetWorkload: TargetWorkload;
  /** Service levels that the design must keep with the required confidence. Default: none. */
  readonly levels?: readonly RequiredLevel[];
  /** Required confidence, 0 to 1. */
  readonly confidence: number;
  /** Growth of the workload per month; 0.1 is 10%. Default: none. */
  readonly growth?: number | undefined;
  /** Months from today after which the target workload is reached, and the workload of today. Default: the target workload is that of today. */
  readonly today?: { readonly months: number; readonly workload: TargetWorkload } | undefined;
}

/**
 * Searches the cheapest sizes of each base tier that handle a workload, and estimates them. Throws an UnpricedError when a tier has no
 * complete estimate, and an InputError where no base tier supports the options.
 */
export function rightSizedTier(question: SizingQuestion, estimator: Estimator): RightSized {
  const { bases, levels = [] } = question;
  const demands = new Demands(question.system, question.targetWorkload, new Samples());
  const searchedFor = (required: readonly RequiredLevel[]) => (base: Tier) => ({
    base,
    ended: resultOrError(() =>
      cheapestOf(withEachGpu(question, base).map((one) => () => searched({ ...question, levels: required }, one, demands))),
    ),
  });
  const withoutLevels = bases.map(searchedFor([]));
  const hasLevels = levels.length > 0;
  const [cheapest, next] = hasLevels
    ? cheapestWithLevels(foundOf(withoutLevels), (base) => foundOf([searchedFor(levels)(base)]), estimator)
    : twoCheapest(foundOf(withoutLevels), estimator);
  if (cheapest !== undefined) {
    return {
      base: cheapest.base,
      shortages: [],
      missed: [],
      design: designed(cheapest, question, estimator),
      ...(next === undefined ? {} : { next: { base: next.base.id, monthlyUsd: next.monthlyUsd } }),
    };
  }
  const largest = bases.at(-1) ?? bases[0];
  const { base, ended } = hasLevels ? searchedFor(levels)(largest) : (withoutLevels.at(-1) as Ended);
  if (!('shortages' in ended)) throw ended;
  return { base, ...ended };
}

/** The end of the search with the structure of one base tier. */
interface Ended {
  readonly base: Tier;
  readonly ended: DesignResult | InputError;
}

function foundOf(ends: readonly Ended[]): Found[] {
  return ends.flatMap(({ base, ended }) => ('design' in ended ? [{ base, design: ended.design }] : []));
}

function searched(
  { system, id, options, targetWorkload, levels = [], confidence }: SizingQuestion,
  base: Tier,
  demands: Demands,
): DesignResult {
  const offers = offersIn(options.region);
  return designTier({ system, base, id, options, offers, targetWorkload, levels, confidence, demands });
}

/** The base tier with each GPU that no option fixes, its own default first: a design needs no GPU because its base tier has one. */
function withEachGpu({ system, options: { gpu: fixed, region } }: SizingQuestion, base: Tier): Tier[] {
  const { gpu } = base;
  if (gpu === undefined || fixed !== undefined) return [base];
  const models = gpusOf(system, base, { region });
  const own = gpu.default === 'none' && !models.includes('none') ? [] : [base];
  return [...own, ...models.filter((model) => model !== gpu.default).map((model) => ({ ...base, gpu: { ...gpu, default: model } }))];
}

/** The cheapest design, or why there is none. Throws the error of the first search where no search ends without one. */
function cheapestOf(searches: readonly (() => DesignResult)[]): DesignResult {
  const ended = searches.map(resultOrError);
  const results = ended.flatMap((one) => (one instanceof InputError ? [] : [one]));
  const designs = results.flatMap((result) => ('design' in result ? [result] : []));
  if (designs.length > 0) return designs.reduce((least, one) => (usdOf(one.design) < usdOf(least.design) ? one : least));
  const [result] = results;
  if (result !== undefined) return result;
  throw ended[0];
}

function resultOrError<T>(search: () => T): T | InputError {
  try {
    return search();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** As `rightSizedTier`, without a design where no base tier supports the options, or no sizes fit its settings, such as connections of a pooler. */
export function designOrNone(question: SizingQuestion, estimator: Estimator): Pick<RightSized, 'base' | 'design'> {
  const sized = resultOrError(() => rightSizedTier(question, estimator));
  return sized instanceof InputError ? { base: question.bases.at(-1) ?? question.bases[0] } : sized;
}

function designed({ base, design, monthlyUsd }: Estimated, question: SizingQuestion, estimator: Estimator): DesignedTier {
  const { system, targetWorkload, levels, confidence, growth, today } = question;
  const compared = { system, base, targetWorkload };
  const candidate = { tier: design.tier.id, rank: 0, options: {}, extras: {}, form: design.form };
  const assessment = new Assessment(candidate, design.demands, targetWorkload, () => monthlyUsd, levels);
  return {
    written: extensionOf(base, design.tier),
    changes: sizeChanges(base, design.tier, (store) => timesStored(compared, store)),
    timesBaseWorkload: timesWorkload(compared),
    assessment,
    monthlyUsd,
    ...(design.bound === undefined ? {} : { leastMonthlyUsd: leastUsd(monthlyUsd.mid, design.bound) }),
    agreements: agreementsOf(design, confidence),
    ...(today === undefined ? {} : { todayMonthlyUsd: usdUnder(today.workload, design, question, estimator) }),
    ...(growth === undefined ? {} : { lastsMonths: (today?.months ?? 0) + monthsUntil(assessment.timesWorkloadWith(confidence), growth) }),
  };
}

/** The lower bound of a tier: the least that the sizes cost, and all other charges of the estimate. */
function leastUsd(midUsd: number, bound: CostBound): number {
  return midUsd - bound.sizedUsd + bound.leastUsd;
}

/** Cost of a design under another workload than the one that it is sized for, with the instances that autoscaling then runs. */
function usdUnder(
  targetWorkload: TargetWorkload,
  { tier, form, demands: { samples } }: Design,
  { system, options }: SizingQuestion,
  estimator: Estimator,
): Interval {
  const demands = new Demands(system, targetWorkload, samples);
  const load = { targetWorkload, instances: instancesNeeded(capacityUse(demands, form), demands, form) };
  const others = system.tiers.filter(({ id }) => id !== tier.id);
  const loaded = { ...system, tiers: [...others, underLoad(system, tier, load)] };
  return completeMonthlyUsd(estimator(resolveBlueprint({ system: loaded, tier: tier.id, options, offers: offersIn(options.region) })));
}

function agreementsOf({ externals }: Design, confidence: number): Agreement[] {
  return externals.flatMap((use) => {
    const handled = reachedIn(use.factor, confidence);
    if (handled >= 1) return [];
    return [
      {
        resource: rowName(use),
        needed: rangeOf(use.demand.load),
        supplied: rangeOf(use.supplied),
        ...(handled > 0 ? { timesPresent: 1 / handled } : {}),
      },
    ];
  });
}

/**
 * The tiers whose structure a design may have: the smaller one of the tier that is recommended and the first that is sized for at least
 * as many users, and all larger ones. In place of a tier that does not exist, the largest one. A smaller tier would be cheaper because it
 * has no standby, for example: rules such as that belong to a tier and are given up only by a request that names the tier.
 */
export function defaultBaseTiers(
  { tiers }: System,
  { concurrentUsers }: TargetWorkload,
  recommended: string | undefined,
): [Tier, ...Tier[]] {
  const users = concurrentUsers?.mid ?? 0;
  const isEnough = ({ id, workload }: Tier) => id === recommended || (users > 0 && workload.concurrentUsers.high >= users);
  const smallest = tiers.findIndex(isEnough);
  const [base, ...larger] = tiers.slice(smallest);
  if (base === undefined) throw new Error('a system has tiers');
  return [base, ...larger];
}

/** The tier that a request names as the base. Throws an InputError where the system has none of that id. */
export function namedBaseTier({ tiers }: System, baseTier: string): Tier {
  const tier = tiers.find(({ id }) => id === baseTier);
  if (tier !== undefined) return tier;
  throw new InputError('request', [
    notOneOf(
      'baseTier',
      baseTier,
      tiers.map(({ id }) => id),
    ),
  ]);
}
