import type { PlainObject } from '../core/plain-object';
import { MAX_NESTING_LEVELS } from './limits';

/** The problem of a value that is nested too deep. */
export const TOO_DEEP = { reason: 'nested too deep', expected: `at most ${MAX_NESTING_LEVELS} levels of objects and lists` } as const;

/** Whether objects and lists are nested deeper than the limit. */
export function isNestedTooDeep(value: unknown): boolean {
  return isDeeper(value, MAX_NESTING_LEVELS);
}

/** Whether a value has more levels of objects and lists. The limit keeps the recursion short. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (const part of value) if (isDeeper(part, levels - 1)) return true;
    return false;
  }
  for (const key in value) if (isDeeper((value as PlainObject)[key], levels - 1)) return true;
  return false;
}
