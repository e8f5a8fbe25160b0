import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { flagAt, isAbsent, isFlag, isKnownNumber, isKnownString, numberAt, stringAt, UNKNOWN } from '../values';

export const elasticacheFailover: Rule = {
  id: 'elasticache-failover',
  severity: 'error',
  description: 'Failover of a replication group is on without a replica, off where it is required, or not offered by the node type',
  fix: 'Give each shard a replica with AutomaticFailoverEnabled true, and choose a node type other than T1',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
  *check(context) {
    for (const group of context.ofType('AWS::ElastiCache::ReplicationGroup')) {
      const { properties } = group;
      const path = 'Properties.AutomaticFailoverEnabled';
      const failover = flagAt(properties, 'AutomaticFailoverEnabled') ?? false;
      const nodes = numberAt(properties, 'NumCacheClusters');
      const shards = numberAt(properties, 'NumNodeGroups') ?? 1;
      const type = stringAt(properties, 'CacheNodeType');
      if (failover === UNKNOWN) continue;
      if (failover && isKnownString(type) && type.startsWith('cache.t1.'))
        yield { resource: group, path: 'Properties.CacheNodeType', received: shown(type), expected: 'a node type with failover' };
      const replicas = numberAt(properties, 'ReplicasPerNodeGroup');
      const isAlone = isKnownNumber(nodes)
        ? nodes < 2
        : shards === 1 &&
          (replicas === 0 ||
            (isAbsent(properties, 'ReplicasPerNodeGroup') &&
              isAbsent(properties, 'NumCacheClusters') &&
              isAbsent(properties, 'NodeGroupConfiguration')));
      if (failover && isAlone) yield { resource: group, path, received: 'true without a replica', expected: 'at least one replica' };
      if (!failover && isKnownNumber(shards) && shards > 1)
        yield { resource: group, path, received: 'false', expected: `true, because NumNodeGroups is ${shards}` };
      else if (!failover && isFlag(true, properties, 'MultiAZEnabled'))
        yield { resource: group, path, received: 'false', expected: 'true, because MultiAZEnabled is true' };
    }
  },
};
