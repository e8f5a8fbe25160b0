import { addIntervals, type Interval, mapInterval, scaleInterval } from '../core/interval';
import { RESOURCES } from '../model/resource';
import type { Formula } from '../model/scenario';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { ResourceNeed } from './capacity';
import { type Standing, spanOfRange, standingOf } from './comparison';
import { type Explained, type Explanation, loadText } from './explain';
import { significant } from './words';

/** A value of a document's rule of size, beside what is in use by our figures with as many users. */
export interface FormulaResult {
  /** Id of the formula. */
  readonly id: string;
  /** Name of the formula. */
  readonly name: string;
  /** Concurrent users of the published value. */
  readonly users: number;
  /** Unit of the value. */
  readonly unit: string;
  /** The published value. */
  readonly published: Interval;
  /** What the rule itself gives. */
  readonly byRule: number;
  /** In use, what runs idle included; absent where no operation of ours asks for it. */
  readonly modelled?: Interval;
  /** Mid of ours over mid of theirs. */
  readonly ratio?: number;
  /** How the modelled value relates to the published one. */
  readonly standing: Standing | 'not modelled';
  /** Why ours is not inside, or none is. */
  readonly because?: Explanation;
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

/** `needs` are those of the tier with as many users as the value is for. */
export function formulaResult(
  { id, name, components, resource, base, perUser }: Formula,
  { users, amount: published }: PublishedValue,
  { operations, capacity: { rows, unlimited } }: Explained,
): FormulaResult {
  const byRule = base + users * perUser;
  const common = { id, name, users, unit: RESOURCES[resource].unit, published, byRule };
  const isMeant = (need: ResourceNeed) => need.resource === resource && components.includes(need.component);
  const limited = rows.filter(isMeant);
  const needs = [...limited, ...unlimited.filter(isMeant)];
  if (needs.length === 0)
    return { ...common, standing: 'not modelled', because: { why: `no operation asks ${components.join(', ')} for ${resource}` } };
  const inUse = addIntervals(
    ...limited.map(({ utilization, supplied }) => scaleInterval(utilization, supplied.mid)),
    ...unlimited.filter(isMeant).flatMap(({ demands }) => demands.map(({ load }) => load)),
  );
  const modelled = mapInterval(inUse, (amount) => Number(amount.toPrecision(DIGITS)));
  const ratio = modelled.mid / published.mid;
  const standing = standingOf({ from: published.low, to: published.high, orMore: false }, modelled);
  const idle = limited.reduce((sum, row) => sum + row.base.mid, 0);
  const at = `the rule has ${significant(base)} whatever the users and ${significant(perUser)} for each; ours are ${significant(idle)} and ${significant((modelled.mid - idle) / users)}`;
  const because = { at, why: loadText(largestOf(needs), operations) };
  return { ...common, modelled, ratio, standing, ...(standing === 'inside' ? {} : { because }) };
}

/** Of several resources that one rule is about (primary and replicas, two entries), the one that is needed most. */
function largestOf(needs: readonly ResourceNeed[]): ResourceNeed {
  const loadOf = ({ demands }: ResourceNeed) => demands.reduce((sum, { load }) => sum + load.mid, 0);
  return needs.reduce((most, need) => (loadOf(need) > loadOf(most) ? need : most));
}
