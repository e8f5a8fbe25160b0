import { isTrue, textOf } from '../property-value';
import type { TransitionRule } from '../rule';
import { compareVersions } from '../versions';

/** Types of caches with an engine version. */
const TYPES = ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'];

export const cacheEngineVersion: TransitionRule = {
  id: 'cache-engine-version',
  description:
    'ElastiCache rejects an older engine version, upgrades a cache with Multi-AZ while it serves reads, interrupts every other one, and clears Memcached',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.HowTo.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const { id, before, after } of context.changed('EngineVersion', ...TYPES)) {
      const [old, next] = [textOf(before, 'EngineVersion'), textOf(after, 'EngineVersion')];
      const engine = textOf(after, 'Engine')?.toLowerCase();
      // The rule about engines judges a change of the engine: versions of different engines cannot be compared.
      if (textOf(before, 'Engine')?.toLowerCase() !== engine) continue;
      const verdict = { resource: id, properties: ['EngineVersion'] };
      const text = `the engine version changes from ${old ?? 'the default'} to ${next ?? 'the default'}`;
      const interruption = { of: 'connections to the cache', lowMinutes: 1 };
      if (old !== undefined && next !== undefined && compareVersions(next, old) < 0) {
        yield { ...verdict, class: 'rejected', text: `the engine version decreases from ${old} to ${next}` };
      } else if (engine === 'memcached') {
        yield { ...verdict, class: 'in-place-with-interruption', text: `${text}, which deletes all data of the cluster`, interruption };
      } else if (isTrue(before, 'MultiAZEnabled')) {
        yield { ...verdict, class: 'in-place', text: `${text}; reads continue, and writes stop for a few seconds at the failover` };
      } else {
        const why = 'without Multi-AZ, so that the primary is not available during the upgrade';
        yield { ...verdict, class: 'in-place-with-interruption', text: `${text} ${why}`, interruption };
      }
    }
  },
};
