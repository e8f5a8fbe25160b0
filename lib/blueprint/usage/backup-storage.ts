import type { UsageQuantity } from '../../contract/usage';
import { MIB_PER_GIB } from '../../core/data-size';
import { certain } from '../../core/interval';
import { DAYS_PER_MONTH } from '../../core/time';
import { BACKUP_STORAGE, DUMP_RECOVERABLE_DAYS } from '../../model/backup-storage';
import type { ResolvedComponent } from '../resolved-component';
import { SNAPSHOT_SHARE } from './cache';
import { type Facts, quantity } from './facts';

/** Share of a database's volume that a dump takes. Assumed: the volume is half full, and compression halves the size of the dump. */
const DUMP_SHARE = 0.25;

/** Uploads are in parts of this size, or in the most parts that an object can have. Source: AWS CLI and Amazon S3, defaults and limits. */
const PART_MIB = 8;
const MOST_PARTS = 10_000;

interface Dump {
  readonly gib: number;
  readonly retentionDays: number;
}

/** Dumps of data stores in a cluster of EKS, one a day of each. */
export function backupStorageUsage({ platform, dataStores, components }: Facts): UsageQuantity[] {
  if (platform !== 'eks' || dataStores === 'managed') return [];
  const dumps = Object.values(components).flatMap(dumpsOf);
  const storedGib = sum(dumps, ({ gib, retentionDays }) => gib * (retentionDays + DUMP_RECOVERABLE_DAYS));
  const dailyGib = sum(dumps, ({ gib }) => gib);
  const parts = sum(dumps, ({ gib }) => Math.min(MOST_PARTS, Math.ceil((gib * MIB_PER_GIB) / PART_MIB)));
  return [
    quantity(BACKUP_STORAGE, 'storedGb', certain(storedGib), {
      kind: 'dump-storage',
      dumpsPerDay: dumps.length,
      dailyGib,
      recoverableDays: DUMP_RECOVERABLE_DAYS,
    }),
    quantity(BACKUP_STORAGE, 'putRequests', certain(parts * DAYS_PER_MONTH), { kind: 'dump-parts', partsPerDay: parts }),
    quantity(BACKUP_STORAGE, 'getRequests', certain(0), { kind: 'dumps-unread' }),
  ];
}

function dumpsOf(component: ResolvedComponent): readonly Dump[] {
  switch (component.kind) {
    case 'database':
    case 'document-store':
      return [{ gib: component.storageGib * DUMP_SHARE, retentionDays: component.backupRetentionDays }];
    case 'cache':
      return component.snapshotRetentionDays === 0
        ? []
        : [{ gib: component.memoryGib * SNAPSHOT_SHARE, retentionDays: component.snapshotRetentionDays }];
    case 'service':
    case 'node-pool':
    case 'vector-store':
    case 'load-balancer':
    case 'bucket':
    case 'queue':
    case 'cdn':
    case 'external':
      return [];
  }
}

function sum(dumps: readonly Dump[], amountOf: (dump: Dump) => number): number {
  return dumps.reduce((total, dump) => total + amountOf(dump), 0);
}
