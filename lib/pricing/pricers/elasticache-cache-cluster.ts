import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { nodeCharges } from './elasticache-nodes';
import { requiredNumber, requiredText } from './properties';

/** ElastiCache cluster without replicas. */
export const elasticacheCacheCluster: Pricer = {
  types: ['AWS::ElastiCache::CacheCluster'],
  charges: (resource, context) => {
    const { properties } = resource;
    const nodes = {
      engine: requiredText(properties, 'Engine').toLowerCase(),
      nodeType: requiredText(properties, 'CacheNodeType'),
      count: certain(requiredNumber(properties, 'NumCacheNodes')),
    };
    return nodeCharges(resource, nodes, context);
  },
};
