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
  const free: Free[] = [];
  for (const demand of [...demands].sort((a, b) => sizeIn(supply, b) - sizeIn(supply, a))) {
    if (!fits(demand, supply)) return undefined;
    let machine = free.find((candidate) => fits(demand, candidate));
    if (machine === undefined) {
      machine = { ...supply, copies: supply.copies ?? Number.POSITIVE_INFINITY };
      free.push(machine);
    }
    machine.vcpu -= demand.vcpu;
    machine.memoryMib -= demand.memoryMib;
    machine.gpus -= demand.gpus;
    machine.copies -= 1;
  }
  return free.length;
}

interface Free {
  vcpu: number;
  memoryMib: number;
  gpus: number;
  copies: number;
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
