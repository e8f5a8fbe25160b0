import type { Blueprint } from '../blueprint/blueprint';
import type { Offers } from '../catalog/offer';
import { HOURS_PER_MONTH } from '../core/time';
import type { Component } from '../model/component';
import { sizeOf } from './mask';
import { type NodePrices, type ResourcePrices, type TaskSize, withProxy } from './node-prices';
import type { Choices, Selection, Sized } from './select';

/** A design with the choices that it was selected from. */
export interface SizedUsdRequest {
  /** The blueprint of the design. */
  readonly blueprint: Blueprint;
  /** Instance types and prices of the region. */
  readonly offers: Offers;
  /** Prices of parts of nodes. */
  readonly prices: NodePrices;
  /** Ids of the components that have sizes, in the order of the choices. */
  readonly ids: readonly string[];
  /** The sizes of each component. */
  readonly choices: readonly Choices<Component>[];
  /** Number of samples that must be handled. */
  readonly required: number;
  /** The selected sizes, in the order of the choices. */
  readonly selection: Selection<Component>;
}

/**
 * US dollars per month of the nodes of a design and of its components outside of them. On Kubernetes, where Karpenter chooses
 * the nodes, of the parts of nodes.
 */
export function sizedUsdOf({ blueprint, offers, ids, selection }: SizedUsdRequest): number {
  if (blueprint.options.platform === 'kubernetes') return selection.midUsd;
  const nodes = Object.values(blueprint.components).reduce((sum, component) => {
    if (component.kind !== 'node-pool' || component.nodes === undefined) return sum;
    const offer = offers.compute.find(({ type }) => type === component.instanceType);
    return sum + component.nodes.expected * Number(offer?.hourlyUsd ?? 0) * HOURS_PER_MONTH;
  }, 0);
  const others = ids.reduce(
    (sum, id, index) => sum + (poolOf(blueprint, id) === undefined ? (selection.chosen[index]?.midUsd ?? 0) : 0),
    0,
  );
  return nodes + others;
}

/**
 * The least that the sizes of any design cost: each component at the cheapest of its sizes that handles the workload alone,
 * and nodes that are used to the last vCPU and GiB.
 */
export function leastUsdOf({ blueprint, prices, ids, choices, required, selection }: SizedUsdRequest): number {
  const pools = new Map<string, TaskSize>();
  for (const [index, id] of ids.entries()) {
    const pool = poolOf(blueprint, id);
    const chosen = selection.chosen[index];
    if (pool === undefined || chosen === undefined) continue;
    const { vcpu, memoryGib } = total(blueprint, id, chosen);
    const sum = pools.get(pool) ?? { vcpu: 0, memoryGib: 0 };
    pools.set(pool, { vcpu: sum.vcpu + vcpu, memoryGib: sum.memoryGib + memoryGib });
  }
  return ids.reduce((sum, id, index) => {
    const pool = poolOf(blueprint, id);
    const inPool = pool === undefined ? undefined : pools.get(pool);
    const least = inPool === undefined ? undefined : prices.leastPrices(id, inPool);
    const costs = (choices[index] ?? [])
      .filter(({ mask }) => sizeOf(mask) >= required)
      .map((choice) => (least === undefined ? choice.midUsd : usdOf(total(blueprint, id, choice), least)));
    return sum + Math.min(...costs);
  }, 0);
}

function poolOf({ components }: Blueprint, id: string): string | undefined {
  const component = components[id];
  return component !== undefined && 'pool' in component ? component.pool : undefined;
}

/** What all instances of a component reserve at the expected load. */
function total({ components }: Blueprint, id: string, { size }: Sized<Component>): TaskSize {
  if (!('vcpu' in size)) return { vcpu: 0, memoryGib: 'memoryGib' in size ? size.memoryGib : 0 };
  const { vcpu, memoryGib } = withProxy(components[id], size);
  const instances = size.kind === 'service' ? (size.instances.expected ?? size.instances.min) : 1;
  return { vcpu: vcpu * instances, memoryGib: memoryGib * instances };
}

function usdOf({ vcpu, memoryGib }: TaskSize, { vcpuUsd, gibUsd }: ResourcePrices): number {
  return (vcpu * vcpuUsd + memoryGib * gibUsd) * HOURS_PER_MONTH;
}
