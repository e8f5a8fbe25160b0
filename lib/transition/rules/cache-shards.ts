import { attributeOf, isTrue, textOf, valueAt } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty, type TransitionContext } from '../transition-context';

/** Properties that describe shards. */
const SHARDS = ['NumNodeGroups', 'NodeGroupConfiguration'];

export const cacheShards: TransitionRule = {
  id: 'cache-shards',
  description:
    'With UseOnlineResharding, CloudFormation adds and removes shards in place, and requires an update of the stack that changes nothing else; without it, it replaces the cache',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html#cfn-attributes-updatepolicy-useonlineresharding',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/scaling-redis-cluster-mode-enabled.html',
  ],
  asOf: '2026-11-28',
  *judge(context) {
    for (const change of context.updated('AWS::ElastiCache::ReplicationGroup')) {
      const shards = SHARDS.filter((name) => changesProperty(change, name));
      if (shards.length === 0) continue;
      const verdict = { resource: change.id, properties: shards };
      const others = change.properties.map(({ name }) => name).filter((name) => !SHARDS.includes(name));
      if (others.length === 0 && changesOthers(context, change.id)) others.push('other resources of the stack');
      const [old, next] = [textOf(change.before, 'NumNodeGroups') ?? '1', textOf(change.after, 'NumNodeGroups') ?? '1'];
      const text = `shards change from ${old} to ${next}`;
      if (!canReshard(context, change.id) || textOf(change.before, 'ClusterMode') === 'disabled') {
        yield { ...verdict, class: 'needs-data-migration', text: `${text} without the update policy UseOnlineResharding and cluster mode` };
      } else if (others.length > 0) {
        // AWS "strongly recommends" it: what a failed update changed of the shards is not rolled back. The safe side is to refuse.
        yield {
          ...verdict,
          class: 'rejected',
          text: `${text} together with ${others.join(', ')}: AWS advises against it, because a failed update is not rolled back; change the shards alone first`,
          first: [
            { title: `Change the shards of ${change.id} alone`, properties: valuesOf(change.after.properties, shards), isAlone: true },
          ],
        };
      } else {
        yield { ...verdict, class: 'in-place', text: `${text} online` };
      }
    }
  },
};

function changesOthers({ changes }: TransitionContext, id: string): boolean {
  return changes.some((each) => each.id !== id && (each.before === undefined || each.after === undefined || each.properties.length > 0));
}

function canReshard(context: TransitionContext, id: string): boolean {
  const policy = attributeOf(context, 'after', id, 'UpdatePolicy');
  return isTrue({ properties: { set: valueAt(policy, 'UseOnlineResharding') } }, 'set');
}

function valuesOf(properties: Readonly<Record<string, unknown>>, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.map((name) => [name, properties[name]]));
}
