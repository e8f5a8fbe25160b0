import { MAX_NESTING_LEVELS } from './limits';

/** Whether objects and lists lie in each other deeper than we follow. Walks level by level, as the stack may be too small for it. */
export function isNestedTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_NESTING_LEVELS) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}
