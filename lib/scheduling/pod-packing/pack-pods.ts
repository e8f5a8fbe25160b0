import { CandidateSets } from './candidate-sets';
import { type Choice, choicesOf } from './choices';
import { type Cut, cheapestCut, type SortedItem } from './cut';
import { cutTogether } from './cut-together';
import { GroupIndex } from './group-index';
import { type HostLimit, hostLimits } from './host-limits';
import { type Item, itemsOf, type PlacedPod } from './items';
import type { NodePool, NodeType } from './node';
import { inOrder, ORDERS, type Order } from './orders';
import { cheapestPartition, MOST_PARTITIONED } from './partition';
import type { PodGroup } from './pod-group';
import { fits } from './resources';
import { type CountedGroup, planZones, zonesOf } from './zones';

/** Pods to place. */
export interface Placing {
  /** Groups of pods, with their number. */
  readonly groups: readonly CountedGroup[];
  /** Availability Zones that nodes are in. */
  readonly zones: readonly string[];
}

/** Pods to place, and the available nodes. */
export interface PackingRequest extends Placing {
  /** Pods of DaemonSets, which run on every node that they may run on. */
  readonly daemons: readonly PodGroup[];
  /** Node pools. */
  readonly pools: readonly NodePool[];
  /** Instance types with a price. */
  readonly types: readonly NodeType[];
}

/** A node with its pods. */
export interface PackedNode {
  /** Pool and instance type. */
  readonly choice: Choice;
  /** Availability Zone. */
  readonly zone: string;
  /** The pods on it, without daemons. */
  readonly pods: readonly PlacedPod[];
}

/** Pods that fit on no node. */
export interface Unplaced {
  /** The group. */
  readonly group: PodGroup;
  /** Number of pods. */
  readonly count: number;
  /** Reason why they cannot be placed. */
  readonly reason: 'no-node-type' | 'no-zone' | 'neighbors';
}

/** Pods, placed on nodes. */
export interface Packing {
  /** The nodes. */
  readonly nodes: readonly PackedNode[];
  /** Pods that fit on no node. */
  readonly unplaced: readonly Unplaced[];
  /** Hourly price of all nodes with their disks, billionths of a US dollar. */
  readonly hourlyNanoUsd: number;
}

/** Above this number of items only the first orders are tried, because the others save too little for the time that they take. */
const MANY_PODS = 2_000;
const ORDERS_FOR_MANY = 2;

/**
 * Places pods on the cheapest mix of nodes that the search finds: pods form a row in several orders, and each row is cut
 * at the lowest cost. Of up to eight pods, every partition is tried; more pods without limits on a node are also cut as two rows.
 * Deterministic. One more pod of a workload whose rules concern its own pods never results in a cheaper mix: see docs/decisions/0018.
 */
export function packPods({ daemons, pools, types, ...placing }: PackingRequest): Packing {
  return packPodsAmong(choicesOf(pools, types, daemons), placing);
}

/** Like `packPods`, for callers that place several sets of pods on the same choices. */
export function packPodsAmong(choices: readonly Choice[], { groups, zones }: Placing): Packing {
  const sorted = [...groups].sort((a, b) => (a.group.id < b.group.id ? -1 : 1));
  const sets = new CandidateSets(choices);
  const index = new GroupIndex(sorted.map(({ group }) => group));
  const plan = planZones(sorted, zones, index);
  const limits = hostLimits(sorted, index);
  const all = itemsOf(sorted, plan, index).map((item) => ({ item, candidates: candidatesOf(item, sets) }));
  const unplaced = new Map<PodGroup, Unplaced>();
  for (const { group, count } of sorted) {
    const missing = count - (plan.get(group)?.length ?? count);
    if (missing > 0) unplaced.set(group, { group, count: missing, reason: 'no-zone' });
  }
  const placeable = all.filter((entry) => {
    const reason = reasonAgainst(entry, choices, sets, limits);
    if (reason === undefined) return true;
    for (const { group } of entry.item.pods) unplaced.set(group, { group, count: (unplaced.get(group)?.count ?? 0) + 1, reason });
    return false;
  });
  const best = cheapest(placeable, { zones, choices, sets, limits });
  return { ...best, unplaced: [...unplaced.values()] };
}

interface Entry {
  readonly item: Item;
  readonly candidates: number;
}

function candidatesOf({ pods }: Item, sets: CandidateSets): number {
  return pods.map(({ group }) => sets.ofGroup(group)).reduce((left, right) => sets.both(left, right));
}

function reasonAgainst(
  { item, candidates }: Entry,
  choices: readonly Choice[],
  sets: CandidateSets,
  limits: readonly HostLimit[],
): Unplaced['reason'] | undefined {
  if (!sets.list(candidates).some((index) => choices[index] !== undefined && fits(item.requests, choices[index].room)))
    return 'no-node-type';
  if (item.pods.length === 1) return undefined;
  const count = (groups: ReadonlySet<PodGroup>) => item.pods.filter(({ group }) => groups.has(group)).length;
  return limits.some(({ owners, members, most }) => count(owners) > 0 && count(members) > most) ? 'neighbors' : undefined;
}

interface PackingInput {
  readonly zones: readonly string[];
  readonly choices: readonly Choice[];
  readonly sets: CandidateSets;
  readonly limits: readonly HostLimit[];
}

/**
 * Different ways to place pods in zones. Those that no rule assigns to a zone are all in their first zone, in turn in their first two,
 * as the pods of CoreDNS are, or in turn in all of them.
 */
function placementsOf(entries: readonly Entry[], zones: readonly string[], isMany: boolean): readonly (readonly SortedItem[])[] {
  const counts = isMany ? [1] : [...new Set([1, Math.min(2, zones.length), Math.max(1, zones.length)])];
  const placements = counts.map((count) =>
    entries.map((entry): SortedItem => ({ ...entry, zone: entry.item.zone ?? freeZone(entry.item, zones, count) })),
  );
  return [...new Map(placements.map((placed) => [placed.map(({ zone }) => zone).join(), placed])).values()];
}

/** The cheapest result of all orders; the first one among equal results. */
function cheapest(entries: readonly Entry[], input: PackingInput): Omit<Packing, 'unplaced'> {
  const { choices, sets, zones, limits } = input;
  const isMany = entries.length > MANY_PODS;
  const orders = isMany ? ORDERS.slice(0, ORDERS_FOR_MANY) : ORDERS;
  let best: { readonly row: readonly SortedItem[]; readonly cut: Cut } | undefined;
  const poolOf = ({ candidates }: SortedItem) => choices[sets.list(candidates)[0] ?? -1]?.pool.id ?? '';
  const placements = placementsOf(entries, zones, isMany);
  for (const placed of placements) {
    for (const order of orders) {
      const row = rowOf(placed, order, poolOf);
      const cut = cheapestCut(row, input);
      if (best === undefined || cut.nanoUsd < best.cut.nanoUsd) best = { row, cut };
    }
  }
  if (entries.length <= MOST_PARTITIONED) {
    const partition = cheapestPartition(
      entries.map((entry) => ({ ...entry, zones: zonesFor(entry.item, zones) })),
      input,
    );
    if (best !== undefined && partition !== undefined && partition.cut.nanoUsd < best.cut.nanoUsd) best = partition;
  } else if (best !== undefined && !isMany && limits.length === 0) {
    for (const placed of placements) best = cutTogether(placed, input, best.cut.nanoUsd) ?? best;
  }
  if (best === undefined) return { nodes: [], hourlyNanoUsd: 0 };
  const { row, cut } = best;
  return { nodes: cut.segments.map((segment) => nodeOf(segment, row, input)), hourlyNanoUsd: cut.nanoUsd };
}

function rowOf(items: readonly SortedItem[], order: Order, poolOf: (item: SortedItem) => string): readonly SortedItem[] {
  return inOrder(items, order, (item) => [poolOf(item), item.zone]);
}

/** Indexes of the zones that an item may be in. */
function zonesFor({ zone, pods }: Item, zones: readonly string[]): readonly number[] {
  if (zone !== undefined) return [zone];
  return pods.map(({ group }) => zonesOf(group, zones)).reduce((left, right) => left.filter((each) => right.includes(each)));
}

function freeZone(item: Item, zones: readonly string[], count: number): number {
  const [first] = item.pods;
  if (first === undefined) return 0;
  const allowed = zonesFor(item, zones);
  return allowed[first.ordinal % Math.min(count, Math.max(1, allowed.length))] ?? 0;
}

function nodeOf({ from, to, choice }: Cut['segments'][number], row: readonly SortedItem[], { choices, zones }: PackingInput): PackedNode {
  const chosen = choices[choice];
  if (chosen === undefined) throw new Error('a node has no choice');
  return { choice: chosen, zone: zones[row[from]?.zone ?? 0] ?? '', pods: row.slice(from, to).flatMap(({ item }) => item.pods) };
}
