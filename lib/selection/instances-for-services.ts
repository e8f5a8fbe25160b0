/** Resources that one instance of a service reserves on a node. */
export interface Demand {
  /** vCPUs. */
  readonly vcpu: number;
  /** Memory, MiB. */
  readonly memoryMib: number;
  /** Number of GPUs. */
  readonly gpus: number;
}

/** Resources of a node for instances of services, without the share of the system. */
export interface Supply extends Demand {
  /** Maximum number of instances of any size; absent: no limit. */
  readonly copies?: number;
}

/**
 * Number of nodes that run all instances, by first fit in decreasing order of size: within 22% of the optimum (Dósa and Sgall
 * 2013, 11/9 · OPT + 6/9, for one dimension), as a scheduler that packs tightly reaches. Undefined when one instance is larger
 * than a node.
 */
export function instancesForServices(demands: readonly Demand[], supply: Supply): number | undefined {
  return instancesForRuns(runsOf(demands), supply);
}

/** As `instancesForServices`. */
export function instancesForRuns(runs: readonly Run[], supply: Supply): number | undefined {
  const nodes: Free[] = [];
  for (const { demand, count } of largestFirst(runs, supply)) {
    if (!fits(demand, supply)) return undefined;
    // A node without room for an instance has no room for the next instance of the same size.
    let at = 0;
    for (let placed = 0; placed < count; placed++) {
      while (at < nodes.length && !fits(demand, nodes[at] as Free)) at++;
      const node = nodes[at] ?? { ...supply, copies: supply.copies ?? Number.POSITIVE_INFINITY };
      nodes[at] = node;
      node.vcpu -= demand.vcpu;
      node.memoryMib -= demand.memoryMib;
      node.gpus -= demand.gpus;
      node.copies -= 1;
    }
  }
  return nodes.length;
}

/** Instances of the same size that follow each other. */
export interface Run {
  /** Resources of each. */
  readonly demand: Demand;
  /** Number of instances. */
  readonly count: number;
}

/** Instances as runs of the same size, in their order. */
export function runsOf(demands: readonly Demand[]): Run[] {
  const runs: { readonly demand: Demand; count: number }[] = [];
  for (const demand of demands) {
    const last = runs.at(-1);
    if (last !== undefined && isSame(demand, last.demand)) last.count++;
    else runs.push({ demand, count: 1 });
  }
  return runs;
}

function largestFirst(runs: readonly Run[], supply: Supply): readonly Run[] {
  if (runs.length < 2) return runs;
  return runs
    .map((run) => ({ run, size: sizeIn(supply, run.demand) }))
    .sort((left, right) => right.size - left.size)
    .map(({ run }) => run);
}

function isSame(one: Demand, other: Demand): boolean {
  return one === other || (one.vcpu === other.vcpu && one.memoryMib === other.memoryMib && one.gpus === other.gpus);
}

interface Free {
  vcpu: number;
  memoryMib: number;
  gpus: number;
  copies: number;
}

/** Whether each instance fits on a node of its own. */
export function eachFits(runs: readonly Run[], supply: Supply): boolean {
  return runs.every(({ demand }) => fits(demand, supply));
}

/** Tolerance for rounding errors such as in 0.1 + 0.2, which must not add a node. */
const TOLERANCE = 1e-9;

function fits(demand: Demand, supply: Supply): boolean {
  if (supply.copies !== undefined && supply.copies < 1) return false;
  return demand.vcpu <= supply.vcpu + TOLERANCE && demand.memoryMib <= supply.memoryMib + TOLERANCE && demand.gpus <= supply.gpus;
}

/** The largest share of any resource of a node, which determines when the node is full. */
function sizeIn(supply: Supply, demand: Demand): number {
  const gpuShare = supply.gpus > 0 ? demand.gpus / supply.gpus : 0;
  return Math.max(demand.vcpu / supply.vcpu, demand.memoryMib / supply.memoryMib, gpuShare);
}
