import { electingMembers } from '../../model/quorum';
import type { ComponentOf } from '../build-context';

/** The servers of a document store, the same in both forms. */
export interface MongoTopology {
  readonly shards: number;
  /** Servers that hold a shard's data. */
  readonly members: number;
  /** With more than one shard there are servers that know what is where, and routers that ask them. */
  readonly sharded: boolean;
  readonly configServers: number;
  readonly routers: number;
}

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

/** What a config server and a router are given: they know where chunks are, and hold no data. Assumed. */
export const CONFIG_SERVER = { vcpu: 0.25, memoryGib: 1, storageGib: 10 } as const;
export const ROUTER = { vcpu: 0.5, memoryGib: 1 } as const;

/** One server's part of the data. */
export function memberStorageGib({ storageGib, shards }: ComponentOf<'document-store'>): number {
  return Math.ceil(storageGib / shards);
}

/** Percona's build of MongoDB: in both forms, so that the files of one can be read by the other. */
export const MONGO_IMAGE = 'docker.io/percona/percona-server-mongodb:8.0.32-14';

/** User of that image. */
export const MONGO_UID = 1_001;
