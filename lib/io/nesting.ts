import { MAX_NESTING_LEVELS } from './limits';

/** Whether objects and lists are nested deeper than the limit. Walks level by level, because recursion could exhaust the stack. */
export function isNestedTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_NESTING_LEVELS) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}
