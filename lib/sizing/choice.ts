import type { Offer } from './offer';

export interface Rejection {
  /** Instance type, or the number of types left out for one common reason. */
  readonly type: string;
  readonly reason: string;
}

/** What was asked, what won and why, and what every other candidate lacked. */
export interface Choice<Chosen extends { readonly offer: Offer } = { readonly offer: Offer }> {
  readonly requirement: string;
  readonly winner: Chosen;
  readonly because: string;
  readonly rejected: readonly Rejection[];
}

/** No offer carries the requirement. `rejected` says what each lacked. */
export class NoOffer extends Error {
  override readonly name = 'NoOffer';
  constructor(
    readonly requirement: string,
    readonly rejected: readonly Rejection[],
  ) {
    super(`no instance type with a list price carries ${requirement}`);
  }
}

/** Either a candidate with its cost, or the reason why it is none. */
export type Verdict<Chosen> =
  | { readonly candidate: Chosen; readonly hourlyUsd: number; readonly tieBreak: number }
  | { readonly reason: string };

/**
 * The cheapest candidate; ties go to the smaller `tieBreak`, then to the name, so that the choice never depends on the
 * order of a file. Hourly prices are compared as numbers: they differ by far more than a float's error.
 */
export function chooseCheapest<Chosen extends { readonly offer: Offer }>(
  requirement: string,
  offers: readonly Offer[],
  judge: (offer: Offer) => Verdict<Chosen>,
  describe: (candidate: Chosen) => string,
): Choice<Chosen> {
  const rejected: Rejection[] = [];
  const candidates: { candidate: Chosen; hourlyUsd: number; tieBreak: number }[] = [];
  for (const offer of offers) {
    const verdict = judge(offer);
    if ('reason' in verdict) rejected.push({ type: offer.type, reason: verdict.reason });
    else candidates.push(verdict);
  }
  candidates.sort(
    (a, b) => a.hourlyUsd - b.hourlyUsd || a.tieBreak - b.tieBreak || (a.candidate.offer.type < b.candidate.offer.type ? -1 : 1),
  );
  const [winner, ...others] = candidates;
  if (winner === undefined) throw new NoOffer(requirement, grouped(rejected));
  const dearer = others.map(({ candidate, hourlyUsd }) => ({
    type: candidate.offer.type,
    reason:
      hourlyUsd > winner.hourlyUsd
        ? `${describe(candidate)}, ${percentAbove(hourlyUsd, winner.hourlyUsd)} more`
        : `${describe(candidate)}, the same price with more machines or a later name`,
  }));
  return {
    requirement,
    winner: winner.candidate,
    because: `${describe(winner.candidate)}, the cheapest of ${candidates.length} that carry it`,
    rejected: [...dearer, ...grouped(rejected)],
  };
}

function percentAbove(value: number, base: number): string {
  const percent = (value / base - 1) * 100;
  return percent < 1 ? 'under 1 %' : `${Math.round(percent)} %`;
}

/** Types that were never in question share one line a reason; the others keep theirs. */
const MAX_TYPES_NAMED = 4;

function grouped(rejected: readonly Rejection[]): Rejection[] {
  const byReason = new Map<string, string[]>();
  for (const { type, reason } of rejected) {
    const types = byReason.get(reason);
    if (types === undefined) byReason.set(reason, [type]);
    else types.push(type);
  }
  return [...byReason].map(([reason, types]) => ({
    type: types.length <= MAX_TYPES_NAMED ? types.join(', ') : `${types.length} types`,
    reason,
  }));
}
