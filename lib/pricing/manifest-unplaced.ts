import { BYTES_PER_GIB } from '../core/data-size';
import { INTERVAL_POINTS, type Interval } from '../core/interval';
import type { Cluster } from '../scheduling/cluster';
import { componentOf } from '../scheduling/component';
import { idOf } from '../scheduling/object-index';
import type { Packing, Unplaced } from '../scheduling/pod-packing/pack-pods';
import type { PodGroup } from '../scheduling/pod-packing/pod-group';
import type { LineItem } from './estimate';
import { unpricedLine } from './unbilled-lines';

const WHEN = { low: 'at low', mid: 'at mid', high: 'at high' } as const;

/** Unpriced lines by id, one for each workload with pods that fit no node: the cost of these pods is unknown. */
export function unplacedLines({ objects }: Cluster, packings: Interval<Packing>): ReadonlyMap<string, LineItem> {
  const lines = new Map<string, LineItem>();
  const owners = new Map(objects.flatMap(({ object, demand }) => (demand.pods ?? []).map(({ group }) => [group, object] as const)));
  for (const point of INTERVAL_POINTS) {
    for (const unplaced of packings[point].unplaced) {
      const owner = owners.get(unplaced.group);
      const id = owner === undefined ? unplaced.group.id : idOf(owner);
      if (lines.has(id)) continue;
      const subject = { id, component: owner === undefined ? id : componentOf(owner), type: owner?.kind ?? 'Pod' };
      lines.set(id, unpricedLine(subject, 'unplaced-pods', reasonOf(unplaced, WHEN[point]), { kind: 'unplaced-pods' }));
    }
  }
  return lines;
}

function reasonOf({ group, count, reason }: Unplaced, when: string): string {
  const pods = `${count} of its pods ${count === 1 ? 'fits' : 'fit'} no node ${when}`;
  switch (reason) {
    case 'no node type':
      return `${pods}: no instance type that they may run on has ${requestsText(group)}`;
    case 'no zone':
      return `${pods}: no zone satisfies their affinities`;
    case 'neighbors':
      return `${pods}: they must share a node with pods that must not share a node with them`;
  }
}

function requestsText({ requests: { cpuMillis, memoryBytes, gpus } }: PodGroup): string {
  const gib = Number((memoryBytes / BYTES_PER_GIB).toFixed(2));
  return `${cpuMillis / 1_000} CPU, ${gib} GiB${gpus > 0 ? ` and ${gpus} GPU` : ''}`;
}
