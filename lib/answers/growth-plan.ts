import { HORIZON_MONTHS } from '../capacity/recommend/growth';
import type { Interval } from '../core/interval';
import { InputError, type Problem, shown } from '../core/problems';
import type { WrittenTier } from '../design/extension';
import type { StorageShortage } from '../design/storage-shortage';
import type { OptionsInput } from '../model/inputs';
import type { System } from '../model/system';
import type { TierExtension } from '../model/tier-extension';
import { scaleTargetWorkload } from '../model/volumes';
import type { TargetWorkload } from '../model/workload';
import type { MoveRequest } from './move';
import type { MoveAnswer } from './move-answer';
import { definitionOf, type SystemReference } from './system-reference';

/** Users that are expected at a date. */
export interface PlannedUsers {
  /** Months from today, a whole number of at least 1. */
  readonly months: number;
  /** Concurrent users. */
  readonly users: number;
}

/** The move to a tier from the previous one. */
export type PlannedMove =
  /** The tier stays. */
  | { readonly kind: 'none' }
  /** The number of updates, each accepted and without loss of data. */
  | {
      readonly kind: 'accepted';
      /** Number of updates, 1 or more. */
      readonly steps: number;
    }
  /** No accepted updates are known: resources, as `stack/resource`, whose update is rejected, or whose data has to be migrated. */
  | {
      readonly kind: 'obstacles';
      /** Resources, as `stack/resource`. */
      readonly resources: readonly string[];
    }
  /** Not planned: on Kubernetes there are no stacks, and without a tier there is no end. */
  | { readonly kind: 'not-planned' };

/** One period of a plan: a tier for the users at its end. */
export interface PlanStage extends PlannedUsers {
  /** Id of the tier, the designed one included; absent where no tier and no sizes handle the users. */
  readonly tier?: string;
  /** The varying options of the tier. */
  readonly options: Readonly<Record<string, string>>;
  /** The move from the tier of the period before; the first from the tier of today, which with `design` is the right-sized one. */
  readonly move: PlannedMove;
  /** US dollars per month under the workload at the end of the period; absent without a tier. */
  readonly monthlyUsd?: Interval;
  /** US dollars from today to the end of the period, each period at its `monthlyUsd`; absent from the first period without a tier. */
  readonly sinceTodayUsd?: Interval;
  /** Storage that the tier does not have for the workload at the end of the period, which the costs do not include. Absent: none is missing. */
  readonly storageShortages?: readonly StorageShortage[];
}

/** Expected users, with the function that plans the moves between their tiers. */
export interface GrowthPlanInput {
  /** Expected users, in the order of the dates. */
  readonly dates: readonly PlannedUsers[];
  /** Plans a move: `planMove`. */
  readonly move: (request: MoveRequest) => Pick<MoveAnswer, 'acceptedSteps' | 'plan'>;
}

/** A plan of growth, and how the tier of a date is found. */
export interface GrowthPlanRequest extends GrowthPlanInput {
  /** The system as the caller referred to it, for moves. */
  readonly reference: SystemReference;
  /** Fixed options. */
  readonly options: OptionsInput;
  /** The system, with defaults filled in. */
  readonly system: System;
  /** The workload of today. */
  readonly targetWorkload: TargetWorkload;
  /** The tier of today; undefined when none handles the workload. */
  readonly today: PlannedTier | undefined;
  /** The tier for the workload at a date; undefined when none handles it. */
  readonly tierFor: (targetWorkload: TargetWorkload) => PlannedTier | undefined;
}

/** A tier with its options, and its differences to another one where it is designed. */
export interface PlannedTier extends Pick<PlanStage, 'options' | 'storageShortages'> {
  /** Id of the tier. */
  readonly tier: string;
  /** US dollars per month under the workload. */
  readonly monthlyUsd: Interval;
  /** A designed tier, as a tier file contains it. Absent: the definition has the tier. */
  readonly written?: WrittenTier;
}

/**
 * Tier, move and cost of each period of a plan. The tier of a period handles the users at its end from its start on, and costs
 * what it costs with them, so that the sum is an upper bound for users who arrive one by one. The dates ascend, and the
 * workload has users.
 */
export function growthPlan(request: GrowthPlanRequest): PlanStage[] {
  const { dates, today, tierFor } = request;
  let before = today;
  let [months, sinceTodayUsd]: [number, Interval | undefined] = [0, { low: 0, mid: 0, high: 0 }];
  return dates.map((date): PlanStage => {
    const next = tierFor(workloadOf(request, date.users));
    const move = moveBetween(request, before, next);
    sinceTodayUsd = next === undefined || sinceTodayUsd === undefined ? undefined : plusMonths(sinceTodayUsd, next, date.months - months);
    [before, months] = [next, date.months];
    return {
      ...date,
      ...stageOf(next),
      move,
      ...(sinceTodayUsd === undefined ? {} : { sinceTodayUsd }),
    };
  });
}

function stageOf(next: PlannedTier | undefined): Pick<PlanStage, 'tier' | 'options' | 'monthlyUsd' | 'storageShortages'> {
  if (next === undefined) return { options: {} };
  const { written: _written, ...stage } = next;
  return stage;
}

function moveBetween(request: GrowthPlanRequest, before: PlannedTier | undefined, next: PlannedTier | undefined): PlannedMove {
  const { reference, options, move } = request;
  const definition = definitionOf(reference);
  if (before === undefined || next === undefined || definition === undefined) return { kind: 'not-planned' };
  if ((options.platform ?? definition.platform) === 'kubernetes') return { kind: 'not-planned' };
  if (isSameTier(before, next)) return { kind: 'none' };
  const optionsOf = ({ tier, options: own }: PlannedTier) => ({ ...options, tier, ...own });
  const [from, to] = [optionsOf(before), optionsOf(next)];
  // A written tier is what a tier file contains.
  const written = [before, next].flatMap((end) => (end.written === undefined ? [] : [end.written as unknown as TierExtension]));
  const others = definition.tiers.filter(({ id }) => !written.some((tier) => tier.id === id));
  const { acceptedSteps, plan } = move({ system: { ...definition, tiers: [...others, ...written] }, from, to });
  if (acceptedSteps !== undefined) return { kind: 'accepted', steps: acceptedSteps };
  return { kind: 'obstacles', resources: obstaclesIn(plan.updates) };
}

/** Two designs with the same sizes are the same tier, regardless of their ids. */
function isSameTier(before: PlannedTier, next: PlannedTier): boolean {
  const comparable = ({ tier, options, written }: PlannedTier) =>
    JSON.stringify([options, written === undefined ? tier : { ...written, id: '', description: '' }]);
  return comparable(before) === comparable(next);
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

/** The workload of today with more users: all of it grows with them, except fixed amounts. */
function workloadOf({ system, targetWorkload: today }: GrowthPlanRequest, users: number): TargetWorkload {
  return scaleTargetWorkload(system, today, users / (today.concurrentUsers?.mid ?? Number.NaN));
}

/** Throws an InputError for dates of a plan that do not ascend. */
export function checkDates(dates: readonly PlannedUsers[]): void {
  const problems: Problem[] = dates.flatMap(({ months, users }, index) => {
    const isDate = Number.isInteger(months) && months > (dates[index - 1]?.months ?? 0) && months <= HORIZON_MONTHS;
    if (isDate && Number.isFinite(users) && users > 0) return [];
    const expected = `ascending whole months up to ${HORIZON_MONTHS}, each with users above 0`;
    return [{ path: 'plan', received: shown(`${months}m:${users}`), expected }];
  });
  if (problems.length > 0) throw new InputError('request', problems);
}

/** A plan compares its users with those of today. Throws an InputError for a workload without users. */
export function requireUsers({ concurrentUsers }: TargetWorkload): void {
  if ((concurrentUsers?.mid ?? 0) > 0) return;
  throw new InputError('request', [{ path: 'plan', reason: 'the workload has no users', expected: 'the users of today too' }]);
}
