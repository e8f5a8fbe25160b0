/** Slots that keys hash to; their number is part of the protocol. */
const SLOTS = 16_384;

export interface ClusterPeer {
  /** Name under which the other nodes find its pod. */
  readonly host: string;
  readonly shard: number;
  /** The slots that it is given when the cluster is formed; absent for replicas. */
  readonly slots?: { readonly first: number; readonly last: number };
}

/** All nodes of a cluster, leaders first in every shard. `hostOf` names the pod of a copy, 0 being the first leader. */
export function clusterPeers(shards: number, replicasPerShard: number, hostOf: (shard: number, copy: number) => string): ClusterPeer[] {
  const bound = (shard: number): number => Math.round((SLOTS * shard) / shards);
  return Array.from({ length: shards }, (_, shard) => [
    { host: hostOf(shard, 0), shard, slots: { first: bound(shard), last: bound(shard + 1) - 1 } },
    ...Array.from({ length: replicasPerShard }, (_replica, index) => ({ host: hostOf(shard, index + 1), shard })),
  ]).flat();
}

/** One line a node, as the entrypoint reads it: host, shard, and the first and the last slot of a first leader. */
export function peersFile(peers: readonly ClusterPeer[]): string {
  const line = ({ host, shard, slots }: ClusterPeer): string => [host, shard, ...(slots ? [slots.first, slots.last] : [])].join(' ');
  return `${peers.map(line).join('\n')}\n`;
}
