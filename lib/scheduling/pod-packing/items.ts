import type { GroupIndex } from './group-index';
import type { PodGroup } from './pod-group';
import { added, type Resources } from './resources';
import type { CountedGroup, ZonePlan } from './zones';

/** One pod of a group. */
export interface PlacedPod {
  /** The group. */
  readonly group: PodGroup;
  /** Ordinal of the pod in its group, from 0. */
  readonly ordinal: number;
}

/** Pods that must share a node; nearly always one pod. */
export interface Item {
  /** The pods. */
  readonly pods: readonly PlacedPod[];
  /** Requests of all its pods. */
  readonly requests: Resources;
  /** Index of the zone that it must be in. Absent: any zone. */
  readonly zone?: number;
}

/** All pods as items. Pods that must share a node with others form one item with the first of them. */
export function itemsOf(groups: readonly CountedGroup[], plan: ZonePlan, index: GroupIndex): readonly Item[] {
  const guests = new Map<PodGroup, PodGroup>();
  const counts = new Map(groups.map(({ group, count }) => [group, Math.min(count, plan.get(group)?.length ?? count)]));
  for (const { group } of groups) {
    const host = lastHost(group, index, counts);
    if (host !== group) guests.set(group, host);
  }
  const items = new Map<PodGroup, Item[]>();
  for (const { group } of groups) {
    if (guests.has(group)) continue;
    const count = counts.get(group) ?? 0;
    const zones = plan.get(group);
    const single = Array.from({ length: count }, (_, ordinal) => itemOf(group, ordinal, zones?.[ordinal]));
    items.set(group, isBesideItself(group, index) && count > 1 ? [single.reduce(together)] : single);
  }
  for (const [group, host] of guests) {
    const hosts = items.get(host) ?? [];
    for (let ordinal = 0; ordinal < (counts.get(group) ?? 0); ordinal++) {
      const at = ordinal % Math.max(1, hosts.length);
      const item = hosts[at];
      if (item !== undefined) hosts[at] = together(item, itemOf(group, ordinal, item.zone));
    }
  }
  return [...items.values()].flat();
}

/** Follows hosts of hosts to the last one; of groups that require each other, it is the first by id. */
function lastHost(group: PodGroup, index: GroupIndex, counts: ReadonlyMap<PodGroup, number>): PodGroup {
  const chain = [group];
  for (let next = hostOf(group, index, counts); next !== undefined; next = hostOf(next, index, counts)) {
    const at = chain.indexOf(next);
    if (at >= 0) return chain.slice(at).reduce((first, one) => (one.id < first.id ? one : first));
    chain.push(next);
  }
  return chain.at(-1) ?? group;
}

/** The first group with pods that a pod must share a node with. */
function hostOf(group: PodGroup, index: GroupIndex, counts: ReadonlyMap<PodGroup, number>): PodGroup | undefined {
  const about = group.togetherWith.filter(({ place }) => place === 'host').flatMap((rule) => index.about(rule));
  return about.find((other) => other !== group && (counts.get(other) ?? 0) > 0);
}

function isBesideItself(group: PodGroup, index: GroupIndex): boolean {
  return group.togetherWith.some((rule) => rule.place === 'host' && index.about(rule).includes(group));
}

function itemOf(group: PodGroup, ordinal: number, zone: number | undefined): Item {
  return { pods: [{ group, ordinal }], requests: group.requests, ...(zone !== undefined && { zone }) };
}

function together(item: Item, other: Item): Item {
  return { ...item, pods: [...item.pods, ...other.pods], requests: added(item.requests, other.requests) };
}
