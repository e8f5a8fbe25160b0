import { BYTES_PER_GIB } from '../../core/data-size';
import type { Item } from './items';

/**
 * An order of pods in a row, before the row is cut. The order of two pods depends on these two alone: adding or removing
 * a pod does not reorder the others.
 */
export interface Order {
  /** Name of the order. */
  readonly name: string;
  /** Sort keys, compared one after the other; pods with equal keys are in the order of their ids. */
  keys(item: Item): readonly (number | string)[];
}

/** Value of a CPU and of a GPU, in GiB of memory. Source: OpenCost, default prices; see `split-price.ts`. */
const GIB_OF_A_CPU = 7.46;
const GIB_OF_A_GPU = 224;

function sizeOf({ requests: { cpuMillis, memoryBytes, gpus } }: Item): number {
  return (cpuMillis / 1_000) * GIB_OF_A_CPU + memoryBytes / BYTES_PER_GIB + gpus * GIB_OF_A_GPU;
}

/** CPU in proportion to memory. */
function ratioOf({ requests: { cpuMillis, memoryBytes } }: Item): number {
  return cpuMillis / Math.max(1, memoryBytes / BYTES_PER_GIB);
}

function ordinalOf({ pods }: Item): number {
  return pods[0]?.ordinal ?? 0;
}

function idOf({ pods }: Item): string {
  return pods[0]?.group.id ?? '';
}

/** Instance families differ in memory for each vCPU: consecutive pods of similar shape fill one of them. */
const BY_SHAPE: Order = { name: 'shape', keys: (item) => [-ratioOf(item), -sizeOf(item)] };

/** First, second and third pods of all workloads: nodes have pods of many shapes, and pods that must not share a node are far apart. */
const IN_TURN: Order = { name: 'ordinal', keys: (item) => [ordinalOf(item), -sizeOf(item)] };

const MIXED: Order = { name: 'mixed', keys: (item) => [scattered(`${idOf(item)} ${ordinalOf(item)}`)] };

/** The orders that are tried. */
export const ORDERS: readonly Order[] = [
  BY_SHAPE,
  IN_TURN,
  { name: 'size', keys: (item) => [-sizeOf(item)] },
  { name: 'ordinal and shape', keys: (item) => [ordinalOf(item), -ratioOf(item)] },
  { name: 'workload', keys: (item) => [idOf(item), ordinalOf(item)] },
  MIXED,
];

/** Divides pods into two rows that are cut together. The row of a pod depends on this pod alone. */
export interface Pairing {
  /** Whether an item is in the first row. */
  isFirst(item: Item): boolean;
  /** Order of the first row. */
  readonly first: Order;
  /** Order of the second row. */
  readonly second: Order;
}

function inTurn(isFirst: Pairing['isFirst']): Pairing {
  return { isFirst, first: IN_TURN, second: IN_TURN };
}

function hasGib({ requests }: Item, gib: number): boolean {
  return requests.memoryBytes >= gib * BYTES_PER_GIB;
}

function gibPerVcpu({ requests: { cpuMillis, memoryBytes } }: Item): number {
  return memoryBytes / BYTES_PER_GIB / (cpuMillis / 1_000);
}

/** The pairings that are tried. The smallest common instance types have 2 vCPUs and 4 GiB. */
export const PAIRINGS: readonly Pairing[] = [
  // Small pods fill the nodes of large ones.
  inTurn(({ requests }) => requests.cpuMillis >= 1_000),
  inTurn((item) => hasGib(item, 2)),
  inTurn((item) => hasGib(item, 1)),
  { isFirst: (item) => hasGib(item, 2), first: BY_SHAPE, second: MIXED },
  // Pods that need much memory for their CPU fill the memory that the others leave. The ratios are between those of compute-optimized
  // types (2 GiB for each vCPU), general-purpose types (4) and memory-optimized types (8).
  inTurn((item) => gibPerVcpu(item) < 2.83),
  inTurn((item) => gibPerVcpu(item) < 5.66),
];

/** The FNV-1a hash of a string, for an arbitrary but fixed order. */
function scattered(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

/** Sorts items by the given first keys, and then by an order. */
export function inOrder<T extends { readonly item: Item }>(
  items: readonly T[],
  order: Order,
  first: (item: T) => readonly (number | string)[],
): readonly T[] {
  const keyed = items.map((entry) => ({
    entry,
    keys: [...first(entry), ...order.keys(entry.item), idOf(entry.item), ordinalOf(entry.item)],
  }));
  return keyed.sort((a, b) => compared(a.keys, b.keys)).map(({ entry }) => entry);
}

function compared(left: readonly (number | string)[], right: readonly (number | string)[]): number {
  for (let index = 0; index < left.length; index++) {
    const [a = 0, b = 0] = [left[index], right[index]];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}
