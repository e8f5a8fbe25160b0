import type { CandidateSets } from './candidate-sets';
import type { Choice } from './choices';
import type { HostLimit } from './host-limits';
import type { Item } from './items';
import type { PodGroup } from './pod-group';

/** An item with everything that the cut asks about it. */
export interface SortedItem {
  readonly item: Item;
  /** Number of the set of choices that it may run on. */
  readonly candidates: number;
  readonly zone: number;
}

/** Neighbours of an order that share a node: from the first up to the one before the last. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly choice: number;
}

export interface Cut {
  readonly nanoUsd: number;
  readonly segments: readonly Segment[];
}

export interface CutSettings {
  readonly choices: readonly Choice[];
  readonly sets: CandidateSets;
  readonly limits: readonly HostLimit[];
}

/**
 * The cheapest way to cut a row of pods into nodes, each of the cheapest type that holds its part. Exact for the row: of
 * all cuts, not of those that a greedy walk meets. So a pod that is taken out of a row never makes it dearer: every cut of
 * the longer row is a cut of the shorter one. Time grows with the row times the pods of a node.
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

/** A node that grows pod by pod: what it needs, and the cheapest choice that has it. */
class Scan {
  readonly #shares: readonly (readonly Share[])[];
  readonly #owners: Int32Array;
  readonly #members: Int32Array;
  readonly #touched: number[] = [];
  #cpuMillis = 0;
  #memoryBytes = 0;
  #gpus = 0;
  #pods = 0;
  #set = -1;
  #list: readonly number[] = [];
  #at = 0;

  constructor(
    private readonly row: readonly SortedItem[],
    private readonly settings: CutSettings,
  ) {
    this.#shares = sharesOf(row, settings.limits);
    this.#owners = new Int32Array(settings.limits.length);
    this.#members = new Int32Array(settings.limits.length);
  }

  begin(): void {
    for (const limit of this.#touched) this.#owners[limit] = this.#members[limit] = 0;
    this.#touched.length = 0;
    this.#cpuMillis = this.#memoryBytes = this.#gpus = this.#pods = 0;
    this.#set = -1;
  }

  /** Adds the pod at a position; the index of the cheapest choice that holds all, or -1 when none does. */
  extend(start: number, at: number): number {
    const added = this.row[at];
    if (added === undefined || added.zone !== this.row[start]?.zone || !this.#staysWithin(at)) return -1;
    const { requests } = added.item;
    this.#cpuMillis += requests.cpuMillis;
    this.#memoryBytes += requests.memoryBytes;
    this.#gpus += requests.gpus;
    this.#pods += requests.pods;
    this.#narrow(added.candidates);
    while (this.#at < this.#list.length) {
      const index = this.#list[this.#at] ?? 0;
      if (this.#holds(index)) return index;
      this.#at += 1;
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

  #holds(index: number): boolean {
    const room = this.settings.choices[index]?.room;
    return (
      room !== undefined &&
      this.#cpuMillis <= room.cpuMillis &&
      this.#memoryBytes <= room.memoryBytes &&
      this.#pods <= room.pods &&
      this.#gpus <= room.gpus
    );
  }

  #staysWithin(at: number): boolean {
    for (const { limit, owners, members } of this.#shares[at] ?? []) {
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

/** What each item counts for each limit; items of the same pods share the list. */
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
