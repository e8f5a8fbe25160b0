import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { TargetWorkload } from '../model/workload';
import { storedGib } from './stored-data';
import { timesStored } from './times-workload';

/** A data store of a tier whose storage is too small for a workload. */
export interface StorageShortage {
  /** Id of the data store. */
  readonly component: string;
  /** Storage of the tier, GiB. */
  readonly gib: number;
  /** Storage that a design has for the workload, GiB. */
  readonly neededGib: number;
}

/**
 * The data stores of a tier whose storage is too small for a workload, in the order of the tier, by the same rule as in a design:
 * stored data grows with the operations that do not only read it.
 */
export function storageShortages(system: System, tier: Tier, targetWorkload: TargetWorkload): StorageShortage[] {
  return Object.entries(tier.components).flatMap(([id, component]) => {
    if (component.kind !== 'database' && component.kind !== 'document-store' && component.kind !== 'vector-store') return [];
    const { storageGib: gib } = component;
    const neededGib = storedGib(gib, timesStored({ system, base: tier, targetWorkload }, id));
    return neededGib > gib ? [{ component: id, gib, neededGib }] : [];
  });
}
