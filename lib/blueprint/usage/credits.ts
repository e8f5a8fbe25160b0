import type { UsageQuantity } from '../../contract/usage';
import { mapInterval } from '../../core/interval';
import { HOURS_PER_MONTH } from '../../core/time';
import { surplusShare } from '../../selection/burstable-load';
import { baselineShare } from '../../selection/families';
import { type Facts, quantity } from './facts';

/**
 * Processor time that a burstable type uses above its baseline, as if the load were spread evenly over the month; nothing
 * for other types. `vcpu` is the number of vCPU that the load at the peak uses.
 */
export function creditUsage(id: string, instanceType: string | undefined, vcpu: number, { averageLoad }: Facts): UsageQuantity[] {
  if (instanceType === undefined) return [];
  const baseline = baselineShare(instanceType);
  if (baseline === 1) return [];
  const hours = mapInterval(averageLoad, (load) => surplusShare(instanceType, load) * vcpu * HOURS_PER_MONTH);
  return [
    quantity(id, 'surplusCreditVcpuHours', hours, {
      kind: 'surplus-credits',
      vcpu,
      baselineShare: baseline,
      instanceType,
      busyShare: averageLoad.high,
    }),
  ];
}
