import { BYTES_PER_GIB } from '../core/data-size';
import { INTERVAL_POINTS, type Interval, mapInterval } from '../core/interval';
import type { Cluster } from '../scheduling/cluster';
import { COREDNS, EKS_DAEMONS, OUR_EKS_DAEMONS } from '../scheduling/eks-pods';
import { type Choice, choicesOf, mayRunOn } from '../scheduling/pod-packing/choices';
import { leastCost } from '../scheduling/pod-packing/lower-bound';
import type { NodePool, NodeType } from '../scheduling/pod-packing/node';
import { type Packing, packPodsAmong } from '../scheduling/pod-packing/pack-pods';
import type { PodGroup } from '../scheduling/pod-packing/pod-group';
import { type Resources, sumOf } from '../scheduling/pod-packing/resources';
import type { CountedGroup } from '../scheduling/pod-packing/zones';
import type { PoolLimitWarning, PoolWarning } from './answer-warning';

/** Node pools and instance types of nodes, and the system pods that run on them. */
export interface ClusterNodes {
  /** Pools in the order of their weights. */
  readonly pools: readonly NodePool[];
  /** Instance types with a price in the region. */
  readonly types: readonly NodeType[];
  /** Availability zones of the region. */
  readonly zones: readonly string[];
  /** Selects the system pods of each node. `eks`: any cluster of EKS. `our-eks`: a cluster of EKS that our stacks create. `other`: any other cluster. */
  readonly controlPlane: 'eks' | 'our-eks' | 'other';
}

/** The pods of a cluster on nodes, at low, mid and high. */
export interface PackedCluster {
  /** Nodes with their pods at the low, mid and high number of replicas. */
  readonly packings: Interval<Packing>;
  /** Cost of the nodes over the lower bound of any packing, by linear programming; undefined without nodes. */
  readonly ratioToBound?: number;
  /** Limits of pools that the nodes exceed, and system pods that no pool accepts. */
  readonly warnings: readonly PoolWarning[];
}

/** Places the pods of a cluster on the cheapest nodes that the packing finds. */
export function packCluster({ objects }: Cluster, { pools, types, zones, controlPlane }: ClusterNodes): PackedCluster {
  const demands = objects.flatMap(({ demand }) => demand.pods ?? []);
  const daemons = [...objects.flatMap(({ demand }) => demand.daemons ?? []), ...systemDaemons(objects, controlPlane)];
  const choices = choicesOf(pools, types, daemons);
  // System pods that no pool accepts run on nodes of the cluster that are in no manifest, such as a managed node group.
  const isAccepted = choices.length === 0 || choices.some(({ pool, labelOf }) => mayRunOn(COREDNS.group, pool, labelOf));
  const hasSystemPods = controlPlane !== 'other' && demands.length > 0;
  const groupsAt = (point: keyof Interval): CountedGroup[] => {
    const groups = demands.map(({ group, replicas }) => ({ group, count: replicas[point] })).filter(({ count }) => count > 0);
    return hasSystemPods && isAccepted ? [...groups, COREDNS] : groups;
  };
  const packed = new Map<string, Packing>();
  const packings = mapInterval({ low: 'low', mid: 'mid', high: 'high' } as const, (point) => {
    const groups = groupsAt(point);
    // Most manifests have the same pods at every end: they are placed once.
    const key = groups.map(({ group, count }) => `${group.id} ${count}`).join('\n');
    const packing = packed.get(key) ?? packPodsAmong(choices, { groups, zones });
    packed.set(key, packing);
    return packing;
  });
  const ratio = ratioToBound(packings.mid, choices);
  return {
    packings,
    ...(ratio !== undefined && { ratioToBound: ratio }),
    warnings: [...(hasSystemPods && !isAccepted ? [{ kind: 'system-pods-elsewhere' } as const] : []), ...limitWarnings(packings, pools)],
  };
}

function systemDaemons(objects: Cluster['objects'], controlPlane: ClusterNodes['controlPlane']): readonly PodGroup[] {
  switch (controlPlane) {
    case 'our-eks':
      return OUR_EKS_DAEMONS;
    case 'eks': {
      const hasVolumes = objects.some(({ demand }) => (demand.volumes ?? []).some(({ storage }) => storage.kind === 'ebs'));
      return EKS_DAEMONS.filter(({ id }) => hasVolumes || !id.endsWith('/ebs-csi-node'));
    }
    case 'other':
      return [];
  }
}

/** Pods of each pool for themselves: no pod is on a node of another. */
function ratioToBound({ nodes, hourlyNanoUsd }: Packing, choices: readonly Choice[]): number | undefined {
  if (nodes.length === 0) return undefined;
  const bound = [...new Set(choices.map(({ pool }) => pool))].reduce((sum, pool) => {
    const requested = sumOf(
      nodes.filter(({ choice }) => choice.pool.id === pool.id).flatMap(({ pods }) => pods.map(({ group }) => group.requests)),
    );
    return (
      sum +
      (requested.pods === 0
        ? 0
        : leastCost(
            requested,
            choices.filter((choice) => choice.pool === pool),
          ))
    );
  }, 0);
  return hourlyNanoUsd / bound;
}

const LIMITED = [
  ['cpuMillis', 'cpu', 1_000],
  ['memoryBytes', 'memory', BYTES_PER_GIB],
  ['gpus', 'gpu', 1],
] as const satisfies readonly (readonly [keyof Resources, PoolLimitWarning['resource'], number])[];

/** Nodes above the limit of their pool: Karpenter would not create them. They are in the estimate, which assumes a higher limit. */
function limitWarnings(packings: Interval<Packing>, pools: readonly NodePool[]): readonly PoolLimitWarning[] {
  return pools.flatMap((pool) =>
    LIMITED.flatMap(([key, resource, size]): PoolLimitWarning[] => {
      const limit = pool.limits[key];
      const most = Math.max(...INTERVAL_POINTS.map((point) => capacityOf(packings[point], pool)[key]));
      if (limit === undefined || most <= limit) return [];
      return [{ kind: 'pool-limit-exceeded', pool: pool.id, resource, limit: limit / size, amount: Math.ceil(most / size) }];
    }),
  );
}

function capacityOf({ nodes }: Packing, pool: NodePool): Resources {
  return sumOf(nodes.filter(({ choice }) => choice.pool.id === pool.id).map(({ choice }) => choice.type.capacity));
}
