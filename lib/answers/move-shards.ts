import { sameValueKey } from '../check/check-context';
import type { Template } from '../cloudformation/template-resource';
import { type CacheShards, cacheShardsOf, cacheShardsText } from '../model/options';
import type { StackUpdate } from './move-steps';

/** Type of caches with shards. */
const CACHE = 'AWS::ElastiCache::ReplicationGroup';

/**
 * The `cacheShards` option of the first end that gives the caches of a stack the shards that a template of a step has; with
 * `requested` for the other caches. Undefined where the step changes no shards.
 */
export function shardsOfStep({ before, transition }: StackUpdate, step: Template, requested: string | undefined): string | undefined {
  const changed = step.resources.flatMap(({ id, type, properties }): CacheShards[] => {
    const { NumNodeGroups: shards } = properties;
    const deployed = before.resources.find((resource) => resource.id === id)?.properties.NumNodeGroups;
    const cache = transition.resources.find((resource) => resource.id === id)?.component;
    return type !== CACHE || cache === undefined || shards === deployed ? [] : [{ cache, shards: Number(shards) }];
  });
  if (changed.length === 0) return undefined;
  const others = cacheShardsOf(requested).filter(({ cache }) => changed.every((each) => each.cache !== cache));
  return cacheShardsText([...others, ...changed]);
}

/** Whether two templates deploy the same stack. The metadata of a template only describes it. */
export function deploysSame({ raw: { Metadata: _, ...left } }: Template, { raw: { Metadata: __, ...right } }: Template): boolean {
  return sameValueKey(left) === sameValueKey(right);
}
