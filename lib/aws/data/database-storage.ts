import type { ComponentOf } from '../build-context';

/** Storage autoscaling doubles the storage at most: room to act on the alarm, with a bound on the cost. */
const MAX_GROWTH = 2;
/** Largest storage of MySQL, MariaDB and PostgreSQL. Source: Amazon RDS user guide, "Amazon RDS DB instance storage". */
const MAX_STORAGE_GIB = 65_536;

/**
 * Storage of a primary and of each replica, which stops replicating when its storage is full. RDS grows it up to the maximum
 * before that. Source: Amazon RDS user guide, "Managing capacity automatically with Amazon RDS storage autoscaling".
 */
export function storageOf({ storageGib }: Pick<ComponentOf<'database'>, 'storageGib'>): {
  readonly allocatedStorage: number;
  readonly maxAllocatedStorage: number;
} {
  return { allocatedStorage: storageGib, maxAllocatedStorage: Math.min(MAX_GROWTH * storageGib, MAX_STORAGE_GIB) };
}
