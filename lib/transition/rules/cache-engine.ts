import { referenceOf, textOf } from '../property-value';
import type { UpdatedResource } from '../resource-change';
import type { TransitionRule } from '../rule';
import { changesProperty, type TransitionContext } from '../transition-context';

/** Version of Valkey from which ElastiCache returns to Redis OSS, and the version that it returns to. */
const ROLLBACK = { valkey: '7.2', redis: '7.1' } as const;

export const cacheEngine: TransitionRule = {
  id: 'cache-engine',
  description:
    'ElastiCache upgrades Redis OSS to Valkey in place with a parameter group of Valkey, and downgrades only from Valkey 7.2 to Redis OSS 7.1',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.HowTo.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const change of context.changed('Engine', 'AWS::ElastiCache::ReplicationGroup')) {
      const [old, next] = [engineOf(change.before), engineOf(change.after)];
      const versions = [change.before, change.after].map((resource) => textOf(resource, 'EngineVersion'));
      // The specification of the type says that another engine replaces the cache; the documentation of the property, that it does not.
      const verdict = { resource: change.id, properties: ['Engine', 'EngineVersion'] };
      const text = `the engine changes from ${old} ${versions[0] ?? 'of an unknown version'} to ${next} ${versions[1] ?? 'of an unknown version'}`;
      if (old === next) {
        yield { ...verdict, class: 'in-place', properties: ['Engine'], text: `the engine stays ${next}` };
      } else if (next !== 'valkey' && !canReturn(versions)) {
        const only = `ElastiCache returns only from Valkey ${ROLLBACK.valkey} to Redis OSS ${ROLLBACK.redis}`;
        yield { ...verdict, class: 'rejected', text: `${text}: ${only}; create another cache from a backup of Redis OSS` };
      } else if (keepsParameterGroup(context, change)) {
        yield { ...verdict, class: 'rejected', text: `${text} with the same parameter group: set one of ${next}` };
      } else {
        yield { ...verdict, class: 'in-place', text: `${text}; reads continue, and writes stop for a few seconds at the failover` };
      }
    }
  },
};

function engineOf(resource: UpdatedResource['before']): string {
  return (textOf(resource, 'Engine') ?? 'redis').toLowerCase();
}

function canReturn([from = '', to = '']: readonly (string | undefined)[]): boolean {
  return from.startsWith(ROLLBACK.valkey) && to.startsWith(ROLLBACK.redis);
}

/** Whether a group that the template sets stays, neither replaced nor changed. The default group follows the engine. */
function keepsParameterGroup({ changes }: TransitionContext, change: UpdatedResource): boolean {
  const group = change.before.properties.CacheParameterGroupName;
  if (group === undefined || changesProperty(change, 'CacheParameterGroupName')) return false;
  return changes.every(({ id, properties }) => id !== referenceOf(group) || properties.length === 0);
}
