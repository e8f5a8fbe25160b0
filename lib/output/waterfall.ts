import { combineIntervals, type Interval } from '../core/interval';
import type { Usd } from '../core/money';
import type { CostGroup, Estimate, LineItem } from '../pricing/estimate';
import { componentsOf, groupsOf, sumOf } from './sums';

/** The difference between two estimates by cost driver. */
export interface Waterfall {
  /** Total of the first estimate. */
  readonly from: Interval<Usd>;
  /** Total of the second estimate. */
  readonly to: Interval<Usd>;
  /** `to` minus `from`, point by point; so it need not ascend from low to high. */
  readonly change: Interval<Usd>;
  /** Cost groups that differ; their changes add up to `change`. */
  readonly drivers: readonly Driver[];
}

/** The difference in one cost group. */
export interface Driver extends Step {
  /** The cost group. */
  readonly group: CostGroup;
  /** The components that the driver's change is in; they add up to it. */
  readonly components: readonly (Step & { readonly component: string })[];
}

interface Step {
  readonly from: Interval<Usd>;
  readonly to: Interval<Usd>;
  readonly change: Interval<Usd>;
}

/** The difference between two estimates. */
export function waterfallOf(from: Estimate, to: Estimate): Waterfall {
  const groups = groupsOf([...from.lineItems, ...to.lineItems]);
  const drivers = groups.map((group) => driverOf(group, inGroup(from, group), inGroup(to, group)));
  return { ...stepOf(from.monthlyUsd, to.monthlyUsd), drivers: drivers.filter(matters) };
}

function driverOf(group: CostGroup, from: readonly LineItem[], to: readonly LineItem[]): Driver {
  const components = componentsOf([...from, ...to]).map((component) => ({
    component,
    ...stepOf(sumOf(inComponent(from, component)), sumOf(inComponent(to, component))),
  }));
  return { group, ...stepOf(sumOf(from), sumOf(to)), components: components.filter(matters) };
}

function stepOf(from: Interval<Usd>, to: Interval<Usd>): Step {
  return { from, to, change: combineIntervals(to, from, (after, before) => after.minus(before)) };
}

/** Whether at least one side has a cost. */
function matters({ from, to }: Step): boolean {
  return !(from.high.isZero() && to.high.isZero());
}

function inGroup(estimate: Estimate, group: CostGroup): LineItem[] {
  return estimate.lineItems.filter((line) => line.group === group);
}

function inComponent(lines: readonly LineItem[], component: string): LineItem[] {
  return lines.filter((line) => line.component === component);
}
