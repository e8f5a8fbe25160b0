import { certain, DAYS_PER_MONTH, type Interval } from '../../units';
import type { ResolvedDatabase, ResolvedDocumentStore, UsageQuantity } from '../blueprint';
import { type Facts, quantity, rounded } from './facts';

/** Tasks are restarted about daily by deployments and scaling; each start reads each of its secrets. */
const STARTS_PER_INSTANCE = DAYS_PER_MONTH;

export function databaseUsage(database: ResolvedDatabase, facts: Facts): UsageQuantity[] {
  if (database.deployment === 'container') return [];
  const reads = secretReads(database.id, facts);
  return [
    ...backupUsage(database, facts),
    quantity(database.id, 'apiCalls', reads, `${rounded(reads.mid)} starts of tasks that read the credentials, about one a day for each`),
  ];
}

/** Backups beyond the size of the database, which are free. */
export function backupUsage({ id, storageGib }: ResolvedDatabase | ResolvedDocumentStore, { traffic }: Facts): UsageQuantity[] {
  const share = traffic.backupShare.value;
  return [
    quantity(
      id,
      'backupGb',
      certain(Math.max(0, share - 1) * storageGib),
      `backups of ${share} × ${storageGib} GiB, of which the size of the database is free`,
    ),
  ];
}

function secretReads(databaseId: string, { components }: Facts): Interval {
  const readers = Object.values(components).filter((component) => component.kind === 'service' && component.uses.includes(databaseId));
  return certain(
    readers.reduce((sum, reader) => sum + (reader.kind === 'service' ? reader.instances.expected * STARTS_PER_INSTANCE : 0), 0),
  );
}
