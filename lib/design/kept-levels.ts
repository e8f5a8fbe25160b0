import type { Demands } from '../capacity/demand';
import { levelsKept, type RequiredLevel, type RequiredLevelOutlook, requiredLevelOutlooks } from '../capacity/latency/required-level';
import type { CapacityForm } from '../capacity/supply';
import type { ResourceUse } from '../capacity/utilization';
import { leastOf, type Vector } from '../capacity/vector';

/** A service level that no sizes keep. */
export interface MissedLevel extends RequiredLevelOutlook {
  /** Whether it is missed even where nothing waits: the work of the operation alone takes too long. */
  readonly isWithoutWaits: boolean;
}

/** The service levels of a search. */
export interface KeptLevels {
  /** 1 in each sample in which the levels are kept where nothing waits, and 0 in the others. */
  readonly withoutWaits: Vector;
  /**
   * 1 in each sample in which the levels are kept with the waits of these resources, longer by a factor, and 0 in the others. With the
   * waits of one component and a factor of 2, that component may use half of the time that the levels leave.
   */
  keptIn(form: CapacityForm, uses: readonly ResourceUse[], waitTimes?: number): Vector;
  /** The levels that fewer samples keep than required. */
  missedIn(form: CapacityForm, uses: readonly ResourceUse[], required: number): MissedLevel[];
}

/** The service levels of a search for sizes of a form. */
export function keptLevels(levels: readonly RequiredLevel[], demands: Demands, base: CapacityForm): KeptLevels {
  const keptIn = (form: CapacityForm, uses: readonly ResourceUse[], waitTimes = 1) =>
    levelsKept({ levels, demands, form, uses }, { waitTimes, among: leastOf(uses.map(({ factor }) => factor)) });
  const withoutWaits = keptIn(base, []);
  return {
    withoutWaits,
    keptIn,
    missedIn: (form, uses, required) =>
      requiredLevelOutlooks({ levels, demands, form, uses })
        .filter(({ likelihood }) => likelihood * demands.samples.count < required)
        .map((level) => ({ ...level, isWithoutWaits: uses.length === 0 })),
  };
}
