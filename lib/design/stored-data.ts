import type { StorageReason } from '../core/storage-reason';

/** Multiple of the stored data of the base tier up to which its storage is enough. */
const MOST_WITHIN_STORAGE = 1.1;

/** Storage never shrinks below that of the base tier, so that a stack can move between the two; data grows with the operations that do not only read it. */
export function storedGib(baseGib: number, times: number): number {
  return times <= MOST_WITHIN_STORAGE ? baseGib : Math.ceil(baseGib * times);
}

/** Why the storage is larger than that of the base tier. */
export function storageReason(baseGib: number, gib: number, times: number): StorageReason {
  return gib > storedGib(baseGib, times) ? 'storage-speed' : 'workload';
}
