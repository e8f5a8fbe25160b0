import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain, combineIntervals, type Interval } from '../../core/interval';
import type { Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { nodeCharges } from './elasticache-nodes';
import { LARGEST, numberUpTo } from './largest-amounts';
import { objects, optionalText, requiredText } from './properties';
import { targetedCount } from './scaling';

/** ElastiCache replication group: shards × (1 + replicas) nodes, or the number of nodes that it states. */
export const elasticacheReplicationGroup: Pricer = {
  types: ['AWS::ElastiCache::ReplicationGroup'],
  charges: (resource, context) => {
    const { properties } = resource;
    if (properties.GlobalReplicationGroupId !== undefined) {
      throw new UnreadableProperty({ kind: 'outside-template', resource: 'primary-cache' });
    }
    const engine = (optionalText(properties, 'Engine') ?? 'redis').toLowerCase();
    const nodeType = requiredText(properties, 'CacheNodeType');
    return nodeCharges(resource, { engine, nodeType, count: nodeCount(resource, context) }, context);
  },
};

function nodeCount(resource: TemplateResource, context: PricingContext): Interval {
  const { properties } = resource;
  const shards = numberUpTo(properties, 'NumNodeGroups', LARGEST.cacheShards);
  const replicas = numberUpTo(properties, 'ReplicasPerNodeGroup', LARGEST.cacheReplicas);
  const shardList = objects(properties, 'NodeGroupConfiguration');
  if (shardList.some((shard) => shard.ReplicaCount !== undefined)) {
    return certain(
      shardList.reduce((nodes, shard) => nodes + 1 + (numberUpTo(shard, 'ReplicaCount', LARGEST.cacheReplicas) ?? replicas ?? 0), 0),
    );
  }
  // Only groups without shards state their number of nodes.
  if (shards === undefined && replicas === undefined && shardList.length === 0) {
    return certain(numberUpTo(properties, 'NumCacheClusters', LARGEST.cacheNodes) ?? 1);
  }
  const shardCount = targetedCount(resource, shards ?? Math.max(1, shardList.length), 'elasticache:replication-group:NodeGroups', context);
  const replicaCount = targetedCount(resource, replicas ?? 0, 'elasticache:replication-group:Replicas', context);
  return combineIntervals(shardCount, replicaCount, (each, copies) => each * (1 + copies));
}
