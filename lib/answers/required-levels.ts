import { causedBy } from '../capacity/causes';
import type { RequiredLevel } from '../capacity/latency/required-level';
import { httpRequestsOf } from '../capacity/latency/service-level';
import { InputError, notOneOf, type Problem } from '../core/problems';
import type { ServiceLevelLimit } from '../model/service-level-limit';
import type { System } from '../model/system';
import { WORKLOAD_SUBJECT } from './workload-input';

/**
 * The service levels of a request with the operations that they are about; empty without any. A replication lag without an operation is
 * about all that read from replicas. Throws an InputError for an operation that the system does not have, for the response time or errors
 * of a session, for a level of HTTP requests where no operation counts them, and for a replication lag that no operation sees.
 */
export function requiredLevels(system: System, limits: readonly ServiceLevelLimit[] = []): RequiredLevel[] {
  const problems: Problem[] = [];
  const levels = limits.flatMap(({ operation, measure, most }, index): RequiredLevel[] => {
    const operations = measure === 'replication-lag' ? readersOf(operation, system) : eventOf(operation, measure, system);
    if (Array.isArray(operations)) return operations.map((id) => ({ operation: id, measure, most }));
    problems.push({ ...operations, path: `slo.${index}` });
    return [];
  });
  if (problems.length > 0) throw new InputError(WORKLOAD_SUBJECT, problems);
  return levels;
}

/** The operation of a level of response times or errors, in a list. */
function eventOf(named: string | undefined, measure: ServiceLevelLimit['measure'], { operations }: System): string[] | Problem {
  const events = Object.keys(operations).filter((id) => operations[id]?.kind === 'event');
  const operation = named ?? httpRequestsOf({ operations });
  if (operation === undefined) {
    const expected = `an operation too, such as ${events[0]}.${measure}`;
    return { path: '', reason: 'no operation of the system counts HTTP requests', expected };
  }
  return events.includes(operation) ? [operation] : notOneOf('', operation, events);
}

/** The operations of a level of the replication lag: the named one, or all that read from replicas. */
function readersOf(named: string | undefined, { operations }: System): string[] | Problem {
  const ids = Object.keys(operations);
  if (named !== undefined && !ids.includes(named)) return notOneOf('', named, ids);
  const readers = ids.filter((id) => operations[id]?.demands.some(({ readOnly }) => readOnly));
  const seenBy = named === undefined ? readers : [named].filter((id) => readers.some((reader) => causedBy(id, { operations }).has(reader)));
  if (seenBy.length > 0) return seenBy;
  const reason = named === undefined ? 'no operation of the system reads from replicas' : `${named} does not read from replicas`;
  return { path: '', reason, expected: 'a demand with `readOnly`' };
}
