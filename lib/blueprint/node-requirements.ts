import type { Offer } from '../catalog/offer';
import { isBurstable } from '../core/burstable';
import type { Component } from '../model/component';
import type { NodePool } from '../model/node-pool';
import type { GpuModel } from '../model/options';
import { electingMembers, electingShards } from '../model/quorum';
import { familyOf, OFFERED_FAMILIES } from '../selection/families';
import type { Resolving } from './context';
import { holdsData } from './form';
import type { NodeRequirements } from './resolved-component';

/**
 * Limits of a pool as a multiple of the maximum requests of its workloads. The rest is for reserved resources of nodes, space
 * that no pod fills, and additional pods during a rolling update. A limit stops runaway growth; it is not a size.
 */
const LIMIT_HEADROOM = 2;

/** Minimum limits of a pool: one node of medium size. */
const LEAST_LIMIT = { vcpu: 16, memoryGib: 64 };

/** Requirements on the nodes that Karpenter starts. */
export function requirementsOf(pool: NodePool, resolving: Resolving, gpuOffer: Offer | undefined): NodeRequirements {
  const { components, options } = resolving;
  const requests = pool.runs.map((id) => mostOf(components[id], options.readReplicas));
  const sum = (key: keyof Most) => requests.reduce((total, each) => total + each[key], 0);
  const gpuNodes = spreadNodes(sum('gpus'), gpuOffer?.gpu?.count ?? 1, resolving.offers.zones.length);
  const candidates = candidatesFor(pool, resolving, gpuOffer?.gpu?.model);
  // A pod that requests much memory and few vCPUs takes all vCPUs of its node, even of the family with the most memory per vCPU.
  const vcpuPerGib = Math.min(...candidates.map(({ vcpu, memoryGib }) => vcpu / memoryGib));
  return {
    families: [...new Set(candidates.map(({ type }) => familyOf(type)))].sort(),
    burstable: pool.burstable,
    ...(pool.instanceType === undefined ? {} : { instanceType: pool.instanceType }),
    holdsData: holdsData(pool, components),
    limits: {
      vcpu: limitOf([sum('vcpu'), vcpuPerGib * sum('memoryGib'), gpuNodes * (gpuOffer?.vcpu ?? 0)], LEAST_LIMIT.vcpu),
      memoryGib: limitOf([sum('memoryGib'), gpuNodes * (gpuOffer?.memoryGib ?? 0)], LEAST_LIMIT.memoryGib),
      gpus: gpuNodes * (gpuOffer?.gpu?.count ?? 0),
    },
  };
}

function limitOf(needs: readonly number[], least: number): number {
  return Math.ceil(Math.max(LIMIT_HEADROOM * Math.max(...needs), least));
}

/** Nodes with GPUs that pods of one GPU each need when they are spread evenly over the zones, as each zone has whole nodes. */
function spreadNodes(pods: number, gpusEach: number, zones: number): number {
  const inZones = Array.from({ length: zones }, (_, zone) => Math.floor((pods + zone) / zones));
  return inZones.reduce((nodes, inZone) => nodes + Math.ceil(inZone / gpusEach), 0);
}

/** Candidate types: those with GPUs only for pools with GPUs, burstable ones only for pools that allow them. */
function candidatesFor({ burstable }: NodePool, { offers, options }: Resolving, gpuModel: string | undefined): Offer[] {
  return offers.compute.filter(
    ({ type, architecture, gpu }) =>
      OFFERED_FAMILIES.compute.has(familyOf(type)) &&
      gpu?.model === gpuModel &&
      (gpuModel !== undefined || architecture === options.architecture) &&
      (burstable || !isBurstable(type)),
  );
}

/** The instance type with the fewest of these GPUs, then with the fewest vCPUs. */
export function smallestGpuOffer(model: GpuModel, { offers }: Resolving): Offer | undefined {
  const size = ({ gpu, vcpu }: Offer) => (gpu?.count ?? 0) * 10_000 + vcpu;
  return offers.compute.filter(({ gpu }) => gpu?.model === model).sort((a, b) => size(a) - size(b) || a.type.localeCompare(b.type))[0];
}

interface Most {
  readonly vcpu: number;
  readonly memoryGib: number;
  readonly gpus: number;
}

const NOTHING: Most = { vcpu: 0, memoryGib: 0, gpus: 0 };

/** Requests of the server of a queue, which stores a few hundred MiB of messages. */
const QUEUE_SERVER: Most = { vcpu: 0.25, memoryGib: 0.5, gpus: 0 };

/** Requests of all pods of a component. */
function mostOf(component: Component | undefined, readReplicas: number): Most {
  switch (component?.kind) {
    case 'service':
      return times(component.instances.max, { vcpu: component.vcpu, memoryGib: component.memoryGib, gpus: component.gpus });
    case 'database':
      return times(2 + readReplicas, { vcpu: component.vcpu, memoryGib: component.memoryGib, gpus: 0 });
    case 'cache': {
      const shards = electingShards(component);
      return times(shards * (1 + component.replicasPerShard), { vcpu: 1, memoryGib: (2 * component.memoryGib) / shards, gpus: 0 });
    }
    case 'document-store': {
      const { shards, replicasPerShard, vcpu, memoryGib } = component;
      return times(shards * electingMembers(replicasPerShard), { vcpu, memoryGib, gpus: 0 });
    }
    case 'vector-store':
      return { vcpu: component.vcpu, memoryGib: component.memoryGib, gpus: 0 };
    case 'queue':
      return QUEUE_SERVER;
    case 'node-pool':
    case 'load-balancer':
    case 'bucket':
    case 'cdn':
    case 'external':
    case undefined:
      return NOTHING;
  }
}

function times(copies: number, { vcpu, memoryGib, gpus }: Most): Most {
  return { vcpu: copies * vcpu, memoryGib: copies * memoryGib, gpus: copies * gpus };
}
