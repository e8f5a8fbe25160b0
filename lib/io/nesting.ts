import { MAX_NESTING_LEVELS } from './limits';

/** The problem of a value that is nested too deep. */
export const TOO_DEEP = { reason: 'nested too deep', expected: `at most ${MAX_NESTING_LEVELS} levels of objects and lists` } as const;

/** Whether objects and lists are nested deeper than the limit. Walks level by level, because recursion could exhaust the stack. */
export function isNestedTooDeep(value: unknown): boolean {
  let level = [value].filter(isContainer);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_NESTING_LEVELS) return true;
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
