import type { PriceBook } from '../catalog/price';
import { InputError, notOneOf, type Problem } from '../core/problems';
import { HOURS_PER_MONTH } from '../core/time';
import type { Cluster } from '../scheduling/cluster';
import { componentOf } from '../scheduling/component';
import type { Disk, PoolDemand } from '../scheduling/object-demand';
import { mayRunOn } from '../scheduling/pod-packing/choices';
import type { NodePool, NodeType, Requirement } from '../scheduling/pod-packing/node';
import { assumedLabels, isOfPool, labelsIn } from '../scheduling/pod-packing/requirements';
import { DEFAULT_DISKS } from '../scheduling/readers/node-pool';
import type { PoolWarning } from './answer-warning';

/** Which nodes a cluster has. */
export interface NodesRequest {
  /** The only types that nodes may be of. Default: what the NodePools of the manifests allow, else current general families, and GPU types. */
  readonly nodes?: readonly string[];
}

/** The pools that nodes come from, with the data that the estimate needs to price them. */
export interface Pools {
  /** Pools in the order of their weights. */
  readonly pools: readonly NodePool[];
  /** Disks of a node of a pool. */
  disksOf(pool: string): readonly Disk[];
  /** Component that the nodes of a pool belong to in the estimate. */
  componentOfPool(pool: string): string;
  /** Warnings about the chosen nodes. */
  readonly warnings: readonly PoolWarning[];
}

/** Component of nodes that belong to no pool of the manifests. */
const NODES = 'nodes';

const ARCHITECTURE = 'kubernetes.io/arch';
const CATEGORY = 'karpenter.k8s.aws/instance-category';
const GENERATION = 'karpenter.k8s.aws/instance-generation';

function is(key: string, operator: string, ...values: readonly string[]): Requirement {
  return { key, operator, values };
}

const AMD64 = is(ARCHITECTURE, 'In', 'amd64');
const GENERAL = is(CATEGORY, 'In', 'c', 'm', 'r');

/**
 * Generation 5 or newer of the general families, as in the pool `general-purpose` of EKS Auto Mode. Source: Amazon EKS user guide, "Enable
 * or Disable Built-in NodePools".
 */
const USUAL: readonly Requirement[] = [GENERAL, is(GENERATION, 'Gt', '4')];

/** Pools for manifests that bring none. The later ones are for pods that the first has no node for, such as those that name an older type. */
const USUAL_POOLS: readonly NodePool[] = [
  usualPool('default', 4, [AMD64, ...USUAL]),
  usualPool('default-arm64', 3, [is(ARCHITECTURE, 'In', 'arm64'), ...USUAL]),
  usualPool('default-previous', 2, [AMD64, GENERAL, is(GENERATION, 'Gt', '2')]),
  usualPool('default-gpu', 1, [is(CATEGORY, 'In', 'g', 'p'), is(GENERATION, 'Gt', '2')]),
];

function usualPool(id: string, weight: number, requirements: readonly Requirement[]): NodePool {
  return { id, requirements, labels: {}, taints: [], weight, limits: {}, diskHourlyNanoUsd: 0, hasAnyLabel: true };
}

/** The node pools: of the requested types (`--nodes`), else those of the manifests, else the usual ones. */
export function nodePoolsOf({ objects }: Cluster, types: readonly NodeType[], book: PriceBook, { nodes }: NodesRequest): Pools {
  const demands = objects.flatMap(({ object, demand }) =>
    (demand.pools ?? []).map((pool) => ({ ...pool, component: componentOf(object) })),
  );
  const diskUsd = (disks: readonly Disk[]) => diskHourlyNanoUsd(disks, book);
  if (nodes !== undefined) {
    const fixed = {
      ...usualPool(NODES, 0, [is('node.kubernetes.io/instance-type', 'In', ...knownTypes(nodes, types))]),
      diskHourlyNanoUsd: diskUsd(DEFAULT_DISKS),
    };
    const warnings = [...ignoredWarnings(demands), ...labelWarnings(objects, types)];
    return { pools: [fixed], disksOf: () => DEFAULT_DISKS, componentOfPool: () => NODES, warnings };
  }
  if (demands.length === 0) {
    const pools = usualPools(objects, types).map((pool) => ({ ...pool, diskHourlyNanoUsd: diskUsd(DEFAULT_DISKS) }));
    const warnings: readonly PoolWarning[] = [{ kind: 'no-node-pool' }, ...labelWarnings(objects, types)];
    return { pools, disksOf: () => DEFAULT_DISKS, componentOfPool: () => NODES, warnings };
  }
  const byId = new Map(demands.map((demand) => [demand.pool.id, demand]));
  return {
    pools: demands.map(({ pool, disks }) => ({ ...pool, diskHourlyNanoUsd: diskUsd(disks) })),
    disksOf: (pool) => byId.get(pool)?.disks ?? DEFAULT_DISKS,
    componentOfPool: (pool) => byId.get(pool)?.component ?? NODES,
    warnings: demands.flatMap((demand) => poolWarnings(demand, types)),
  };
}

/** The usual pools of pods that need no GPU, the preferred one first. */
const GENERAL_POOLS: readonly string[] = ['default', 'default-arm64', 'default-previous'];

/** Without the pools before the first that a pod may run in, if there is one: the pods of CoreDNS, which run anywhere, are on its nodes. */
function usualPools(objects: Cluster['objects'], types: readonly NodeType[]): readonly NodePool[] {
  const groups = objects.flatMap(({ demand }) => (demand.pods ?? []).map(({ group }) => group));
  const isUsed = (id: string) =>
    USUAL_POOLS.some(
      (pool) =>
        pool.id === id && types.some((type) => isOfPool(pool, type) && groups.some((group) => mayRunOn(group, pool, labelsIn(pool)(type)))),
    );
  const unused = GENERAL_POOLS.slice(0, Math.max(0, GENERAL_POOLS.findIndex(isUsed)));
  return USUAL_POOLS.filter(({ id }) => !unused.includes(id));
}

function knownTypes(nodes: readonly string[], types: readonly NodeType[]): readonly string[] {
  const known = types.map(({ name }) => name);
  const problems: Problem[] = nodes
    .filter((name) => !known.includes(name))
    // A list of a thousand types would hide the suggestion.
    .map((name) => ({ ...notOneOf('--nodes', name, known), expected: 'an EC2 instance type that the region sells' }));
  if (problems.length > 0) throw new InputError('flags', problems);
  return nodes;
}

function ignoredWarnings(demands: readonly PoolDemand[]): readonly PoolWarning[] {
  return demands.length === 0 ? [] : [{ kind: 'node-pools-ignored', pools: demands.length }];
}

function labelWarnings(objects: Cluster['objects'], types: readonly NodeType[]): readonly PoolWarning[] {
  const terms = objects.flatMap(({ demand }) => (demand.pods ?? []).flatMap(({ group }) => group.nodeTerms));
  const labels = assumedLabels(terms, types);
  return labels.length === 0 ? [] : [{ kind: 'node-labels-assumed', labels }];
}

function poolWarnings({ pool, isSpot }: PoolDemand, types: readonly NodeType[]): readonly PoolWarning[] {
  return [
    ...(isSpot ? [{ kind: 'spot-at-on-demand-price' as const, pool: pool.id }] : []),
    ...(types.some((type) => isOfPool(pool, type)) ? [] : [{ kind: 'pool-without-priced-type' as const, pool: pool.id }]),
  ];
}

/** Price of the disks of a node, so that packing prefers fewer nodes. The estimate prices each disk on its own. */
function diskHourlyNanoUsd(disks: readonly Disk[], book: PriceBook): number {
  const monthly = disks.reduce(
    (sum, { type, sizeGib }) => sum + sizeGib * (book.find(`ebs/${type}/storage`)?.tiers[0]?.usd.toNumber() ?? 0),
    0,
  );
  return Math.round((monthly / HOURS_PER_MONTH) * 1e9);
}
