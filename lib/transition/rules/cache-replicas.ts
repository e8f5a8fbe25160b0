import { textOf } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

export const cacheReplicas: TransitionRule = {
  id: 'cache-replicas',
  description:
    'CloudFormation changes ReplicasPerNodeGroup in place, and may replace the cache when NodeGroupConfiguration changes as well',
  sources: ['https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/918'],
  asOf: '2026-11-28',
  *judge(context) {
    for (const change of context.changed('ReplicasPerNodeGroup', 'AWS::ElastiCache::ReplicationGroup')) {
      const { id, before, after } = change;
      // The comment of AWS is from July 2026, and the specification still says replacement for the combination.
      if (changesProperty(change, 'NodeGroupConfiguration')) continue;
      yield {
        resource: id,
        class: 'in-place',
        properties: ['ReplicasPerNodeGroup'],
        text: `replicas of each shard change from ${textOf(before, 'ReplicasPerNodeGroup') ?? 0} to ${textOf(after, 'ReplicasPerNodeGroup') ?? 0}`,
      };
    }
  },
};
