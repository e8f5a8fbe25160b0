import { MOST_RDS_GP3_IOPS, MOST_RDS_STORAGE_GIB, RDS_STRIPED_FROM_GIB } from '../core/gp3';
import type { Cache } from '../model/cache';
import type { Component } from '../model/component';
import { type Database, MOST_READ_REPLICAS } from '../model/database';
import type { DocumentStore } from '../model/document-store';
import { gainedService } from '../model/gpu-services';
import type { Service } from '../model/service';
import type { Tier } from '../model/tier';
import type { VectorStore } from '../model/vector-store';
import { connectionsThatFit } from '../selection/mysql-settings';
import { storedGib } from './stored-data';

/** Input of the sizes of a component. */
export interface SizesRequest {
  /** Id of the component. */
  readonly id: string;
  /** Tier whose structure the design has. */
  readonly base: Tier;
  /** Tiers of the system: their sizes of the component are coherent, with their limits. */
  readonly tiers: readonly Tier[];
  /** Target workload divided by the workload of the base tier: memory shrinks with it. */
  readonly timesBase: number;
  /** By how much the data of the component grows, where it is a data store. */
  readonly timesStored: number;
  /** Number of read replicas, when an option fixes it. */
  readonly readReplicas?: number;
  /** Whether read replicas serve any operation. */
  readonly readsFromReplicas: boolean;
  /** Whether any operation demands IOPS or throughput of the storage. */
  readonly usesStorage: boolean;
}

/** Largest number of vCPUs of a database instance class: db.r6i.32xlarge. */
const MOST_DATABASE_VCPU = 128;

/**
 * Memory of a service that is larger than that of a tier. Twice is the most: a larger heap needs settings of the runtime that
 * no definition contains.
 */
const MEMORY_FACTORS = [1, 1.5, 2];

/** Multiples of the memory of a cache, and of its shards. */
const CACHE_FACTORS = [0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32];

/**
 * Sizes that a component may have, without the number of instances of a service. The one of the base tier is first. Nothing
 * that no operation demands shrinks for free: data stores keep their memory for each vCPU, and at least the share of memory
 * and storage that the workload has of that of the base tier.
 */
export function sizesOf(component: Component, request: SizesRequest): readonly Component[] {
  switch (component.kind) {
    case 'service':
      return serviceSizes(component, request);
    case 'database':
      return databaseSizes(component, request);
    case 'cache':
      return cacheSizes(component, request);
    case 'document-store':
    case 'vector-store':
      return storeSizes(component, request);
    case 'node-pool':
    case 'load-balancer':
    case 'bucket':
    case 'queue':
    case 'cdn':
    case 'external':
      return [component];
  }
}

/** Sizes of the tiers with their workers, pools and limits: half a tier's instance would not have half of its limits. */
function serviceSizes(base: Service, { id, tiers, base: tier }: SizesRequest): Service[] {
  const own = tiers.flatMap(({ components }) => {
    const component = components[id];
    return component?.kind === 'service' && component.gpus === base.gpus && component.gpu === base.gpu ? [component] : [];
  });
  // The service that a tier has only with a GPU is no component of a tier by that name.
  const all = gainedService(tier)?.id === id ? [base] : [base, ...own];
  const sizes = all.flatMap(({ vcpu, memoryGib, workers, callsPerInstance, databasePool, limits }) =>
    MEMORY_FACTORS.map((factor): Service => {
      const { workers: _workers, callsPerInstance: _calls, ...rest } = base;
      return {
        ...rest,
        vcpu,
        memoryGib: memoryGib * factor,
        databasePool,
        limits,
        ...(workers === undefined ? {} : { workers }),
        ...(callsPerInstance === undefined ? {} : { callsPerInstance }),
      };
    }),
  );
  return unique(sizes);
}

function databaseSizes(base: Database, request: SizesRequest): Database[] {
  const { iops: _iops, ...withoutIops } = base;
  const { timesBase, readReplicas, readsFromReplicas } = request;
  const perVcpu = base.memoryGib / base.vcpu;
  const leastGib = leastMemoryGib(base.memoryGib, timesBase);
  const replicas = readReplicas ?? base.readReplicas;
  const counts = readReplicas === undefined && readsFromReplicas ? upTo(Math.min(1, base.readReplicas), MOST_READ_REPLICAS) : [replicas];
  const vcpus = [base.vcpu, ...doubled(1, MOST_DATABASE_VCPU)];
  const pinned = base.instanceClass === undefined ? vcpus : [base.vcpu];
  return unique(
    pinned.flatMap((vcpu) =>
      counts.flatMap((count) =>
        storagesOf(base, request).map((storage): Database => {
          const memoryGib = base.instanceClass === undefined ? Math.max(perVcpu * vcpu, leastGib) : base.memoryGib;
          const size = { ...withoutIops, ...storage, vcpu, memoryGib, readReplicas: count };
          // Connections have no price: a smaller server gets those of the document that its memory allows.
          if (base.connections === undefined) return size;
          return { ...size, connections: Math.min(base.connections, connectionsThatFit(memoryGib, base.engine)) };
        }),
      ),
    ),
  );
}

/** IOPS that a design provisions, above those that the storage includes. */
const PROVISIONED_IOPS = [16_000, 20_000, 24_000, 32_000, 40_000, 48_000, MOST_RDS_GP3_IOPS];

/**
 * Sizes of the storage: the data, and where an operation demands its speed, the size from which it is striped over four volumes, with
 * more IOPS. Throughput is never provisioned, because its price is not known. None where the data is larger than any storage.
 */
function storagesOf({ storageGib, iops }: Database, { timesStored, usesStorage }: SizesRequest): Pick<Database, 'storageGib' | 'iops'>[] {
  const own = { storageGib: storedGib(storageGib, timesStored), ...(iops === undefined ? {} : { iops }) };
  if (own.storageGib > MOST_RDS_STORAGE_GIB) return [];
  if (!usesStorage) return [own];
  const striped = { storageGib: Math.max(own.storageGib, RDS_STRIPED_FROM_GIB) };
  return [own, striped, ...PROVISIONED_IOPS.map((provisioned) => ({ ...striped, iops: provisioned }))];
}

function cacheSizes(base: Cache, { timesBase }: SizesRequest): Cache[] {
  const leastGib = leastMemoryGib(base.memoryGib, timesBase);
  const shards = base.topology === 'cluster' ? CACHE_FACTORS.map((factor) => Math.ceil(base.shards * factor)) : [base.shards];
  return unique(
    [...new Set([base.shards, ...shards])].flatMap((count) =>
      [1, ...CACHE_FACTORS].map((factor): Cache => ({ ...base, shards: count, memoryGib: Math.max(base.memoryGib * factor, leastGib) })),
    ),
  ).filter(({ shards: count, replicasPerShard }) => count * (1 + replicasPerShard) <= MOST_CACHE_NODES);
}

/** Default quota of nodes of one cluster. Source: Amazon ElastiCache user guide, "Quotas for ElastiCache". */
const MOST_CACHE_NODES = 90;

function storeSizes<Store extends DocumentStore | VectorStore>(base: Store, { timesBase, timesStored }: SizesRequest): Store[] {
  const perVcpu = base.memoryGib / base.vcpu;
  const leastGib = leastMemoryGib(base.memoryGib, timesBase);
  return unique(
    [base.vcpu, ...doubled(1, MOST_DATABASE_VCPU)].map((vcpu) => ({
      ...base,
      vcpu,
      memoryGib: Math.max(perVcpu * vcpu, leastGib),
      storageGib: storedGib(base.storageGib, timesStored),
    })),
  );
}

/** Memory shrinks with the workload and no more, in steps of half a GiB: no operation demands memory of a data store. */
function leastMemoryGib(baseGib: number, timesBase: number): number {
  return Math.min(baseGib, Math.ceil(baseGib * Math.min(1, timesBase) * 2) / 2);
}

function doubled(from: number, to: number): number[] {
  const result: number[] = [];
  for (let value = from; value <= to; value *= 2) result.push(value);
  return result;
}

function upTo(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function unique<T>(sizes: readonly T[]): T[] {
  return [...new Map(sizes.map((size) => [JSON.stringify(size), size])).values()];
}
