import type { DocumentStore } from '../model';
import { chooseDataStoreNode } from '../sizing';
import type { ResolvedDocumentStore } from './blueprint';
import { choose, poolOf, type Resolving } from './context';

const MONGODB_PORT = 27_017;

export function resolveDocumentStore(id: string, store: DocumentStore, resolving: Resolving): ResolvedDocumentStore {
  const pool = poolOf(resolving, id);
  const chosen =
    pool === undefined
      ? choose(resolving, id, `components.${id}`, () =>
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
  return {
    kind: 'document-store',
    id,
    deployment: pool === undefined ? 'managed' : 'container',
    port: MONGODB_PORT,
    ...(chosen === undefined ? {} : { instanceClass: chosen.offer.type }),
    vcpu: store.vcpu,
    memoryGib: store.memoryGib,
    storageGib: store.storageGib,
    shards: store.shards,
    replicasPerShard: store.replicasPerShard,
    backupRetentionDays: store.backupRetentionDays,
    ...(pool === undefined ? {} : { pool }),
  };
}
