import type { StorageShortage } from '../design/storage-shortage';
import { figure } from './capacity-amounts';

/** Why a store needs more storage than that of a tier: a reader sees no demand for it. */
export const STORED_DATA_GROWS = 'stored data is assumed to grow with the operations that do not only read it';

/** `documents 25 GiB instead of 10`. */
export function storageNeedsText(shortages: readonly StorageShortage[]): string {
  return shortages.map(({ component, gib, neededGib }) => `${component} ${figure(neededGib)} GiB instead of ${figure(gib)}`).join(', ');
}
