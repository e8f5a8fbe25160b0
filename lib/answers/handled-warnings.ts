import type { Blueprint } from '../blueprint/blueprint';
import type { System } from '../model/system';
import type { HandledWorkloadWarning } from './answer-warning';
import { handledWorkload, handlesTooLittle } from './handled-workload';

/** A warning if a blueprint of a system is less than 90% likely to handle its own workload. */
export function handledWarnings(system: System, blueprint: Blueprint): HandledWorkloadWarning[] {
  const handled = handledWorkload(system, blueprint);
  return handlesTooLittle(handled) ? [{ kind: 'workload-not-handled', tier: blueprint.tier.id, ...handled }] : [];
}
