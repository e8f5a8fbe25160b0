import { addIntervals, certain, combineIntervals, type Interval } from '../core/interval';
import type { Operation } from './operation';
import { type RequestRates, requestsOfUsers } from './requests-of-users';
import { fixedPartOf, startedByUsers, startedIntervals, volumeIntervals } from './volumes';
import type { TargetWorkload, Workload } from './workload';

const NONE = certain(0);

/** The workload of a tier that is built for a target workload. Amounts that are left out follow from its users. */
export function completeWorkload(system: RequestRates, { concurrentUsers, ...given }: TargetWorkload): Workload {
  return { ...given, concurrentUsers: concurrentUsers ?? volumeIntervals(system, given).get(countingId(system, 'users') ?? '') ?? NONE };
}

/**
 * HTTP requests per second of the estimate of a workload: the given ones, else those of its users, and at least one for each event
 * that users start, except messages on open connections. The operation that counts requests keeps its own amount, as in the capacity.
 */
export function requestsOf(system: RequestRates, workload: TargetWorkload): Interval {
  const { requestsPerSecond, concurrentUsers = NONE } = workload;
  const counted = volumeIntervals(system, workload).get(countingId(system, 'http-requests') ?? '');
  return requestsPerSecond ?? atLeastEvents(counted ?? requestsOfUsers(concurrentUsers, system), system, workload);
}

/**
 * The target workload with the HTTP requests of events whose amounts are given without users, such as 3 orders/s: without a
 * number of users none would be counted.
 */
export function withRequestsOfEvents(system: RequestRates, targetWorkload: TargetWorkload): TargetWorkload {
  const { concurrentUsers, requestsPerSecond, operations = {} } = targetWorkload;
  const isCounted = (['users', 'http-requests'] as const).some((counts) => Object.hasOwn(operations, countingId(system, counts) ?? ''));
  if (isCounted || concurrentUsers !== undefined || requestsPerSecond !== undefined) return targetWorkload;
  const { high } = startedEvents(system, targetWorkload);
  return high === 0 ? targetWorkload : { ...targetWorkload, requestsPerSecond: requestsOf(system, targetWorkload) };
}

function countingId({ operations }: RequestRates, counts: 'users' | 'http-requests'): string | undefined {
  return Object.keys(operations).find((id) => operations[id]?.counts === counts);
}

function atLeastEvents(requests: Interval, system: RequestRates, workload: TargetWorkload): Interval {
  return combineIntervals(requests, startedEvents(system, workload), Math.max);
}

/** Events per second that users start by an HTTP request, without those that other operations include. */
function startedEvents(system: RequestRates, workload: TargetWorkload): Interval {
  return httpEvents(system, startedByUsers(system, workload));
}

/** HTTP requests per second of the fixed amounts of a system, which are in addition to those of users. */
export function fixedRequests(system: RequestRates, workload: TargetWorkload): Interval {
  const fixed = fixedPartOf(system, workload);
  return fixed === undefined ? NONE : httpEvents(system, startedIntervals(system, fixed));
}

function httpEvents(system: RequestRates, started: ReadonlyMap<string, Interval>): Interval {
  const { operations } = system;
  return addIntervals(
    ...Object.entries(operations).map(([id, operation]) => (isHttpRequest(operation, system) ? (started.get(id) ?? NONE) : NONE)),
  );
}

/** Whether each event of an operation is an HTTP request that no other number counts. */
function isHttpRequest(operation: Operation, system: RequestRates): boolean {
  const { kind, counts, transfer } = operation;
  return kind === 'event' && counts === undefined && transfer?.message === undefined && !isWithoutHttp(operation, system);
}

/** Whether no service that an event needs has an HTTP port, such as a reading that a device sends to a broker of messages. */
function isWithoutHttp({ demands }: Operation, { tiers }: RequestRates): boolean {
  const services = tiers.flatMap(({ components }) =>
    demands.flatMap(({ component }) => {
      const needed = Object.hasOwn(components, component) ? components[component] : undefined;
      return needed?.kind === 'service' ? [needed] : [];
    }),
  );
  return services.length > 0 && services.every(({ ports }) => ports.every(({ protocol }) => protocol !== 'http'));
}
