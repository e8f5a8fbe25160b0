import type { z } from 'zod';
import type { StringCache } from '../io/cached-files';
import { jsonOrUndefined } from '../io/json-or-undefined';

/** A value that can be computed again, and where it is cached. */
export interface CachedJsonProps<T> {
  /** Where it is cached. */
  readonly cache: StringCache;
  /** Identifies everything that the value depends on. */
  readonly key: string;
  /** Schema that a cached value must match. */
  readonly schema: z.ZodType<T>;
  /** Computes the value, which is plain JSON. */
  readonly make: () => T;
}

/** The cached value of a key, or the computed one, which is cached. An entry that does not match the schema is removed. */
export function cachedJson<T>({ cache, key, schema, make }: CachedJsonProps<T>): T {
  const cached = valueIn(cache, key, schema);
  if (cached !== undefined) return cached;
  const value = make();
  cache.put(key, JSON.stringify(value));
  return value;
}

function valueIn<T>(cache: StringCache, key: string, schema: z.ZodType<T>): T | undefined {
  const text = cache.get(key);
  if (text === undefined) return undefined;
  const { data } = schema.safeParse(jsonOrUndefined(text));
  if (data === undefined) cache.drop(key);
  return data;
}
