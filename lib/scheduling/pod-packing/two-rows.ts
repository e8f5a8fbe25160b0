import type { Choice } from './choices';
import type { Segment, SortedItem } from './cut';
import { type UnitPrices, worthOf } from './lower-bound';
import type { Partition } from './partition';
import { type Resources, sumOf } from './resources';

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
  const [worthOfFirst, worthOfSecond] = [worthsOf(ofFirst, prices), worthsOf(ofSecond, prices)];
  const wasted = below * (1 + TOLERANCE) - (worthOfFirst[first.length] ?? 0) - (worthOfSecond[second.length] ?? 0);
  const nodes = choices
    .map(({ index, choice: { room, hourlyNanoUsd } }) => ({
      index,
      price: hourlyNanoUsd,
      waste: hourlyNanoUsd - worthOf(room, prices),
      room,
    }))
    .sort((a, b) => a.waste - b.waste);
  // Local numbers instead of objects and functions: packing spends most of its time here, and takes a third less with them.
  const { cpuMillis: cpu1, memoryBytes: memory1, gpus: gpus1, pods: pods1 } = ofFirst;
  const { cpuMillis: cpu2, memoryBytes: memory2, gpus: gpus2, pods: pods2 } = ofSecond;
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
      const total = before + price;
      // The largest sums of the first row without pods of the second, and the sums of both rows at which the node is full.
      let cpu = room.cpuMillis + at(cpu1, atFirst);
      let memory = room.memoryBytes + at(memory1, atFirst);
      let gpus = room.gpus + at(gpus1, atFirst);
      let pods = room.pods + at(pods1, atFirst);
      const [fullCpu, fullMemory] = [cpu + at(cpu2, atSecond), memory + at(memory2, atSecond)];
      const [fullGpus, fullPods] = [gpus + at(gpus2, atSecond), pods + at(pods2, atSecond)];
      let toFirst = atFirst;
      for (let next = toFirst + 1; next < pods1.length; next = toFirst + 1) {
        if (at(cpu1, next) > cpu || at(memory1, next) > memory || at(gpus1, next) > gpus || at(pods1, next) > pods) break;
        toFirst = next;
      }
      let toSecond = atSecond;
      // From as many pods of the first row as fit to none, where fewer make room for another one of the second.
      while (toFirst >= atFirst) {
        cpu = fullCpu - at(cpu1, toFirst);
        memory = fullMemory - at(memory1, toFirst);
        gpus = fullGpus - at(gpus1, toFirst);
        pods = fullPods - at(pods1, toFirst);
        for (let next = toSecond + 1; next < width; next = toSecond + 1) {
          if (at(cpu2, next) > cpu || at(memory2, next) > memory || at(gpus2, next) > gpus || at(pods2, next) > pods) break;
          toSecond = next;
        }
        const next = toFirst * width + toSecond;
        if (total < at(cost, next) && next !== state && total - at(worthOfFirst, toFirst) - at(worthOfSecond, toSecond) < wasted) {
          cost[next] = total;
          from[next] = state;
          chosen[next] = index;
        }
        const another = toSecond + 1;
        if (another === width) break;
        cpu = fullCpu - at(cpu2, another);
        memory = fullMemory - at(memory2, another);
        gpus = fullGpus - at(gpus2, another);
        pods = fullPods - at(pods2, another);
        while (at(cpu1, toFirst) > cpu || at(memory1, toFirst) > memory || at(gpus1, toFirst) > gpus || at(pods1, toFirst) > pods) {
          toFirst--;
          if (toFirst < atFirst) break;
        }
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

/** Requests of the pods before each position of a row. */
type Sums = Readonly<Record<keyof Resources, Float64Array>>;

function sumsOf(row: readonly SortedItem[]): Sums {
  const ofKey = (key: keyof Resources) => {
    let sum = 0;
    return Float64Array.from([0, ...row.map(({ item }) => (sum += item.requests[key]))]);
  };
  return { cpuMillis: ofKey('cpuMillis'), memoryBytes: ofKey('memoryBytes'), gpus: ofKey('gpus'), pods: ofKey('pods') };
}

function worthsOf(sums: Sums, prices: UnitPrices): Float64Array {
  return Float64Array.from({ length: sums.pods.length }, (_, position) => worthOf(resourcesAt(sums, position), prices));
}

function resourcesAt({ cpuMillis, memoryBytes, gpus, pods }: Sums, position: number): Resources {
  return {
    cpuMillis: cpuMillis[position] ?? 0,
    memoryBytes: memoryBytes[position] ?? 0,
    gpus: gpus[position] ?? 0,
    pods: pods[position] ?? 0,
  };
}

/** The number at a position. */
function at(numbers: Float64Array, position: number): number {
  return numbers[position] ?? 0;
}
