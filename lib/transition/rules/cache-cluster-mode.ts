import type { Template, TemplateResource } from '../../cloudformation/template-resource';
import { referenceOf, textOf, valueAt } from '../property-value';
import type { TransitionRule } from '../rule';

/** Steps that ElastiCache accepts. */
const ACCEPTED: ReadonlySet<string> = new Set(['disabled compatible', 'compatible enabled', 'compatible disabled']);

/** Cluster mode is enabled in two steps. */
export const cacheClusterMode: TransitionRule = {
  id: 'cache-cluster-mode',
  description: 'ElastiCache changes cluster mode from disabled to compatible and then to enabled, and never disables an enabled one',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/modify-cluster-mode.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.Modify.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id, before, after } of context.changed('ClusterMode', 'AWS::ElastiCache::ReplicationGroup')) {
      const [old, next] = [textOf(before, 'ClusterMode') ?? 'disabled', textOf(after, 'ClusterMode') ?? 'disabled'];
      const isAccepted = old === next || ACCEPTED.has(`${old} ${next}`);
      yield {
        resource: id,
        class: isAccepted ? 'in-place' : 'rejected',
        properties: ['ClusterMode'],
        text: `cluster mode changes from ${old} to ${next}${old === 'disabled' && next === 'enabled' ? '; set it to compatible first' : ''}`,
        ...(old === 'disabled' &&
          next === 'enabled' && {
            first: [
              { title: `Make the cluster mode of ${id} compatible, and move all clients`, properties: { ClusterMode: 'compatible' } },
            ],
          }),
      };
    }
    for (const { id, before, after, properties } of context.updated('AWS::ElastiCache::ReplicationGroup')) {
      if (properties.some(({ name }) => name === 'ClusterMode')) continue;
      const [old, next] = [clusterEnabled(context.before, before), clusterEnabled(context.after, after)];
      if (old === undefined || next === undefined || old === next) continue;
      yield {
        resource: id,
        class: 'rejected',
        text: `cluster-enabled of the parameter group changes from ${old} to ${next}: ElastiCache enables cluster mode only with ClusterMode, first compatible and then enabled, and never disables it; create a new cache from a snapshot instead`,
      };
    }
  },
};

/** `cluster-enabled` of the parameter group of a replication group; undefined where the template does not state it. */
function clusterEnabled({ resources }: Template, { properties }: TemplateResource): string | undefined {
  const group = properties.CacheParameterGroupName;
  if (typeof group === 'string') return /^default\..*\.cluster\.on$/.test(group) ? 'yes' : group.startsWith('default.') ? 'no' : undefined;
  const own = resources.find(({ id, type }) => type === 'AWS::ElastiCache::ParameterGroup' && id === referenceOf(group));
  if (own === undefined) return undefined;
  const enabled = valueAt(own.properties.Properties, 'cluster-enabled') ?? 'no';
  return typeof enabled === 'string' ? enabled : undefined;
}
