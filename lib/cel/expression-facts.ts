import { celLibrary } from './library';
import { fieldPathsOf, resultOf, variablesOf } from './syntax-tree';

/** The variables and the result of an expression. */
export interface ExpressionFacts {
  /** Names of the variables that it reads. */
  readonly variables: readonly string[];
  /** Fields that it reads from the variable `variables`, which has those of an admission policy. */
  readonly composed: readonly string[];
  /** Whether it results in a truth value, a string or something else; undefined if that depends on the values. */
  readonly result: 'bool' | 'string' | 'other' | undefined;
}

/** Names of types, which an expression may compare with. */
const TYPES: ReadonlySet<string> = new Set([
  'bool',
  'bytes',
  'double',
  'dyn',
  'google',
  'int',
  'list',
  'map',
  'null_type',
  'string',
  'type',
  'uint',
]);

/** The facts about an expression; undefined for syntax that the parser does not support. */
export function expressionFacts(expression: string): ExpressionFacts | undefined {
  try {
    const { expr } = celLibrary().parse(expression);
    return {
      variables: variablesOf(expr).filter((name) => !TYPES.has(name)),
      composed: fieldPathsOf(expr, 'variables').flatMap(([field]) => field ?? []),
      result: resultOf(expr),
    };
  } catch {
    return undefined;
  }
}
