import type { z } from 'zod';
import { InputError, oneOf, type Problem, shown, shownKey, suggestionFor, unknownKey } from '../core/problems';
import { prototypeKeys } from './prototype-keys';

/**
 * Checks a value against a schema at the edge of the program and returns it typed, with defaults filled in.
 * Throws an InputError with every problem at once.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown, subject: string): z.output<Schema> {
  const result = schema.safeParse(value);
  const forbidden = prototypeKeys(value);
  if (result.success && forbidden.length === 0) return result.data;
  const problems = result.error?.issues.flatMap((issue) => problemsOf(schema, issue, value)) ?? [];
  const paths = problems.map(({ path }) => path);
  throw new InputError(subject, [...problems, ...forbidden.filter(({ path }) => !paths.includes(path))]);
}

function problemsOf(schema: z.core.$ZodType, issue: z.core.$ZodIssue, root: unknown): Problem[] {
  const received = valueAt(root, issue.path);
  const path = pathText(issue.path) || '(the whole)';
  const base = { path, ...(received === undefined ? {} : { received: shown(received) }) };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(pathText([...issue.path, key]), key, keysAt(schema, issue.path, root)));
    case 'invalid_value': {
      const expected = issue.values.map(String);
      return [{ ...base, expected: oneOf(expected), ...(typeof received === 'string' && suggestionFor(received, expected)) }];
    }
    case 'invalid_union': {
      const expected = discriminators(issue);
      if (expected.length > 0)
        return [{ ...base, expected: oneOf(expected), ...(typeof received === 'string' && suggestionFor(received, expected)) }];
      return [{ ...base, expected: unionText(schema, issue) }];
    }
    case 'invalid_key':
      return issue.issues
        .slice(0, 1)
        .flatMap((inner) => problemsOf(schema, inner, undefined).map(({ expected }) => ({ path, reason: 'invalid key', expected })));
    case 'invalid_format':
      return [{ ...base, expected: issue.format === 'date' ? DATE : issue.message }];
    case 'invalid_type':
      return [{ ...base, expected: TYPE_WORDS[issue.expected] ?? issue.expected }];
    case 'too_small':
      return [{ ...base, expected: bound('at least', issue.inclusive === false ? 'above' : undefined, issue.minimum, issue.origin) }];
    case 'too_big':
      return [{ ...base, expected: bound('at most', issue.inclusive === false ? 'below' : undefined, issue.maximum, issue.origin) }];
    default:
      return [{ ...base, expected: issue.message }];
  }
}

/** What a day is, in words for problems. */
export const DATE = 'a date such as 2026-01-31';

function pathText(path: readonly PropertyKey[]): string {
  return path.map((key) => shownKey(String(key))).join('.');
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a string',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  record: 'an object',
  tuple: 'a list of two numbers',
};

/** The keys that an object may have at a path: zod's issue names the unknown one, but not those that it knows. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  const { def } = schema._zod as { def: SchemaDefinition };
  const inner = def.innerType ?? def.in;
  if (inner !== undefined) return keysAt(inner, path, value);
  if (def.options !== undefined) {
    const kind = def.discriminator === undefined ? undefined : valueAt(value, [def.discriminator]);
    const matching = def.options.filter((option) => kind === undefined || literalAt(option, def.discriminator ?? '') === kind);
    return [...new Set(matching.flatMap((option) => keysAt(option, path, value)))];
  }
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(def.shape ?? {});
  const child = childOf(def, String(key)) ?? def.valueType ?? def.element;
  return child === undefined ? [] : keysAt(child, rest, valueAt(value, [key]));
}

/** What of a zod definition is needed to walk it; the union of the kinds that our schemas use. */
interface SchemaDefinition {
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly valueType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
}

/** The schema of a key that an object's schema has itself: `constructor` is none of them. */
function childOf({ shape }: SchemaDefinition, key: string): z.core.$ZodType | undefined {
  return shape !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined;
}

function literalAt(schema: z.core.$ZodType, key: string): unknown {
  const child = childOf((schema._zod as { def: SchemaDefinition }).def, key);
  return (child?._zod as { def: { values?: readonly unknown[] } } | undefined)?.def.values?.[0];
}

function discriminators(issue: z.core.$ZodIssueInvalidUnion): string[] {
  const options = (issue as { options?: readonly unknown[] }).options;
  return options === undefined ? [] : options.map(String);
}

function unionText(schema: z.core.$ZodType, issue: z.core.$ZodIssueInvalidUnion): string {
  const texts = issue.errors.flatMap((branch) =>
    branch.map((inner) => problemsOf(schema, { ...inner, path: [...issue.path, ...inner.path] }, undefined)[0]?.expected ?? inner.message),
  );
  return [...new Set(texts)].join(', or ');
}

function bound(words: string, strict: string | undefined, limit: number | bigint, origin: string): string {
  const what = origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '';
  return `${strict ?? words} ${limit}${what}`;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
