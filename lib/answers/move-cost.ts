import { certain, combineIntervals, type Interval } from '../core/interval';
import { sumUsdIntervals, type Usd, ZERO_USD } from '../core/money';
import type { Estimate, LineItem } from '../pricing/estimate';
import type { ChangeClass } from '../transition/change-class';
import type { Transition } from '../transition/transition';

/** Cost of a move, US dollars per month. */
export interface MoveCost {
  /** The estimate of the deployed templates. */
  readonly before: Interval<Usd>;
  /**
   * The rate while the update runs: resources that are created, replaced or removed count before and after, of the others the
   * larger amount counts, and of the deployments that make the move the most expensive one. Capacity that exists for minutes, such as instances that wait for tasks, counts as the templates state it.
   */
  readonly during: Interval<Usd>;
  /** The estimate of the templates after the move. */
  readonly after: Interval<Usd>;
}

/** Classes in which the old and the new resource exist at the same time. */
const BOTH: ReadonlySet<ChangeClass> = new Set(['created', 'removed', 'replaced', 'needs-data-migration']);

/** The cost of a move, from the estimates of both ends and the transitions of their stacks. */
export function moveCost(before: Estimate, after: Estimate, transitions: readonly Transition[]): MoveCost {
  const both = new Set(transitions.flatMap(({ resources }) => resources.filter((each) => BOTH.has(each.class)).map(({ id }) => id)));
  const [old, next] = [byResource(before.lineItems), byResource(after.lineItems)];
  const keys = [...new Set([...old.keys(), ...next.keys()])];
  const during = keys.map((key) => {
    const [left, right] = [sumOf(old.get(key)), sumOf(next.get(key))];
    const isBoth = (old.get(key) ?? next.get(key) ?? []).some(({ resource }) => resource !== null && both.has(resource));
    return combineIntervals(left, right, (a, b) => (isBoth ? a.plus(b) : a.greaterThan(b) ? a : b));
  });
  return { before: before.monthlyUsd, during: sumUsdIntervals(during), after: after.monthlyUsd };
}

/** The larger rate at each point. */
export function largerRate(left: Interval<Usd>, right: Interval<Usd>): Interval<Usd> {
  return combineIntervals(left, right, (a, b) => (a.greaterThan(b) ? a : b));
}

function byResource(lines: readonly LineItem[]): ReadonlyMap<string, LineItem[]> {
  const found = new Map<string, LineItem[]>();
  for (const line of lines) {
    const key = [line.region, line.resource ?? line.component, line.resource === null ? line.kind : ''].join(' ');
    found.set(key, [...(found.get(key) ?? []), line]);
  }
  return found;
}

function sumOf(lines: readonly LineItem[] | undefined): Interval<Usd> {
  return lines === undefined ? certain(ZERO_USD) : sumUsdIntervals(lines.map(({ monthlyUsd }) => monthlyUsd));
}
