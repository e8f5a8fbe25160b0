import type { Interval } from '../../core/interval';
import { Samples } from '../samples';
import type { Assessment } from './assess';
import type { Candidate } from './candidate';
import type { Question } from './question';
import { DEFAULT_CONFIDENCE, decideForMultiples } from './recommend';

/** The recommendation for one number of users. */
export interface CurvePoint {
  /** Concurrent users. */
  readonly users: number;
  /** The recommended candidate; absent beyond the largest tier. */
  readonly candidate?: Candidate;
  /** Monthly cost, US dollars. */
  readonly monthlyUsd?: Interval;
  /** Monthly cost per 1,000 users, US dollars. */
  readonly perThousandUsersUsd?: Interval;
}

/** A number of users above which another candidate is recommended. */
export interface BreakEven {
  /** The largest number of users that `from` is recommended for. */
  readonly users: number;
  /** The candidate up to this number of users. */
  readonly from: Candidate;
  /** The candidate above this number of users; absent where no candidate handles more. */
  readonly to?: Candidate;
  /** Monthly cost of the candidate before, US dollars. */
  readonly fromMonthlyUsd: Interval;
  /** Monthly cost of the candidate after, US dollars. */
  readonly toMonthlyUsd?: Interval;
}

/** Cost against load. */
export interface Curve {
  /** One point for each load, in ascending order. */
  readonly points: readonly CurvePoint[];
  /** Numbers of users at which the recommendation changes. */
  readonly breakEvens: readonly BreakEven[];
}

/** Relative precision of a change that is due to cost (2%). Changes that are due to capacity are exact. */
const PRECISION = 1.02;

/** Cost against load: `question.targetWorkload` is the workload of its users, and is scaled to each number of them. Throws an InputError where the load of a component is unknown. */
export function curveOf(question: Question, users: readonly number[]): Curve {
  const samples = new Samples(question.simulation);
  const unit = question.targetWorkload.concurrentUsers?.mid ?? 0;
  if (!(unit > 0)) throw new RangeError('a curve needs a workload with concurrent users');
  const confidence = question.confidence ?? DEFAULT_CONFIDENCE;
  const decide = decideForMultiples(question, samples);
  const at: DecideAt = (count) => decide(count / unit);
  const decided = [...users].sort((left, right) => left - right).map((count) => ({ count, assessment: at(count) }));
  return {
    points: decided.map(({ count, assessment }) => pointOf(count, assessment)),
    breakEvens: decided.flatMap(({ count, assessment }, index) => {
      const before = decided[index - 1];
      return before === undefined ? [] : breaksBetween(before.count, count, before.assessment, assessment, confidence, at);
    }),
  };
}

function pointOf(users: number, assessment: Assessment | undefined): CurvePoint {
  if (assessment === undefined) return { users };
  const { candidate, monthlyUsd } = assessment;
  const perThousand = (amount: number) => (amount / users) * 1_000;
  return {
    users,
    candidate,
    monthlyUsd,
    perThousandUsersUsd: { low: perThousand(monthlyUsd.low), mid: perThousand(monthlyUsd.mid), high: perThousand(monthlyUsd.high) },
  };
}

type DecideAt = (users: number) => Assessment | undefined;

/** Relative rounding error of a number of users. */
const ROUNDING = 1e-6;

/** Every change between two loads. A candidate that is recommended for its cost, for a smaller range than the precision, may be skipped. */
function breaksBetween(
  low: number,
  high: number,
  first: Assessment | undefined,
  last: Assessment | undefined,
  confidence: number,
  at: DecideAt,
): BreakEven[] {
  const breaks: BreakEven[] = [];
  let from = low;
  let before = first;
  while (before !== undefined && before.candidate !== last?.candidate && from < high) {
    const end = endOf(from, high, before, confidence, at);
    const beyond = Math.min(high, end.above);
    const next = at(beyond);
    breaks.push(breakEven(end.users, end.last, next));
    from = beyond;
    before = next;
  }
  return breaks;
}

interface End {
  /** The largest number of users for which a candidate is recommended. */
  readonly users: number;
  /** A number of users above it, for which another one is recommended. */
  readonly above: number;
  readonly last: Assessment;
}

/** The end of a candidate's range: where it no longer handles the load, or where another candidate becomes the better choice. */
function endOf(low: number, high: number, before: Assessment, confidence: number, at: DecideAt): End {
  const most = before.usersWith(confidence);
  const last = most < high ? at(most * (1 - ROUNDING)) : undefined;
  if (last !== undefined && last.candidate === before.candidate) return { users: most, above: most * (1 + ROUNDING), last };
  let [below, above] = [low, Math.min(most, high)];
  let lastOfRange = before;
  while (above / below > PRECISION) {
    const middle = Math.sqrt(below * above);
    const found = at(middle);
    if (found?.candidate === before.candidate) [below, lastOfRange] = [middle, found];
    else above = middle;
  }
  return { users: below, above, last: lastOfRange };
}

function breakEven(users: number, last: Assessment, next: Assessment | undefined): BreakEven {
  return {
    users: Math.floor(users * (1 + ROUNDING)),
    from: last.candidate,
    fromMonthlyUsd: last.monthlyUsd,
    ...(next === undefined ? {} : { to: next.candidate, toMonthlyUsd: next.monthlyUsd }),
  };
}

/** Loads between two bounds in round numbers, `perDecade` for each power of ten. */
export function loadsBetween(least: number, most: number, perDecade = 6): number[] {
  const steps = Math.max(1, Math.ceil(Math.log10(most / least) * perDecade));
  const loads = Array.from({ length: steps + 1 }, (_, step) => round(least * (most / least) ** (step / steps)));
  return [...new Set(loads)];
}

function round(value: number): number {
  return Math.max(1, Number(value.toPrecision(2)));
}
