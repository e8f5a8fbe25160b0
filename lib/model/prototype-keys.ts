import { type Problem, shownKey } from '../core/problems';

/**
 * A problem for each `__proto__` key of plain data. JSON and YAML can have one, and zod removes it without a problem;
 * no schema here has such a key.
 */
export function prototypeKeys(value: unknown, path: readonly string[] = [], seen = new Set<object>()): Problem[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, part]) => {
    const here = [...path, key];
    return key === '__proto__'
      ? [{ path: here.map(shownKey).join('.'), reason: 'forbidden key', expected: 'no key __proto__' }]
      : prototypeKeys(part, here, seen);
  });
}
