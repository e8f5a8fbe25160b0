import type { GroupIndex } from './group-index';
import type { PodGroup } from './pod-group';
import type { CountedGroup } from './zones';

/** A maximum number of members on every node that has a pod of an owner. */
export interface HostLimit {
  /** Groups that have the rule. */
  readonly owners: ReadonlySet<PodGroup>;
  /** Groups that the rule counts. */
  readonly members: ReadonlySet<PodGroup>;
  /** The most members on a node with an owner. */
  readonly most: number;
}

/**
 * Anti-affinities and spreads over nodes as limits, which hold also after a pod is removed. A spread over nodes allows at most
 * its skew on each node, as in Karpenter: an empty node is always available, so the minimum over all nodes is 0.
 */
export function hostLimits(groups: readonly CountedGroup[], index: GroupIndex): readonly HostLimit[] {
  const limits: HostLimit[] = [];
  const byPort = new Map<string, Set<PodGroup>>();
  for (const { group } of groups) {
    const owners = new Set([group]);
    for (const rule of group.spreads) {
      const members = rule.place === 'host' ? new Set(index.about(rule)) : new Set<PodGroup>();
      if (members.has(group)) limits.push({ owners, members, most: rule.maxSkew });
    }
    for (const rule of group.apartFrom) {
      if (rule.place !== 'host') continue;
      const members = new Set(index.about(rule));
      if (members.size > 0) limits.push({ owners, members, most: members.has(group) ? 1 : 0 });
    }
    for (const port of group.hostPorts) byPort.set(port, (byPort.get(port) ?? new Set()).add(group));
  }
  return [...limits, ...[...byPort.values()].map((users) => ({ owners: users, members: users, most: 1 }))];
}
