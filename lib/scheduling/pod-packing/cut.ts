import type { CandidateSets } from './candidate-sets';
import type { Choice } from './choices';
import type { HostLimit } from './host-limits';
import type { Item } from './items';
import type { PodGroup } from './pod-group';
import { RESOURCE_KEYS } from './resources';

/** An item with the data that the cut needs. */
export interface SortedItem {
  /** The item. */
  readonly item: Item;
  /** Number of its candidate set. */
  readonly candidates: number;
  /** Index of its zone. */
  readonly zone: number;
}

/** Consecutive items of a row that share a node. */
export interface Segment {
  /** Index of the first item. */
  readonly from: number;
  /** Index after the last item. */
  readonly to: number;
  /** Index of the choice of its node. */
  readonly choice: number;
}

/** A row of items, cut into nodes. */
export interface Cut {
  /** Hourly price of the nodes, billionths of a US dollar. */
  readonly nanoUsd: number;
  /** The nodes, in the order of the row. */
  readonly segments: readonly Segment[];
}

/** Restrictions of a cut. */
export interface CutSettings {
  /** Node types of all pools. */
  readonly choices: readonly Choice[];
  /** The choices that each item may run on. */
  readonly sets: CandidateSets;
  /** Limits on pods that share a node. */
  readonly limits: readonly HostLimit[];
}

/**
 * The cheapest way to cut a row of pods into nodes, each of the cheapest type with room for its part. It is exact for the
 * row: all cuts are considered. So a row without one of its pods is never more expensive, because every cut of the longer
 * row is a cut of the shorter row. The time is proportional to the length of the row times the pods of a node.
 */
export function cheapestCut(row: readonly SortedItem[], settings: CutSettings): Cut {
  const { choices } = settings;
  const size = row.length;
  const cost = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const nodes = new Int32Array(size + 1);
  const from = new Int32Array(size + 1);
  const chosen = new Int32Array(size + 1);
  const scan = new Scan(row, settings);
  cost[0] = 0;
  for (let start = 0; start < size; start++) {
    const before = cost[start] ?? 0;
    const count = (nodes[start] ?? 0) + 1;
    scan.begin();
    for (let end = start + 1; end <= size; end++) {
      const choice = scan.extend(start, end - 1);
      if (choice < 0) break;
      const total = before + (choices[choice]?.hourlyNanoUsd ?? 0);
      const best = cost[end] ?? 0;
      if (total > best || (total === best && count >= (nodes[end] ?? 0))) continue;
      cost[end] = total;
      nodes[end] = count;
      from[end] = start;
      chosen[end] = choice;
    }
  }
  const segments: Segment[] = [];
  for (let end = size; end > 0; end = from[end] ?? 0) segments.push({ from: from[end] ?? 0, to: end, choice: chosen[end] ?? 0 });
  return { nanoUsd: cost[size] ?? 0, segments: segments.reverse() };
}

interface Share {
  readonly limit: number;
  readonly owners: number;
  readonly members: number;
}

const KEYS = RESOURCE_KEYS.length;

/** A node to which pods are added one by one: their requests, and the cheapest choice with room for them. Flat arrays, because packing spends most of its time here. */
class Scan {
  readonly #shares: readonly (readonly Share[])[];
  readonly #owners: Int32Array;
  readonly #members: Int32Array;
  readonly #touched: number[] = [];
  /** Requests of each item and capacity of each choice, one number for each resource. */
  readonly #requests: Float64Array;
  readonly #rooms: Float64Array;
  readonly #zones: Int32Array;
  readonly #needs = new Float64Array(KEYS);
  #set = -1;
  #list: readonly number[] = [];
  #at = 0;

  constructor(
    private readonly row: readonly SortedItem[],
    private readonly settings: CutSettings,
  ) {
    const { choices, limits } = settings;
    this.#shares = sharesOf(row, limits);
    this.#owners = new Int32Array(limits.length);
    this.#members = new Int32Array(limits.length);
    this.#requests = Float64Array.from(row.flatMap(({ item }) => RESOURCE_KEYS.map((key) => item.requests[key])));
    this.#rooms = Float64Array.from(choices.flatMap(({ room }) => RESOURCE_KEYS.map((key) => room[key])));
    this.#zones = Int32Array.from(row, ({ zone }) => zone);
  }

  begin(): void {
    for (const limit of this.#touched) this.#owners[limit] = this.#members[limit] = 0;
    this.#touched.length = 0;
    this.#needs.fill(0);
    this.#set = -1;
  }

  /** Adds the pod at a position. Returns the index of the cheapest choice with room for all pods, or -1 without such a choice. */
  extend(start: number, at: number): number {
    if (this.#zones[at] !== this.#zones[start] || !this.#staysWithin(at)) return -1;
    for (let key = 0; key < KEYS; key++) this.#needs[key] = (this.#needs[key] ?? 0) + (this.#requests[at * KEYS + key] ?? 0);
    const candidates = this.row[at]?.candidates ?? -1;
    if (candidates !== this.#set) this.#narrow(candidates);
    const list = this.#list;
    for (; this.#at < list.length; this.#at++) {
      const index = list[this.#at] ?? 0;
      if (this.#holds(index * KEYS)) return index;
    }
    return -1;
  }

  #narrow(candidates: number): void {
    const set = this.#set < 0 ? candidates : this.settings.sets.both(this.#set, candidates);
    if (set === this.#set) return;
    this.#set = set;
    this.#list = this.settings.sets.list(set);
    this.#at = 0;
  }

  #holds(offset: number): boolean {
    for (let key = 0; key < KEYS; key++) if ((this.#needs[key] ?? 0) > (this.#rooms[offset + key] ?? 0)) return false;
    return true;
  }

  #staysWithin(at: number): boolean {
    const shares = this.#shares[at];
    if (shares === undefined) return true;
    for (const { limit, owners, members } of shares) {
      if (this.#owners[limit] === 0 && this.#members[limit] === 0) this.#touched.push(limit);
      const owning = (this.#owners[limit] ?? 0) + owners;
      const counted = (this.#members[limit] ?? 0) + members;
      this.#owners[limit] = owning;
      this.#members[limit] = counted;
      if (owning > 0 && counted > (this.settings.limits[limit]?.most ?? 0)) return false;
    }
    return true;
  }
}

/** Contribution of each item to each limit. Items of the same group share the list. */
function sharesOf(row: readonly SortedItem[], limits: readonly HostLimit[]): readonly (readonly Share[])[] {
  const byGroup = new Map<PodGroup, Share[]>();
  limits.forEach(({ owners, members }, limit) => {
    for (const group of new Set([...owners, ...members])) {
      const share = { limit, owners: owners.has(group) ? 1 : 0, members: members.has(group) ? 1 : 0 };
      const list = byGroup.get(group);
      if (list === undefined) byGroup.set(group, [share]);
      else list.push(share);
    }
  });
  return row.map(({ item }) => {
    const [only, ...others] = item.pods;
    if (only !== undefined && others.length === 0) return byGroup.get(only.group) ?? [];
    return item.pods.flatMap(({ group }) => byGroup.get(group) ?? []);
  });
}
