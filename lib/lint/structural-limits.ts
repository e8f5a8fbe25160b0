import { RE2JS } from 're2js';
import { isPlainObject, own } from '../core/plain-object';
import { shown } from '../core/problems';
import { numberAt, stringAt } from '../manifests/values';
import type { SchemaValue } from './schema-value';
import { FORMATS } from './structural-formats';
import type { Violation } from './violation';

/** Violations of the limits that a structural schema states for one value: enum, pattern, format, lengths, numbers and counts. */
export function* limitViolations({ object, path, value, schema }: SchemaValue): Generator<Violation> {
  const expected = [...valueLimits(value, schema), ...countLimits(value, schema)];
  for (const text of expected) yield { object, path, received: shown(value), expected: text };
}

function* valueLimits(value: unknown, schema: SchemaValue['schema']): Generator<string> {
  if (Array.isArray(schema.enum) && !schema.enum.some((known: unknown) => JSON.stringify(known) === JSON.stringify(value)))
    yield `one of ${schema.enum.map(String).join(', ')}`;
  if (typeof value === 'string') {
    const pattern = stringAt(schema, 'pattern');
    if (pattern !== undefined && matcherOf(pattern)?.test(value) === false) yield `a string that matches ${pattern}`;
    const format = own(FORMATS, stringAt(schema, 'format') ?? '') as (typeof FORMATS)[string] | undefined;
    if (format !== undefined && !format.isValid(value)) yield format.expected;
  }
  if (typeof value !== 'number') return;
  const [least, most, step] = [numberAt(schema, 'minimum'), numberAt(schema, 'maximum'), numberAt(schema, 'multipleOf')];
  if (least !== undefined && (schema.exclusiveMinimum === true ? value <= least : value < least))
    yield schema.exclusiveMinimum === true ? `more than ${least}` : `at least ${least}`;
  if (most !== undefined && (schema.exclusiveMaximum === true ? value >= most : value > most))
    yield schema.exclusiveMaximum === true ? `less than ${most}` : `at most ${most}`;
  if (step !== undefined && step > 0 && !Number.isInteger(value / step)) yield `a multiple of ${step}`;
}

function* countLimits(value: unknown, schema: SchemaValue['schema']): Generator<string> {
  for (const { count, least, most, unit } of COUNTS) {
    const found = count(value);
    const [from, to] = [numberAt(schema, least), numberAt(schema, most)];
    if (found === undefined) continue;
    if (from !== undefined && found < from) yield `at least ${from} ${unit}`;
    if (to !== undefined && found > to) yield `at most ${to} ${unit}`;
  }
}

/** Lengths are those of characters, as the API server counts them. */
const COUNTS: readonly {
  readonly count: (value: unknown) => number | undefined;
  readonly least: string;
  readonly most: string;
  readonly unit: string;
}[] = [
  {
    count: (value) => (typeof value === 'string' ? [...value].length : undefined),
    least: 'minLength',
    most: 'maxLength',
    unit: 'characters',
  },
  { count: (value) => (Array.isArray(value) ? value.length : undefined), least: 'minItems', most: 'maxItems', unit: 'items' },
  {
    count: (value) => (isPlainObject(value) ? Object.keys(value).length : undefined),
    least: 'minProperties',
    most: 'maxProperties',
    unit: 'fields',
  },
];

const MATCHERS = new Map<string, RE2JS | undefined>();

/**
 * A pattern of a definition, in the syntax of the API server (RE2), which takes time in proportion to the length of the string for
 * every pattern; undefined for an invalid one.
 */
function matcherOf(pattern: string): RE2JS | undefined {
  if (MATCHERS.has(pattern)) return MATCHERS.get(pattern);
  let matcher: RE2JS | undefined;
  try {
    matcher = RE2JS.compile(pattern);
  } catch {
    matcher = undefined;
  }
  MATCHERS.set(pattern, matcher);
  return matcher;
}
