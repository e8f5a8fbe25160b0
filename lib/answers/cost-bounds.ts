import type { Blueprint } from '../blueprint/blueprint';
import type { Candidate, LeastUsdOf } from '../capacity/recommend/candidate';
import { sumUsd, type Usd } from '../core/money';
import type { ComponentKind } from '../model/component';
import type { Tier } from '../model/tier';
import type { TargetWorkload } from '../model/workload';
import type { Estimate } from '../pricing/estimate';

/** Kinds of components whose sizes and counts a tier decides, and no load: nodes and tasks are chosen for a load. */
const OF_THE_TIER: readonly ComponentKind[] = ['database', 'cache', 'document-store', 'vector-store', 'load-balancer'];

/** Lower bounds of the costs of candidates, from the estimates that have been computed. */
export interface CostBounds {
  /** The least that a candidate costs under a load, US dollars per month; 0 for a candidate that has not been estimated. */
  readonly leastUsdOf: LeastUsdOf;
  /** Adds the estimate of a candidate under a load. */
  add(candidate: Candidate, targetWorkload: TargetWorkload, tier: Tier, blueprint: Blueprint, estimate: Estimate): void;
}

/**
 * Bounds without an estimate so far. A candidate costs at least what its estimate under another load has for data stores and load
 * balancers, and for the same external services as those of another candidate as much as they cost it under the same load.
 */
export function costBounds(): CostBounds {
  const fixed = new Map<Candidate, { readonly usd: Usd; readonly externals: string }>();
  const external = new Map<string, Usd>();
  const keyOf = (externals: string, targetWorkload: TargetWorkload) => `${externals} ${JSON.stringify(targetWorkload)}`;
  return {
    leastUsdOf: (candidate, targetWorkload) => {
      const own = fixed.get(candidate);
      return own === undefined ? 0 : own.usd.plus(external.get(keyOf(own.externals, targetWorkload)) ?? 0).toNumber();
    },
    add: (candidate, targetWorkload, tier, blueprint, estimate) => {
      const externals = externalsOf(tier, blueprint);
      fixed.set(candidate, { usd: fixedUsd(blueprint, estimate), externals });
      external.set(keyOf(externals, targetWorkload), estimate.externalMonthlyUsd.mid);
    },
  };
}

/** Charges that no load changes. None of stacks on EKS and of manifests, whose objects contain the load. */
export function fixedUsd({ components, options }: Blueprint, { lineItems }: Estimate): Usd {
  const lines = lineItems.filter(({ state, component }) => {
    const kind = components[component]?.kind;
    return options.platform === 'ecs' && state === 'priced' && kind !== undefined && OF_THE_TIER.includes(kind);
  });
  return sumUsd(lines.map(({ monthlyUsd }) => monthlyUsd.low));
}

/** The external services of a candidate as its tier defines them: with the workload, they decide what the services cost. */
export function externalsOf({ components }: Tier, blueprint: Blueprint): string {
  const ids = Object.values(blueprint.components).flatMap(({ kind, id }) => (kind === 'external' ? [id] : []));
  return JSON.stringify(ids.map((id) => [id, components[id]]));
}
