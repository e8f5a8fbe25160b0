import type { RequiredLevel } from '../capacity/latency/required-level';
import { httpRequestsOf } from '../capacity/latency/service-level';
import { InputError, notOneOf, type Problem } from '../core/problems';
import type { ServiceLevelLimit } from '../model/service-level-limit';
import type { System } from '../model/system';
import { WORKLOAD_SUBJECT } from './workload-input';

/**
 * The service levels of a request with the operations that they are about; empty without any. Throws an InputError for an operation
 * that the system does not have, for a session, and for a level of HTTP requests where no operation counts them.
 */
export function requiredLevels({ operations }: System, limits: readonly ServiceLevelLimit[] = []): RequiredLevel[] {
  const requests = httpRequestsOf({ operations });
  const events = Object.keys(operations).filter((id) => operations[id]?.kind === 'event');
  const problems: Problem[] = [];
  const levels = limits.flatMap(({ operation = requests, measure, most }, index): RequiredLevel[] => {
    const path = `slo.${index}`;
    if (operation !== undefined && events.includes(operation)) return [{ operation, measure, most }];
    problems.push(
      operation === undefined
        ? { path, reason: 'no operation of the system counts HTTP requests', expected: `an operation too, such as ${events[0]}.${measure}` }
        : notOneOf(path, operation, events),
    );
    return [];
  });
  if (problems.length > 0) throw new InputError(WORKLOAD_SUBJECT, problems);
  return levels;
}
