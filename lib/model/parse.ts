import type { z } from 'zod';
import { InputError, oneOf, type Problem, shown, shownKey, suggestionFor, unknownKey } from '../core/problems';
import { replacementOf } from './former-keys';
import { unquotedNumber } from './number-text';
import { prototypeKeys } from './prototype-keys';
import { isWholeNumber, keysAt, requiredKeys, schemasAt, typeOfSchema, valueAt, wordsOf } from './schema-at';
import { isWithin, type Path } from './valid-parts';

/**
 * Checks a value against a schema at the edge of the program and returns it typed, with defaults filled in.
 * Throws an InputError with every problem at once.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown, subject: string): z.output<Schema> {
  // A definition is parsed once: compiling code for its schemas takes longer than it saves.
  const result = schema.safeParse(value, { jitless: true });
  const forbidden = prototypeKeys(value);
  if (result.success && forbidden.length === 0) return result.data;
  const issues = result.error?.issues ?? [];
  const problems = [...issues, ...issuesOfTheRest(schema, issues, value)].flatMap((issue) => problemsOf(schema, issue, value));
  const paths = problems.map(({ path }) => path);
  throw new InputError(subject, [...problems, ...forbidden.filter(({ path }) => !paths.includes(path))]);
}

/**
 * Issues that compare several values, which zod looks for only where every single value is valid: those of the value without the
 * invalid ones. None where a required value is invalid, because without it others would seem to be wrong.
 */
function issuesOfTheRest(schema: z.ZodType, issues: readonly z.core.$ZodIssue[], value: unknown): readonly z.core.$ZodIssue[] {
  const single = issues.filter(({ code }) => code !== 'custom');
  const paths = single.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
  if (paths.length === 0 || !paths.every((path) => isRemovable(schema, path, value))) return [];
  const found = schema.safeParse(paths.reduce(without, value), { jitless: true }).error?.issues ?? [];
  const known = new Set(issues.map(issueKey));
  const isNew = (issue: z.core.$ZodIssue) =>
    !isFoundAlways(issue) && !known.has(issueKey(issue)) && !paths.some((removed) => isWithin(issue.path, removed));
  return found.every(({ code }) => code === 'custom') ? found.filter(isNew) : [];
}

/** Without an entry of a list, those after it have other paths; without one of a record, references to it would seem to be wrong. */
function isRemovable(schema: z.ZodType, path: Path, value: unknown): boolean {
  return (
    typeof path.at(-1) === 'string' && !schemasAt(schema, path.slice(0, -1), value).some((parent) => typeOfSchema(parent) === 'record')
  );
}

function issueKey({ path, message }: z.core.$ZodIssue): string {
  return JSON.stringify([path.map(String), message]);
}

/** Whether the check of an issue runs with invalid values too: without them it would find more than there is. */
function isFoundAlways(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'custom' && issue.params?.isFoundAlways === true;
}

/** A copy of a value without the one at a path. */
function without(value: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return value;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<PropertyKey, unknown>;
  if (rest.length === 0) delete copy[key];
  else copy[key] = without(copy[key], rest);
  return copy;
}

function problemsOf(schema: z.core.$ZodType, issue: z.core.$ZodIssue, root: unknown): Problem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKeyProblem(pathText([...issue.path, key]), key, keysAt(schema, issue.path, root)));
  const received = valueAt(root, issue.path);
  const path = pathText(issue.path) || '(the whole)';
  const base = { path, ...(received === undefined ? {} : { received: shown(received) }) };
  switch (issue.code) {
    case 'invalid_key':
      return issue.issues
        .slice(0, 1)
        .flatMap((inner) => problemsOf(schema, inner, undefined).map(({ expected }) => ({ path, reason: 'invalid key', expected })));
    case 'invalid_value':
      return [wordProblem(base, received, issue.values.map(String))];
    case 'invalid_union': {
      const words = discriminators(issue);
      if (words.length > 0) return [wordProblem(base, received, words)];
      const form = intendedForm(issue);
      if (form === undefined) return [{ ...base, expected: ownMessage(issue) ?? formsText(schema, issue, root) }];
      return form.flatMap((inner) => problemsOf(schema, { ...inner, path: [...issue.path, ...inner.path] }, root));
    }
    case 'custom':
      return [
        {
          ...(typeof issue.params?.reason === 'string' ? { path, reason: issue.params.reason } : base),
          expected: ownMessage(issue) ?? 'another value',
          ...suggestionOf(issue.params?.word ?? received, issue.params?.words),
        },
      ];
    default:
      return [{ ...base, expected: ownMessage(issue) ?? expectedText(schema, issue, root) }];
  }
}

function unknownKeyProblem(path: string, key: string, keys: readonly string[]): Problem {
  const replacement = replacementOf(key, keys);
  return { ...unknownKey(path, key, keys), ...(replacement !== undefined && { suggestion: replacement }) };
}

/** The expected value where the schema has no message of its own. */
function expectedText(schema: z.core.$ZodType, issue: z.core.$ZodIssue, root: unknown): string {
  switch (issue.code) {
    case 'invalid_type': {
      const schemas = schemasAt(schema, issue.path, root);
      const text = typeText(schemas, issue.expected);
      if (issue.expected !== 'number') return text;
      return `${text}${unquotedNumber(String(issue.path.at(-1)), valueAt(root, issue.path), schemas.some(isWholeNumber))}`;
    }
    case 'too_small':
      return bound(issue.inclusive === false ? 'above' : 'at least', issue.minimum, issue.origin);
    case 'too_big':
      return bound(issue.inclusive === false ? 'below' : 'at most', issue.maximum, issue.origin);
    case 'invalid_format':
      return issue.format === 'date' ? DATE : 'a string in another format';
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    default:
      return 'another value';
  }
}

/** Sentences of zod: they name its types, and do not follow "expected". */
const SENTENCE_OF_ZOD = /^(?:Invalid|Too (?:small|big)|Unrecognized)\b/;

/** The message that the schema gives, worded to follow "expected"; undefined when it gives none. */
function ownMessage({ message }: z.core.$ZodIssue): string | undefined {
  return SENTENCE_OF_ZOD.test(message) ? undefined : message;
}

function wordProblem(base: Omit<Problem, 'expected'>, received: unknown, words: readonly string[]): Problem {
  return { ...base, expected: oneOf(words), ...suggestionOf(received, words) };
}

function suggestionOf(received: unknown, words: unknown): Pick<Problem, 'suggestion'> {
  return typeof received === 'string' && Array.isArray(words) ? suggestionFor(received, words.map(String)) : {};
}

/** The expected form of a day, for problems. */
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

/** Largest number of required keys in a problem, which is one line. */
const MAX_LISTED_KEYS = 8;

/** A type in words, with the keys that an object must have. */
function typeText(schemas: readonly z.core.$ZodType[], type: string): string {
  if (type === 'number' && schemas.some(isWholeNumber)) return 'a whole number';
  const word = TYPE_WORDS[type] ?? type;
  if (type !== 'object') return word;
  const keys = requiredKeys(schemas.filter((schema) => typeOfSchema(schema) === 'object'));
  return keys.length === 0 || keys.length > MAX_LISTED_KEYS ? word : `${word} with ${keys.join(', ')}`;
}

function discriminators(issue: z.core.$ZodIssueInvalidUnion): string[] {
  const options = (issue as { options?: readonly unknown[] }).options;
  return options === undefined ? [] : options.map(String);
}

/** The problems with the one form of a union that a value has the type of, such as a list; undefined when it is not exactly one. */
function intendedForm(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | undefined {
  const forms = issue.errors.filter((form) => !form.some(isOfAnotherType));
  const fewest = Math.min(...forms.map((form) => form.length));
  const [nearest, second] = forms.filter((form) => form.length === fewest);
  return second === undefined ? nearest : undefined;
}

function isOfAnotherType(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((form) => form.some(isOfAnotherType));
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

/** All forms of a union in words. */
function formsText(schema: z.core.$ZodType, issue: z.core.$ZodIssueInvalidUnion, root: unknown): string {
  const texts = schemasAt(schema, issue.path, root).map((form) => {
    const format = typeOfSchema(form) === 'string' ? formatText(issue) : undefined;
    const words = wordsOf(form);
    return format ?? (words.length > 0 ? oneOf(words) : typeText([form], typeOfSchema(form)));
  });
  return [...new Set(texts)].join(', or ');
}

/** The format of strings of a union, from the message of its schema. */
function formatText(issue: z.core.$ZodIssueInvalidUnion): string | undefined {
  return issue.errors.flat().find(({ code }) => code === 'invalid_format')?.message;
}

function bound(words: string, limit: number | bigint, origin: string): string {
  if (origin === 'string') return `${words} ${limit} ${limit === 1 ? 'character' : 'characters'}`;
  if (origin === 'array') return `${words} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  return `${words} ${limit}`;
}
