import type { Choice } from './choices';
import type { Segment, SortedItem } from './cut';
import { type UnitPrices, worthOf } from './lower-bound';
import type { Partition } from './partition';
import { RESOURCE_KEYS, type Resources, sumOf } from './resources';

/** Two rows of pods that share nodes. */
export interface TwoRows {
  /** The first row. */
  readonly first: readonly SortedItem[];
  /** The second row. */
  readonly second: readonly SortedItem[];
  /** The choices that all pods may run on, with their indexes. */
  readonly choices: readonly { readonly index: number; readonly choice: Choice }[];
  /** Prices of resources at which no choice is worth more than its price. */
  readonly prices: UnitPrices;
}

/** Most pairs of positions of two rows that are cut together. 720 pods, half of them in each row, have as many. */
const MOST_PAIRS = 135_000;

/** Relative error of sums of prices of resources, which are no whole numbers. */
const TOLERANCE = 1e-9;

const KEYS = RESOURCE_KEYS.length;

/** Whether two rows are short enough to be cut together. */
export function mayCutTogether({ first, second }: TwoRows): boolean {
  return (first.length + 1) * (second.length + 1) <= MOST_PAIRS;
}

/** Lower bound of the price of the nodes. */
export function boundOf({ first, second, prices }: TwoRows): number {
  return worthOf(sumOf([...first, ...second].map(({ item }) => item.requests)), prices);
}

/**
 * The cheapest way to cut two rows of pods into nodes, each with the next pods of both rows, so that small pods fill the nodes of large
 * ones; undefined if it isn't below a price. It is exact for the rows: rows without one of their pods are never more expensive. So a node
 * takes all pods of the second row that fit beside those of the first: what remains is never more expensive with fewer pods.
 * Positions are skipped whose nodes cost so much more than their pods are worth that the rest can't be cheap enough.
 */
export function cheapestTwoRows({ first, second, choices, prices }: TwoRows, below: number): Partition | undefined {
  const width = second.length + 1;
  const size = (first.length + 1) * width;
  const cost = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(size);
  const chosen = new Int32Array(size);
  const [ofFirst, ofSecond] = [sumsOf(first), sumsOf(second)];
  const worth = (sums: Float64Array) =>
    Float64Array.from({ length: sums.length / KEYS }, (_, at) => worthOf(resourcesAt(sums, at), prices));
  const [worthOfFirst, worthOfSecond] = [worth(ofFirst), worth(ofSecond)];
  const wasted = below * (1 + TOLERANCE) - (worthOfFirst[first.length] ?? 0) - (worthOfSecond[second.length] ?? 0);
  const nodes = choices
    .map(({ index, choice: { room, hourlyNanoUsd } }) => ({
      index,
      price: hourlyNanoUsd,
      waste: hourlyNanoUsd - worthOf(room, prices),
      room: RESOURCE_KEYS.map((key) => room[key]),
    }))
    .sort((a, b) => a.waste - b.waste);
  /** The sums of both rows at which a node is full. */
  const most = new Float64Array(KEYS);
  const exceeds = (toFirst: number, toSecond: number) => {
    for (let key = 0; key < KEYS; key++)
      if ((ofFirst[toFirst * KEYS + key] ?? 0) + (ofSecond[toSecond * KEYS + key] ?? 0) > (most[key] ?? 0)) return true;
    return false;
  };
  cost[0] = 0;
  for (let state = 0; state < size; state++) {
    const before = cost[state] ?? 0;
    const [atFirst, atSecond] = [Math.floor(state / width), state % width];
    // Nodes that hold one pod more for the same price are better. A position that has not been reached has no such nodes.
    const afterSecond = atSecond + 1 < width ? cost[state + 1] : undefined;
    if (before >= Math.min(cost[state + width] ?? Number.POSITIVE_INFINITY, afterSecond ?? Number.POSITIVE_INFINITY)) continue;
    const rest = wasted - before + (worthOfFirst[atFirst] ?? 0) + (worthOfSecond[atSecond] ?? 0);
    for (const { index, price, waste, room } of nodes) {
      if (waste >= rest) break;
      for (let key = 0; key < KEYS; key++)
        most[key] = (room[key] ?? 0) + (ofFirst[atFirst * KEYS + key] ?? 0) + (ofSecond[atSecond * KEYS + key] ?? 0);
      let toFirst = atFirst;
      while (toFirst < first.length && !exceeds(toFirst + 1, atSecond)) toFirst++;
      let toSecond = atSecond;
      const total = before + price;
      for (let isBetter = true; toFirst >= atFirst; toFirst--, isBetter = false) {
        while (toSecond < second.length && !exceeds(toFirst, toSecond + 1)) {
          toSecond++;
          isBetter = true;
        }
        const next = toFirst * width + toSecond;
        if (!isBetter || next === state || total >= (cost[next] ?? 0)) continue;
        if (total - (worthOfFirst[toFirst] ?? 0) - (worthOfSecond[toSecond] ?? 0) >= wasted) continue;
        cost[next] = total;
        from[next] = state;
        chosen[next] = index;
      }
    }
  }
  const nanoUsd = cost[size - 1] ?? 0;
  return nanoUsd < below ? partitionOf({ first, second, width, nanoUsd, from, chosen }) : undefined;
}

interface Solved extends Pick<TwoRows, 'first' | 'second'> {
  readonly width: number;
  readonly nanoUsd: number;
  readonly from: Int32Array;
  readonly chosen: Int32Array;
}

/** The nodes of a solution as consecutive parts of one row. */
function partitionOf({ first, second, width, nanoUsd, from, chosen }: Solved): Partition {
  const nodes: { readonly items: readonly SortedItem[]; readonly choice: number }[] = [];
  for (let state = from.length - 1; state > 0; state = from[state] ?? 0) {
    const before = from[state] ?? 0;
    const items = [...first.slice(Math.floor(before / width), Math.floor(state / width)), ...second.slice(before % width, state % width)];
    nodes.push({ items, choice: chosen[state] ?? 0 });
  }
  const segments: Segment[] = [];
  const row = nodes.reverse().flatMap(({ items }) => items);
  let start = 0;
  for (const { items, choice } of nodes) {
    segments.push({ from: start, to: start + items.length, choice });
    start += items.length;
  }
  return { row, cut: { nanoUsd, segments } };
}

/** Requests of the pods before each position of a row, whole numbers for each resource. */
function sumsOf(row: readonly SortedItem[]): Float64Array {
  const sums = new Float64Array((row.length + 1) * KEYS);
  row.forEach(({ item }, index) => {
    RESOURCE_KEYS.forEach((key, at) => {
      sums[(index + 1) * KEYS + at] = (sums[index * KEYS + at] ?? 0) + item.requests[key];
    });
  });
  return sums;
}

function resourcesAt(sums: Float64Array, position: number): Resources {
  const [cpuMillis = 0, memoryBytes = 0, gpus = 0, pods = 0] = sums.subarray(position * KEYS, (position + 1) * KEYS);
  return { cpuMillis, memoryBytes, gpus, pods };
}
