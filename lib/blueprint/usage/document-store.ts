import type { UsageQuantity } from '../../contract/usage';
import { certain, scaleInterval } from '../../core/interval';
import type { ResolvedDocumentStore } from '../resolved-component';
import { creditUsage } from './credits';
import { backupUsage, slowQueryLog } from './database';
import { type Facts, millions, quantity } from './facts';
import { secretUsage } from './secrets';

/**
 * Reads and writes of storage per request: most reads are served from memory, a write is one operation. An assumption, because the
 * documents state only the number of requests.
 */
const IO_PER_REQUEST = 0.5;

/** Usage of a document store. */
export function documentStoreUsage(store: ResolvedDocumentStore, facts: Facts): UsageQuantity[] {
  const { id, storageGib, instanceClass, vcpu, shards } = store;
  const secret = secretUsage(id, facts);
  if (store.deployment === 'container') return [secret, ...slowQueryLog(id, facts)];
  const { requestsPerMonth } = facts;
  return [
    secret,
    quantity(
      id,
      'storedGb',
      certain(storageGib),
      `the ${storageGib} GiB that the tier is made for, over ${shards} shards; copies are free`,
    ),
    quantity(
      id,
      'ioRequests',
      scaleInterval(requestsPerMonth, IO_PER_REQUEST),
      `${IO_PER_REQUEST} reads and writes of storage for each of ${millions(requestsPerMonth.mid)} requests`,
    ),
    ...slowQueryLog(id, facts),
    ...backupUsage(store, facts),
    ...creditUsage(id, instanceClass, vcpu * shards, facts),
  ];
}
