import type { Assessment } from '../capacity/recommend/assess';
import { HORIZON_MONTHS } from '../capacity/recommend/growth';
import type { Question } from '../capacity/recommend/question';
import { DEFAULT_CONFIDENCE, decide } from '../capacity/recommend/recommend';
import { Samples } from '../capacity/samples';
import type { Interval } from '../core/interval';
import { InputError, type Problem, shown } from '../core/problems';
import type { WrittenTier } from '../design/extension';
import type { OptionsInput } from '../model/inputs';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';
import type { System } from '../model/system';
import type { TierExtension } from '../model/tier-extension';
import { scaleTargetWorkload } from '../model/volumes';
import type { TargetWorkload } from '../model/workload';
import { DESIGNED_TIER, defaultBaseTier, designOrNone } from './designed-tier';
import type { Estimator } from './estimated-tier';
import type { MoveAnswer, MoveRequest } from './move';
import { definitionOf, type SystemReference } from './system-reference';

/** Users that are expected at a date. */
export interface PlannedUsers {
  /** Months from today, a whole number of at least 1. */
  readonly months: number;
  /** Concurrent users. */
  readonly users: number;
}

/** What it takes to reach a tier from the previous one. */
export type PlannedMove =
  /** The tier stays. */
  | { readonly kind: 'none' }
  /** The number of updates, each accepted and without loss of data. */
  | { readonly kind: 'accepted'; readonly steps: number }
  /** No accepted updates are known: resources, as `stack/resource`, whose update is rejected, or whose data has to be migrated. */
  | { readonly kind: 'obstacles'; readonly resources: readonly string[] }
  /** Not planned: on Kubernetes there are no stacks, and without a tier there is no end. */
  | { readonly kind: 'not-planned' };

/** One period of a plan: a tier for the users at its end. */
export interface PlanStage extends PlannedUsers {
  /** Id of the tier, the designed one included; absent where no tier and no sizes handle the users. */
  readonly tier?: string;
  /** The varying options of the tier. */
  readonly options: Readonly<Record<string, string>>;
  /** The move from the tier of the period before; the first from the tier of today. */
  readonly move: PlannedMove;
  /** US dollars per month under the workload at the end of the period; absent without a tier. */
  readonly monthlyUsd?: Interval;
  /** US dollars from today to the end of the period, each period at its `monthlyUsd`; absent from the first period without a tier. */
  readonly sinceTodayUsd?: Interval;
}

/** A plan of growth with the answer of `recommend` for today. */
export interface GrowthPlanRequest {
  /** The system as the caller referred to it, for moves. */
  readonly reference: SystemReference;
  /** The system, with defaults filled in. */
  readonly system: System;
  /** The question about today. */
  readonly question: Question;
  /** The recommended tier of today; undefined when none handles the workload. */
  readonly chosen: Assessment | undefined;
  /** Fixed options. */
  readonly options: OptionsInput;
  /** Expected users, in the order of the dates. */
  readonly dates: readonly PlannedUsers[];
  /** Whether a tier is right-sized where no tier handles the users. */
  readonly design: boolean;
  /** Plans a move: `planMove`. */
  readonly move: (request: MoveRequest) => Pick<MoveAnswer, 'acceptedSteps' | 'plan'>;
}

/** A tier with its options, and its differences to another one where it is designed. */
interface PlannedTier extends Pick<PlanStage, 'options'> {
  readonly tier: string;
  readonly monthlyUsd: Interval;
  readonly written?: WrittenTier;
}

/**
 * Tier, move and cost of each period of a plan. The tier of a period handles the users at its end from its start on, and costs
 * what it costs with them, so that the sum is an upper bound for users who arrive one by one. The dates ascend, and the
 * workload has users.
 */
export function growthPlan(request: GrowthPlanRequest, estimator: Estimator): PlanStage[] {
  const { question, chosen, dates } = request;
  const samples = new Samples(question.simulation);
  let before = chosen === undefined ? undefined : plannedOf(chosen);
  let [months, sinceTodayUsd]: [number, Interval | undefined] = [0, { low: 0, mid: 0, high: 0 }];
  return dates.map((date): PlanStage => {
    const targetWorkload = workloadOf(question.targetWorkload, date.users);
    const assessment = decide(question, targetWorkload, samples);
    const next = assessment === undefined ? designedFor(request, targetWorkload, estimator) : plannedOf(assessment);
    const move = moveBetween(request, before, next);
    sinceTodayUsd = next === undefined || sinceTodayUsd === undefined ? undefined : plusMonths(sinceTodayUsd, next, date.months - months);
    [before, months] = [next, date.months];
    return {
      ...date,
      ...(next === undefined ? { options: {} } : { tier: next.tier, options: next.options, monthlyUsd: next.monthlyUsd }),
      move,
      ...(sinceTodayUsd === undefined ? {} : { sinceTodayUsd }),
    };
  });
}

function plannedOf({ candidate, monthlyUsd }: Assessment): PlannedTier {
  return { tier: candidate.tier, options: candidate.options, monthlyUsd };
}

/** Ids of designs differ by date, so that one can be moved to the next. */
function designedFor(request: GrowthPlanRequest, targetWorkload: TargetWorkload, estimator: Estimator): PlannedTier | undefined {
  const { question, options: typed, design: isAllowed } = request;
  const options = parseInput(Options, typed, 'options');
  if (!isAllowed || options.topology === 'single-host') return undefined;
  const tiers = request.system.tiers.filter(({ id }) => id !== DESIGNED_TIER);
  const system = { ...request.system, tiers };
  const id = `${DESIGNED_TIER}-${Math.round(targetWorkload.concurrentUsers?.mid ?? 0)}`;
  const { confidence = DEFAULT_CONFIDENCE, levels = [], budgetUsd = Number.POSITIVE_INFINITY } = question;
  const base = defaultBaseTier(system, targetWorkload, undefined);
  const { design } = designOrNone({ system, base, id, options, targetWorkload, levels, confidence }, estimator);
  if (design === undefined || design.monthlyUsd.mid > budgetUsd) return undefined;
  return { tier: id, options: {}, monthlyUsd: design.monthlyUsd, written: design.written };
}

function moveBetween(request: GrowthPlanRequest, before: PlannedTier | undefined, next: PlannedTier | undefined): PlannedMove {
  const { reference, options, move } = request;
  const definition = definitionOf(reference);
  if (before === undefined || next === undefined || definition === undefined || options.platform === 'kubernetes') {
    return { kind: 'not-planned' };
  }
  const optionsOf = ({ tier, options: own }: PlannedTier) => ({ ...options, tier, ...own });
  const [from, to] = [optionsOf(before), optionsOf(next)];
  if (JSON.stringify(from) === JSON.stringify(to)) return { kind: 'none' };
  // A written tier is what a tier file contains.
  const written = [before, next].flatMap((end) => (end.written === undefined ? [] : [end.written as unknown as TierExtension]));
  const { acceptedSteps, plan } = move({ system: { ...definition, tiers: [...definition.tiers, ...written] }, from, to });
  if (acceptedSteps !== undefined) return { kind: 'accepted', steps: acceptedSteps };
  return { kind: 'obstacles', resources: obstaclesIn(plan.updates) };
}

function obstaclesIn(updates: MoveAnswer['plan']['updates']): string[] {
  return [
    ...new Set(
      updates.flatMap(({ stack, resources }) =>
        resources
          .filter((each) => each.class === 'rejected' || each.class === 'needs-data-migration' || each.data === 'lost')
          .map(({ id }) => `${stack}/${id}`),
      ),
    ),
  ];
}

function plusMonths(sum: Interval, { monthlyUsd }: PlannedTier, months: number): Interval {
  return {
    low: sum.low + monthlyUsd.low * months,
    mid: sum.mid + monthlyUsd.mid * months,
    high: sum.high + monthlyUsd.high * months,
  };
}

/** The workload of today with more users: all of it grows with them. */
function workloadOf(today: TargetWorkload, users: number): TargetWorkload {
  return scaleTargetWorkload(today, users / (today.concurrentUsers?.mid ?? Number.NaN));
}

/** Throws an InputError for dates of a plan that do not ascend, and for a workload without users. */
export function checkDates(dates: readonly PlannedUsers[], { concurrentUsers }: TargetWorkload): void {
  const problems: Problem[] = dates.flatMap(({ months, users }, index) => {
    const isDate = Number.isInteger(months) && months > (dates[index - 1]?.months ?? 0) && months <= HORIZON_MONTHS;
    if (isDate && Number.isFinite(users) && users > 0) return [];
    const expected = `ascending whole months up to ${HORIZON_MONTHS}, each with users above 0`;
    return [{ path: `plan.${index}`, received: shown(`${months}m:${users}`), expected }];
  });
  if ((concurrentUsers?.mid ?? 0) <= 0) {
    problems.push({ path: 'plan', reason: 'the workload has no users', expected: 'the users of today too' });
  }
  if (problems.length > 0) throw new InputError('request', problems);
}
