import { cacheModeOf, obstacleToClusterMode, stepsToClusterMode } from '../cache-mode';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Steps that ElastiCache accepts. */
const ACCEPTED: ReadonlySet<string> = new Set(['disabled compatible', 'compatible enabled', 'compatible disabled']);

/** Cluster mode is enabled in two steps. */
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
