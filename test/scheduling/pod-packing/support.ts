import { nodeCapacity } from '../../../lib/catalog/node-capacity';
import { labelSelector } from '../../../lib/manifests/selector';
import type { NodePool, NodeType } from '../../../lib/scheduling/pod-packing/node';
import type { PodGroup, Spread } from '../../../lib/scheduling/pod-packing/pod-group';
import type { CountedGroup } from '../../../lib/scheduling/pod-packing/zones';

export const GIB = 1_024 ** 3;
export const ZONES = ['a', 'b', 'c'] as const;

interface NodeShape {
  readonly vcpu: number;
  readonly memoryGib: number;
  readonly usd: number;
  readonly gpus?: number;
  readonly maxPods?: number;
  readonly labels?: Record<string, string>;
}

/** A node type with a price in whole US dollars per hour. */
export function nodeType(name: string, { vcpu, memoryGib, usd, gpus = 0, maxPods = 110, labels = {} }: NodeShape): NodeType {
  return {
    name,
    labels: { 'node.kubernetes.io/instance-type': name, 'kubernetes.io/arch': 'amd64', ...labels },
    hourlyNanoUsd: usd * 1e9,
    ...nodeCapacity({ vcpu, memoryGib, architecture: 'amd64', gpus, maxPods }),
  };
}

/** A node type without reserved resources, for cases that are computed manually. */
export function unreservedNodeType(name: string, { vcpu, memoryGib, usd, gpus = 0, maxPods = 110, labels = {} }: NodeShape): NodeType {
  const all = { cpuMillis: vcpu * 1_000, memoryBytes: memoryGib * GIB, gpus, pods: maxPods };
  return {
    name,
    labels: { 'node.kubernetes.io/instance-type': name, 'kubernetes.io/arch': 'amd64', ...labels },
    capacity: all,
    allocatable: all,
    hourlyNanoUsd: usd * 1e9,
  };
}

/** Relative prices of the on-demand instances of c7i, m7i and r7i. Sizes of one family cost the same per core. */
export const GENERAL_TYPES: readonly NodeType[] = [
  { family: 'c', memoryGib: 2, usd: 1.785 },
  { family: 'm', memoryGib: 4, usd: 2.016 },
  { family: 'r', memoryGib: 8, usd: 2.646 },
].flatMap(({ family, memoryGib, usd }) =>
  [2, 4, 8, 16].map((vcpu) => nodeType(`${family}.${vcpu}`, { vcpu, memoryGib: vcpu * memoryGib, usd: (vcpu * usd) / 2, maxPods: 58 })),
);

export function pool(id = 'default', more: Partial<NodePool> = {}): NodePool {
  return { id, requirements: [], labels: {}, taints: [], weight: 0, limits: {}, diskHourlyNanoUsd: 0, hasAnyLabel: false, ...more };
}

interface PodShape extends Partial<Omit<PodGroup, 'requests' | 'id' | 'labels'>> {
  readonly cpu?: number;
  readonly memoryGib?: number;
  readonly gpus?: number;
  readonly labels?: Record<string, string>;
}

export function group(id: string, { cpu = 1, memoryGib = 1, gpus = 0, labels = {}, ...more }: PodShape = {}): PodGroup {
  return {
    id,
    namespace: 'shop',
    labels: { app: id, ...labels },
    requests: { cpuMillis: cpu * 1_000, memoryBytes: memoryGib * GIB, gpus, pods: 1 },
    hostPorts: [],
    nodeTerms: [],
    preferredNode: [],
    tolerations: [],
    spreads: [],
    apartFrom: [],
    togetherWith: [],
    ...more,
  };
}

export function pods(id: string, count: number, shape: PodShape = {}): CountedGroup {
  return { group: group(id, shape), count };
}

/** Namespace and selector of a rule about the pods of one workload. */
export function workloadRule(app: string) {
  return { namespaces: ['shop'], selector: labelSelector({ app }) } as const;
}

export function spread(place: Spread['place'], app: string, maxSkew = 1): Spread {
  return { place, maxSkew, isRequired: true, ...workloadRule(app) };
}
