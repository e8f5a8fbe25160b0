/** Of fewer, those that are left when one fails are no majority, and no majority elects nobody. */
const LEAST_THAT_ELECT = 3;

/** Servers of a replica set that elects its own leader, which MongoDB's are: an even number outlives no more than one fewer. */
export function electingMembers(replicas: number): number {
  if (replicas === 0) return 1;
  const members = Math.max(LEAST_THAT_ELECT, 1 + replicas);
  return members % 2 === 1 ? members : members + 1;
}

/** Shards of a cluster whose leaders elect who takes over for one of them, which those of Redis and Valkey do. */
export function electingShards({ shards, replicasPerShard }: { readonly shards: number; readonly replicasPerShard: number }): number {
  return replicasPerShard === 0 ? shards : Math.max(LEAST_THAT_ELECT, shards);
}
