import type { Blueprint } from '../blueprint/blueprint';
import type { System } from '../model/system';
import type { HandledWorkloadWarning, MoreInstancesWarning } from './answer-warning';
import { type HandledWorkload, handledWorkload, handlesTooLittle } from './handled-workload';

/** Warnings about the workload of a tier: the part that it does not handle, and instances for it that are not in the estimate. */
export interface HandledWarnings {
  /** A warning if the blueprint is less than 90% likely to handle its own workload. */
  readonly notHandled: readonly HandledWorkloadWarning[];
  /** A warning if the workload needs more instances than the expected cost contains. */
  readonly moreInstances: readonly MoreInstancesWarning[];
}

/** The warnings about the workload of a blueprint of a system. */
export function handledWarnings(system: System, blueprint: Blueprint): HandledWarnings {
  const handled = handledWorkload(system, blueprint);
  const tier = blueprint.tier.id;
  return {
    notHandled: handlesTooLittle(handled) ? [{ kind: 'workload-not-handled', tier, ...handled }] : [],
    moreInstances: moreInstancesWarnings(tier, handled),
  };
}

/** A warning if the workload of a tier needs more instances than the expected cost contains. */
export function moreInstancesWarnings(tier: string, { moreInstances: services }: HandledWorkload): MoreInstancesWarning[] {
  return services.length === 0 ? [] : [{ kind: 'expected-instances-missing', tier, services }];
}
