import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { InputError, problemText } from '../../lib/core/problems';
import { stacksFor } from '../support/synthesized';

function cacheOf(options: Record<string, unknown>) {
  const cache = blueprintFor({ system: 'aiva', tier: 'large', ...options }).components.cache;
  if (cache?.kind !== 'cache') throw new Error('cache is not a cache');
  return cache;
}

function problemsOf(options: Record<string, unknown>): string[] {
  try {
    blueprintFor({ system: 'aiva', tier: 'large', ...options });
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(problemText);
    throw error;
  }
  return [];
}

describe('the shards of a cache before a move', () => {
  it.each([1, 12])('change alone to %i: the node type stays that of the tier', (shards) => {
    expect(cacheOf({ cacheShards: `cache:${shards}` })).toEqual({ ...cacheOf({}), shards });
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    ['a cache that the tier does not have', 'cach:2', {}, 'cacheShards: invalid value "cach"; expected cache. Did you mean "cache"?'],
    ['a cache twice', 'cache:2,cache:3', {}, 'cacheShards: cache is given twice; expected one number of shards'],
    [
      'a container',
      'cache:2',
      { platform: 'kubernetes' },
      'cacheShards: invalid value "cache:2"; expected no value: the tier has no managed cache with shards',
    ],
    [
      'more shards than a cluster can have',
      'cache:91',
      {},
      'cacheShards: invalid value "cache:91"; expected caches with a number of shards from 1 to 90, such as cache:3, separated by commas',
    ],
  ])('refuse %s', (_name, cacheShards, options, expected) => {
    expect(problemsOf({ cacheShards, ...options })).toEqual([expected]);
  });
});

describe('the deletion protection of the shards of a document store before a move', () => {
  const SYSTEM = 'ux-flow';

  it('stays on for the first ones', () => {
    const templateOf = (options: Record<string, unknown>) => {
      const [stack] = stacksFor(blueprintFor({ system: SYSTEM, tier: 'scale', ...options }));
      return Object.values(stack?.template.Resources as Record<string, { Type: string; Properties: Record<string, unknown> }>);
    };
    const protections = (options: Record<string, unknown>) =>
      templateOf(options).flatMap(({ Type, Properties }) => (Type === 'AWS::DocDB::DBCluster' ? [Properties.DeletionProtection] : []));
    expect(protections({ protectedShards: 'documents:1' })).toEqual([true, false]);
    expect(protections({ protectedShards: 'documents:1', deletionProtection: 'false' })).toEqual([false, false]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'a store that the tier does not have',
      { protectedShards: 'document:1' },
      'protectedShards: invalid value "document"; expected documents. Did you mean "documents"?',
    ],
    [
      'stores in containers',
      { protectedShards: 'documents:1', platform: 'kubernetes' },
      'protectedShards: invalid value "documents:1"; expected no value: the tier has no managed document store',
    ],
    [
      'a missing number',
      { protectedShards: 'documents' },
      'protectedShards: invalid value "documents"; expected document stores with a number of shards from 0 to 99, such as documents:1, separated by commas',
    ],
  ])('refuses %s', (_name, options, expected) => {
    expect(problemsOf({ system: SYSTEM, tier: 'scale', ...options })).toEqual([expected]);
  });
});
