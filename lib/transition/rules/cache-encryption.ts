import { isTrue } from '../property-value';
import type { TransitionRule } from '../rule';

export const cacheEncryption: TransitionRule = {
  id: 'cache-encryption',
  description: 'ElastiCache sets encryption at rest only at creation: a change replaces the cache with an empty one',
  sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html'],
  asOf: '2026-11-28',
  *judge(context) {
    for (const { id, before, after } of context.changed('AtRestEncryptionEnabled', 'AWS::ElastiCache::ReplicationGroup')) {
      if (isTrue(before, 'AtRestEncryptionEnabled') === isTrue(after, 'AtRestEncryptionEnabled')) continue;
      yield {
        resource: id,
        class: 'needs-data-migration',
        properties: ['AtRestEncryptionEnabled'],
        text: 'the cache is replaced by an empty one; create a backup and restore it with the new encryption',
      };
    }
  },
};
