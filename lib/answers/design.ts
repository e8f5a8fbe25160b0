import { rowName } from '../capacity/capacity';
import { rangeOf } from '../capacity/range';
import { Assessment } from '../capacity/recommend/assess';
import { monthsUntil } from '../capacity/recommend/growth';
import { DEFAULT_CONFIDENCE, decide } from '../capacity/recommend/recommend';
import { reachedIn } from '../capacity/vector';
import { offersIn } from '../catalog/offers';
import { openPriceBook } from '../catalog/price-book';
import { type Interval, mapInterval } from '../core/interval';
import { InputError, notOneOf, shown } from '../core/problems';
import { type Design, designTier, type Shortage } from '../design/design-tier';
import { extensionOf, type SizeChange, sizeChanges, type WrittenTier } from '../design/extension';
import { withRequestsOfEvents } from '../model/complete-workload';
import type { OptionsInput } from '../model/inputs';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';
import { Id } from '../model/scalars';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import { checkTargetWorkload } from '../model/volumes';
import { type TargetWorkload, WorkloadQuestion } from '../model/workload';
import type { Estimate } from '../pricing/estimate';
import { requireComplete } from '../pricing/require-complete';
import { type CalibrationSource, systemWith } from './calibrated-system';
import { questionFor } from './capacity-question';
import type { Estimator } from './estimated-tier';
import { givenPairs, recording } from './recommend';
import type { SystemReference } from './system-reference';
import { WORKLOAD_SUBJECT, type WorkloadInput } from './workload-input';

/** A workload to make a tier for. */
export interface TierDesignRequest {
  /** A system of your own, or the id of an example. */
  readonly system: SystemReference;
  /** The target workload, with confidence (default 0.9), growth per month and budget in US dollars per month. */
  readonly workload: WorkloadInput;
  /** Id of the tier whose structure the design has. Default: the tier that `recommend` recommends, or a smaller one that is made for as many users. */
  readonly like?: string;
  /** Id of the designed tier. Default: `made-to-measure`. */
  readonly id?: string;
  /** Options. Default: those of the tier. */
  readonly options?: OptionsInput;
  /** Options that the file of the environment sets; `options` takes precedence. Default: none. */
  readonly environmentOptions?: OptionsInput;
  /** Calibrations of load tests; the tested tiers are sized by them. Default: none. */
  readonly calibrations?: readonly CalibrationSource[];
}

/** Default id of a designed tier. */
export const DESIGNED_TIER = 'made-to-measure';

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

/** A tier that is made to measure, with its cost. */
export interface DesignedTier {
  /** The tier as its differences from the base tier: what a tier file contains. */
  readonly written: WrittenTier;
  /** Sizes that differ from the base tier. */
  readonly changes: readonly SizeChange[];
  /** Confidence, limits and users that it handles, without the limits of external services. */
  readonly assessment: Assessment;
  /** US dollars per month under the workload. */
  readonly monthlyUsd: Interval;
  /**
   * The least that any tier with this structure costs under the workload, US dollars per month at mid. Absent where it is unknown: on
   * Kubernetes and Fargate, where no blueprint has the nodes, and sizes are compared by the prices of EC2 nodes.
   */
  readonly leastMonthlyUsd?: number;
  /** Limits of external services that are too low. */
  readonly agreements: readonly Agreement[];
  /** Full months that it handles the growing workload. Absent without growth. */
  readonly lastsMonths?: number;
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

/** A tier that is made to measure, compared with the tiers of the system. */
export interface DesignAnswer {
  /** The system, for readers. */
  readonly system: { readonly id: string; readonly name: string };
  /** Region of the estimates. */
  readonly region: string;
  /** The workload that the tier is made for. */
  readonly targetWorkload: TargetWorkload;
  /** Required confidence, 0 to 1. */
  readonly confidence: number;
  /** Id of the tier whose structure the design has. */
  readonly base: string;
  /** The tier; absent when no sizes handle the workload. */
  readonly design?: DesignedTier;
  /** Components that are too small in every size; empty with a design. */
  readonly shortages: readonly Shortage[];
  /** The tier that `recommend` recommends for the workload; absent when none handles it. */
  readonly recommended?: RecommendedTier;
  /** US dollars per month; absent without a budget. */
  readonly budgetUsd?: number;
  /** Environment and region, and the other fixed options, as `key=value`, such as `region=eu-west-1`. */
  readonly given: readonly string[];
  /** The designed tier if its base tier is in several regions: it is several stacks. */
  readonly tiersInRegions: readonly string[];
  /** Estimates that have been computed. */
  readonly estimates: readonly Estimate[];
}

/**
 * Designs a tier for a workload: the cheapest sizes of the components of a tier that handle it with the required confidence.
 * Throws an InputError with every problem of the request, and an UnpricedError when the tier has no complete estimate.
 */
export function designTierFor(request: TierDesignRequest, estimator: Estimator): DesignAnswer {
  const { system: reference, workload, like, id = DESIGNED_TIER, environmentOptions = {}, options: typed = {}, calibrations } = request;
  const given = { ...environmentOptions, ...typed };
  const written = systemWith(reference, calibrations);
  refuseId(written, id);
  // A tier that an earlier design wrote is no alternative to this one.
  const system = { ...written, tiers: written.tiers.filter((tier) => tier.id !== id) };
  const { growth, confidence = DEFAULT_CONFIDENCE, budget, ...target } = parseInput(WorkloadQuestion, workload, WORKLOAD_SUBJECT);
  const targetWorkload = withRequestsOfEvents(system, target);
  checkTargetWorkload(system, targetWorkload);
  const options = parseInput(Options, given, 'options');
  refuseSingleHost(options);
  const estimates: Estimate[] = [];
  const recorded = recording(estimator, estimates);
  const offers = offersIn(options.region);
  const recommended = recommendedTier(system, targetWorkload, given, recorded, confidence);
  const base = baseTier(system, like, targetWorkload, recommended);
  const databaseGibUsd = databaseGibUsdIn(options.region);
  const result = designTier({ system, base, id, options, offers, databaseGibUsd, targetWorkload, confidence });
  const shared = { system, region: options.region, targetWorkload, confidence, base: base.id };
  const common = {
    ...shared,
    ...(recommended === undefined ? {} : { recommended }),
    ...(budget === undefined ? {} : { budgetUsd: budget }),
    given: givenPairs(environmentOptions, typed),
    tiersInRegions: base.regions === undefined ? [] : [id],
    estimates,
  };
  if ('shortages' in result) return { ...common, shortages: result.shortages };
  return { ...common, shortages: [], design: designed(result.design, base, { targetWorkload, confidence, growth }, recorded) };
}

interface Requirements {
  readonly targetWorkload: TargetWorkload;
  readonly confidence: number;
  readonly growth: number | undefined;
}

function designed(design: Design, base: Tier, { targetWorkload, confidence, growth }: Requirements, estimator: Estimator): DesignedTier {
  const estimate = estimator(design.blueprint);
  requireComplete(estimate);
  const monthlyUsd = mapInterval(estimate.monthlyUsd, (amount) => amount.toNumber());
  const candidate = { tier: design.tier.id, rank: 0, options: {}, extras: {}, form: design.form };
  const assessment = new Assessment(candidate, design.demands, targetWorkload, () => monthlyUsd);
  return {
    written: extensionOf(base, design.tier),
    changes: sizeChanges(base, design.tier),
    assessment,
    monthlyUsd,
    ...(design.bound === undefined ? {} : { leastMonthlyUsd: monthlyUsd.mid - design.bound.sizedUsd + design.bound.leastUsd }),
    agreements: agreementsOf(design, confidence),
    ...(growth === undefined ? {} : { lastsMonths: monthsUntil(assessment.timesWorkloadWith(confidence), growth) }),
  };
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
 * The structure of the smaller one of two tiers: the one that is recommended, and the first that is made for at least as many
 * users. Without both, of the largest tier. Rules such as a standby belong to a tier and are never searched.
 */
function baseTier(
  { tiers }: System,
  like: string | undefined,
  { concurrentUsers }: TargetWorkload,
  recommended: RecommendedTier | undefined,
): Tier {
  if (like !== undefined) {
    const tier = tiers.find(({ id }) => id === like);
    if (tier !== undefined) return tier;
    throw new InputError('request', [
      notOneOf(
        'like',
        like,
        tiers.map(({ id }) => id),
      ),
    ]);
  }
  const users = concurrentUsers?.mid ?? 0;
  const tier =
    tiers.find(({ id, workload }) => id === recommended?.tier || (users > 0 && workload.concurrentUsers.high >= users)) ?? tiers.at(-1);
  if (tier === undefined) throw new Error('a system has tiers');
  return tier;
}

/** The id is part of the name of a file. A tier of the definition has its own code, and is no design that a new one may replace. */
function refuseId({ id: systemId, tiers }: System, id: string): void {
  const isValid = Id.safeParse(id).success;
  const isTaken = tiers.some((tier) => tier.id === id && tier.countsAs === undefined);
  if (isValid && !isTaken) return;
  throw new InputError('request', [
    {
      path: 'id',
      received: shown(id),
      expected: isValid ? `an id that no other tier of ${systemId} has` : 'lower-case words joined by hyphens, at most 40 characters',
    },
  ]);
}

/** US dollars per GiB-month of the gp3 storage of one RDS instance. */
function databaseGibUsdIn(region: string): number {
  const price = openPriceBook(region).find('rds/storage/gp3/single-az');
  const [tier] = price?.tiers ?? [];
  if (tier === undefined) throw new Error(`${region} has no price of database storage`);
  return tier.usd.toNumber();
}

/** On a single host every service has one instance, so that there is nothing to choose but the host. */
function refuseSingleHost({ topology }: Options): void {
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
  confidence: number,
): RecommendedTier | undefined {
  const chosen = decide({ ...questionFor({ system, targetWorkload, options, estimator }), confidence }, targetWorkload);
  if (chosen === undefined) return undefined;
  const { candidate, monthlyUsd } = chosen;
  return { tier: candidate.tier, options: candidate.options, monthlyUsd };
}
