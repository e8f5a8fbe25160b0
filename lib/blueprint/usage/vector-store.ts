import type { UsageQuantity } from '../../contract/usage';
import { KIB_PER_GIB } from '../../core/data-size';
import { certain, scaleInterval } from '../../core/interval';
import type { ResolvedVectorStore } from '../resolved-component';
import { type Facts, quantity } from './facts';
import { logUsage } from './logs';

/** Share of requests that search; other requests are not in its log. */
const SEARCH_SHARE = 0.1;

/** Size of a line in the access log of the server. */
const LOG_KIB_PER_SEARCH = 0.2;

/** On ECS, volume and snapshots belong to the node that it runs on; in a cluster, to the vector store. */
export function vectorStoreUsage({ id, storageGib }: ResolvedVectorStore, facts: Facts): UsageQuantity[] {
  const { handledPerMonth, platform, traffic } = facts;
  const share = traffic.backupShare.value;
  const snapshots = quantity(id, 'backupGb', certain(share * storageGib), {
    kind: 'volume-snapshots',
    backupShare: share,
    volumeGib: storageGib,
  });
  const logs = logUsage(
    id,
    scaleInterval(handledPerMonth, (SEARCH_SHARE * LOG_KIB_PER_SEARCH) / KIB_PER_GIB),
    { kind: 'search-log', searchShare: SEARCH_SHARE, requests: handledPerMonth.mid, entryKib: LOG_KIB_PER_SEARCH },
    facts,
  );
  return platform === 'ecs' ? logs : [...logs, snapshots];
}
