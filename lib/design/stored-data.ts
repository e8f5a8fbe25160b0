import type { StorageReason } from '../core/storage-reason';

/** Multiple of the workload of the base tier up to which its storage is enough. */
const MOST_WITHIN_STORAGE = 1.1;

/** Storage never shrinks below that of the base tier, so that a stack can move between the two; more users store more. */
export function storedGib(baseGib: number, timesBase: number): number {
  return timesBase <= MOST_WITHIN_STORAGE ? baseGib : Math.ceil(baseGib * timesBase);
}

/** Why the storage is larger than that of the base tier. */
export function storageReason(baseGib: number, gib: number, timesBase: number): StorageReason {
  return gib > storedGib(baseGib, timesBase) ? 'storage-speed' : 'workload';
}
