import type { Blueprint } from '../blueprint/blueprint';
import type { Offers } from '../catalog/offer';
import { HOURS_PER_MONTH } from '../core/time';
import type { Component } from '../model/component';
import { eachHourlyUsd } from '../selection/node-charges';
import type { CostBound } from './design';
import type { Priced } from './exchange';
import { sizeOf } from './mask';
import { type NodePrices, type ResourcePrices, reservationOf, type TaskSize, withProxy } from './node-prices';
import type { Choices } from './select';
import { serversOf } from './size-supply';

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
  readonly chosen: readonly Priced<Component>[];
}

/**
 * The cost of the sizes of a design in the template, and the lowest cost of sizes in any design with its structure. Undefined where no
 * blueprint has the nodes and their prices: on Kubernetes, where Karpenter chooses them, and on Fargate.
 */
export function costBound(request: SizedUsdRequest): CostBound | undefined {
  const { blueprint, ids } = request;
  const isOnFargate = ids.some((id) => blueprint.components[id]?.kind === 'service' && poolOf(blueprint, id) === undefined);
  if (blueprint.options.platform === 'kubernetes' || isOnFargate) return undefined;
  return { sizedUsd: sizedUsdOf(request, 'expected'), highUsd: sizedUsdOf(request, 'max'), leastUsd: leastUsdOf(request) };
}

/** US dollars per month of the nodes of a design and of its components outside of them, at the expected load or at the maxima. */
function sizedUsdOf({ blueprint, offers, ids, chosen }: SizedUsdRequest, load: 'expected' | 'max'): number {
  const nodes = Object.values(blueprint.components).reduce((sum, component) => {
    if (component.kind !== 'node-pool' || component.nodes === undefined) return sum;
    const offer = offers.compute.find(({ type }) => type === component.instanceType);
    if (offer === undefined) throw new Error(`${component.instanceType} has no price`);
    return sum + component.nodes[load] * (Number(offer.hourlyUsd) + eachHourlyUsd(component, offers.rates)) * HOURS_PER_MONTH;
  }, 0);
  const pools = Object.values(blueprint.components).flatMap(({ id, kind }) => (kind === 'node-pool' ? [id] : []));
  const credits = blueprint.usage.reduce(
    (sum, { component, key, quantity }) => (key === 'surplusCreditVcpuHours' && pools.includes(component) ? sum + quantity.mid : sum),
    0,
  );
  const key = load === 'expected' ? 'midUsd' : 'highUsd';
  const others = ids.reduce((sum, id, index) => sum + (poolOf(blueprint, id) === undefined ? (chosen[index]?.[key] ?? 0) : 0), 0);
  return nodes + credits * offers.rates.computeCreditUsd + others;
}

/**
 * The least that the sizes of any design cost: each component at the cheapest of its sizes that handles the workload alone, and the nodes
 * of each pool at the larger of two bounds.
 */
function leastUsdOf({ blueprint, prices, ids, choices, required, chosen }: SizedUsdRequest): number {
  const pools = new Map<string | undefined, SizedComponent[]>();
  for (const [index, id] of ids.entries()) {
    const one = chosen[index];
    if (one === undefined) continue;
    const pool = poolOf(blueprint, id);
    const enough = (choices[index] ?? []).filter(({ mask }) => sizeOf(mask) >= required);
    pools.set(pool, [...(pools.get(pool) ?? []), { id, enough, chosen: one }]);
  }
  let sum = 0;
  for (const [pool, components] of pools) {
    const [first] = components;
    const inPool = first === undefined || pool === undefined ? undefined : leastPoolUsd(blueprint, prices, first.id, components);
    sum += inPool ?? sumOf(components, ({ enough }) => least(enough, ({ midUsd }) => midUsd));
  }
  return sum;
}

/** A component with its sizes that handle the workload alone, and the selected one. */
interface SizedComponent {
  readonly id: string;
  readonly enough: Choices<Component>;
  readonly chosen: Priced<Component>;
}

/**
 * The least that the nodes of a pool cost: nodes that are used to the last vCPU and GiB, or whole nodes of one type with the fewest vCPUs
 * and the least memory of each component. Undefined for nodes with GPUs.
 */
function leastPoolUsd(blueprint: Blueprint, prices: NodePrices, first: string, components: readonly SizedComponent[]): number | undefined {
  const totalOf = ({ id }: SizedComponent, choice: Priced<Component>) => total(blueprint, id, choice);
  const all = components.map((component) => totalOf(component, component.chosen));
  const unit = prices.leastPrices(first, { vcpu: sumOf(all, ({ vcpu }) => vcpu), memoryGib: sumOf(all, ({ memoryGib }) => memoryGib) });
  if (unit === undefined) return undefined;
  const parts = sumOf(components, (each) => least(each.enough, (choice) => usdOf(totalOf(each, choice), unit)));
  const whole = prices.leastNodesUsd(first, {
    vcpu: sumOf(components, (each) => least(each.enough, (choice) => totalOf(each, choice).vcpu)),
    memoryGib: sumOf(components, (each) => least(each.enough, (choice) => totalOf(each, choice).memoryGib)),
  });
  return Math.max(parts, whole * HOURS_PER_MONTH);
}

function sumOf<T>(list: readonly T[], amount: (one: T) => number): number {
  return list.reduce((sum, one) => sum + amount(one), 0);
}

function least<T>(list: readonly T[], amount: (one: T) => number): number {
  return Math.min(...list.map(amount));
}

function poolOf({ components }: Blueprint, id: string): string | undefined {
  const component = components[id];
  return component !== undefined && 'pool' in component ? component.pool : undefined;
}

/** Resources that all instances of a component, or all servers of a data store, reserve at the expected load. */
function total({ components }: Blueprint, id: string, { size }: Priced<Component>): TaskSize {
  const resolved = components[id];
  const reserved = reservationOf(size);
  if (resolved === undefined || reserved === undefined) throw new Error(`${id} has no size`);
  const { vcpu, memoryGib } = withProxy(resolved, reserved);
  const count = size.kind === 'service' ? (size.instances.expected ?? size.instances.min) : serversOf(resolved, size);
  return { vcpu: vcpu * count, memoryGib: memoryGib * count };
}

function usdOf({ vcpu, memoryGib }: TaskSize, { vcpuUsd, gibUsd }: ResourcePrices): number {
  return (vcpu * vcpuUsd + memoryGib * gibUsd) * HOURS_PER_MONTH;
}
