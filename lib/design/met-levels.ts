import type { Demands } from '../capacity/demand';
import { KnownWaits } from '../capacity/latency/known-waits';
import {
  dependOn,
  levelsMet,
  type RequiredLevel,
  type RequiredLevelOutlook,
  requiredLevelOutlooks,
} from '../capacity/latency/required-level';
import type { CapacityForm } from '../capacity/supply';
import type { ResourceUse } from '../capacity/utilization';
import { leastOf, type Vector } from '../capacity/vector';
import type { Component } from '../model/component';

/** A service level that no sizes meet. */
export interface MissedLevel extends RequiredLevelOutlook {
  /** Whether it is missed even where nothing waits: the work of the operation alone takes too long. */
  readonly isWithoutWaits: boolean;
}

/** Factors of the waits of each component: the time that the levels leave is divided among components that make events wait. */
export const WAIT_TIMES = [1, 1.1, 1.25, 1.4, 1.6, 1.8, 2, 2.4, 3, 4, 6, 10];

/** The service levels of a search. */
export interface MetLevels {
  /** 1 in each sample in which the levels are met where nothing waits, and 0 in the others. */
  readonly withoutWaits: Vector;
  /** 1 in each sample in which the levels are met with the waits of these resources, and 0 in the others. */
  keptIn(form: CapacityForm, uses: readonly ResourceUse[]): Vector;
  /**
   * As `keptIn` for a size of one component, whose waits are longer by one of `WAIT_TIMES`: with a factor of 2, the component may use
   * half of the time that the levels leave. 0 where fewer samples than required meet them. Callers pass factors in ascending order.
   */
  keptBySize(size: Component, form: CapacityForm, uses: readonly ResourceUse[], waitTimes: number): Vector;
  /** The levels that are met in fewer samples than required. */
  missedIn(form: CapacityForm, uses: readonly ResourceUse[]): MissedLevel[];
}

/** The service levels of a search for sizes of a form, which must be met in a number of samples. */
export function metLevels(levels: readonly RequiredLevel[], demands: Demands, base: CapacityForm, required: number): MetLevels {
  const knownWaits = new KnownWaits(demands.samples.count);
  const keptIn = (form: CapacityForm, uses: readonly ResourceUse[]) =>
    levelsMet({ levels, demands, form, uses }, { among: leastOf(uses.map(({ factor }) => factor)), required, knownWaits });
  const withoutWaits = keptIn(base, []);
  // Levels that are missed with shorter waits are missed with longer ones.
  const metBefore = new Map<string, { readonly waitTimes: number; readonly met: Vector }>();
  return {
    withoutWaits,
    keptIn,
    keptBySize(size, form, uses, waitTimes) {
      if (!dependOn({ levels, uses, demands })) return withoutWaits;
      const key = JSON.stringify([uses[0]?.component, size]);
      const before = metBefore.get(key);
      if (before !== undefined && (before.met === 0 || before.waitTimes === waitTimes)) return before.met;
      const among = before?.met ?? leastOf([withoutWaits, ...uses.map(({ factor }) => factor)]);
      const met = levelsMet({ levels, demands, form, uses }, { waitTimes, among, required, knownWaits });
      metBefore.set(key, { waitTimes, met });
      return met;
    },
    missedIn: (form, uses) =>
      requiredLevelOutlooks({ levels, demands, form, uses })
        .filter(({ likelihood }) => likelihood * demands.samples.count < required)
        .map((level) => ({ ...level, isWithoutWaits: uses.length === 0 })),
  };
}
