import { mayBeOther } from '../requirements';
import type { Rule } from '../rule';
import { isKnownNumber, listAt, numberAt, UNKNOWN } from '../values';

/** The number of nodes and the list of their zones, by the type of a cache. */
const NODES: Readonly<Record<string, readonly [count: string, zones: string]>> = {
  'AWS::ElastiCache::CacheCluster': ['NumCacheNodes', 'PreferredAvailabilityZones'],
  'AWS::ElastiCache::ReplicationGroup': ['NumCacheClusters', 'PreferredCacheClusterAZs'],
};

export const elasticacheZones: Rule = {
  id: 'elasticache-zones',
  severity: 'error',
  description: 'Cache names a number of zones that differs from its number of nodes',
  fix: 'Name a zone for each node, and repeat zones with several nodes',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html',
  *check(context) {
    for (const [type, [count, list]] of Object.entries(NODES)) {
      for (const resource of context.ofType(type)) {
        const nodes = numberAt(resource.properties, count);
        const zones = listAt(resource.properties, list);
        if (!isKnownNumber(nodes) || zones === UNKNOWN || zones.length === 0 || zones.some(mayBeOther) || zones.length === nodes) continue;
        yield { resource, path: `Properties.${list}`, received: `${zones.length} zones`, expected: `${nodes}, which is ${count}` };
      }
    }
  },
};
