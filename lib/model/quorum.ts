/** Minimum number of voters: with fewer, those that remain after a failure are no majority. */
const LEAST_THAT_ELECT = 3;

/** Number of servers of a replica set that elects its primary, as in MongoDB: always odd, because an even number tolerates no more failures than one less. */
export function electingMembers(replicas: number): number {
  if (replicas === 0) return 1;
  const members = Math.max(LEAST_THAT_ELECT, 1 + replicas);
  return members % 2 === 1 ? members : members + 1;
}

/** Number of shards of a cluster whose primaries vote on a failover, as in Redis and Valkey. */
export function electingShards({ shards, replicasPerShard }: { readonly shards: number; readonly replicasPerShard: number }): number {
  return replicasPerShard === 0 ? shards : Math.max(LEAST_THAT_ELECT, shards);
}
