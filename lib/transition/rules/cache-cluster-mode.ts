import { textOf } from '../property-value';
import type { TransitionRule } from '../rule';

/** Steps that ElastiCache accepts. */
const ACCEPTED: ReadonlySet<string> = new Set(['disabled compatible', 'compatible enabled', 'compatible disabled']);

/** Cluster mode is enabled in two steps. */
export const cacheClusterMode: TransitionRule = {
  id: 'cache-cluster-mode',
  description: 'ElastiCache changes cluster mode from disabled to compatible and then to enabled, and never disables an enabled one',
  sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/modify-cluster-mode.html'],
  asOf: '2026-11-28',
  *judge(context) {
    for (const { id, before, after } of context.changed('ClusterMode', 'AWS::ElastiCache::ReplicationGroup')) {
      const [old, next] = [textOf(before, 'ClusterMode') ?? 'disabled', textOf(after, 'ClusterMode') ?? 'disabled'];
      const isAccepted = old === next || ACCEPTED.has(`${old} ${next}`);
      yield {
        resource: id,
        class: isAccepted ? 'in-place' : 'rejected',
        properties: ['ClusterMode'],
        text: `cluster mode changes from ${old} to ${next}${old === 'disabled' && next === 'enabled' ? '; set it to compatible first' : ''}`,
        ...(old === 'disabled' &&
          next === 'enabled' && {
            first: [
              { title: `Make the cluster mode of ${id} compatible, and move all clients`, properties: { ClusterMode: 'compatible' } },
            ],
          }),
      };
    }
  },
};
