import { BYTES_PER_GIB } from '../core/data-size';
import { INTERVAL_POINTS, type Interval } from '../core/interval';
import type { Cluster } from '../scheduling/cluster';
import { componentOf } from '../scheduling/component';
import { idOf } from '../scheduling/object-index';
import type { Packing, Unplaced } from '../scheduling/pod-packing/pack-pods';
import type { LineItem } from './estimate';
import type { UnpricedReason } from './line-reason';
import { unpricedLine } from './unbilled-lines';

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
      lines.set(id, unpricedLine(subject, reasonOf(unplaced, point), { kind: 'unplaced-pods' }));
    }
  }
  return lines;
}

function reasonOf({ group, count, reason }: Unplaced, point: keyof Interval): UnpricedReason {
  const { cpuMillis, memoryBytes, gpus } = group.requests;
  const labels = [...new Set(group.nodeTerms.flat().map(({ key }) => key))];
  return {
    kind: 'unplaced-pods',
    count,
    point,
    cause: reason,
    requests: { cpu: cpuMillis / 1_000, memoryGib: memoryBytes / BYTES_PER_GIB, gpus },
    ...(gpus > 0 && labels.length > 0 && { labels }),
  };
}
