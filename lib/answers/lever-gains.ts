import { Demands } from '../capacity/demand';
import { Assessment } from '../capacity/recommend/assess';
import type { Candidate } from '../capacity/recommend/candidate';
import { LEVER_STANDINGS, type LeverStanding } from '../capacity/recommend/lever-standing';
import type { Question } from '../capacity/recommend/question';
import { DEFAULT_CONFIDENCE } from '../capacity/recommend/recommend';
import { Samples } from '../capacity/samples';
import type { Interval } from '../core/interval';
import { InputError } from '../core/problems';
import type { OptionsInput } from '../model/inputs';
import type { System } from '../model/system';
import type { TargetWorkload } from '../model/workload';
import { questionFor } from './capacity-question';
import type { Estimator } from './estimated-tier';
import { type ChosenLever, withLever } from './levers';

/** Users handled and cost of a tier with one lever. */
export interface LeverGain extends ChosenLever {
  /**
   * `no-extra-cost`: more users at the same or a lower cost, or a lower cost. `paid`: more users at a higher cost. `no-gain`: neither.
   * `unknown-cost`: the lever has costs that are unknown. `unsupported`: the tier cannot have its components.
   */
  readonly standing: LeverStanding;
  /** Users that the tier handles with the required confidence; absent where it is unsupported. */
  readonly users?: number;
  /** Users in addition to those without the lever; absent where it is unsupported. */
  readonly moreUsers?: number;
  /** US dollars per month under the workload; absent where it is unknown or unsupported. */
  readonly monthlyUsd?: Interval;
  /** US dollars per month in addition to those without the lever, at mid; absent where they are unknown. */
  readonly moreUsd?: number;
  /** Additional users for each additional dollar per month; absent where the lever costs nothing more, gains nothing, or has unknown costs. */
  readonly usersPerUsd?: number;
}

/** A tier without levers, and the question to repeat with each lever. */
export interface LeverGainsRequest {
  /** The system, with the levers that are applied already. */
  readonly system: System;
  /** Ids of the levers that are applied already. */
  readonly applied: readonly string[];
  /** The question about the system. */
  readonly question: Question;
  /** The tier with its options, under the workload of the question. */
  readonly assessment: Assessment;
  /** The target workload of a system with a lever. */
  readonly targetWorkloadOf: (system: System) => TargetWorkload;
  /** Fixed options. */
  readonly options: OptionsInput;
}

/** A difference of costs that is rounding: half a cent. */
const SAME_USD = 0.005;

/** Users handled and cost with each lever alone, at its default value, the best one first. Throws an InputError for a workload without users. */
export function leverGains(request: LeverGainsRequest, estimator: Estimator): LeverGain[] {
  if ((request.question.targetWorkload.concurrentUsers?.mid ?? 0) <= 0) {
    throw new InputError('request', [{ path: 'levers', reason: 'the workload has no users', expected: 'a number of users too' }]);
  }
  const { system, applied } = request;
  return system.levers
    .filter(({ id }) => !applied.includes(id))
    .map((lever) => gainOf({ lever, value: lever.value.default }, request, estimator))
    .sort(byGain);
}

function gainOf(chosen: ChosenLever, request: LeverGainsRequest, estimator: Estimator): LeverGain {
  const { question, assessment: before, targetWorkloadOf, options } = request;
  const { confidence = DEFAULT_CONFIDENCE, levels, simulation } = question;
  const system = withLever(request.system, chosen);
  const targetWorkload = targetWorkloadOf(system);
  const leveredQuestion = questionOrNone(() => questionFor({ system, targetWorkload, options, estimator }));
  const candidate = leveredQuestion?.candidates.find((one) => isSame(one, before.candidate));
  if (leveredQuestion === undefined || candidate === undefined) return { ...chosen, standing: 'unsupported' };
  const demands = new Demands(system, targetWorkload, new Samples(simulation));
  const after = new Assessment(candidate, demands, targetWorkload, leveredQuestion.costOf, levels);
  const users = after.usersWith(confidence);
  const moreUsers = users - before.usersWith(confidence);
  if (chosen.lever.cost === undefined) return { ...chosen, standing: 'unknown-cost', users, moreUsers };
  const { monthlyUsd } = after;
  const difference = monthlyUsd.mid - before.monthlyUsd.mid;
  const moreUsd = Math.abs(difference) < SAME_USD ? 0 : difference;
  const isMore = moreUsers >= 1;
  if (moreUsd > 0) {
    return {
      ...chosen,
      users,
      moreUsers,
      monthlyUsd,
      moreUsd,
      ...(isMore ? { standing: 'paid', usersPerUsd: moreUsers / moreUsd } : { standing: 'no-gain' }),
    };
  }
  const isGain = moreUsers > -1 && (isMore || moreUsd < 0);
  return { ...chosen, standing: isGain ? 'no-extra-cost' : 'no-gain', users, moreUsers, monthlyUsd, moreUsd };
}

function questionOrNone<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function isSame(one: Candidate, other: Candidate): boolean {
  return one.tier === other.tier && JSON.stringify(one.options) === JSON.stringify(other.options);
}

/** Free gains by users and then by their savings, paid ones by users for a dollar; unknown costs come last. */
function byGain(left: LeverGain, right: LeverGain): number {
  return (
    LEVER_STANDINGS.indexOf(left.standing) - LEVER_STANDINGS.indexOf(right.standing) ||
    (right.usersPerUsd ?? 0) - (left.usersPerUsd ?? 0) ||
    wholeUsers(right) - wholeUsers(left) ||
    (left.moreUsd ?? 0) - (right.moreUsd ?? 0)
  );
}

function wholeUsers({ moreUsers = 0 }: LeverGain): number {
  return Math.floor(Math.max(0, moreUsers));
}
