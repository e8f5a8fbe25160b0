import { certain } from '../../units';
import type { ResolvedCache, UsageQuantity } from '../blueprint';
import { quantity } from './facts';

/** Share of its memory that a cache's snapshot takes. */
const SNAPSHOT_SHARE = 0.6;

export function cacheUsage({ id, deployment, memoryGib, snapshotRetentionDays }: ResolvedCache): UsageQuantity[] {
  if (deployment === 'container') return [];
  return [
    quantity(
      id,
      'backupGb',
      certain(memoryGib * SNAPSHOT_SHARE * Math.max(0, snapshotRetentionDays - 1)),
      `${snapshotRetentionDays} daily snapshots, the first free, of ${SNAPSHOT_SHARE} × ${memoryGib} GiB`,
    ),
  ];
}
