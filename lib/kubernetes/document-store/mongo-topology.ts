import { electingMembers } from '../../model/quorum';
import type { ComponentOf } from '../build-context';

/** Number of servers of a document store, the same in both forms. */
interface MongoTopology {
  /** Shards, each of which is a replica set. */
  readonly shards: number;
  /** Servers of each shard. */
  readonly members: number;
  /** Whether there is more than one shard, which requires config servers and routers. */
  readonly sharded: boolean;
  /** Servers with the metadata of the sharded cluster. 0 if not sharded. */
  readonly configServers: number;
  /** `mongos` processes that clients connect to. 0 if not sharded. */
  readonly routers: number;
}

/** Number of servers for the shards and replicas of a component. A replica set has an odd number of members for elections. */
export function mongoTopology({ shards, replicasPerShard }: ComponentOf<'document-store'>): MongoTopology {
  const members = electingMembers(replicasPerShard);
  const sharded = shards > 1;
  return {
    shards,
    members,
    sharded,
    configServers: sharded ? electingMembers(Math.min(replicasPerShard, 1)) : 0,
    routers: sharded ? Math.min(members, 2) : 0,
  };
}

/** Size of a config server, which holds only metadata. Assumed. */
export const CONFIG_SERVER = { vcpu: 0.25, memoryGib: 1, storageGib: 10 } as const;

/** Size of a router, which holds no data. Assumed. */
export const ROUTER = { vcpu: 0.5, memoryGib: 1 } as const;

/** Volume size of one server: the data of its shard. */
export function memberStorageGib({ storageGib, shards }: ComponentOf<'document-store'>): number {
  return Math.ceil(storageGib / shards);
}

/** User ID of that image. */
export const MONGO_UID = 1_001;
