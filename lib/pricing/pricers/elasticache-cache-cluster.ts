import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { nodeCharges } from './elasticache-nodes';
import { LARGEST, requireUpTo } from './largest-amounts';
import { requiredNumber, requiredText } from './properties';

/** ElastiCache cluster without replicas. */
export const elasticacheCacheCluster: Pricer = {
  types: ['AWS::ElastiCache::CacheCluster'],
  charges: (resource, context) => {
    const { properties } = resource;
    const count = requiredNumber(properties, 'NumCacheNodes');
    requireUpTo('NumCacheNodes', count, LARGEST.memcachedNodes);
    const nodes = {
      engine: requiredText(properties, 'Engine').toLowerCase(),
      nodeType: requiredText(properties, 'CacheNodeType'),
      count: certain(count),
    };
    return nodeCharges(resource, nodes, context);
  },
};
