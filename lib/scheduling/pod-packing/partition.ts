import type { Cut, CutSettings, Segment, SortedItem } from './cut';
import type { HostLimit } from './host-limits';
import { added, fits, NOTHING, type Resources } from './resources';

/** Number of items up to which every partition is tried. The time triples with each item. */
export const MOST_PARTITIONED = 8;

/** An item with the zones that it may be in. */
export interface FreeItem extends Omit<SortedItem, 'zone'> {
  /** Indexes of the zones; one if a rule assigns it. */
  readonly zones: readonly number[];
}

/** A row whose consecutive parts are nodes. */
export interface Partition {
  /** The items, by node. */
  readonly row: readonly SortedItem[];
  /** The nodes. */
  readonly cut: Cut;
}

/** Items of one node, with the cheapest choice that has room for them. */
interface Node {
  readonly candidates: number;
  readonly zones: readonly number[];
  readonly requests: Resources;
  readonly choice: number;
  readonly nanoUsd: number;
}

/**
 * The cheapest of all partitions of a few items into nodes; undefined if an item has no node. Sets of items are numbers whose bits are
 * the items. The first item of a set shares its node with any of the others, and the rest are partitioned alike.
 */
export function cheapestPartition(items: readonly FreeItem[], settings: CutSettings): Partition | undefined {
  const all = 2 ** items.length - 1;
  const nodes = nodesOf(items, settings);
  const cost = new Float64Array(all + 1).fill(Number.POSITIVE_INFINITY);
  const chosen = new Int32Array(all + 1);
  cost[0] = 0;
  for (let set = 1; set <= all; set++) {
    const first = set & -set;
    for (let part = set; part > 0; part = (part - 1) & set) {
      const total =
        (part & first) === 0 ? Number.POSITIVE_INFINITY : (nodes[part]?.nanoUsd ?? Number.POSITIVE_INFINITY) + (cost[set ^ part] ?? 0);
      if (total >= (cost[set] ?? 0)) continue;
      cost[set] = total;
      chosen[set] = part;
    }
  }
  if (!Number.isFinite(cost[all])) return undefined;
  const row: SortedItem[] = [];
  const segments: Segment[] = [];
  for (let set = all; set > 0; set ^= chosen[set] ?? set) {
    const part = chosen[set] ?? set;
    const { choice = 0, zones: [zone = 0] = [] } = nodes[part] ?? {};
    const inside = items.filter((_, index) => (part & (1 << index)) !== 0);
    segments.push({ from: row.length, to: row.length + inside.length, choice });
    row.push(...inside.map(({ item, candidates }) => ({ item, candidates, zone })));
  }
  return { row, cut: { nanoUsd: cost[all] ?? 0, segments } };
}

/** The node of each set of items; undefined for a set that no node has room for. */
function nodesOf(items: readonly FreeItem[], { choices, sets, limits }: CutSettings): readonly (Node | undefined)[] {
  const nodes: (Node | undefined)[] = [undefined];
  for (let set = 1; set < 2 ** items.length; set++) {
    const last = 31 - Math.clz32(set);
    const [item, rest] = [items[last], set ^ (1 << last)];
    const before = nodes[rest];
    if (item === undefined || (rest > 0 && before === undefined)) {
      nodes.push(undefined);
      continue;
    }
    const candidates = before === undefined ? item.candidates : sets.both(before.candidates, item.candidates);
    const zones = before === undefined ? item.zones : before.zones.filter((zone) => item.zones.includes(zone));
    const requests = added(before?.requests ?? NOTHING, item.item.requests);
    const choice = sets.list(candidates).find((index) => choices[index] !== undefined && fits(requests, choices[index].room));
    const isPossible = zones.length > 0 && keepsLimits(items, set, limits);
    nodes.push(
      choice === undefined || !isPossible
        ? undefined
        : { candidates, zones, requests, choice, nanoUsd: choices[choice]?.hourlyNanoUsd ?? 0 },
    );
  }
  return nodes;
}

function keepsLimits(items: readonly FreeItem[], set: number, limits: readonly HostLimit[]): boolean {
  const pods = items.flatMap(({ item }, index) => ((set & (1 << index)) === 0 ? [] : item.pods));
  return limits.every(({ owners, members, most }) => {
    if (!pods.some(({ group }) => owners.has(group))) return true;
    return pods.filter(({ group }) => members.has(group)).length <= most;
  });
}
