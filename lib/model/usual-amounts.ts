import { certain } from '../core/interval';
import type { Operation, WrittenOperation } from './operation';
import { PROFILE_ASSUMPTIONS, type TrafficProfile } from './traffic-profile';

/** The operations with an amount for a workload that gives none: the stated one, or the assumption for their kind. */
export function withUsualAmounts(
  operations: Readonly<Record<string, WrittenOperation>>,
  profile: TrafficProfile,
): Readonly<Record<string, Operation>> {
  const included = Object.values(operations).flatMap(({ includes }) => includes.map(({ operation }) => operation));
  return Object.fromEntries(
    Object.entries(operations).map(([id, operation]) => [
      id,
      { ...operation, usual: operation.usual ?? assumed(operation, included.includes(id), profile) },
    ]),
  );
}

/** An upper estimate: each user starts an event as often as the profile sends requests, and has a session open. */
function assumed({ kind }: WrittenOperation, isIncluded: boolean, profile: TrafficProfile): Operation['usual'] {
  const { value, reason } = PROFILE_ASSUMPTIONS[profile].requestsPerSecondPerUser;
  if (isIncluded) return perUser(0, 'assumed: only the operations that include it cause it');
  if (kind === 'session') return perUser(1, 'assumed: every user has one open');
  return perUser(value, `assumed: as often as HTTP requests of the profile ${profile} (${reason})`);
}

function perUser(amount: number, source: string): Operation['usual'] {
  return { amount: certain(amount), every: 'second', per: 'user', evidence: 'assumed', source };
}
