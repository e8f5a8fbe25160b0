import { addIntervals, certain, combineIntervals, type Interval, mapInterval, scaleInterval } from '../core/interval';
import { fixedRequests, requestsOf } from './complete-workload';
import type { RequestRates } from './requests-of-users';
import type { System } from './system';
import { estimatedVolumes, fixedPartOf, givenAmount, volumeIntervals, type WithOperations } from './volumes';
import type { Workload } from './workload';

const NONE = certain(0);

/**
 * Volume of each operation on average over the month, with the average of users as a share of their peak. Fixed amounts are the same
 * at all times.
 */
export function averageVolumes({ operations }: WithOperations, workload: Workload, averageToPeak: number): ReadonlyMap<string, Interval> {
  const fixed = fixedPartOf({ operations }, workload);
  const constant = fixed === undefined ? undefined : volumeIntervals({ operations }, fixed);
  return new Map(
    [...estimatedVolumes({ operations }, workload)].map(([id, volume]) => {
      // Users and requests that a workload gives are all of them.
      const kept = givenAmount(operations[id], workload) === undefined ? (constant?.get(id) ?? NONE) : NONE;
      return [id, combineIntervals(volume, kept, (all, same) => Math.max(0, all - same) * averageToPeak + same)];
    }),
  );
}

/** HTTP requests per second on average over the month: those of users, and those of fixed amounts, which are the same at all times. */
export function averageRequests(system: RequestRates, workload: Workload, averageToPeak: number): Interval {
  return addIntervals(scaleInterval(requestsOf(system, workload), averageToPeak), fixedRequests(system, workload));
}

/**
 * Average load of the vCPUs over the month as a share of them, if the high estimate of the workload uses all of them at the peak. With
 * fixed amounts, it is the larger share of users and of events.
 */
export function averageLoad({ operations, traffic }: WithOperations & Pick<System, 'traffic'>, workload: Workload): Interval {
  const averageToPeak = traffic.averageToPeak.value;
  // Standby regions have no users.
  const ofUsers = scaleInterval(shareOfHigh(workload.concurrentUsers, workload.concurrentUsers), averageToPeak);
  if (fixedPartOf({ operations }, workload) === undefined) return ofUsers;
  const all = (volumes: ReadonlyMap<string, Interval>) =>
    addIntervals(NONE, ...[...volumes].flatMap(([id, volume]) => (operations[id]?.kind === 'event' ? [volume] : [])));
  const average = all(averageVolumes({ operations }, workload, averageToPeak));
  return combineIntervals(ofUsers, shareOfHigh(average, all(estimatedVolumes({ operations }, workload))), Math.max);
}

function shareOfHigh(amount: Interval, { high }: Interval): Interval {
  return mapInterval(amount, (value) => (high === 0 ? 0 : Math.min(1, value / high)));
}
