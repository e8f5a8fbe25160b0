import type { RequiredLevel } from '../capacity/latency/required-level';
import { allParts } from '../core/all-parts';
import { withRequestsOfEvents } from '../model/complete-workload';
import { parseInput } from '../model/parse';
import type { System } from '../model/system';
import type { SystemDefinition } from '../model/tier-extension';
import { checkTargetWorkload } from '../model/volumes';
import { type TargetWorkload, WorkloadQuestion } from '../model/workload';
import { requiredLevels } from './required-levels';
import { loadSystem } from './system-reference';
import { WORKLOAD_SUBJECT, type WorkloadInput } from './workload-input';

/** The parts of a workload that are checked against a system, each on its own. */
const AMOUNTS = WorkloadQuestion.pick({ concurrentUsers: true, requestsPerSecond: true, operations: true }).loose();
const LEVELS = WorkloadQuestion.pick({ slo: true }).loose();

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
  const { read, levels } = allParts({
    read: () => parseInput(WorkloadQuestion, workload, WORKLOAD_SUBJECT),
    amounts: () => checkTargetWorkload(system, parseInput(AMOUNTS, workload, WORKLOAD_SUBJECT)),
    levels: () => requiredLevels(system, parseInput(LEVELS, workload, WORKLOAD_SUBJECT).slo),
  });
  const { slo: _slo, growth, confidence, budget, ...given } = read;
  return { growth, confidence, budget, given, targetWorkload: withRequestsOfEvents(system, given), levels };
}

/** Throws an InputError with every problem of a workload: of a system, or, where it is unknown, of any. */
export function checkWorkload(system: SystemDefinition | undefined, workload: WorkloadInput): void {
  if (system === undefined) parseInput(WorkloadQuestion, workload, WORKLOAD_SUBJECT);
  else requestedWorkload(loadSystem(system), workload);
}
