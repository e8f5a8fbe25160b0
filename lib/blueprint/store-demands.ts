import { MIB_PER_GIB } from '../core/data-size';
import type { Component } from '../model/component';
import { electingMembers, electingShards } from '../model/quorum';
import type { Demand } from '../selection/instances-for-services';
import type { Resolving } from './context';

/** Requests of the pods of a data store in a cluster. */
export interface StoreDemands {
  /** Requests of the pods. */
  readonly demands: readonly Demand[];
  /** Number of pods that must run on different nodes. */
  readonly apart: number;
}

/** Requests of the pods next to a server: metrics exporters, poolers and routers. Upper bounds, not exact sizes. */
const SIDECARS: Demand = { vcpu: 0.05, memoryMib: 128, gpus: 0 };
const POOLER: Demand = { vcpu: 0.5, memoryMib: 512, gpus: 0 };
const MONGO_ROUTER: Demand = { vcpu: 0.5, memoryMib: 1_024, gpus: 0 };
const MONGO_CONFIG: Demand = { vcpu: 0.25, memoryMib: 1_024, gpus: 0 };
const QUEUE: Demand = { vcpu: 0.1, memoryMib: 400, gpus: 0 };
const IN_FRONT = 2;

/** Requests of a cache: a third more memory than its data for writing snapshots, and one CPU per 8 GiB. */
const CACHE_MEMORY_SHARE = 4 / 3;
const CACHE_GIB_PER_VCPU = 8;

/** Requests of the pods of a data store. A test compares them with the charts. */
export function storeDemands(component: Component, { options }: Pick<Resolving, 'options'>): StoreDemands {
  switch (component.kind) {
    case 'database': {
      const servers = 1 + options.readReplicas;
      const pooled = component.engine === 'postgres' && component.pooler !== 'none';
      return together(copies(servers, server(component.vcpu, component.memoryGib)), copies(pooled ? IN_FRONT : 0, POOLER));
    }
    case 'cache': {
      const shards = electingShards(component);
      const gib = component.memoryGib / shards;
      const node = { vcpu: gib / CACHE_GIB_PER_VCPU, memoryMib: Math.ceil(gib * MIB_PER_GIB * CACHE_MEMORY_SHARE), gpus: 0 };
      const perShard = 1 + component.replicasPerShard;
      return { demands: copies(shards * perShard, withSidecars(node)), apart: perShard };
    }
    case 'document-store': {
      const { shards, replicasPerShard, vcpu, memoryGib } = component;
      const members = electingMembers(replicasPerShard);
      const cluster = shards > 1 ? [...copies(electingMembers(1), withSidecars(MONGO_CONFIG)), ...copies(IN_FRONT, MONGO_ROUTER)] : [];
      return { demands: [...copies(shards * members, server(vcpu, memoryGib)), ...cluster], apart: members };
    }
    case 'vector-store':
      return together(copies(1, server(component.vcpu, component.memoryGib)), []);
    case 'queue':
      return together(copies(1, QUEUE), []);
    case 'service':
    case 'node-pool':
    case 'load-balancer':
    case 'bucket':
    case 'cdn':
    case 'external':
      return { demands: [], apart: 0 };
  }
}

/** Requests of replicated servers and of the pods in front of them. */
function together(servers: readonly Demand[], inFront: readonly Demand[]): StoreDemands {
  return { demands: [...servers, ...inFront], apart: servers.length };
}

function server(vcpu: number, memoryGib: number): Demand {
  return withSidecars({ vcpu, memoryMib: memoryGib * MIB_PER_GIB, gpus: 0 });
}

function withSidecars({ vcpu, memoryMib, gpus }: Demand): Demand {
  return { vcpu: vcpu + SIDECARS.vcpu, memoryMib: memoryMib + SIDECARS.memoryMib, gpus };
}

function copies(count: number, demand: Demand): Demand[] {
  return Array.from({ length: count }, () => demand);
}
