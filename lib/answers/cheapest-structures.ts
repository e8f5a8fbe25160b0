import type { Interval } from '../core/interval';
import type { Design } from '../design/design';
import { usdOf } from '../design/search-sizes';
import type { Tier } from '../model/tier';
import { completeMonthlyUsd } from './capacity-question';
import type { Estimator } from './estimated-tier';

/** The cheapest sizes with the structure of one base tier. */
export interface Found {
  /** The base tier. */
  readonly base: Tier;
  /** Its sizes. */
  readonly design: Design;
}

/** The cheapest sizes with the structure of one base tier, with their cost. */
export interface Estimated extends Found {
  /** US dollars per month under the workload. */
  readonly monthlyUsd: Interval;
}

/** The cheapest structures, at most two. Sizes that cost more than both of them with everything else are not synthesized. */
export function twoCheapest(found: readonly Found[], estimator: Estimator): readonly Estimated[] {
  let cheapest: readonly Estimated[] = [];
  for (const one of bySizes(found)) {
    const [, second] = cheapest;
    if (second === undefined || !costsAtLeast(one, second)) cheapest = byCost([...cheapest, estimated(one, estimator)]).slice(0, 2);
  }
  return cheapest;
}

/**
 * The cheapest structure with service levels. Such a search takes long, so that a structure that costs as much without service levels is
 * left out: it costs no less with them.
 */
export function cheapestWithLevels(
  withoutLevels: readonly Found[],
  withLevels: (base: Tier) => readonly Found[],
  estimator: Estimator,
): readonly Estimated[] {
  let cheapest: readonly Estimated[] = [];
  for (const one of bySizes(withoutLevels)) {
    const [least] = cheapest;
    const canCostLess =
      least === undefined || (!costsAtLeast(one, least) && estimated(one, estimator).monthlyUsd.mid < least.monthlyUsd.mid);
    if (canCostLess) cheapest = byCost([...cheapest, ...withLevels(one.base).map((found) => estimated(found, estimator))]).slice(0, 1);
  }
  return cheapest;
}

function estimated(found: Found, estimator: Estimator): Estimated {
  return { ...found, monthlyUsd: completeMonthlyUsd(estimator(found.design.blueprint)) };
}

/** Whether the sizes alone cost as much as another design; unknown, and so not, where no blueprint has the nodes. */
function costsAtLeast({ design: { bound } }: Found, other: Estimated): boolean {
  return bound !== undefined && bound.sizedUsd >= other.monthlyUsd.mid;
}

function bySizes(found: readonly Found[]): readonly Found[] {
  return [...found].sort((left, right) => usdOf(left.design) - usdOf(right.design));
}

function byCost(found: readonly Estimated[]): readonly Estimated[] {
  return [...found].sort((left, right) => left.monthlyUsd.mid - right.monthlyUsd.mid);
}
