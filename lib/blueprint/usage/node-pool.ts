import type { UsageQuantity } from '../../contract/usage';
import { certain } from '../../core/interval';
import type { ResolvedNodePool } from '../resolved-component';
import { creditUsage } from './credits';
import { expectedCount, type Facts, quantity } from './facts';

/** Usage of a node pool. */
export function nodePoolUsage(pool: ResolvedNodePool, facts: Facts): UsageQuantity[] {
  return [
    ...(pool.nodes === undefined ? [] : [expectedCount(pool.id, pool.nodes.expected)]),
    ...creditUsage(pool.id, pool.instanceType, busyVcpu(pool, facts), facts),
    ...snapshotUsage(pool, facts),
  ];
}

function busyVcpu(pool: ResolvedNodePool, { components }: Facts): number {
  return Object.values(components).reduce(
    (sum, component) =>
      component.kind === 'service' && component.pool === pool.id ? sum + component.vcpu * component.instances.expected : sum,
    0,
  );
}

/** Snapshots of a data volume: a full copy and daily changes, without a free part. */
function snapshotUsage(
  { id, singleHost, dataVolumeGib = singleHost?.dataVolumeGib }: ResolvedNodePool,
  { traffic }: Facts,
): UsageQuantity[] {
  if (dataVolumeGib === undefined) return [];
  const share = traffic.backupShare.value;
  return [
    quantity(id, 'backupGb', certain(share * dataVolumeGib), { kind: 'volume-snapshots', backupShare: share, volumeGib: dataVolumeGib }),
  ];
}
