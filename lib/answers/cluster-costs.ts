import { BYTES_PER_GIB } from '../core/data-size';
import type { Interval } from '../core/interval';
import { INTERVAL_POINTS, mapInterval } from '../core/interval';
import { Decimal, sumUsd, type Usd, ZERO_USD } from '../core/money';
import { HOURS_PER_MONTH } from '../core/time';
import type { Estimate } from '../pricing/estimate';
import type { Cluster } from '../scheduling/cluster';
import type { PackedNode } from '../scheduling/pod-packing/pack-pods';
import type { PodGroup } from '../scheduling/pod-packing/pod-group';
import type { Resources } from '../scheduling/pod-packing/resources';
import { splitPrice } from '../scheduling/pod-packing/split-price';
import type { AssumedRequests } from './assumed-requests';
import type { PackedCluster } from './pack-cluster';

/** Nodes of one type; pods and shares are those of the expected load. */
export interface NodeSummary {
  /** Id of the node pool. */
  readonly pool: string;
  /** Instance type. */
  readonly type: string;
  /** Number of nodes at low, mid and high load. */
  readonly count: Interval;
  /** Number of pods on them, without daemons. */
  readonly pods: number;
  /** Requested CPU as a share of allocatable CPU, 0 to 1; undefined where no node of the type runs at the expected load. */
  readonly cpuShare?: number;
  /** The same share of memory. */
  readonly memoryShare?: number;
}

/** The share of the nodes' cost that one workload takes by its requests. */
export interface WorkloadCost {
  /** `shop/Deployment/web`. */
  readonly workload: string;
  /** `idle` is capacity that no pod requests; `reserved` is capacity that is not allocatable to pods. */
  readonly kind: 'workload' | 'daemon' | 'idle' | 'reserved';
  /** Number of pods; 0 for `idle` and `reserved`. */
  readonly pods: number;
  /** vCPU. */
  readonly cpu: number;
  /** GiB. */
  readonly memoryGib: number;
  /** GPUs. */
  readonly gpus: number;
  /** US dollars per month. */
  readonly monthlyUsd: Usd;
}

/** The nodes of an estimate, and their cost by workload at the expected load. */
export interface ClusterCosts {
  /** By pool and instance type. */
  readonly nodes: readonly NodeSummary[];
  /** They add up to the instance hours of the nodes in the estimate, to the cent. */
  readonly workloads: readonly WorkloadCost[];
  /** Share of the nodes' cost that no pod requests, 0 to 1. */
  readonly idleShare: number;
  /** Workloads with requests that the user assumed. Absent: none. */
  readonly assumedRequests?: AssumedRequests;
  /** Workloads with requests that an autoscaler recommends. Absent: none. */
  readonly recommendedRequests?: AssumedRequests;
  /** Cost of the nodes over the lower bound of any packing; undefined without nodes. */
  readonly ratioToBound?: number;
}

/** Splits the cost of nodes among the pods that run on them. Source of the method: OpenCost. */
export function clusterCosts({ objects }: Cluster, { packings, ratioToBound }: PackedCluster, { lineItems }: Estimate): ClusterCosts {
  const shares = sharesOf(packings.mid.nodes);
  const nodesUsd = sumUsd(
    lineItems.filter(({ type, kind }) => type === 'Node' && kind === 'instance-hours').map(({ monthlyUsd }) => monthlyUsd.mid),
  );
  const amounts = inCents(
    shares.map(({ nanoUsd }) => nanoUsd),
    nodesUsd,
  );
  const workloads = shares.map(
    ({ workload, kind, pods, requests }, index): WorkloadCost => ({
      workload,
      kind,
      pods,
      cpu: requests.cpuMillis / 1_000,
      memoryGib: requests.memoryBytes / BYTES_PER_GIB,
      gpus: requests.gpus,
      monthlyUsd: amounts[index] ?? ZERO_USD,
    }),
  );
  const idle = sumUsd(workloads.filter(({ kind }) => kind === 'idle').map(({ monthlyUsd }) => monthlyUsd));
  const relying = (origin: 'assumed' | 'recommended') => reliance(objects, origin, workloads, nodesUsd);
  const [assumedRequests, recommendedRequests] = [relying('assumed'), relying('recommended')];
  return {
    nodes: nodeSummaries(packings),
    workloads,
    idleShare: nodesUsd.isZero() ? 0 : idle.div(nodesUsd).toDecimalPlaces(4).toNumber(),
    ...(assumedRequests !== undefined && { assumedRequests }),
    ...(recommendedRequests !== undefined && { recommendedRequests }),
    ...(ratioToBound !== undefined && { ratioToBound: Number(ratioToBound.toFixed(4)) }),
  };
}

/** Containers and costs that rely on requests of one origin; undefined where no object with pods does. */
function reliance(
  objects: Cluster['objects'],
  origin: 'assumed' | 'recommended',
  workloads: readonly WorkloadCost[],
  nodesUsd: Usd,
): AssumedRequests | undefined {
  const relying = objects.flatMap(({ demand }) => {
    const containers = demand.origins?.[origin].length ?? 0;
    return containers === 0 || (demand.pods ?? demand.daemons) === undefined ? [] : [{ demand, containers }];
  });
  if (relying.length === 0) return undefined;
  const groups = new Set(
    relying.flatMap(({ demand }) => [...(demand.pods ?? []).map(({ group }) => group.id), ...(demand.daemons ?? []).map(({ id }) => id)]),
  );
  const ofThem = sumUsd(workloads.filter(({ workload }) => groups.has(workload)).map(({ monthlyUsd }) => monthlyUsd));
  return {
    containers: relying.reduce((sum, { containers }) => sum + containers, 0),
    objects: relying.length,
    costShare: nodesUsd.isZero() ? 0 : ofThem.div(nodesUsd).toDecimalPlaces(4).toNumber(),
  };
}

interface Share extends Pick<WorkloadCost, 'workload' | 'kind' | 'pods'> {
  readonly requests: Resources;
  readonly nanoUsd: Decimal;
}

const NOTHING: Resources = { cpuMillis: 0, memoryBytes: 0, gpus: 0, pods: 0 };

function sharesOf(nodes: readonly PackedNode[]): readonly Share[] {
  const shares = new Map<string, Share>();
  for (const { choice, pods } of nodes) {
    const { capacity, allocatable, hourlyNanoUsd } = choice.type;
    const price = new Decimal(hourlyNanoUsd).times(HOURS_PER_MONTH);
    const split = splitPrice(capacity);
    const costOf = ({ cpuMillis, memoryBytes, gpus }: Resources) =>
      price.times(cpuMillis * split.ofCpuMilli + memoryBytes * split.ofByte + gpus * split.ofGpu);
    const take = (workload: string, kind: Share['kind'], requests: Resources) => {
      const before = shares.get(workload) ?? { workload, kind, pods: 0, requests: NOTHING, nanoUsd: ZERO_USD };
      const isPod = kind === 'workload' || kind === 'daemon';
      shares.set(workload, {
        ...before,
        pods: before.pods + (isPod ? 1 : 0),
        requests: plus(before.requests, requests, 1),
        nanoUsd: before.nanoUsd.plus(costOf(requests)),
      });
    };
    const running: readonly (readonly [PodGroup, Share['kind']])[] = [
      ...pods.map(({ group }) => [group, 'workload'] as const),
      ...choice.daemons.map((daemon) => [daemon, 'daemon'] as const),
    ];
    for (const [group, kind] of running) take(group.id, kind, group.requests);
    const requested = running.reduce((sum, [{ requests }]) => plus(sum, requests, 1), NOTHING);
    take('idle', 'idle', plus(allocatable, requested, -1));
    take('reserved', 'reserved', plus(capacity, allocatable, -1));
  }
  return [...shares.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.workload < b.workload ? -1 : 1));
}

const KINDS: readonly Share['kind'][] = ['workload', 'daemon', 'idle', 'reserved'];

function plus(left: Resources, right: Resources, sign: 1 | -1): Resources {
  return {
    cpuMillis: left.cpuMillis + sign * right.cpuMillis,
    memoryBytes: left.memoryBytes + sign * right.memoryBytes,
    gpus: left.gpus + sign * right.gpus,
    pods: left.pods + sign * right.pods,
  };
}

const CENTS = 100;

/** Parts of a sum in whole cents that add up to it: each rounded down; the remaining cents are added to the parts that lost most. */
function inCents(parts: readonly Decimal[], sum: Usd): readonly Usd[] {
  const whole = sumUsd(parts);
  if (whole.isZero()) return parts.map(() => ZERO_USD);
  const exact = parts.map((part) => part.div(whole).times(sum).times(CENTS));
  const floors = exact.map((amount) => amount.floor());
  let left = sum.times(CENTS).minus(sumUsd(floors)).toNumber();
  const byLoss = exact
    .map((amount, index) => ({ index, loss: amount.minus(floors[index] ?? ZERO_USD) }))
    .sort((a, b) => b.loss.comparedTo(a.loss));
  const raised = new Set<number>();
  for (const { index } of byLoss) {
    if (left <= 0) break;
    raised.add(index);
    left -= 1;
  }
  return floors.map((amount, index) => amount.plus(raised.has(index) ? 1 : 0).div(CENTS));
}

function nodeSummaries(packings: PackedCluster['packings']): readonly NodeSummary[] {
  const keyOf = ({ choice }: PackedNode) => `${choice.pool.id}\0${choice.type.name}`;
  const keys = [...new Set(INTERVAL_POINTS.flatMap((point) => packings[point].nodes.map(keyOf)))].sort();
  return keys.map((key) => {
    const [pool = '', type = ''] = key.split('\0');
    const expected = packings.mid.nodes.filter((node) => keyOf(node) === key);
    const pods = expected.flatMap((node) => node.pods);
    const share = (resource: 'cpuMillis' | 'memoryBytes') =>
      pods.reduce((sum, { group }) => sum + group.requests[resource], 0) /
      expected.reduce((sum, { choice }) => sum + choice.room[resource], 0);
    return {
      pool,
      type,
      count: mapInterval(packings, ({ nodes }) => nodes.filter((node) => keyOf(node) === key).length),
      pods: pods.length,
      ...(expected.length > 0 && { cpuShare: share('cpuMillis'), memoryShare: share('memoryBytes') }),
    };
  });
}
