import type { UsageQuantity } from '../../contract/usage';
import { KIB_PER_GIB, MIB_PER_GIB } from '../../core/data-size';
import { addIntervals, scaleInterval } from '../../core/interval';
import type { Place } from '../context';
import { type Facts, quantity } from './facts';

/** Change log of a database per request: one request in ten writes about 10 KiB with indexes. An assumption. */
const CHANGES_KIB_PER_REQUEST = 1;

/** Data that is replicated to each other region: database changes and new files. */
export function replicationUsage({ replicates, copiedTo }: Place, facts: Facts): UsageQuantity[] {
  const { components, handledPerMonth, uploadsPerMonth, uploadedMibPerMonth } = facts;
  const copies = (kind: string) => replicates.filter((id) => components[id]?.kind === kind).length * copiedTo.length;
  const changes = scaleInterval(handledPerMonth, (CHANGES_KIB_PER_REQUEST * copies('database')) / KIB_PER_GIB);
  const files = scaleInterval(uploadedMibPerMonth, copies('bucket') / MIB_PER_GIB);
  return [
    quantity('network', 'interRegionGb', addIntervals(changes, files), {
      kind: 'replication',
      changesKib: CHANGES_KIB_PER_REQUEST,
      requests: handledPerMonth.mid,
      uploads: uploadsPerMonth.mid,
      regions: copiedTo,
    }),
  ];
}
