import type { TemplateResource } from '../../cloudformation/template-resource';
import { shown } from '../../core/problems';
import type { CheckContext } from '../check-context';
import type { Rule } from '../rule';
import { isKnownNumber, isKnownString, numberAt, rawAt, stringAt } from '../values';

export const elasticacheClusterMode: Rule = {
  id: 'elasticache-cluster-mode',
  severity: 'error',
  description: 'Replication group with several shards has a parameter group without cluster mode',
  fix: 'Use a parameter group with cluster-enabled yes, such as default.redis7.cluster.on',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
  *check(context) {
    for (const group of context.ofType('AWS::ElastiCache::ReplicationGroup')) {
      const shards = numberAt(group.properties, 'NumNodeGroups');
      if (!isKnownNumber(shards) || shards < 2) continue;
      const name = withoutClusterMode(group, context);
      if (name !== undefined)
        yield {
          resource: group,
          path: 'Properties.CacheParameterGroupName',
          received: shown(name),
          expected: `a group with cluster mode, because NumNodeGroups is ${shards}`,
        };
    }
  },
};

/** The parameter group in words, when it is known to turn cluster mode off. */
function withoutClusterMode({ properties }: TemplateResource, context: CheckContext): string | undefined {
  const name = stringAt(properties, 'CacheParameterGroupName');
  if (isKnownString(name) && name.startsWith('default.') && !name.endsWith('.cluster.on')) return name;
  const group = context.targetOf('AWS::ElastiCache::ParameterGroup', rawAt(properties, 'CacheParameterGroupName'));
  if (group === undefined) return undefined;
  const mode = stringAt(group.properties, 'Properties', 'cluster-enabled') ?? 'no';
  return mode === 'no' ? `${group.id}, with cluster-enabled no` : undefined;
}
