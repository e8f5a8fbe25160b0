import { addIntervals, certain, combineIntervals, type Interval } from '../core/interval';
import { SECONDS_EVERY } from '../model/amount';
import type { System } from '../model/system';
import type { TargetWorkload } from '../model/workload';
import { arrivalsPerSecondOf, concurrencyOf } from './queueing/little';
import { volumeIntervals } from './volumes';

/**
 * What "concurrent users" may mean, side by side. In this product it is always `withOpenSession`; the others follow from
 * what those users do.
 */
export interface UsersAtOnce {
  /** Users with an open session, most of whom read, think or are away. */
  readonly withOpenSession: Interval;
  /** Of them, those who start something within a minute. */
  readonly active: Interval;
  /** Pieces of work that are being done at one moment: rate times seconds, by Little's law. */
  readonly inFlight: Interval;
  /** Sessions of each kind: open chats, calls. By operation id. */
  readonly sessions: Readonly<Record<string, Interval>>;
}

/** Users with a session, active users and requests in flight, for a workload. */
export function usersAtOnce({ operations }: Pick<System, 'operations'>, targetWorkload: TargetWorkload): UsersAtOnce {
  const volumes = volumeIntervals({ operations }, targetWorkload);
  const users = targetWorkload.concurrentUsers ?? certain(0);
  const events = Object.entries(operations).filter(([, { kind }]) => kind === 'event');
  const perSecond = addIntervals(...events.map(([id]) => volumes.get(id) ?? certain(0)));
  return {
    withOpenSession: users,
    active: combineIntervals(users, perSecond, activeWithinAMinute),
    inFlight: addIntervals(
      ...events.map(([id, { seconds }]) => combineIntervals(volumes.get(id) ?? certain(0), seconds?.amount ?? certain(0), concurrencyOf)),
    ),
    sessions: Object.fromEntries(
      Object.entries(operations).flatMap(([id, { kind, workloadKey }]) =>
        kind === 'session' && workloadKey !== 'concurrentUsers' ? [[id, volumes.get(id) ?? certain(0)]] : [],
      ),
    ),
  };
}

/** Of independent users with a common rate, those who start at least one thing in a minute: 1 − e^(−rate × 60). */
function activeWithinAMinute(users: number, perSecond: number): number {
  return users === 0 ? 0 : users * -Math.expm1(-(perSecond / users) * SECONDS_EVERY.minute);
}

/** A capacity in requests a second, told in users of one kind. */
export interface UsersReading {
  /** Whom it counts. */
  readonly meaning: string;
  /** Published requests/s. */
  readonly requestsPerSecond: number;
  /** Requests that each of these users sends in a minute. */
  readonly requestsPerMinuteEach: number;
  /** The users that these requests stand for. */
  readonly users: number;
}

/**
 * How many users a capacity is, when each sends so many requests a minute. The same machine handles 2,000 users who send
 * three and 100 who send sixty: both are right, and only one of them is what somebody means.
 */
export function usersReading(meaning: string, requestsPerSecond: number, requestsPerMinuteEach: number): UsersReading {
  const each = requestsPerMinuteEach / SECONDS_EVERY.minute;
  return { meaning, requestsPerSecond, requestsPerMinuteEach, users: arrivalsPerSecondOf(requestsPerSecond, each) };
}
