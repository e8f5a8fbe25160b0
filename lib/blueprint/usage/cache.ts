import type { UsageQuantity } from '../../contract/usage';
import { certain } from '../../core/interval';
import type { ResolvedCache } from '../resolved-component';
import { type Facts, quantity } from './facts';
import { logUsage } from './logs';
import { secretUsage } from './secrets';

/** Size of a cache snapshot as a share of the memory. */
export const SNAPSHOT_SHARE = 0.6;

/** Log volume of a cache in a container, which logs starts and snapshots but no commands. */
const CONTAINER_LOG_GB = 0.01;

/** Usage of a cache. */
export function cacheUsage(cache: ResolvedCache, facts: Facts): UsageQuantity[] {
  const { id, deployment, memoryGib, snapshotRetentionDays } = cache;
  const secret = secretUsage(id, facts);
  if (deployment === 'container') {
    return [secret, ...logUsage(id, certain(CONTAINER_LOG_GB), { kind: 'cache-log', logGb: CONTAINER_LOG_GB }, facts)];
  }
  return [
    secret,
    quantity(id, 'backupGb', certain(memoryGib * SNAPSHOT_SHARE * Math.max(0, snapshotRetentionDays - 1)), {
      kind: 'cache-snapshots',
      retentionDays: snapshotRetentionDays,
      snapshotShare: SNAPSHOT_SHARE,
      memoryGib,
    }),
  ];
}
