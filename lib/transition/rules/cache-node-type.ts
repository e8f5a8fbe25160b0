import { isTrue, textOf } from '../property-value';
import type { TransitionRule } from '../rule';

/** Types of caches with nodes. */
const TYPES = ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'];

export const cacheNodeType: TransitionRule = {
  id: 'cache-node-type',
  description:
    'ElastiCache changes the node type online with automatic failover, and with an interruption without it; CloudFormation does not change that of Memcached',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/redis-cluster-vertical-scaling.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Scaling.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-cachecluster.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const { id, before, after } of context.changed('CacheNodeType', ...TYPES)) {
      const text = `the node type changes from ${textOf(before, 'CacheNodeType') ?? 'unknown'} to ${textOf(after, 'CacheNodeType') ?? 'unknown'}`;
      const verdict = { resource: id, properties: ['CacheNodeType'] };
      if (textOf(before, 'Engine')?.toLowerCase() === 'memcached') {
        const only = 'which CloudFormation does not support for Memcached: create another cluster under another logical ID';
        yield { ...verdict, class: 'rejected', text: `${text}, ${only}` };
      } else if (isTrue(before, 'AutomaticFailoverEnabled')) {
        yield { ...verdict, class: 'in-place', text: `${text} online; data is copied to new nodes, so choose a time with little traffic` };
      } else {
        const interruption = { of: 'connections to the cache', lowMinutes: 1 };
        yield { ...verdict, class: 'in-place-with-interruption', text: `${text} without a replica that takes over`, interruption };
      }
    }
  },
};
