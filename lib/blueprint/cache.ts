import { AWS_VERSIONS } from '../conventions/aws-versions';
import type { Cache } from '../model/cache';
import { shardCountsOf } from '../model/options';
import { nodeMemoryGib } from '../selection/cache-memory';
import { chooseDataStoreNode } from '../selection/choose-data-store';
import { choose, deploymentOf, type Resolving } from './context';
import type { ResolvedCache } from './resolved-component';

const CACHE_PORT = 6379;

/** Resolves a cache: its node type, or its container. */
export function resolveCache(id: string, cache: Cache, resolving: Resolving): ResolvedCache {
  const engine = resolving.options.cacheEngine ?? cache.engine;
  const runs = deploymentOf(resolving, id);
  const chosen =
    runs.deployment === 'managed'
      ? choose(resolving, id, { path: `components.${id}`, pinnedPath: `components.${id}.nodeType` }, () =>
          chooseDataStoreNode(
            {
              vcpu: 1,
              memoryGib: nodeMemoryGib(cache.memoryGib, cache.shards),
              burstable: cache.burstable,
              ...(cache.nodeType === undefined ? {} : { pinned: cache.nodeType }),
            },
            resolving.offers.cache[engine],
          ),
        )
      : undefined;
  return {
    kind: 'cache',
    id,
    ...runs,
    engine,
    engineVersion: AWS_VERSIONS[engine].version,
    topology: cache.topology,
    port: CACHE_PORT,
    ...(chosen === undefined ? {} : { nodeType: chosen.offer.type }),
    memoryGib: cache.memoryGib,
    // The node type stays that of the tier: shards change in an update of their own.
    shards: shardCountsOf(resolving.options.cacheShards).find((entry) => entry.component === id)?.shards ?? cache.shards,
    replicasPerShard: cache.replicasPerShard,
    snapshotRetentionDays: cache.snapshotRetentionDays,
  };
}
