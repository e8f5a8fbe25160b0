import type { Choice } from './choices';
import type { Cut, Segment, SortedItem } from './cut';
import type { Partition } from './partition';
import { RESOURCE_KEYS } from './resources';

/** Most pairs of positions of two rows that are cut together. About 240 pods of each size have as many, and take less than half a second. */
const MOST_PAIRS = 60_000;

const KEYS = RESOURCE_KEYS.length;

/** Whether two rows are short enough to be cut together. */
export function mayCutTogether(large: readonly unknown[], small: readonly unknown[]): boolean {
  return (large.length + 1) * (small.length + 1) <= MOST_PAIRS;
}

/**
 * The cheapest way to cut two rows of pods into nodes, each with the next pods of both rows, so that small pods fill the nodes of large
 * ones. It is exact for the rows: rows without one of their pods are never more expensive. All pods may run on the same choices, which
 * are indexes in the order of their prices.
 */
export function cheapestTwoRows(
  large: readonly SortedItem[],
  small: readonly SortedItem[],
  list: readonly number[],
  choices: readonly Choice[],
): Partition {
  const width = small.length + 1;
  const size = (large.length + 1) * width;
  const cost = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(size);
  const chosen = new Int32Array(size);
  const rooms = Float64Array.from(list.flatMap((index) => RESOURCE_KEYS.map((key) => choices[index]?.room[key] ?? 0)));
  const prices = list.map((index) => choices[index]?.hourlyNanoUsd ?? 0);
  const [largeRequests, smallRequests] = [requestsOf(large), requestsOf(small)];
  const firstRoom = (needs: Float64Array, start: number) => {
    let at = start;
    while (at < list.length && exceeds(needs, rooms, at * KEYS)) at++;
    return at;
  };
  const [outer, inner] = [new Float64Array(KEYS), new Float64Array(KEYS)];
  cost[0] = 0;
  for (let state = 0; state < size; state++) {
    const before = cost[state] ?? 0;
    const [atLarge, atSmall] = [Math.floor(state / width), state % width];
    outer.fill(0);
    let least = 0;
    for (let toLarge = atLarge; toLarge <= large.length; toLarge++) {
      if (toLarge > atLarge) add(outer, largeRequests, (toLarge - 1) * KEYS);
      least = firstRoom(outer, least);
      if (least === list.length) break;
      inner.set(outer);
      let at = least;
      for (let toSmall = atSmall; toSmall < width; toSmall++) {
        if (toSmall > atSmall) add(inner, smallRequests, (toSmall - 1) * KEYS);
        at = firstRoom(inner, at);
        if (at === list.length) break;
        const next = toLarge * width + toSmall;
        const total = before + (prices[at] ?? 0);
        if (next === state || total >= (cost[next] ?? 0)) continue;
        cost[next] = total;
        from[next] = state;
        chosen[next] = list[at] ?? 0;
      }
    }
  }
  return partitionOf({ large, small, width, nanoUsd: cost[size - 1] ?? 0, from, chosen });
}

interface Solved {
  readonly large: readonly SortedItem[];
  readonly small: readonly SortedItem[];
  readonly width: number;
  readonly nanoUsd: number;
  readonly from: Int32Array;
  readonly chosen: Int32Array;
}

/** The nodes of a solution as consecutive parts of one row. */
function partitionOf({ large, small, width, nanoUsd, from, chosen }: Solved): Partition {
  const nodes: { readonly items: readonly SortedItem[]; readonly choice: number }[] = [];
  for (let state = from.length - 1; state > 0; state = from[state] ?? 0) {
    const before = from[state] ?? 0;
    const items = [...large.slice(Math.floor(before / width), Math.floor(state / width)), ...small.slice(before % width, state % width)];
    nodes.push({ items, choice: chosen[state] ?? 0 });
  }
  const segments: Segment[] = [];
  const row = nodes.reverse().flatMap(({ items }) => items);
  let start = 0;
  for (const { items, choice } of nodes) {
    segments.push({ from: start, to: start + items.length, choice });
    start += items.length;
  }
  const cut: Cut = { nanoUsd, segments };
  return { row, cut };
}

function requestsOf(row: readonly SortedItem[]): Float64Array {
  return Float64Array.from(row.flatMap(({ item }) => RESOURCE_KEYS.map((key) => item.requests[key])));
}

function add(needs: Float64Array, requests: Float64Array, offset: number): void {
  for (let key = 0; key < KEYS; key++) needs[key] = (needs[key] ?? 0) + (requests[offset + key] ?? 0);
}

function exceeds(needs: Float64Array, rooms: Float64Array, offset: number): boolean {
  for (let key = 0; key < KEYS; key++) if ((needs[key] ?? 0) > (rooms[offset + key] ?? 0)) return true;
  return false;
}
