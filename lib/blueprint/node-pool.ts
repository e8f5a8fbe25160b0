import { CLUSTER_PODS, REQUESTED_CPU_SHARE } from '../conventions/system-pods';
import { hasFixedPorts, stopsFirst } from '../conventions/task-replacement';
import { MIB_PER_GIB } from '../core/data-size';
import type { Component } from '../model/component';
import { SINGLE_HOST_POOL } from '../model/component-ids';
import { averageLoad } from '../model/monthly-averages';
import type { NodePool } from '../model/node-pool';
import { poolInstancesOf } from '../model/options';
import type { Service } from '../model/service';
import type { Tier } from '../model/tier';
import { type ChosenNodes, chooseNodes } from '../selection/choose-nodes';
import type { Demand } from '../selection/instances-for-services';
import { eachHourlyUsd } from '../selection/node-charges';
import { choose, type Resolving } from './context';
import { holdsData } from './form';
import { gpuModelsOf } from './gpu-model';
import { requirementsOf, smallestGpuOffer } from './node-requirements';
import { otherProcessorProblems } from './pool-instances';
import type { ResolvedNodePool, ServiceConnectProxy } from './resolved-component';
import { serviceConnectProxy } from './service-connect';
import { type StoreDemands, storeDemands } from './store-demands';

/** Additional space on the data volume for cache snapshots, logs and file system overhead. */
const DATA_VOLUME_RESERVE_SHARE = 0.2;

/** Resolves a node pool: instance type and number of nodes, or the requirements for Karpenter. */
export function resolveNodePool(id: string, pool: NodePool, resolving: Resolving): ResolvedNodePool {
  const { options, offers } = resolving;
  const single = id === SINGLE_HOST_POOL;
  const inCluster = options.platform !== 'ecs';
  const volumeGib = inCluster ? 0 : dataVolumeGib(pool, resolving);
  const services = pool.runs.map((run) => resolving.components[run]);
  const [gpuModel] = gpuModelsOf(services, options);
  if (options.platform === 'kubernetes') {
    const gpu = gpuModel === undefined ? undefined : smallestGpuOffer(gpuModel, resolving);
    return {
      kind: 'node-pool',
      id,
      architecture: gpu === undefined ? options.architecture : 'amd64',
      requirements: requirementsOf(pool, resolving, gpu),
      ...(gpu?.gpu === undefined || gpuModel === undefined ? {} : { gpu: { model: gpuModel, count: gpu.gpu.count } }),
      rootDiskGib: pool.rootDiskGib,
      publicAddresses: false,
    };
  }
  const ofCluster = inCluster && id === generalPool(resolving) ? clusterDemands() : [];
  const ofOption = poolInstancesOf(options.poolInstances).find((entry) => entry.pool === id);
  const instanceType = ofOption?.instanceType ?? pool.instanceType;
  const publicAddresses = single || resolving.tier.network.natGateways === 0;
  const path = ofOption !== undefined ? 'poolInstances' : gpuModel === undefined ? `components.${id}` : gpuPath(pool, resolving);
  const pinnedPath = ofOption === undefined ? `components.${id}.instanceType` : path;
  const chosen = choose<ChosenNodes>(resolving, id, { path, pinnedPath }, () =>
    chooseNodes(
      {
        demands: {
          min: [...demandsOf(pool, resolving, 'min'), ...ofCluster],
          expected: [...demandsOf(pool, resolving, 'expected'), ...ofCluster],
          max: [...demandsOf(pool, resolving, 'max'), ...ofCluster],
        },
        // The only instance of these pools stops its tasks first.
        ...(single || volumeGib > 0 ? {} : { surges: surgesOf(pool, resolving) }),
        minNodes: Math.max(pool.minNodes, ...(inCluster ? pool.runs.map((run) => storesOf(run, resolving).apart) : [])),
        // A volume is attached to one node at a time.
        ...(single || volumeGib > 0 ? { maxNodes: 1 } : {}),
        architecture: options.architecture,
        burstable: pool.burstable,
        ...(resolving.tasksHaveInterfaces ? { tasksHaveInterfaces: true } : {}),
        ...(inCluster ? { scheduler: 'kubernetes' } : {}),
        ...(gpuModel === undefined ? {} : { gpuModel }),
        charges: {
          eachHourlyUsd: eachHourlyUsd({ rootDiskGib: pool.rootDiskGib, publicAddresses }, offers.rates),
          busyVcpu: busyVcpu(pool, resolving),
          averageLoad: averageLoad(resolving.system, resolving.tier.workload).mid,
          creditUsd: offers.rates.computeCreditUsd,
        },
        ...(instanceType === undefined ? {} : { instanceType }),
      },
      offers.compute,
    ),
  );
  if (ofOption !== undefined && chosen !== undefined) {
    const gpu = gpuModel === undefined ? {} : { gpuModel };
    resolving.problems.push(...otherProcessorProblems(ofOption, chosen.offer, { architecture: options.architecture, ...gpu }));
  }
  return {
    kind: 'node-pool',
    id,
    instanceType: chosen?.offer.type ?? '',
    architecture: chosen?.offer.architecture ?? options.architecture,
    nodes: raised(chosen?.nodes ?? { min: 0, expected: 0, max: 0 }, ofOption?.max),
    ...(inCluster ? { requirements: requirementsOf(pool, resolving, chosen?.offer.gpu === undefined ? undefined : chosen.offer) } : {}),
    ...(gpuModel === undefined ? {} : { gpu: { model: gpuModel, count: chosen?.offer.gpu?.count ?? 0 } }),
    rootDiskGib: pool.rootDiskGib,
    publicAddresses,
    ...volumeOf(single ? resolving.tier : undefined, volumeGib),
  };
}

/** Path of the GPU model of a pool: that of the first service which states it, or the option. */
function gpuPath({ runs }: NodePool, { components }: Resolving): string {
  const stated = runs.find((run) => {
    const component = components[run];
    return component?.kind === 'service' && component.gpu !== undefined;
  });
  return stated === undefined ? 'gpu' : `components.${stated}.gpu`;
}

/** vCPUs of the services of a pool at the expected load. */
function busyVcpu({ runs }: NodePool, { components }: Resolving): number {
  return runs.reduce((sum, id) => {
    const component = components[id];
    return component?.kind === 'service' ? sum + component.vcpu * (component.instances.expected ?? component.instances.min) : sum;
  }, 0);
}

/** At least the requested maximum, and never fewer nodes than the components require. */
function raised(nodes: ChosenNodes['nodes'], max = 0): ChosenNodes['nodes'] {
  return { ...nodes, max: Math.max(nodes.max, max) };
}

/** The pool for pods without requirements: the first one without GPUs and data stores. System pods of the cluster run there. */
function generalPool({ components }: Resolving): string | undefined {
  return Object.entries(components).find(
    ([, component]) => component.kind === 'node-pool' && !needsGpu(component, { components }) && !holdsData(component, components),
  )?.[0];
}

function clusterDemands(): Demand[] {
  return CLUSTER_PODS.flatMap(({ replicas, vcpu, memoryMib }) => Array.from({ length: replicas }, () => ({ vcpu, memoryMib, gpus: 0 })));
}

function needsGpu(pool: NodePool, { components }: Pick<Resolving, 'components'>): boolean {
  return pool.runs.some((id) => {
    const component = components[id];
    return component?.kind === 'service' && component.gpus > 0;
  });
}

function storesOf(id: string, resolving: Resolving): StoreDemands {
  const component = resolving.components[id];
  return component === undefined ? NO_DEMANDS : storeDemands(component, resolving);
}

const NO_DEMANDS: StoreDemands = { demands: [], apart: 0 };

function demandsOf(pool: NodePool, resolving: Resolving, count: 'min' | 'expected' | 'max'): Demand[] {
  return pool.runs.flatMap((id) => {
    const component = resolving.components[id];
    if (component === undefined) return [];
    if (resolving.options.platform === 'ecs') return demandOf(component, count, serviceConnectProxy(id, resolving));
    return (component.kind === 'service' ? demandOf(component, count) : storesOf(id, resolving).demands).map(requested);
  });
}

function requested(demand: Demand): Demand {
  return { ...demand, vcpu: demand.vcpu * REQUESTED_CPU_SHARE };
}

/**
 * One more task of each service that starts new tasks before it stops old ones: while it rolls out, one of them must find
 * room, also at the largest scale.
 */
function surgesOf(pool: NodePool, resolving: Resolving): Demand[] {
  return pool.runs.flatMap((id) => {
    const component = resolving.components[id];
    if (component?.kind !== 'service' || stopsFirst(component.gpus, isOnFixedPorts(component, resolving))) return [];
    if (resolving.options.platform !== 'ecs') return [requested(taskDemand(component))];
    return [taskDemand(component, serviceConnectProxy(id, resolving))];
  });
}

/** On ECS and not on the single host, which has no room for one more task. */
function isOnFixedPorts({ ports }: Service, { options, tier }: Resolving): boolean {
  return options.platform === 'ecs' && hasFixedPorts(ports, { isSingleHost: false, isPublic: tier.network.natGateways === 0 });
}

type TaskShape = Pick<Service, 'vcpu' | 'memoryGib' | 'gpus'>;

function taskDemand({ vcpu, memoryGib, gpus }: TaskShape, proxy?: ServiceConnectProxy): Demand {
  return { vcpu: vcpu + (proxy?.vcpu ?? 0), memoryMib: memoryGib * MIB_PER_GIB + (proxy?.memoryMib ?? 0), gpus };
}

function demandOf(component: Component, count: 'min' | 'expected' | 'max', proxy?: ServiceConnectProxy): Demand[] {
  switch (component.kind) {
    case 'service': {
      const { instances } = component;
      const copies = count === 'expected' ? (instances.expected ?? instances.min) : instances[count];
      return Array.from({ length: copies }, () => taskDemand(component, proxy));
    }
    case 'cache':
      // No CPU is reserved, because its one thread waits for the network most of the time.
      return [{ vcpu: 0, memoryMib: component.memoryGib * MIB_PER_GIB, gpus: 0 }];
    case 'database':
    case 'document-store':
    case 'vector-store':
      return [taskDemand({ ...component, gpus: 0 }, proxy)];
    case 'node-pool':
    case 'load-balancer':
    case 'bucket':
    case 'queue':
    case 'cdn':
    case 'external':
      return [];
  }
}

/** `tier` is that of the single host. */
function volumeOf(tier: Tier | undefined, dataVolumeGib: number): Pick<ResolvedNodePool, 'singleHost' | 'dataVolumeGib'> {
  if (tier !== undefined) return { singleHost: { dataVolumeGib, entries: entriesOf(tier) } };
  return dataVolumeGib > 0 ? { dataVolumeGib } : {};
}

function entriesOf({ components }: Tier): string[] {
  return Object.values(components).flatMap((component) => (component.kind === 'load-balancer' ? [component.target] : []));
}

/**
 * Storage of the data stores in the pool in GiB; snapshots of a cache use the additional space. Or the size of the existing
 * volume if that is larger, because volumes never shrink.
 */
function dataVolumeGib({ runs }: NodePool, { components, options }: Resolving): number {
  const storageGib = runs.reduce((sum, id) => {
    const component = components[id];
    return sum + (component !== undefined && STORED_ON_VOLUMES.has(component.kind) && 'storageGib' in component ? component.storageGib : 0);
  }, 0);
  return storageGib === 0 ? 0 : Math.max(options.dataVolumeGib ?? 0, Math.ceil(storageGib * (1 + DATA_VOLUME_RESERVE_SHARE)));
}

const STORED_ON_VOLUMES: ReadonlySet<Component['kind']> = new Set(['database', 'document-store', 'vector-store']);
