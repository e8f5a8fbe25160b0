import type { TemplateResource } from '../../cloudformation/template-resource';
import { cacheModeOf, compatibleGroup } from '../cache-mode';
import { isTrue, numberOf, textOf } from '../property-value';
import type { TransitionRule, Verdict } from '../rule';
import { changesProperty, type TransitionContext } from '../transition-context';
import { compareVersions } from '../versions';

/** Steps that ElastiCache accepts. */
const ACCEPTED: ReadonlySet<string> = new Set(['disabled compatible', 'compatible enabled', 'compatible disabled']);

/** Versions from which on ElastiCache changes the cluster mode. Source: ElastiCache user guide, "Modifying cluster mode". */
const SINCE: Readonly<Record<string, string>> = { valkey: '7.2', redis: '7.0' };

/** Properties of the change of the mode itself. */
const OWN_PROPERTIES: readonly string[] = ['ClusterMode', 'CacheParameterGroupName'];

export const cacheClusterMode: TransitionRule = {
  id: 'cache-cluster-mode',
  description: 'ElastiCache changes cluster mode from disabled to compatible and then to enabled, and never disables an enabled one',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/modify-cluster-mode.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.Modify.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-restoring.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const change of context.updated('AWS::ElastiCache::ReplicationGroup')) {
      const { id, before, after, properties } = change;
      const isStated = changesProperty(change, 'ClusterMode');
      const unknown = isStated ? 'disabled' : undefined;
      const [old, next] = [cacheModeOf(context.before, before) ?? unknown, cacheModeOf(context.after, after) ?? unknown];
      const verdict = { resource: id, properties: isStated ? ['ClusterMode'] : [] };
      if (old === undefined || next === undefined || (old === next && !isStated)) continue;
      const text = `cluster mode changes from ${old} to ${next}`;
      if (old === next || ACCEPTED.has(`${old} ${next}`)) {
        yield { ...verdict, class: 'in-place', text: old === next ? `cluster mode stays ${old}` : text };
      } else if (old !== 'disabled' || next !== 'enabled') {
        const reverse = 'which ElastiCache rejects, and a snapshot of this cache cannot be restored without cluster mode';
        yield { ...verdict, class: 'rejected', text: `${text}, ${reverse}; create another cache, and write its data again` };
      } else {
        const obstacle = obstacleToClusterMode(
          before,
          properties.map(({ name }) => name),
        );
        yield {
          ...verdict,
          class: 'rejected',
          ...(obstacle === undefined
            ? { text: `${text}; make it compatible first`, ...stepsToClusterMode(context, id, after) }
            : { text: `${text}: ${obstacle}; or create another cache from a snapshot (SnapshotName; restoreFrom of a tier)` }),
        };
      }
    }
  },
};

/** Requirements of ElastiCache for cluster mode that the templates do not meet; undefined if nothing is missing. */
function obstacleToClusterMode(before: TemplateResource, changed: readonly string[]): string | undefined {
  const engine = (textOf(before, 'Engine') ?? 'redis').toLowerCase();
  const [since, version] = [Object.hasOwn(SINCE, engine) ? SINCE[engine] : undefined, textOf(before, 'EngineVersion')];
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
function stepsToClusterMode(context: TransitionContext, id: string, after: TemplateResource): Pick<Verdict, 'first' | 'between'> {
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
