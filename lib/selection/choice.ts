import type { Offer } from '../catalog/offer';
import { lazy } from '../core/lazy';
import type { CandidateCost, ChosenReason, RejectionReason, Requirement } from './choice-reasons';

/** Types that were not chosen for the same reason. */
export interface Rejection {
  /** Instance types, in the order of the offers. */
  readonly types: readonly string[];
  /** Why these types were not chosen. */
  readonly reason: RejectionReason;
}

/** The choice of an instance type with its reasons. */
export interface Choice<Chosen extends { readonly offer: Offer } = { readonly offer: Offer }> {
  /** The requirement on the type. */
  readonly requirement: Requirement;
  /** The chosen candidate. */
  readonly winner: Chosen;
  /** Why it was chosen. */
  readonly because: ChosenReason;
  /** Candidates that cost more first, the cheapest of them first; then the types that don't meet the requirement. */
  readonly rejected: readonly Rejection[];
}

/** Thrown when no offer meets the requirement. `rejected` has the reason for each type. */
export class NoOffer extends Error {
  override readonly name = 'NoOffer';
  constructor(
    /** The requirement that no type meets. */
    readonly requirement: Requirement,
    /** The types that do not meet it, by reason. */
    readonly rejected: readonly Rejection[],
  ) {
    super('no instance type that the region sells meets the requirement');
  }
}

/** Numbers of a candidate that decide between candidates of the same price. A number is computed only where those before it are the same. */
type TieBreak = readonly (() => number)[];

/** A candidate with its cost, or the reason why it does not meet the requirement. */
export type Verdict<Chosen> =
  | { readonly candidate: Chosen; readonly hourlyUsd: number; readonly tieBreak: TieBreak }
  | { readonly reason: RejectionReason };

/** Difference of hourly prices below which two candidates cost the same: a rounding error, such as that of 3 × $0.1 and $0.3. */
const SAME_USD = 1e-9;

/**
 * The cheapest candidate; of those that cost the same, the one with the smallest first number in `tieBreak`, then the second one,
 * then by name, so that the choice never depends on the order of a file.
 */
export function chooseCheapest<Chosen extends { readonly offer: Offer }>(
  requirement: Requirement,
  offers: readonly Offer[],
  judge: (offer: Offer) => Verdict<Chosen>,
  costOf: (candidate: Chosen) => CandidateCost,
): Choice<Chosen> {
  const rejected: Rejection[] = [];
  const candidates: { candidate: Chosen; hourlyUsd: number; tieBreak: TieBreak }[] = [];
  for (const offer of offers) {
    const verdict = judge(offer);
    if ('reason' in verdict) rejected.push({ types: [offer.type], reason: verdict.reason });
    else candidates.push({ ...verdict, tieBreak: verdict.tieBreak.map(lazy) });
  }
  candidates.sort(
    (a, b) =>
      difference(a.hourlyUsd, b.hourlyUsd) ||
      firstDifference(a.tieBreak, b.tieBreak) ||
      (a.candidate.offer.type < b.candidate.offer.type ? -1 : 1),
  );
  const [winner, ...others] = candidates;
  if (winner === undefined) throw new NoOffer(requirement, grouped(rejected));
  const moreExpensive = others.map(({ candidate, hourlyUsd }) => ({
    types: [candidate.offer.type],
    reason: outbid(costOf(candidate), difference(hourlyUsd, winner.hourlyUsd) / winner.hourlyUsd),
  }));
  return {
    requirement,
    winner: winner.candidate,
    because: { kind: 'cheapest', cost: costOf(winner.candidate), candidates: candidates.length },
    rejected: [...moreExpensive, ...grouped(rejected)],
  };
}

/** The difference of two prices; 0 within the rounding error. */
function difference(left: number, right: number): number {
  return Math.abs(left - right) < SAME_USD ? 0 : left - right;
}

function firstDifference(left: TieBreak, right: TieBreak): number {
  for (const [index, value] of left.entries()) {
    const between = difference(value(), right[index]?.() ?? value());
    if (between !== 0) return between;
  }
  return 0;
}

function outbid(cost: CandidateCost, extraShare: number): RejectionReason {
  return extraShare > 0 ? { kind: 'more-expensive', cost, extraShare } : { kind: 'same-price', cost };
}

function grouped(rejected: readonly Rejection[]): Rejection[] {
  const byReason = new Map<string, { readonly types: string[]; readonly reason: RejectionReason }>();
  // Most reasons are shared: each is compared once.
  const known = new Map<RejectionReason, string[]>();
  for (const { types, reason } of rejected) {
    const same = known.get(reason) ?? typesOf(reason);
    same.push(...types);
  }
  return [...byReason.values()];

  function typesOf(reason: RejectionReason): string[] {
    const key = JSON.stringify(reason);
    const entry = byReason.get(key) ?? { types: [], reason };
    byReason.set(key, entry);
    known.set(reason, entry.types);
    return entry.types;
  }
}
