import { addIntervals, type Interval, mapInterval, scaleInterval } from '../core/interval';
import { RESOURCES } from '../model/resource';
import type { Formula } from '../model/scenario';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { ResourceNeed } from './capacity';
import { type Standing, standingOf, usersOf } from './comparison';
import { type ExplainedCapacity, largestDemand } from './explain';
import type { Explanation } from './explanation';

/** A published value of a sizing rule, compared with the modelled amount in use by as many users. */
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
  /** Value that the rule gives. */
  readonly byRule: number;
  /** Amount in use, with the base load. Absent where no operation of the system uses it. */
  readonly modelled?: Interval;
  /** Mid of the modelled value divided by the mid of the published one. */
  readonly ratio?: number;
  /** How the modelled value relates to the published one. */
  readonly standing: Standing | 'not modelled';
  /** Why the modelled mid is not inside the published range, or why there is no modelled value. */
  readonly because?: Explanation;
}

type PublishedValue = Formula['published'][number];

/** The published values of a system's formulas that apply to a tier. */
export function formulaValuesOf(
  { formulas, tiers }: Pick<System, 'formulas' | 'tiers'>,
  tier: Tier['id'],
): { readonly formula: Formula; readonly value: PublishedValue }[] {
  const answering = (formula: Formula, users: number) => formula.tier ?? (tiers.find((one) => mostUsers(one) >= users) ?? tiers.at(-1))?.id;
  return formulas.flatMap((formula) =>
    formula.published.filter(({ users }) => answering(formula, users) === tier).map((value) => ({ formula, value })),
  );
}

function mostUsers(tier: Tier): number {
  return usersOf(tier).to;
}

/** Significant digits of modelled values: equal values stay equal in spite of rounding errors. */
const DIGITS = 9;

/** Compares a published value with the capacity of the tier for as many users as the value is published for. */
export function formulaResult(
  { id, name, components, resource, base, perUser }: Formula,
  { users, amount: published }: PublishedValue,
  { operations, capacity: { rows, unlimited } }: ExplainedCapacity,
): FormulaResult {
  const byRule = base + users * perUser;
  const common = { id, name, users, unit: RESOURCES[resource].unit, published, byRule };
  const isMeant = (need: ResourceNeed) => need.resource === resource && components.includes(need.component);
  const limited = rows.filter(isMeant);
  const needs = [...limited, ...unlimited.filter(isMeant)];
  if (needs.length === 0) return { ...common, standing: 'not modelled', because: { why: { kind: 'no-demand', components, resource } } };
  const inUse = addIntervals(
    ...limited.map(({ utilization, supplied }) => scaleInterval(utilization, supplied.mid)),
    ...unlimited.filter(isMeant).flatMap(({ demands }) => demands.map(({ load }) => load)),
  );
  const modelled = mapInterval(inUse, (amount) => Number(amount.toPrecision(DIGITS)));
  const ratio = modelled.mid / published.mid;
  const standing = standingOf({ from: published.low, to: published.high, orMore: false }, modelled);
  const idle = limited.reduce((sum, row) => sum + row.base.mid, 0);
  const because: Explanation = {
    at: { kind: 'rule-terms', base, perUser, modelledBase: idle, modelledPerUser: (modelled.mid - idle) / users },
    why: largestDemand(largestOf(needs), operations),
  };
  return { ...common, modelled, ratio, standing, ...(standing === 'inside' ? {} : { because }) };
}

/** The largest of several needs that one rule is about, such as primary and replicas. */
function largestOf(needs: readonly ResourceNeed[]): ResourceNeed {
  const loadOf = ({ demands }: ResourceNeed) => demands.reduce((sum, { load }) => sum + load.mid, 0);
  return needs.reduce((most, need) => (loadOf(need) > loadOf(most) ? need : most));
}
