import type { NodePool, NodeType } from './node';
import type { PodGroup } from './pod-group';
import { isOfPool, type LabelOf, labelsIn, satisfies, tolerates } from './requirements';
import { RESOURCE_KEYS, type Resources, sumOf, without } from './resources';

/** An instance type as a node of a pool: its capacity for pods after daemons, and its price with disks. */
export interface Choice {
  /** The pool. */
  readonly pool: NodePool;
  /** The instance type. */
  readonly type: NodeType;
  /** Labels of such a node. */
  readonly labelOf: LabelOf;
  /** Resources for pods, without the daemons. */
  readonly room: Resources;
  /** Daemons that run on it. */
  readonly daemons: readonly PodGroup[];
  /** Hourly price with its disks, billionths of a US dollar. */
  readonly hourlyNanoUsd: number;
}

/** All choices of all pools. Pools are in the order in which Karpenter tries them: by weight, then name; the choices of a pool by price. */
export function choicesOf(pools: readonly NodePool[], types: readonly NodeType[], daemons: readonly PodGroup[]): readonly Choice[] {
  const inOrder = [...pools].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return inOrder.flatMap((pool) => {
    const labelsOf = labelsIn(pool);
    return types
      .filter((type) => isOfPool(pool, type))
      .map((type) => choiceOf(pool, type, labelsOf(type), daemons))
      .sort((a, b) => a.hourlyNanoUsd - b.hourlyNanoUsd || (a.type.name < b.type.name ? -1 : 1));
  });
}

function choiceOf(pool: NodePool, type: NodeType, labelOf: LabelOf, daemons: readonly PodGroup[]): Choice {
  const running = daemons.filter((daemon) => mayRunOn(daemon, pool, labelOf));
  const { allocatable } = type;
  const pods = Math.min(allocatable.pods, pool.maxPods ?? allocatable.pods);
  return {
    pool,
    type,
    labelOf,
    room: without({ ...allocatable, pods }, sumOf(running.map(({ requests }) => requests))),
    daemons: running,
    hourlyNanoUsd: type.hourlyNanoUsd + pool.diskHourlyNanoUsd,
  };
}

/** Requirements of a pod on its node, without its resource requests. */
export type NodeDemands = Pick<PodGroup, 'nodeTerms' | 'preferredNode' | 'tolerations'>;

/** Whether pods tolerate the taints of a pool and their requirements match its labels. */
export function mayRunOn({ tolerations, nodeTerms }: NodeDemands, pool: NodePool, labelOf: LabelOf): boolean {
  return tolerates(tolerations, pool.taints) && demands(nodeTerms).some((term) => satisfies(term, labelOf, pool));
}

/** Alternative lists of requirements; without any, one list without requirements. */
export function demands<T>(terms: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return terms.length === 0 ? [[]] : terms;
}

/** The choices that no other choice dominates: it is not more expensive than the other and has at least as much of every resource. */
export function withoutDominated(indexes: readonly number[], choices: readonly Choice[]): readonly number[] {
  const remaining: number[] = [];
  for (const index of indexes) {
    const choice = choices[index];
    if (choice !== undefined && !remaining.some((other) => isDominated(choice, choices[other]))) remaining.push(index);
  }
  return remaining;
}

/** Whether a choice that is not more expensive has at least as much of every resource. */
function isDominated({ room }: Choice, cheaper: Choice | undefined): boolean {
  return cheaper !== undefined && RESOURCE_KEYS.every((key) => cheaper.room[key] >= room[key]);
}
