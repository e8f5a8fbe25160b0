import type { CapacityForm, NoLimitReason, Replay, ResourceSupply, SupplyBasis } from '../capacity/supply';
import { isBurstable } from '../core/burstable';
import { MIB_PER_GIB } from '../core/data-size';
import { certain, scaleInterval } from '../core/interval';
import { SECONDS_EVERY } from '../model/amount';
import type { Component } from '../model/component';
import type { Limit } from '../model/resource';
import type { Tier } from '../model/tier';
import { cachedMib } from '../selection/cached-data';
import { baselineShare } from '../selection/families';
import { containerVolumeSpeed, rdsVolumeSpeed, type VolumeNode } from '../selection/volume-speed';
import type { Blueprint } from './blueprint';
import { appliersOf, DOCUMENT_STORE_REPLAY, ENGINE_REPLAYS, STORAGE_REPLAY } from './replays';
import type { ResolvedComponent, ResolvedDatabase, ResolvedService } from './resolved-component';

/** Redis and Valkey execute commands in one thread; other vCPUs of a node serve disk and network. */
const CORES_OF_CACHE_NODE = 1;

/** ElastiCache user guide, "Burstable Performance Instances": every T3 and T4g node type has two vCPUs. */
const VCPU_OF_BURSTABLE_CACHE_NODE = 2;

/**
 * Kinds that their provider scales with the load. Source: the user guides of Elastic Load Balancing, Amazon S3, Amazon SQS and Amazon
 * CloudFront.
 */
const SCALED_BY_PROVIDER: readonly ScaledByProvider[] = ['load-balancer', 'bucket', 'queue', 'cdn'];

type ScaledByProvider = Extract<NoLimitReason, { kind: 'scaled-by-provider' }>['service'];

/** Supplies of the components of a blueprint, from their resolved sizes and the limits of the tier. */
export function capacityFormOf({ components }: Pick<Blueprint, 'components'>, tier: Tier): CapacityForm {
  return {
    tier: tier.countsAs ?? tier.id,
    components: Object.keys(components),
    externals: Object.values(components).flatMap(({ id, kind }) => (kind === 'external' ? [id] : [])),
    supplies: Object.values(components).flatMap((component) => suppliesOf(component, modelOf(component.id, tier), components)),
    withoutLimit: Object.values(components).flatMap(({ id, kind }) => {
      const service = SCALED_BY_PROVIDER.find((scaled) => scaled === kind);
      return service === undefined ? [] : [{ component: id, reason: { kind: 'scaled-by-provider', service } }];
    }),
  };
}

function modelOf(id: string, { components, gpu }: Tier): Component | undefined {
  return gpu !== undefined && gpu.id === id ? gpu.service : components[id];
}

type Components = Blueprint['components'];

function suppliesOf(component: ResolvedComponent, model: Component | undefined, components: Components): ResourceSupply[] {
  const limits = (model !== undefined && 'limits' in model ? model.limits : undefined) ?? [];
  const ofSize = sizeOf(component, model, components).filter(({ resource }) => !limits.some((limit) => limit.resource === resource));
  return [...ofSize, ...limits.map((limit) => limited(component, limit))];
}

/** The registry of kinds: a kind without a line here does not compile. */
function sizeOf(component: ResolvedComponent, model: Component | undefined, components: Components): ResourceSupply[] {
  switch (component.kind) {
    case 'service':
      return serviceSupplies(component, model?.kind === 'service' ? model.callsPerInstance : undefined);
    case 'database': {
      const { vcpu, readReplicas, maxConnections, storageGib, poolerLimits } = component;
      return [
        copies(component, 'processor', vcpu, 1, { kind: 'server', vcpu, instanceClass: component.instanceClass }),
        ...databaseReplicas(component),
        ...onReplicas(copies(component, 'connections', maxConnections, readReplicas, { kind: 'server-connections' })),
        copies(component, 'connections', poolerLimits?.serverConnections ?? maxConnections, 1, { kind: 'server-connections' }),
        ...(poolerLimits === undefined
          ? []
          : [copies(component, 'sessions', poolerLimits.clientConnections, 1, { kind: 'pooler-clients' })]),
        copies(component, 'storage', storageGib * MIB_PER_GIB, 1, { kind: 'disk', storageGib }),
        ...volumeSupplies(component, nodeOf(component, components)),
      ];
    }
    case 'cache': {
      const { memoryGib, shards, nodeType } = component;
      const cores = nodeType !== undefined && isBurstable(nodeType) ? baselineCores(nodeType) : CORES_OF_CACHE_NODE;
      return [
        copies(component, 'memory', (memoryGib * MIB_PER_GIB) / shards, shards, { kind: 'memory-of-shards', memoryGib, shards }),
        copies(component, 'processor', cores, shards, { kind: 'thread-of-shards', shards, cores }),
      ];
    }
    case 'document-store': {
      const { vcpu, shards, replicasPerShard, storageGib } = component;
      return [
        copies(component, 'processor', vcpu, shards, { kind: 'shards', vcpu, shards }),
        ...onReplicas(
          copies(component, 'processor', vcpu, shards * replicasPerShard, {
            kind: 'read-replicas',
            vcpu,
            replicas: shards * replicasPerShard,
          }),
          DOCUMENT_STORE_REPLAY,
        ),
        copies(component, 'storage', storageGib * MIB_PER_GIB, 1, { kind: 'disk', storageGib }),
      ];
    }
    case 'vector-store': {
      const { vcpu, memoryGib, storageGib } = component;
      return [
        copies(component, 'processor', vcpu, 1, { kind: 'single-instance', amount: vcpu, unit: 'vCPU' }),
        copies(component, 'memory', memoryGib * MIB_PER_GIB, 1, { kind: 'single-instance', amount: memoryGib, unit: 'GiB' }),
        copies(component, 'storage', storageGib * MIB_PER_GIB, 1, { kind: 'disk', storageGib }),
      ];
    }
    case 'node-pool':
    case 'load-balancer':
    case 'bucket':
    case 'queue':
    case 'cdn':
    case 'external':
      return [];
  }
}

/**
 * Cores that a burstable node provides all the time. ElastiCache runs it in standard mode: without credits, it slows down to its baseline,
 * and no charge prevents that. RDS and DocumentDB run classes in unlimited mode, so that all vCPUs of a class count.
 */
function baselineCores(nodeType: string): number {
  return Math.min(CORES_OF_CACHE_NODE, VCPU_OF_BURSTABLE_CACHE_NODE * baselineShare(nodeType));
}

function serviceSupplies(service: ResolvedService, callsPerInstance: number | undefined): ResourceSupply[] {
  const { vcpu, memoryMib, workers, databasePool } = service;
  const each = (resource: ResourceSupply['resource'], amount: number): ResourceSupply => ({
    component: service.id,
    resource,
    part: 'primary',
    perInstance: certain(amount),
    instances: { min: service.instances.min, max: service.instances.max },
    workersPerInstance: workers,
    evidence: 'modelled',
    basis: { kind: 'instances', resource, perInstance: amount, instances: service.instances.max },
  });
  return [
    each('processor', vcpu),
    each('memory', memoryMib),
    each('workers', workers),
    ...(databasePool > 0 ? [each('connections', databasePool)] : []),
    ...(callsPerInstance === undefined ? [] : [each('calls', callsPerInstance)]),
  ];
}

function copies(
  component: ResolvedComponent,
  resource: ResourceSupply['resource'],
  amount: number,
  count: number,
  basis: SupplyBasis,
): ResourceSupply {
  return {
    component: component.id,
    resource,
    part: 'primary',
    perInstance: certain(amount),
    instances: { min: count, max: count },
    workersPerInstance: 1,
    evidence: 'modelled',
    basis,
  };
}

/** A supply of the read replicas; none where there are no replicas. Clients connect to them directly, without the pooler. */
function onReplicas(supply: ResourceSupply, replay?: Replay): ResourceSupply[] {
  return supply.instances.max === 0 ? [] : [{ ...supply, part: 'replicas', ...(replay === undefined ? {} : { replay }) }];
}

/** Processors of the read replicas, and the processes that apply the writes of the primary. */
function databaseReplicas(database: ResolvedDatabase): ResourceSupply[] {
  const { engine, vcpu, readReplicas: replicas } = database;
  const { replay, setting } = ENGINE_REPLAYS[engine];
  const appliers = appliersOf(database);
  const cores = Math.min(appliers, vcpu);
  return [
    ...onReplicas(copies(database, 'processor', vcpu, replicas, { kind: 'read-replicas', vcpu, replicas }), replay),
    ...onReplicas(copies(database, 'replay', cores, replicas, { kind: 'appliers', appliers, replicas, setting }), replay),
  ];
}

/** The node of a database in a container; undefined on RDS. */
function nodeOf({ pool }: ResolvedDatabase, components: Components): VolumeNode | undefined {
  const node = pool === undefined ? undefined : components[pool];
  if (node?.kind !== 'node-pool') return undefined;
  const instanceType = node.instanceType ?? node.requirements?.instanceType;
  return { burstable: node.requirements?.burstable ?? false, ...(instanceType === undefined ? {} : { instanceType }) };
}

/** Reads and writes of the storage. Where the baseline of the class or node is not known, the tier has to state a limit. */
function volumeSupplies(database: ResolvedDatabase, node: VolumeNode | undefined): ResourceSupply[] {
  const { storageGib, iops, readReplicas, engine, memoryGib, parameters } = database;
  const instanceClass = database.instanceClass ?? node?.instanceType;
  const speed =
    database.instanceClass === undefined
      ? node && containerVolumeSpeed(database, node)
      : rdsVolumeSpeed(database.instanceClass, storageGib, iops);
  if (speed === undefined) return [];
  const cached = cachedMib({ engine, memoryGib, parameters, isManaged: database.instanceClass !== undefined });
  const each = (resource: 'iops' | 'throughput', amount: number): ResourceSupply[] => {
    const of = (servers: number) => ({
      ...copies(database, resource, amount, servers, {
        kind: 'volume',
        storageGib,
        ...(instanceClass === undefined ? {} : { instanceClass }),
        servers,
        ...(iops === undefined ? {} : { iops }),
      }),
      ...(cached === undefined ? {} : { cachedMib: cached }),
    });
    return [of(1), ...onReplicas(of(readReplicas), STORAGE_REPLAY)];
  };
  return [...each('iops', speed.iops), ...each('throughput', speed.mibps)];
}

function limited(component: ResolvedComponent, limit: Limit): ResourceSupply {
  const { resource, amount, every, per, evidence, source } = limit;
  return {
    component: component.id,
    resource,
    part: 'primary',
    perInstance: scaleInterval(amount, 1 / SECONDS_EVERY[every]),
    instances: per === 'component' ? { min: 1, max: 1 } : instancesOf(component),
    workersPerInstance: component.kind === 'service' ? component.workers : 1,
    evidence,
    basis: { kind: 'stated', source },
  };
}

function instancesOf(component: ResolvedComponent): ResourceSupply['instances'] {
  switch (component.kind) {
    case 'service':
      return { min: component.instances.min, max: component.instances.max };
    case 'cache':
    case 'document-store':
      return { min: component.shards, max: component.shards };
    case 'node-pool':
    case 'database':
    case 'vector-store':
    case 'load-balancer':
    case 'bucket':
    case 'queue':
    case 'cdn':
    case 'external':
      return { min: 1, max: 1 };
  }
}
