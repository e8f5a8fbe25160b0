import type { DocumentStore } from '../model/document-store';
import { shardCountsOf } from '../model/options';
import { chooseDataStoreNode } from '../selection/choose-data-store';
import { choose, deploymentOf, type Resolving } from './context';
import type { ResolvedDocumentStore } from './resolved-component';

const MONGODB_PORT = 27_017;

/** Resolves a document store: its instance class, or its containers. */
export function resolveDocumentStore(id: string, store: DocumentStore, resolving: Resolving): ResolvedDocumentStore {
  const runs = deploymentOf(resolving, id);
  const chosen =
    runs.deployment === 'managed'
      ? choose(resolving, id, { path: `components.${id}`, pinnedPath: `components.${id}.instanceClass` }, () =>
          chooseDataStoreNode(
            {
              vcpu: store.vcpu,
              memoryGib: store.memoryGib,
              burstable: true,
              ...(store.instanceClass === undefined ? {} : { pinned: store.instanceClass }),
            },
            resolving.offers.documentStore,
          ),
        )
      : undefined;
  const protectedShards = shardCountsOf(resolving.options.protectedShards).find(({ component }) => component === id)?.shards;
  return {
    kind: 'document-store',
    id,
    ...runs,
    port: MONGODB_PORT,
    ...(chosen === undefined ? {} : { instanceClass: chosen.offer.type }),
    vcpu: store.vcpu,
    memoryGib: store.memoryGib,
    storageGib: store.storageGib,
    shards: store.shards,
    replicasPerShard: store.replicasPerShard,
    backupRetentionDays: store.backupRetentionDays,
    ...(protectedShards !== undefined && { protectedShards }),
  };
}
