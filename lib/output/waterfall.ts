import { combineIntervals, type Interval } from '../core/interval';
import type { Usd } from '../core/money';
import type { CostGroup, Estimate, LineItem } from '../pricing/estimate';
import { componentsOf, groupsOf, sumOf } from './sums';

/** Why one bill differs from another: its difference, cut into drivers that add up to it exactly. */
export interface Waterfall {
  readonly from: Interval<Usd>;
  readonly to: Interval<Usd>;
  /** `to` minus `from`, point by point; so it need not ascend from low to high. */
  readonly change: Interval<Usd>;
  readonly drivers: readonly Driver[];
}

export interface Driver extends Step {
  readonly group: CostGroup;
  /** The components that the driver's change is in; they add up to it. */
  readonly components: readonly (Step & { readonly component: string })[];
}

interface Step {
  readonly from: Interval<Usd>;
  readonly to: Interval<Usd>;
  readonly change: Interval<Usd>;
}

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

/** Neither side costs anything: not a driver. */
function matters({ from, to }: Step): boolean {
  return !(from.high.isZero() && to.high.isZero());
}

function inGroup(estimate: Estimate, group: CostGroup): LineItem[] {
  return estimate.lineItems.filter((line) => line.group === group);
}

function inComponent(lines: readonly LineItem[], component: string): LineItem[] {
  return lines.filter((line) => line.component === component);
}
