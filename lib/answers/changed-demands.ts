import type { Interval } from '../core/interval';
import { perUnitOf } from '../loadtest/tested-rows';
import type { Resource } from '../model/resource';
import type { System } from '../model/system';

/** A demand of an operation that a measurement of a tier replaces. */
export interface ChangedDemand {
  /** Id of the operation. */
  readonly operation: string;
  /** Whether the amounts are those of one session; otherwise of one event. */
  readonly isOfSession: boolean;
  /** Id of the component. */
  readonly component: string;
  /** The resource. Amounts of held resources are amount × seconds for an event. */
  readonly resource: Resource;
  /** The demand of the definition. Absent: the definition has none. */
  readonly from?: Interval;
  /** The demand on the measured tier. */
  readonly to: Interval;
}

/** The demands that differ between a system and the same system with a measurement, which appends those of the measured tier. */
export function changedDemands(before: Pick<System, 'operations'>, after: Pick<System, 'operations'>): ChangedDemand[] {
  return Object.entries(before.operations).flatMap(([id, operation]) => {
    const now = after.operations[id]?.demands ?? [];
    const replaced = operation.demands.filter((demand, index) => now[index] !== demand);
    return now.slice(operation.demands.length).map((demand, index): ChangedDemand => {
      const own = replaced[index];
      return {
        operation: id,
        isOfSession: operation.kind === 'session',
        component: demand.component,
        resource: demand.resource,
        ...(own === undefined ? {} : { from: perUnitOf(operation, own) }),
        to: perUnitOf(operation, demand),
      };
    });
  });
}
