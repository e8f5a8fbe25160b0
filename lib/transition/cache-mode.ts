import type { Template, TemplateResource } from '../cloudformation/template-resource';
import { isPlainObject, own, section } from '../io/plain-object';
import { isTrue, numberOf, referenceOf, textOf, valueAt } from './property-value';
import type { Preparation } from './transition';
import type { TransitionContext } from './transition-context';
import { compareVersions } from './versions';

/** Type of parameter groups. */
const PARAMETER_GROUP = 'AWS::ElastiCache::ParameterGroup';

/** Versions from which on ElastiCache changes the cluster mode. Source: ElastiCache user guide, "Modifying cluster mode". */
const SINCE: Readonly<Record<string, string>> = { valkey: '7.2', redis: '7.0' };

/** Properties of the change of the mode itself. */
const OWN_PROPERTIES: readonly string[] = ['ClusterMode', 'CacheParameterGroupName'];

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

/** What ElastiCache requires before it enables cluster mode, and the templates do not have; undefined if nothing is missing. */
export function obstacleToClusterMode(before: TemplateResource, changed: readonly string[]): string | undefined {
  const engine = (textOf(before, 'Engine') ?? 'redis').toLowerCase();
  const [since, version] = [SINCE[engine], textOf(before, 'EngineVersion')];
  const others = changed.filter((name) => !OWN_PROPERTIES.includes(name));
  if (since === undefined) return `${engine} has no known version that can change it`;
  if (version === undefined || compareVersions(version, since) < 0) {
    return `it requires ${engine} ${since} or later, and the deployed version is ${version ?? 'not stated'}`;
  }
  const replicas = numberOf(before, 'ReplicasPerNodeGroup') ?? (numberOf(before, 'NumCacheClusters') ?? 1) - 1;
  if (!isTrue(before, 'AutomaticFailoverEnabled') || replicas < 1)
    return 'it requires automatic failover and a replica, which is not deployed';
  return others.length === 0 ? undefined : `change ${others.join(', ')} in another update`;
}

/**
 * The updates that enable cluster mode: `first` makes it compatible, so that old and new clients can connect; `between` updates
 * the clients, and enables it.
 */
export function stepsToClusterMode(
  context: TransitionContext,
  id: string,
  after: TemplateResource,
): { readonly first: readonly Preparation[]; readonly between: readonly Preparation[] } {
  const group = compatibleGroup(context, after.properties.CacheParameterGroupName);
  const compatible = { ClusterMode: 'compatible' };
  const clients = `Update the clients of ${id} to the cluster protocol and the configuration endpoint, with keys in database 0 only`;
  return {
    first: [{ title: `Make the cluster mode of ${id} compatible`, ...group, properties: { ...compatible, ...group.properties } }],
    between: [
      { title: clients, properties: compatible },
      // A template that enables the mode by its parameter group alone never sets the property. The documentation does not say what
      // its removal does; ElastiCache cannot disable an enabled mode.
      ...(textOf(after, 'ClusterMode') === undefined
        ? [{ title: `Enable the cluster mode of ${id}`, properties: { ClusterMode: 'enabled' } }]
        : []),
    ],
  };
}

/**
 * The parameter group of the compatible mode. ElastiCache does not change `cluster-enabled` of a group that a cache uses, so a group
 * of the first template gets a copy with the parameters of the second.
 */
function compatibleGroup({ before, after }: TransitionContext, group: unknown): Pick<Preparation, 'properties' | 'resources'> {
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
