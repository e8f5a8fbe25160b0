/** What one copy of a workload takes of a machine. */
export interface Demand {
  /** vCPU that one copy reserves. */
  readonly vcpu: number;
  /** Memory that one copy reserves, MiB. */
  readonly memoryMib: number;
  /** GPUs that one copy reserves. */
  readonly gpus: number;
}

/** What a machine has to give, after the system's own share. */
export interface Supply extends Demand {
  /** How many workloads it takes, however small; absent: any number. */
  readonly copies?: number;
}

/**
 * Machines needed to hold all demands, by first fit in decreasing order of size: within 22% of the optimum
 * (Dósa and Sgall 2013, 11/9 · OPT + 6/9, for one dimension) and what a scheduler that packs tightly reaches.
 * Undefined when one demand is larger than a machine.
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

/** Sums of binary fractions such as 0.1 + 0.2 must not cost a machine. */
const TOLERANCE = 1e-9;

function fits(demand: Demand, supply: Supply): boolean {
  if (supply.copies !== undefined && supply.copies < 1) return false;
  return demand.vcpu <= supply.vcpu + TOLERANCE && demand.memoryMib <= supply.memoryMib + TOLERANCE && demand.gpus <= supply.gpus;
}

/** The largest share of any resource: the dimension that decides how soon a machine is full. */
function sizeIn(supply: Supply, demand: Demand): number {
  const gpuShare = supply.gpus > 0 ? demand.gpus / supply.gpus : 0;
  return Math.max(demand.vcpu / supply.vcpu, demand.memoryMib / supply.memoryMib, gpuShare);
}
