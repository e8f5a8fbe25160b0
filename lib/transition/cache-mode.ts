import type { Template, TemplateResource } from '../cloudformation/template-resource';
import { isPlainObject, own, section } from '../core/plain-object';
import { referenceOf, textOf, valueAt } from './property-value';
import type { Preparation } from './transition';
import type { TransitionContext } from './transition-context';

/** Type of parameter groups. */
const PARAMETER_GROUP = 'AWS::ElastiCache::ParameterGroup';

/** Cluster mode of a replication group, by its property or its parameter group; undefined where the template does not state it. */
export function cacheModeOf(template: Template, group: TemplateResource): string | undefined {
  const stated = textOf(group, 'ClusterMode');
  if (stated !== undefined) return stated;
  const enabled = clusterEnabled(template, group.properties.CacheParameterGroupName);
  return enabled === undefined ? undefined : enabled === 'yes' ? 'enabled' : 'disabled';
}

/** `cluster-enabled` of a parameter group; undefined where the template does not state it. Without a group it is that of the default group. */
function clusterEnabled({ resources }: Template, group: unknown): string | undefined {
  if (group === undefined) return 'no';
  if (typeof group === 'string') return /^default\..*\.cluster\.on$/.test(group) ? 'yes' : group.startsWith('default.') ? 'no' : undefined;
  const parameters = resources.find(({ id, type }) => type === PARAMETER_GROUP && id === referenceOf(group));
  if (parameters === undefined) return undefined;
  const enabled = valueAt(parameters.properties.Properties, 'cluster-enabled') ?? 'no';
  return typeof enabled === 'string' ? enabled : undefined;
}

/**
 * The parameter group of the compatible mode, which needs `cluster-enabled`. The documentation does not say that it may change in a
 * group that a cache uses, so such a group gets a copy with the parameters of the second template.
 */
export function compatibleGroup({ before, after }: TransitionContext, group: unknown): Pick<Preparation, 'properties' | 'resources'> {
  if (group === undefined) return { properties: {} };
  const id = referenceOf(group);
  const written = id === undefined ? undefined : own(section(after.raw, 'Resources'), id);
  if (id === undefined || !isPlainObject(written)) return { properties: { CacheParameterGroupName: group } };
  if (before.resources.every((resource) => resource.id !== id)) {
    return { properties: { CacheParameterGroupName: group }, resources: { [id]: written } };
  }
  if (clusterEnabled(before, group) === 'yes') return { properties: { CacheParameterGroupName: group } };
  const { CacheParameterGroupName: _name, ...properties } = section(written, 'Properties');
  const copyId = `${id}ClusterMode`;
  return {
    properties: { CacheParameterGroupName: { Ref: copyId } },
    resources: { [copyId]: { Type: PARAMETER_GROUP, Properties: properties } },
  };
}
