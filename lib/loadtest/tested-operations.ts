import { causedBy } from '../capacity/causes';
import type { SizedSystem } from '../capacity/demand';
import { SECONDS_EVERY } from '../model/amount';
import type { Operation } from '../model/operation';
import { RESOURCES, type Resource } from '../model/resource';

/** A throughput of a load test. */
export interface TestedThroughput {
  /** Successful requests/s. */
  readonly requestsPerSecond: number;
  /** Virtual users of the test. */
  readonly concurrency: number;
}

/** An operation that the requests of a load test start. */
export interface TestedOperation {
  /** The operation, with the demands that the test makes. */
  readonly operation: Operation;
  /** Whether the test shows the volume that uses a resource. */
  readonly hasVolume: (resource: Resource) => boolean;
  /** Events/s, or sessions, that use a resource. */
  readonly volume: (resource: Resource, throughput: TestedThroughput) => number;
}

/**
 * Operations that the requests of a load test start: the requests, the operations that they cause, and the sessions of their users.
 * Sessions hold connections, slots and workers for each virtual user. Their processor time, requests and writes follow the requests
 * of the test, because virtual users rarely pause between requests as others do. What sessions use of a component that requests do not
 * reach, such as the media server of a call, is not tested.
 */
export function testedOperations(
  requests: string,
  { operations }: Pick<SizedSystem, 'operations'>,
  { hasUsers, reached }: { readonly hasUsers: boolean; readonly reached: ReadonlySet<string> },
): TestedOperation[] {
  const events = [...causedBy(requests, { operations })].map(
    ([id, often]): TestedOperation => ({
      operation: operations[id] as Operation,
      hasVolume: () => true,
      volume: (_resource, { requestsPerSecond }) => often * requestsPerSecond,
    }),
  );
  const perUser = requestsPerSecondOfUser(requests, operations);
  const sessions = Object.values(operations)
    .filter(({ kind, counts }) => kind === 'session' && counts === 'users')
    .map(
      (operation): TestedOperation => ({
        operation: { ...operation, demands: operation.demands.filter(({ component }) => reached.has(component)) },
        hasVolume: (resource) => (followsRequests(resource) ? perUser > 0 : hasUsers),
        volume: (resource, { requestsPerSecond, concurrency }) => (followsRequests(resource) ? requestsPerSecond / perUser : concurrency),
      }),
    );
  return [...events, ...sessions];
}

function followsRequests(resource: Resource): boolean {
  return resource === 'processor' || RESOURCES[resource].nature === 'rate';
}

/** Usual requests/s of a user; 0 where requests are not started by users. */
function requestsPerSecondOfUser(id: string, operations: SizedSystem['operations']): number {
  const { usual } = operations[id] as Operation;
  const isPerUser = usual.per === 'user' || operations[usual.per]?.counts === 'users';
  return isPerUser ? usual.amount.mid / SECONDS_EVERY[usual.every] : 0;
}
