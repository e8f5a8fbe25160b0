import type { UsageQuantity } from '../../contract/usage';
import { HOURS_PER_MONTH } from '../../core/time';
import { baselineShare } from '../../selection/families';
import { type Facts, quantity } from './facts';

/**
 * Processor time that a burstable type uses above its baseline, as if the load were spread evenly over the month; nothing
 * for other types. `vcpu` is the number of vCPU that the load at the peak uses.
 */
export function creditUsage(id: string, instanceType: string | undefined, vcpu: number, facts: Facts): UsageQuantity[] {
  if (instanceType === undefined) return [];
  const baseline = baselineShare(instanceType);
  if (baseline === 1) return [];
  const { low, mid, high } = facts.tier.workload.concurrentUsers;
  const surplusHours = (users: number) => {
    // Standby regions have no users.
    const load = (high === 0 ? 0 : Math.min(1, users / high)) * facts.traffic.averageToPeak.value;
    return Math.max(0, load - baseline) * vcpu * HOURS_PER_MONTH;
  };
  return [
    quantity(
      id,
      'surplusCreditVcpuHours',
      { low: surplusHours(low), mid: surplusHours(mid), high: surplusHours(high) },
      { kind: 'surplus-credits', vcpu, baselineShare: baseline, instanceType, busyShare: facts.traffic.averageToPeak.value },
    ),
  ];
}
