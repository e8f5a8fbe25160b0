import type { Blueprint } from '../blueprint/blueprint';
import type { ResolvedComponent } from '../blueprint/resolved-component';
import { capacityFormOf } from '../blueprint/supplies';
import type { CapacityForm } from '../capacity/supply';
import type { Offer, Offers, Rates } from '../catalog/offer';
import { MIB_PER_GIB } from '../core/data-size';
import { rdsGp3Speed } from '../core/gp3';
import { HOURS_PER_MONTH } from '../core/time';
import type { Component } from '../model/component';
import type { Database } from '../model/database';
import { gainedService, withGainedService } from '../model/gpu-services';
import type { Tier } from '../model/tier';
import { surplusShare } from '../selection/burstable-load';
import { nodeMemoryGib } from '../selection/cache-memory';
import { NoOffer } from '../selection/choice';
import { chooseDataStoreNode } from '../selection/choose-data-store';
import { fargateSize } from '../selection/fargate-size';

/** A component in one size: its supplies, and the price of its nodes. */
export interface SuppliedSize {
  /** The size with the vCPUs and memory that its instance class has. */
  readonly size: Component;
  /** Supplies of the component alone, with the other components of the form by name. */
  readonly form: CapacityForm;
  /** US dollars per month of all its managed nodes with their storage; absent where it runs on nodes of a pool or on Fargate. */
  readonly monthlyUsd?: number;
}

/** The tier in the form that a design starts from. */
export interface DesignBase {
  /** The tier. */
  readonly tier: Tier;
  /** Its blueprint with the options of the design. */
  readonly blueprint: Blueprint;
  /** Instance types and prices of the region. */
  readonly offers: Offers;
  /** Average load divided by the load at the peak, 0 to 1. */
  readonly averageLoad: number;
}

/** The supplies of a component of a blueprint in another size; undefined when no instance type has that size. */
export function supplyOfSize(base: DesignBase, id: string, size: Component): SuppliedSize | undefined {
  const resolved = base.blueprint.components[id];
  if (resolved === undefined) throw new Error(`${base.tier.id} has no component ${id}`);
  const sized = resolvedSize(resolved, size, base);
  if (sized === undefined) return undefined;
  const { component, monthlyUsd } = sized;
  const tier = withComponent(base.tier, id, size);
  const form = capacityFormOf({ components: { [id]: component } }, tier);
  return {
    size: asProvided(size, component, { written: base.tier.components[id], resolved }),
    form: {
      ...form,
      components: Object.keys(base.blueprint.components),
    },
    ...(monthlyUsd === undefined ? {} : { monthlyUsd }),
  };
}

/** The size of a database with the vCPUs and memory of its instance class; those that the tier states, where the class stays the same. */
function asProvided(
  size: Component,
  component: ResolvedComponent,
  { written, resolved }: { readonly written: Component | undefined; readonly resolved: ResolvedComponent },
): Component {
  if (size.kind !== 'database' || component.kind !== 'database') return size;
  const isSameClass = resolved.kind === 'database' && component.instanceClass === resolved.instanceClass;
  const { vcpu, memoryGib } = isSameClass && written?.kind === 'database' ? written : component;
  return { ...size, vcpu, memoryGib };
}

/** Servers of a data store: primary, standby and replicas, of all shards. */
export function serversOf(resolved: ResolvedComponent, size: Component): number {
  switch (size.kind) {
    case 'database':
      return (resolved.kind === 'database' && resolved.multiAz ? 2 : 1) + size.readReplicas;
    case 'cache':
    case 'document-store':
      return size.shards * (1 + size.replicasPerShard);
    default:
      return 1;
  }
}

/** A tier with another size of one component, which may be the service that it has only with a GPU. */
export function withComponent(tier: Tier, id: string, size: Component): Tier {
  if (gainedService(tier)?.id === id && size.kind === 'service') return withGainedService(tier, size);
  return { ...tier, components: { ...tier.components, [id]: size } };
}

interface ResolvedSize {
  readonly component: ResolvedComponent;
  readonly monthlyUsd?: number;
}

function resolvedSize(resolved: ResolvedComponent, size: Component, base: DesignBase): ResolvedSize | undefined {
  const { offers } = base;
  const { rates } = offers;
  const servers = serversOf(resolved, size);
  if (resolved.kind === 'service' && size.kind === 'service') {
    const { instances, vcpu, workers = 1, databasePool } = size;
    const memoryMib = Math.round(size.memoryGib * MIB_PER_GIB);
    const task = resolved.pool === undefined ? onFargate(vcpu, memoryMib, resolved.proxy) : { vcpu, memoryMib };
    if (task === undefined) return undefined;
    const { min, expected = min, max } = instances;
    return { component: { ...resolved, ...task, workers, databasePool, instances: { min, expected, max } } };
  }
  if (resolved.kind === 'database' && size.kind === 'database') {
    const { readReplicas, storageGib, iops, poolerLimits, vcpu, memoryGib } = size;
    const own = { readReplicas, storageGib, ...(poolerLimits === undefined ? {} : { poolerLimits }) };
    if (resolved.instanceClass === undefined) return { component: { ...resolved, ...own, vcpu, memoryGib } };
    const chosen = node({ ...size, pinned: size.instanceClass }, offers.database[size.engine]);
    if (chosen === undefined) return undefined;
    return {
      component: {
        ...resolved,
        ...own,
        ...(iops === undefined ? {} : { iops }),
        vcpu: chosen.vcpu,
        memoryGib: chosen.memoryGib,
        instanceClass: chosen.type,
      },
      monthlyUsd:
        servers * (Number(chosen.hourlyUsd) * HOURS_PER_MONTH + storageUsd(size, rates)) +
        surplusHours(chosen, 1 + readReplicas, base) * rates.databaseCreditUsd +
        (resolved.pooler === 'rds-proxy' ? proxyMonthlyUsd(chosen, rates) : 0),
    };
  }
  if (resolved.kind === 'cache' && size.kind === 'cache') {
    const { memoryGib, shards, replicasPerShard } = size;
    const component = { ...resolved, memoryGib, shards, replicasPerShard };
    if (resolved.nodeType === undefined) return { component };
    const wanted = { vcpu: 1, memoryGib: nodeMemoryGib(memoryGib, shards), burstable: size.burstable, pinned: size.nodeType };
    const chosen = node(wanted, offers.cache[resolved.engine]);
    if (chosen === undefined) return undefined;
    return {
      component: { ...component, nodeType: chosen.type },
      monthlyUsd: servers * Number(chosen.hourlyUsd) * HOURS_PER_MONTH,
    };
  }
  if (resolved.kind === 'document-store' && size.kind === 'document-store') {
    const { vcpu, memoryGib, storageGib } = size;
    const component = { ...resolved, vcpu, memoryGib, storageGib };
    if (resolved.instanceClass === undefined) return { component };
    // As the blueprint chooses it: a document store has no option against burstable classes.
    const chosen = node({ vcpu, memoryGib, burstable: true, pinned: size.instanceClass }, offers.documentStore);
    if (chosen === undefined) return undefined;
    return {
      component: { ...component, vcpu: chosen.vcpu, memoryGib: chosen.memoryGib, instanceClass: chosen.type },
      monthlyUsd: servers * Number(chosen.hourlyUsd) * HOURS_PER_MONTH + surplusHours(chosen, servers, base) * rates.documentCreditUsd,
    };
  }
  if (resolved.kind === 'vector-store' && size.kind === 'vector-store') {
    const { vcpu, memoryGib, storageGib } = size;
    return { component: { ...resolved, vcpu, memoryGib, storageGib } };
  }
  return { component: resolved };
}

/** US dollars per month of the storage of one database server. */
function storageUsd(
  { storageGib, iops }: Pick<Database, 'storageGib' | 'iops'>,
  { databaseGibMonthUsd, databaseIopsMonthUsd }: Rates,
): number {
  const provisioned = Math.max(0, (iops ?? 0) - rdsGp3Speed(storageGib).iops);
  return storageGib * databaseGibMonthUsd + provisioned * databaseIopsMonthUsd;
}

/** The fewest vCPUs that RDS Proxy is charged for. Source: Amazon RDS Proxy pricing. */
const LEAST_PROXY_VCPU = 2;

/** US dollars per month of RDS Proxy in front of a primary. */
function proxyMonthlyUsd({ vcpu }: Offer, { databaseProxyVcpuHourUsd }: Rates): number {
  return Math.max(LEAST_PROXY_VCPU, vcpu) * databaseProxyVcpuHourUsd * HOURS_PER_MONTH;
}

/** vCPU-hours per month above the baseline of a burstable class, of all servers that work. */
function surplusHours({ type, vcpu }: Offer, servers: number, { averageLoad }: DesignBase): number {
  return surplusShare(type, averageLoad) * vcpu * servers * HOURS_PER_MONTH;
}

interface NodeSize {
  readonly vcpu: number;
  readonly memoryGib: number;
  readonly burstable: boolean;
  readonly pinned: string | undefined;
}

function node({ vcpu, memoryGib, burstable, pinned }: NodeSize, offers: Offers['documentStore']) {
  try {
    return chooseDataStoreNode({ vcpu, memoryGib, burstable, ...(pinned === undefined ? {} : { pinned }) }, offers).winner.offer;
  } catch (error) {
    if (error instanceof NoOffer) return undefined;
    throw error;
  }
}

/** The Fargate size of a task, without its proxy. */
function onFargate(
  vcpu: number,
  memoryMib: number,
  proxy: { readonly vcpu: number; readonly memoryMib: number } = { vcpu: 0, memoryMib: 0 },
) {
  const size = fargateSize(vcpu + proxy.vcpu, (memoryMib + proxy.memoryMib) / MIB_PER_GIB);
  return size === undefined ? undefined : { vcpu: size.vcpu - proxy.vcpu, memoryMib: size.memoryMib - proxy.memoryMib };
}
