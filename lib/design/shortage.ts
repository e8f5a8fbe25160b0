import type { ResourceUse } from '../capacity/utilization';
import type { Component } from '../model/component';
import type { Resource } from '../model/resource';
import { maskOf, sizeOf } from './mask';
import type { Choices } from './select';

/** A component that is too small for the workload in every size, or whose settings are. */
export interface Shortage {
  /** Id of the component. */
  readonly component: string;
  /** The resource, where the limit is a setting of the tier and no size, such as connections; or the storage of `neededGib`. */
  readonly resource?: Resource;
  /** Storage that the data needs, GiB, where no storage of a database is as large. */
  readonly neededGib?: number;
  /** Largest share of the samples that it handles, 0 to 1. */
  readonly share: number;
}

/** Settings of components that are enough in fewer samples than required. */
export function settingsTooSmall(uses: readonly ResourceUse[], exact: number, count: number): Shortage[] {
  return uses
    .map(({ component, resource, factor }) => ({ component, resource, share: sizeOf(maskOf([factor], count)) / count }))
    .filter(({ share }) => share * count < exact);
}

/** Components whose largest size is enough in fewer samples than required. */
export function sizesTooSmall(ids: readonly string[], choices: readonly Choices<Component>[], count: number, exact: number): Shortage[] {
  return ids
    .map((component, index) => ({ component, share: Math.max(0, ...(choices[index] ?? []).map(({ mask }) => sizeOf(mask) / count)) }))
    .filter(({ share }) => share * count < exact);
}
