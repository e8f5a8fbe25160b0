import { notOneOf, type Problem, shown } from '../core/problems';
import { cacheShardsOf } from '../model/options';
import type { ResolvedOptions } from './blueprint';
import type { ResolvedComponent } from './resolved-component';

const PATH = 'cacheShards';

/** Problems of the `cacheShards` option: no cache whose shards change online, and the ids of the caches. */
export function cacheShardsProblems(
  { cacheShards }: Pick<ResolvedOptions, 'cacheShards'>,
  components: Readonly<Record<string, ResolvedComponent>>,
): Problem[] {
  const entries = cacheShardsOf(cacheShards);
  if (entries.length === 0) return [];
  const caches = Object.entries(components).flatMap(([id, component]) =>
    component.kind === 'cache' && component.deployment === 'managed' && component.topology === 'cluster' ? [id] : [],
  );
  if (caches.length === 0) {
    return [{ path: PATH, received: shown(cacheShards), expected: 'no value: the tier has no managed cache with shards' }];
  }
  return entries.flatMap(({ cache }, index) => [
    ...(caches.includes(cache) ? [] : [notOneOf(PATH, cache, caches)]),
    ...(entries.findIndex((other) => other.cache === cache) < index
      ? [{ path: PATH, reason: `${cache} is given twice`, expected: 'one number of shards' }]
      : []),
  ]);
}
