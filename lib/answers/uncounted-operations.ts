import type { System } from '../model/system';
import type { TargetWorkload } from '../model/workload';
import type { UncountedWarning } from './answer-warning';

/**
 * A warning about the operations that a workload does not count: it gives no amount of them, their usual amount is 0, and no other
 * operation causes them, such as a nightly export.
 */
export function uncountedWarnings({ operations }: Pick<System, 'operations'>, workload: TargetWorkload): UncountedWarning[] {
  const given = Object.keys(workload.operations ?? {});
  const caused = Object.values(operations).flatMap(({ includes }) => includes.map(({ operation }) => operation));
  const uncounted = Object.entries(operations).flatMap(([id, { usual, counts, demands, includes }]) => {
    const isCounted = usual.amount.high > 0 || counts !== undefined || given.includes(id) || caused.includes(id);
    return isCounted || demands.length + includes.length === 0 ? [] : [id];
  });
  return uncounted.length === 0 ? [] : [{ kind: 'operations-not-counted', operations: uncounted }];
}
