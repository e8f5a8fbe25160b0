import { addIntervals, certain, combineIntervals, type Interval } from '../core/interval';
import { SECONDS_EVERY } from '../model/amount';
import type { System } from '../model/system';
import { userVolumes, volumeIntervals } from '../model/volumes';
import type { TargetWorkload } from '../model/workload';
import { concurrencyOf } from './queueing/little';

/**
 * The meanings of "concurrent users". In this product it always means `withOpenSession`; the other numbers follow from
 * the operations of those users.
 */
export interface UserActivity {
  /** Users with an open session, most of whom read, think or are away. */
  readonly withOpenSession: Interval;
  /** Users among them who start an operation within 60 seconds. */
  readonly active: Interval;
  /** Operations in progress: rate × seconds, by Little's law. Undefined if an operation of the workload has no seconds. */
  readonly inFlight: Interval | undefined;
  /** Ids of the operations of the workload that have no seconds. */
  readonly withoutSeconds: readonly string[];
  /** Open sessions, such as chats and calls. By operation id. */
  readonly sessions: Readonly<Record<string, Interval>>;
}

/** Users with a session, active users and requests in flight, for a workload. */
export function userActivity({ operations }: Pick<System, 'operations'>, targetWorkload: TargetWorkload): UserActivity {
  const volumes = volumeIntervals({ operations }, targetWorkload);
  const users = targetWorkload.concurrentUsers ?? certain(0);
  const events = Object.entries(operations).filter(([, { kind }]) => kind === 'event');
  const withoutSeconds = events.filter(([id, { seconds }]) => seconds === undefined && (volumes.get(id)?.high ?? 0) > 0).map(([id]) => id);
  const ofUsers = userVolumes({ operations }, targetWorkload);
  const perSecond = addIntervals(...events.map(([id]) => ofUsers.get(id) ?? certain(0)));
  return {
    withOpenSession: users,
    active: combineIntervals(users, perSecond, activeWithinAMinute),
    inFlight:
      withoutSeconds.length > 0
        ? undefined
        : addIntervals(
            ...events.map(([id, { seconds }]) =>
              combineIntervals(volumes.get(id) ?? certain(0), seconds?.amount ?? certain(0), concurrencyOf),
            ),
          ),
    withoutSeconds,
    sessions: Object.fromEntries(
      Object.entries(operations).flatMap(([id, { kind, counts }]) =>
        kind === 'session' && counts !== 'users' ? [[id, volumes.get(id) ?? certain(0)]] : [],
      ),
    ),
  };
}

/** Users who start at least one operation within 60 seconds: 1 − e^(−rate × 60) of independent users with the same rate. */
function activeWithinAMinute(users: number, perSecond: number): number {
  return users === 0 ? 0 : users * -Math.expm1(-(perSecond / users) * SECONDS_EVERY.minute);
}
