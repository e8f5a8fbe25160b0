import type { Blueprint } from '../blueprint/blueprint';
import { gpuModelOf } from '../blueprint/gpu-model';
import type { Offer, Offers } from '../catalog/offer';
import { isBurstable } from '../core/burstable';
import { MIB_PER_GIB } from '../core/data-size';
import type { Component } from '../model/component';
import { gainedService } from '../model/gpu-services';
import type { NodePool } from '../model/node-pool';
import type { Tier } from '../model/tier';
import { schedulable } from '../selection/choose-nodes';
import { familyOf, OFFERED_FAMILIES } from '../selection/families';
import { eachHourlyUsd } from '../selection/node-charges';

/** Resources of a node that one instance reserves. */
export interface TaskSize {
  /** vCPU. */
  readonly vcpu: number;
  /** Memory in GiB. */
  readonly memoryGib: number;
  /** GPUs. Default: none. */
  readonly gpus?: number;
}

/**
 * Prices of parts of nodes, for the comparison of sizes before nodes are chosen. The nodes of the winner are chosen with its
 * whole tier, and its estimate is that of its synthesized template.
 */
export interface NodePrices {
  /** US dollars an hour of the part of a node that one instance of a component takes. */
  hourlyUsd(component: string, size: TaskSize): number;
  /**
   * Prices of one vCPU and one GiB at which no node of the pool of a component costs less than its resources: the sum over all
   * tasks of the pool is a lower bound of its nodes, however they are combined. Undefined for nodes with GPUs, of which one
   * service takes all.
   */
  leastPrices(component: string, total: TaskSize): ResourcePrices | undefined;
  /** US dollars an hour of the cheapest nodes of one type, of the pool of a component, that have room for a total. */
  leastNodesUsd(component: string, total: TaskSize): number;
}

/** Prices of the resources of a node, US dollars an hour. */
export interface ResourcePrices {
  /** Of one vCPU. */
  readonly vcpuUsd: number;
  /** Of one GiB. */
  readonly gibUsd: number;
}

/** A node type with its price: its hours, root volume and public address, US dollars an hour. */
interface PricedNode {
  readonly offer: Offer;
  readonly usd: number;
}

/** Prices of parts of the nodes that a blueprint of a tier may use. On Fargate, the ratio of vCPU to memory prices is that of EC2. */
export function nodePricesOf(tier: Tier, { components, options }: Blueprint, { compute, rates }: Offers): NodePrices {
  const candidates = new Map<string, readonly PricedNode[]>();
  const poolOf = (component: string) =>
    Object.values(tier.components).find((each): each is NodePool => each.kind === 'node-pool' && each.runs.includes(component));
  const candidatesOf = (component: string): readonly PricedNode[] => {
    const known = candidates.get(component);
    if (known !== undefined) return known;
    const pool = poolOf(component);
    const sized = tier.components[component] ?? gainedService(tier)?.service;
    const gpu = gpuModelOf(sized, options);
    const resolved = components[component];
    const nodes = resolved !== undefined && 'pool' in resolved && resolved.pool !== undefined ? components[resolved.pool] : undefined;
    const eachUsd = nodes?.kind === 'node-pool' ? eachHourlyUsd(nodes, rates) : 0;
    const found = compute
      .filter((offer) => isCandidate(offer, { pool, gpu, architecture: options.architecture }))
      .map((offer) => ({ offer, usd: Number(offer.hourlyUsd) + eachUsd }));
    candidates.set(component, found);
    return found;
  };
  return {
    leastPrices: (component, total) => {
      const resolved = components[component];
      return resolved?.kind === 'service' && resolved.gpus > 0 ? undefined : dualPrices(candidatesOf(component), total);
    },
    leastNodesUsd: (component, total) => {
      const minNodes = poolOf(component)?.minNodes ?? 1;
      return Math.min(...candidatesOf(component).map((node) => node.usd * Math.max(minNodes, nodesFor(node, total))));
    },
    hourlyUsd: (component, size) => Math.min(...candidatesOf(component).map((node) => partUsd(node, size, proxyOf(components[component])))),
  };
}

/** Steps of the search for the price of memory, each of which leaves two thirds of the range. */
const STEPS = 60;

/** The resource prices with the largest value of the total, which no node falls below (the dual of the cheapest mix of nodes). */
function dualPrices(priced: readonly PricedNode[], { vcpu, memoryGib }: TaskSize): ResourcePrices {
  const nodes = priced.map(({ offer, usd }) => ({
    usd,
    vcpu: offer.vcpu,
    gib: schedulable(offer).memoryMib / MIB_PER_GIB,
  }));
  const pricesWith = (gibUsd: number): ResourcePrices => ({
    gibUsd,
    vcpuUsd: Math.max(0, Math.min(...nodes.map((node) => (node.usd - gibUsd * node.gib) / node.vcpu))),
  });
  const value = ({ vcpuUsd, gibUsd }: ResourcePrices) => vcpuUsd * vcpu + gibUsd * memoryGib;
  let [low, high] = [0, Math.min(...nodes.map(({ usd, gib }) => usd / gib))];
  for (let step = 0; step < STEPS; step++) {
    const third = (high - low) / 3;
    // The value is concave in the price of memory.
    if (value(pricesWith(low + third)) < value(pricesWith(high - third))) low += third;
    else high -= third;
  }
  return pricesWith(low);
}

/** The fewest nodes of a type that have the vCPUs and the memory of a total. */
function nodesFor({ offer }: PricedNode, { vcpu, memoryGib }: TaskSize): number {
  const nodes = Math.max(vcpu / offer.vcpu, (memoryGib * MIB_PER_GIB) / schedulable(offer).memoryMib);
  return Math.ceil(nodes - ROUNDING);
}

/** A sum of vCPUs may be above a whole number by a rounding error. */
const ROUNDING = 1e-9;

interface CandidateTerms {
  readonly pool: NodePool | undefined;
  readonly gpu: string | undefined;
  readonly architecture: Offer['architecture'];
}

function isCandidate({ type, gpu, architecture }: Offer, terms: CandidateTerms): boolean {
  if (terms.pool?.instanceType !== undefined) return type === terms.pool.instanceType;
  if (!OFFERED_FAMILIES.compute.has(familyOf(type)) || type.includes('metal')) return false;
  if (terms.gpu !== undefined) return gpu?.model === terms.gpu;
  return gpu === undefined && architecture === terms.architecture && (terms.pool?.burstable === true || !isBurstable(type));
}

/** Resources of a node that one instance or server of a size reserves; undefined for a component that has no size. */
export function reservationOf(size: Component): TaskSize | undefined {
  switch (size.kind) {
    case 'service':
    case 'database':
    case 'document-store':
    case 'vector-store':
      return size;
    case 'cache':
      // As its nodes are chosen: no CPU is reserved, because its one thread waits for the network most of the time.
      return { vcpu: 0, memoryGib: size.memoryGib / size.shards };
    default:
      return undefined;
  }
}

/** The reservation of one task with its proxy, if it has one. */
export function withProxy(component: Blueprint['components'][string] | undefined, { vcpu, memoryGib }: TaskSize): TaskSize {
  const proxy = proxyOf(component);
  return { vcpu: vcpu + proxy.vcpu, memoryGib: memoryGib + proxy.memoryMib / MIB_PER_GIB };
}

function proxyOf(component: Blueprint['components'][string] | undefined): { readonly vcpu: number; readonly memoryMib: number } {
  return component !== undefined && 'proxy' in component && component.proxy !== undefined ? component.proxy : { vcpu: 0, memoryMib: 0 };
}

/** The part of the price of a node that an instance takes: its largest share of a resource. Infinite where it does not fit. */
function partUsd(
  { offer, usd }: PricedNode,
  { vcpu, memoryGib, gpus = 0 }: TaskSize,
  proxy: { readonly vcpu: number; readonly memoryMib: number },
): number {
  const supply = schedulable(offer);
  const share = Math.max(
    (vcpu + proxy.vcpu) / supply.vcpu,
    (memoryGib * MIB_PER_GIB + proxy.memoryMib) / supply.memoryMib,
    gpus === 0 ? 0 : gpus / supply.gpus,
  );
  return share > 1 ? Number.POSITIVE_INFINITY : share * usd;
}
