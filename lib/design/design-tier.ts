import { capacityFormOf } from '../blueprint/supplies';
import { requireKnownLevels } from '../capacity/latency/required-level';
import type { CapacityForm } from '../capacity/supply';
import type { Vector } from '../capacity/vector';
import type { Component } from '../model/component';
import type { Design, DesignRequest, DesignResult } from './design';
import { exchanged } from './exchange';
import { exchangeableSizes } from './exchangeable-sizes';
import { maskOf, sizeOf } from './mask';
import { type MetLevels, metLevels, WAIT_TIMES } from './met-levels';
import { packed } from './packed';
import { type Search, type SizesFound, searchFor, searchSizes, withSizes } from './search-sizes';

/**
 * The cheapest sizes of the components of a tier that handle a workload and meet the service levels. Throws an InputError where the
 * tier does not support the options, and where the load of a component or the response time of a level is unknown.
 */
export function designTier(request: DesignRequest): DesignResult {
  const { system, targetWorkload, levels = [] } = request;
  const search = searchFor(request);
  if (levels.length === 0) {
    const found = searchSizes(search);
    return 'design' in found ? packed(search, found) : found;
  }
  const form = capacityFormOf(search.start.blueprint, search.start.tier);
  requireKnownLevels(levels, system, form, targetWorkload);
  return withLevels(search, metLevels(levels, search.demands, form, search.exact), form);
}

/**
 * The cheapest sizes with service levels. The waits of components add up, so that whether a size of one component is enough depends
 * on the others: each component gets the same share of the time, the largest one with which all of them together meet the levels. Then
 * sizes are exchanged.
 */
function withLevels(search: Search, levels: MetLevels, form: CapacityForm): DesignResult {
  const { demands, exact } = search;
  const handled = (vectors: readonly Vector[]) => sizeOf(maskOf(vectors, demands.samples.count));
  const keeps = ({ form: own, uses }: Design) => handled([...uses.map(({ factor }) => factor), levels.keptIn(own, uses)]) >= exact;
  if (handled([levels.withoutWaits]) < exact) return { shortages: [], missed: levels.missedIn(form, []) };
  const cheapest = searchSizes(search);
  if (!('design' in cheapest)) return cheapest;
  if (keeps(cheapest.design)) {
    const onFewerNodes = packed(search, cheapest);
    return keeps(onFewerNodes.design) ? onFewerNodes : cheapest;
  }
  const tried: SizesFound[] = [];
  for (const waitTimes of WAIT_TIMES) {
    const found = searchSizes(search, (size, own, uses) => levels.keptBySize(size, own, uses, waitTimes));
    if (!('design' in found)) break;
    tried.push(found);
    // The levels leave no component more than all of the time.
    if (keeps(found.design)) return { design: withLeast(exchangedIn(search, tried, keeps), tried[0]?.design.bound?.leastUsd) };
  }
  const { form: own, uses } = tried.at(-1)?.design ?? cheapest.design;
  return { shortages: [], missed: levels.missedIn(own, uses) };
}

/** The cheapest design that exchanges of sizes lead to from the last one that was found. */
function exchangedIn(search: Search, tried: readonly SizesFound[], keeps: (design: Design) => boolean): Design {
  const found = tried.at(-1) as SizesFound;
  const sizesOfEach = found.chosen.map((size, index) => {
    const choices = tried.flatMap((one) => one.choices[index] ?? []);
    return exchangeableSizes(size, choices);
  });
  const chosen = exchanged<Component>(found.chosen, sizesOfEach, (sizes) => {
    const design = withSizes(search, found, sizes);
    return design !== undefined && keeps(design);
  });
  return withSizes(search, found, chosen) ?? found.design;
}

function withLeast(design: Design, leastUsd: number | undefined): Design {
  const { bound } = design;
  return bound === undefined || leastUsd === undefined ? design : { ...design, bound: { ...bound, leastUsd } };
}
