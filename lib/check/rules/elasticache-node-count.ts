import type { Rule } from '../rule';
import { numberAt, stringAt } from '../values';

export const elasticacheNodeCount: Rule = {
  id: 'elasticache-node-count',
  severity: 'error',
  description: 'Cache cluster of Redis OSS or Valkey has more than one node, which ElastiCache rejects',
  fix: 'Use a ReplicationGroup for replicas or shards',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html',
  *check(context) {
    for (const cache of context.ofType('AWS::ElastiCache::CacheCluster')) {
      const engine = stringAt(cache.properties, 'Engine');
      const nodes = numberAt(cache.properties, 'NumCacheNodes');
      if ((engine !== 'redis' && engine !== 'valkey') || typeof nodes !== 'number' || nodes === 1) continue;
      yield { resource: cache, path: 'Properties.NumCacheNodes', received: String(nodes), expected: `1 for ${engine}` };
    }
  },
};
