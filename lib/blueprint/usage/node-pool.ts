import { baselineShare } from '../../sizing';
import { HOURS_PER_MONTH } from '../../units';
import type { ResolvedNodePool, UsageQuantity } from '../blueprint';
import { expectedCount, type Facts, quantity, rounded } from './facts';

export function nodePoolUsage(pool: ResolvedNodePool, facts: Facts): UsageQuantity[] {
  return [expectedCount(pool.id, pool.nodes.expected), ...creditUsage(pool, facts)];
}

/** Processor time above the baseline, as if the load were spread evenly over the month. */
function creditUsage(pool: ResolvedNodePool, { tier, traffic, components, busy }: Facts): UsageQuantity[] {
  const baseline = baselineShare(pool.instanceType);
  if (baseline === 1) return [];
  const vcpu = Object.values(components)
    .filter((component) => component.kind === 'service' && component.pool === pool.id)
    .reduce((sum, component) => sum + (component.kind === 'service' ? (component.cpuUnits / 1_024) * component.instances.expected : 0), 0);
  const surplusHours = (load: number) => Math.max(0, load * traffic.averageToPeak.value - baseline) * vcpu * HOURS_PER_MONTH;
  const peakOf = (users: number) => Math.min(1, users / tier.workload.concurrentUsers.high);
  const { low, mid, high } = tier.workload.concurrentUsers;
  return [
    quantity(
      pool.id,
      'surplusCreditVcpuHours',
      { low: surplusHours(peakOf(low)), mid: surplusHours(peakOf(mid)), high: surplusHours(peakOf(high)) },
      `average load of ${rounded(vcpu)} vCPU above the baseline of ${baseline * 100} % of ${pool.instanceType}; ${busy}`,
    ),
  ];
}
