import { BYTES_PER_GIB } from '../core/data-size';
import type { PackedNode } from '../scheduling/pod-packing/pack-pods';
import type { PoolWarning } from './answer-warning';
import type { Pools } from './node-pools';

/** Pools with a node whose pods request more ephemeral storage than its volumes have: the estimate has volumes that are too small. */
export function nodeDiskWarnings(nodes: readonly PackedNode[], { disksOf }: Pick<Pools, 'disksOf'>): readonly PoolWarning[] {
  const warnings = new Map<string, Extract<PoolWarning, { kind: 'node-volumes-too-small' }>>();
  for (const { choice, pods } of nodes) {
    const bytes = pods.reduce((sum, { group }) => sum + (group.ephemeralBytes ?? 0), 0);
    const volumesGib = disksOf(choice.pool.id).reduce((sum, { sizeGib }) => sum + sizeGib, 0);
    const requestedGib = Math.ceil(bytes / BYTES_PER_GIB);
    if (requestedGib <= Math.max(volumesGib, warnings.get(choice.pool.id)?.requestedGib ?? 0)) continue;
    const workloads = [...new Set(pods.filter(({ group }) => (group.ephemeralBytes ?? 0) > 0).map(({ group }) => group.id))];
    warnings.set(choice.pool.id, { kind: 'node-volumes-too-small', workloads, requestedGib, volumesGib });
  }
  return [...warnings.values()];
}
