/** Number of hash slots, which is part of the protocol. */
const SLOTS = 16_384;

/** One node of a Valkey cluster. */
export interface ClusterPeer {
  /** DNS name of its pod. */
  readonly host: string;
  /** Index of its shard, from 0. */
  readonly shard: number;
  /** Slots that it is assigned when the cluster is created. Absent for replicas. */
  readonly slots?: {
    /** First slot. */
    readonly first: number;
    /** Last slot, inclusive. */
    readonly last: number;
  };
}

/**
 * All nodes of a cluster, the first leader of each shard before its replicas. `hostOf` names the pod of a node: 0 is the
 * first leader.
 */
export function clusterPeers(shards: number, replicasPerShard: number, hostOf: (shard: number, copy: number) => string): ClusterPeer[] {
  const bound = (shard: number): number => Math.round((SLOTS * shard) / shards);
  return Array.from({ length: shards }, (_, shard) => [
    { host: hostOf(shard, 0), shard, slots: { first: bound(shard), last: bound(shard + 1) - 1 } },
    ...Array.from({ length: replicasPerShard }, (_replica, index) => ({ host: hostOf(shard, index + 1), shard })),
  ]).flat();
}

/** The file that the entrypoint reads, one line for each node: host, shard, and the first and last slot of a first leader. */
export function peersFile(peers: readonly ClusterPeer[]): string {
  const line = ({ host, shard, slots }: ClusterPeer): string => [host, shard, ...(slots ? [slots.first, slots.last] : [])].join(' ');
  return `${peers.map(line).join('\n')}\n`;
}
