import { textOf } from '../property-value';
import type { TransitionRule } from '../rule';
import { compareVersions } from '../versions';

export const cacheEngineVersion: TransitionRule = {
  id: 'cache-engine-version',
  description: 'ElastiCache rejects an older engine version',
  sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html'],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id, before, after } of context.changed('EngineVersion', 'AWS::ElastiCache::ReplicationGroup')) {
      const [old, next] = [textOf(before, 'EngineVersion'), textOf(after, 'EngineVersion')];
      if (old === undefined || next === undefined || compareVersions(next, old) >= 0) continue;
      // Versions of different engines cannot be compared.
      if (textOf(before, 'Engine')?.toLowerCase() !== textOf(after, 'Engine')?.toLowerCase()) continue;
      yield { resource: id, class: 'rejected', properties: ['EngineVersion'], text: `the engine version decreases from ${old} to ${next}` };
    }
  },
};
