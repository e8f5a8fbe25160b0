import type { ResolvedDocumentStore, UsageQuantity } from '../blueprint';
import { backupUsage } from './database';
import type { Facts } from './facts';

export function documentStoreUsage(store: ResolvedDocumentStore, facts: Facts): UsageQuantity[] {
  return store.deployment === 'container' ? [] : backupUsage(store, facts);
}
