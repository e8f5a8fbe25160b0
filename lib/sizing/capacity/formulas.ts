import { type Formula, RESOURCES, type System, type Tier } from '../../model';
import { addIntervals, type Interval, mapInterval, scaleInterval } from '../../units';
import type { CapacityRow } from './capacity';
import { type Standing, spanOfRange, standingOf, WORTH_A_NOTE } from './published';

/** A value of a document's rule of size, beside what is in use by our figures with as many users. */
export interface FormulaResult {
  readonly id: string;
  readonly name: string;
  readonly users: number;
  readonly unit: string;
  readonly published: Interval;
  /** What the rule itself gives. */
  readonly byRule: number;
  /** In use, what runs idle included; absent where no operation of ours asks for it. */
  readonly modelled?: Interval;
  /** Mid of ours over mid of theirs. */
  readonly ratio?: number;
  readonly standing: Standing | 'not modelled';
  readonly note?: string;
}

type PublishedValue = Formula['published'][number];

/** The values of a system's formulas that a tier answers for. */
export function formulaValuesOf(
  { formulas, tiers }: Pick<System, 'formulas' | 'tiers'>,
  tier: Tier['id'],
): { readonly formula: Formula; readonly value: PublishedValue }[] {
  const answering = (formula: Formula, users: number) => formula.tier ?? (tiers.find((one) => mostUsers(one) >= users) ?? tiers.at(-1))?.id;
  return formulas.flatMap((formula) =>
    formula.published.filter(({ users }) => answering(formula, users) === tier).map((value) => ({ formula, value })),
  );
}

function mostUsers({ published }: Tier): number {
  return spanOfRange(published.concurrentUsers).to;
}

/** Enough to tell figures apart, and too few to tell equal ones apart by a rounding error. */
const DIGITS = 9;

/** `rows` are those of the tier with as many users as the value is for. */
export function formulaResult(
  { id, name, component, resource, base, perUser }: Formula,
  { users, amount: published }: PublishedValue,
  rows: readonly CapacityRow[],
): FormulaResult {
  const byRule = base + users * perUser;
  const common = { id, name, users, unit: RESOURCES[resource].unit, published, byRule };
  const own = rows.filter((row) => row.component === component && row.resource === resource);
  if (own.length === 0) return { ...common, standing: 'not modelled', note: `no operation of ours asks ${component} for ${resource}` };
  const inUse = addIntervals(...own.map(({ utilization, supplied }) => scaleInterval(utilization, supplied.mid)));
  const modelled = mapInterval(inUse, (amount) => Number(amount.toPrecision(DIGITS)));
  const ratio = modelled.mid / published.mid;
  const standing = standingOf({ from: published.low, to: published.high, orMore: false }, modelled);
  const isFar = ratio > WORTH_A_NOTE || ratio < 1 / WORTH_A_NOTE;
  return { ...common, modelled, ratio, standing, ...(isFar ? { note: noteOf(base / byRule, own) } : {}) };
}

/** A rule says what to have, and ours is what is in use: a large base is room that nobody uses yet. */
function noteOf(baseShare: number, rows: readonly CapacityRow[]): string {
  const loads = rows.flatMap(({ demands }) => demands).sort((left, right) => right.load.mid - left.load.mid);
  const most = loads[0] === undefined ? 'what runs idle' : loads[0].operation;
  return `the rule is what to have, ${Math.round(baseShare * 100)} % of it whatever the users; ours is what is in use, most of it by ${most}`;
}
