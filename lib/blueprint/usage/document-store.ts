import type { ResolvedDocumentStore, UsageQuantity } from '../blueprint';
import { backupUsage } from './database';
import type { Facts } from './facts';
import { secretUsage } from './secrets';

export function documentStoreUsage(store: ResolvedDocumentStore, facts: Facts): UsageQuantity[] {
  const secret = secretUsage(store.id, facts);
  return store.deployment === 'container' ? [secret] : [secret, ...backupUsage(store, facts)];
}
