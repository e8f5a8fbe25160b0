import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { TargetWorkload } from '../model/workload';
import { storedGib } from './stored-data';
import { timesWorkload } from './times-workload';

/** A data store of a tier whose storage is too small for a workload. */
export interface StorageShortage {
  /** Id of the data store. */
  readonly component: string;
  /** Storage of the tier, GiB. */
  readonly gib: number;
  /** Storage that a design has for the workload, GiB. */
  readonly neededGib: number;
}

/** The storage that a tier does not have for a workload, by the same rule as in a design: stored data grows with the workload. */
export interface StorageShortages {
  /** Data stores with too little storage, in the order of the tier; empty: none. */
  readonly stores: readonly StorageShortage[];
  /** The workload divided by that of the tier. */
  readonly timesTierWorkload: number;
}

/** The data stores of a tier whose storage is too small for a workload. */
export function storageShortages(system: System, tier: Tier, targetWorkload: TargetWorkload): StorageShortages {
  const timesTierWorkload = timesWorkload(system, tier, targetWorkload);
  const stores = Object.entries(tier.components).flatMap(([id, component]) => {
    if (component.kind !== 'database' && component.kind !== 'document-store' && component.kind !== 'vector-store') return [];
    const { storageGib: gib } = component;
    const neededGib = storedGib(gib, timesTierWorkload);
    return neededGib > gib ? [{ component: id, gib, neededGib }] : [];
  });
  return { stores, timesTierWorkload };
}
