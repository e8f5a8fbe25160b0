import type { RequiredLevel } from '../capacity/latency/required-level';
import { allParts } from '../core/all-parts';
import { withRequestsOfEvents } from '../model/complete-workload';
import { parseInput } from '../model/parse';
import type { System } from '../model/system';
import { checkTargetWorkload } from '../model/volumes';
import { type TargetWorkload, WorkloadQuestion } from '../model/workload';
import { requiredLevels } from './required-levels';
import { WORKLOAD_SUBJECT, type WorkloadInput } from './workload-input';

/** A target workload with its requirements, checked against a system. */
export interface RequestedWorkload extends Pick<WorkloadQuestion, 'growth' | 'confidence' | 'budget'> {
  /** The amounts of the request alone. */
  readonly given: TargetWorkload;
  /** With the HTTP requests of events that are given without users. */
  readonly targetWorkload: TargetWorkload;
  /** Required service levels, each with its operation. */
  readonly levels: readonly RequiredLevel[];
}

/** Reads a workload for a system. Throws an InputError with every problem. */
export function requestedWorkload(system: System, workload: WorkloadInput): RequestedWorkload {
  const { slo, growth, confidence, budget, ...given } = parseInput(WorkloadQuestion, workload, WORKLOAD_SUBJECT);
  const { levels } = allParts({ amounts: () => checkTargetWorkload(system, given), levels: () => requiredLevels(system, slo) });
  return { growth, confidence, budget, given, targetWorkload: withRequestsOfEvents(system, given), levels };
}
