import { MOST_RDS_STORAGE_GIB } from '../../core/gp3';
import type { ComponentOf } from '../build-context';

/** Storage autoscaling doubles the storage at most: room to act on the alarm, with a bound on the cost. */
const MAX_GROWTH = 2;

/**
 * Storage of a primary and of each replica, which stops replicating when its storage is full. RDS grows it up to the maximum
 * before that. Source: Amazon RDS user guide, "Managing capacity automatically with Amazon RDS storage autoscaling".
 */
export function storageOf({ storageGib }: Pick<ComponentOf<'database'>, 'storageGib'>): {
  readonly allocatedStorage: number;
  readonly maxAllocatedStorage: number;
} {
  return { allocatedStorage: storageGib, maxAllocatedStorage: Math.min(MAX_GROWTH * storageGib, MOST_RDS_STORAGE_GIB) };
}
