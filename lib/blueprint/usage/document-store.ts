import type { UsageQuantity } from '../../contract/usage';
import { certain, scaleInterval } from '../../core/interval';
import type { ResolvedDocumentStore } from '../resolved-component';
import { creditUsage } from './credits';
import { backupUsage, slowQueryLog } from './database';
import { type Facts, quantity } from './facts';
import { secretUsage } from './secrets';

/**
 * Reads and writes of storage per request: most reads are served from memory, a write is one operation. An assumption, because the
 * documents state only the number of requests.
 */
const IO_PER_REQUEST = 0.5;

/** Usage of a document store. */
export function documentStoreUsage(store: ResolvedDocumentStore, facts: Facts): UsageQuantity[] {
  const { id, storageGib, instanceClass, vcpu, shards, replicasPerShard } = store;
  const secret = secretUsage(id, facts);
  if (store.deployment === 'container') return [secret, ...slowQueryLog(id, facts)];
  const { handledPerMonth } = facts;
  return [
    secret,
    quantity(id, 'storedGb', certain(storageGib), { kind: 'stored-documents', storageGib, shards }),
    quantity(id, 'ioRequests', scaleInterval(handledPerMonth, IO_PER_REQUEST), {
      kind: 'storage-operations',
      operationsPerRequest: IO_PER_REQUEST,
      requests: handledPerMonth.mid,
    }),
    ...slowQueryLog(id, facts),
    ...backupUsage(store, facts),
    ...creditUsage(id, instanceClass, vcpu * shards * (1 + replicasPerShard), facts),
  ];
}
