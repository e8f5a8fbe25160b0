import { celLibrary } from './library';

/** Optional fields, indexes and entries, which Kubernetes supports and the parser does not. */
const OPTIONAL = /\.\?|[[{,]\s*\?/;

/** Whether an expression has the syntax of CEL. True for syntax that the parser does not support. */
export function hasCelSyntax(expression: string): boolean {
  if (OPTIONAL.test(expression)) return true;
  try {
    celLibrary().parse(expression);
    return true;
  } catch {
    return false;
  }
}
