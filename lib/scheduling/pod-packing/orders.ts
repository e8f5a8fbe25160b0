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

/** The orders that are tried. */
export const ORDERS: readonly Order[] = [
  // Instance families differ in memory for each vCPU: consecutive pods of similar shape fill one of them.
  { name: 'shape', keys: (item) => [-ratioOf(item), -sizeOf(item)] },
  // First, second and third pods of all workloads: pods that must not share a node are far apart in the row.
  { name: 'ordinal', keys: (item) => [ordinalOf(item), -sizeOf(item)] },
  { name: 'size', keys: (item) => [-sizeOf(item)] },
  { name: 'ordinal and shape', keys: (item) => [ordinalOf(item), -ratioOf(item)] },
  { name: 'workload', keys: (item) => [idOf(item), ordinalOf(item)] },
  { name: 'mixed', keys: (item) => [scattered(`${idOf(item)} ${ordinalOf(item)}`)] },
];

/** Order of large pods that share nodes with small ones. */
export const LARGE_ORDER: Order = { name: 'shape', keys: (item) => [-ratioOf(item), -sizeOf(item)] };

/** Order of small pods that share nodes with large ones: memory that large pods leave is for pods that need little CPU. */
export const SMALL_ORDER: Order = { name: 'reverse shape', keys: (item) => [ratioOf(item), -sizeOf(item)] };

/** Whether an item requests so much CPU that others fill the rest of its node. */
export function isLarge({ requests: { cpuMillis } }: Item): boolean {
  return cpuMillis >= LARGE_CPU_MILLIS;
}

/** One vCPU: half of the CPU of the smallest common instance types. */
const LARGE_CPU_MILLIS = 1_000;

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
