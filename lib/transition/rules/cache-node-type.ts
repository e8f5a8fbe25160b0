import { isTrue, textOf } from '../property-value';
import type { TransitionRule } from '../rule';

export const cacheNodeType: TransitionRule = {
  id: 'cache-node-type',
  description: 'ElastiCache changes the node type online with automatic failover, and with an interruption without it',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/redis-cluster-vertical-scaling.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Scaling.html',
  ],
  asOf: '2026-11-28',
  *judge(context) {
    for (const { id, before, after } of context.changed('CacheNodeType', 'AWS::ElastiCache::ReplicationGroup')) {
      const text = `the node type changes from ${textOf(before, 'CacheNodeType') ?? 'unknown'} to ${textOf(after, 'CacheNodeType') ?? 'unknown'}`;
      const verdict = { resource: id, properties: ['CacheNodeType'] };
      if (isTrue(before, 'AutomaticFailoverEnabled')) {
        yield { ...verdict, class: 'in-place', text: `${text} online; data is copied to new nodes, so choose a time with little traffic` };
      } else {
        const interruption = { of: 'connections to the cache', lowMinutes: 1 };
        yield { ...verdict, class: 'in-place-with-interruption', text: `${text} without a replica that takes over`, interruption };
      }
    }
  },
};
