/** Requests of pods, or capacity of nodes. Whole numbers, so that sums are exact in any order. */
export interface Resources {
  /** Thousandths of a CPU. */
  readonly cpuMillis: number;
  /** Memory, bytes. */
  readonly memoryBytes: number;
  /** Number of GPUs. */
  readonly gpus: number;
  /** Number of pods. */
  readonly pods: number;
}

/** No resources. */
export const NOTHING: Resources = { cpuMillis: 0, memoryBytes: 0, gpus: 0, pods: 0 };

/** All resources that pods request. */
export const RESOURCE_KEYS = ['cpuMillis', 'memoryBytes', 'gpus', 'pods'] as const;

/** The sum of two amounts. */
export function added(left: Resources, right: Resources): Resources {
  return combined(left, right, (a, b) => a + b);
}

/** The difference of two amounts. */
export function without(left: Resources, right: Resources): Resources {
  return combined(left, right, (a, b) => a - b);
}

/** The sum of amounts. */
export function sumOf(all: Iterable<Resources>): Resources {
  let sum = NOTHING;
  for (const one of all) sum = added(sum, one);
  return sum;
}

/** Whether requested resources fit into the available ones. */
export function fits(requested: Resources, room: Resources): boolean {
  return RESOURCE_KEYS.every((key) => requested[key] <= room[key]);
}

function combined(left: Resources, right: Resources, combine: (a: number, b: number) => number): Resources {
  return {
    cpuMillis: combine(left.cpuMillis, right.cpuMillis),
    memoryBytes: combine(left.memoryBytes, right.memoryBytes),
    gpus: combine(left.gpus, right.gpus),
    pods: combine(left.pods, right.pods),
  };
}
