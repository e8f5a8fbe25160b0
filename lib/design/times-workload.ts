import type { Demand } from '../model/operation';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import { volumeIntervals } from '../model/volumes';
import type { TargetWorkload } from '../model/workload';

/** A target workload, and the tier whose workload it is compared with. */
export interface ComparedWorkload {
  /** The system of the tier. */
  readonly system: System;
  /** The tier. */
  readonly base: Tier;
  /** The target workload. */
  readonly targetWorkload: TargetWorkload;
}

/** Target workload divided by the workload of the tier: the largest ratio of an operation that both have. */
export function timesWorkload(compared: ComparedWorkload): number {
  return largestRatio(compared, Object.keys(compared.system.operations));
}

/**
 * By how much the data of a store grows: the largest ratio of the operations that do not only read it, such as the readings of devices
 * and not the views of dashboards. Operations without a demand on the store count, because what they store is unknown. Where all
 * operations only read it, all of them count.
 */
export function timesStored(compared: ComparedWorkload, store: string): number {
  const { operations } = compared.system;
  const counted = Object.keys(operations).filter((id) => !onlyReads(operations[id]?.demands ?? [], store));
  return counted.length === 0 ? timesWorkload(compared) : largestRatio(compared, counted);
}

function onlyReads(demands: readonly Demand[], store: string): boolean {
  const own = demands.filter(({ component }) => component === store);
  return own.length > 0 && own.every(({ readOnly }) => readOnly);
}

function largestRatio({ system, base, targetWorkload }: ComparedWorkload, operations: readonly string[]): number {
  const own = volumeIntervals(system, base.workload);
  const target = volumeIntervals(system, targetWorkload);
  const ratios = operations.flatMap((id) => {
    const present = own.get(id)?.mid ?? 0;
    const mid = target.get(id)?.mid ?? 0;
    return present > 0 && mid > 0 ? [mid / present] : [];
  });
  return ratios.length === 0 ? 1 : Math.max(...ratios);
}
