import { notOneOf, type Problem, shown } from '../core/problems';
import { shardCountsOf } from '../model/options';
import type { ResolvedOptions } from './blueprint';
import type { ResolvedComponent } from './resolved-component';

type Components = Readonly<Record<string, ResolvedComponent>>;

/** Problems of the options `cacheShards` and `protectedShards`: components that the tier does not have in the required form. */
export function shardCountProblems(
  { cacheShards, protectedShards }: Pick<ResolvedOptions, 'cacheShards' | 'protectedShards'>,
  components: Components,
): Problem[] {
  return [
    ...problemsOf('cacheShards', cacheShards, { ids: idsOf(components, isShardedCache), form: 'managed cache with shards' }),
    ...problemsOf('protectedShards', protectedShards, {
      ids: idsOf(components, isManagedDocumentStore),
      form: 'managed document store',
    }),
  ];
}

function isShardedCache(component: ResolvedComponent): boolean {
  return component.kind === 'cache' && component.deployment === 'managed' && component.topology === 'cluster';
}

function isManagedDocumentStore(component: ResolvedComponent): boolean {
  return component.kind === 'document-store' && component.deployment === 'managed';
}

function idsOf(components: Components, isIncluded: (component: ResolvedComponent) => boolean): readonly string[] {
  return Object.entries(components).flatMap(([id, component]) => (isIncluded(component) ? [id] : []));
}

function problemsOf(
  path: string,
  text: string | undefined,
  { ids, form }: { readonly ids: readonly string[]; readonly form: string },
): Problem[] {
  const entries = shardCountsOf(text);
  if (entries.length === 0) return [];
  if (ids.length === 0) return [{ path, received: shown(text), expected: `no value: the tier has no ${form}` }];
  return entries.flatMap(({ component }, index) => [
    ...(ids.includes(component) ? [] : [notOneOf(path, component, ids)]),
    ...(entries.findIndex((other) => other.component === component) < index
      ? [{ path, reason: `${component} is given twice`, expected: 'one number of shards' }]
      : []),
  ]);
}
