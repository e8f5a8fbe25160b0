import { type Interval, mapInterval } from '../core/interval';
import type { Tier } from '../model/tier';
import { baselineShare } from './families';

/**
 * Average load of the vCPUs over a month as a share of them, if the high estimate of the users uses all of them at the peak. `busyShare`
 * is the average load divided by the load at the peak.
 */
export function averageLoad({ concurrentUsers }: Pick<Tier['workload'], 'concurrentUsers'>, busyShare: number): Interval {
  const { high } = concurrentUsers;
  // Standby regions have no users.
  return mapInterval(concurrentUsers, (users) => (high === 0 ? 0 : Math.min(1, users / high)) * busyShare);
}

/** Share of its vCPUs that an average load uses above the baseline of a type, for which unlimited mode charges; 0 for types that are not burstable. */
export function surplusShare(instanceType: string, load: number): number {
  return Math.max(0, load - baselineShare(instanceType));
}
