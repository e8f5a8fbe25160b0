import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { check } from '../../lib/check/check';
import type { Rule } from '../../lib/check/rule';
import { RULES } from '../../lib/check/rules';
import { parseText } from '../../lib/cloudformation/parse-template';
import { intrinsicOf } from '../../lib/cloudformation/references';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { isPlainObject, type PlainObject, section } from '../../lib/core/plain-object';
import { InputError } from '../../lib/core/problems';
import { inScope } from '../support/scope';
import { BROKEN } from './broken';
import { changedText, VALID_FILES, validText } from './texts';

type Path = readonly (string | number)[];

/** Paths of everything below the properties of all resources. */
function pathsBelow(value: unknown, path: Path): readonly Path[] {
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : isPlainObject(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([key, inner]) => [[...path, key], ...pathsBelow(inner, [...path, key])]);
}

function propertyPaths(template: unknown): readonly Path[] {
  const resources = isPlainObject(template) ? section(template, 'Resources') : {};
  return Object.entries(resources).flatMap(([id, resource]) =>
    isPlainObject(resource) ? pathsBelow(resource.Properties, ['Resources', id, 'Properties']) : [],
  );
}

/** The value at a path. */
function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (Array.isArray(inner) ? inner[Number(step)] : isPlainObject(inner) ? inner[step] : undefined),
    value,
  );
}

/** A copy of a value with another value at a path. */
function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  return isPlainObject(value) ? { ...value, [step]: replaced(value[step], rest, by) } : value;
}

/** A copy of a value without what is at a path. */
function removed(value: unknown, [step, ...rest]: Path): unknown {
  if (Array.isArray(value))
    return rest.length === 0
      ? value.filter((_, index) => index !== step)
      : value.map((item, index) => (index === step ? removed(item, rest) : item));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key !== step ? [[key, inner]] : rest.length === 0 ? [] : [[key, removed(inner, rest)]],
    ),
  );
}

/** Findings of a template, as `rule path`; empty when the value is no longer a template. */
function findingsOf(template: unknown): readonly string[] {
  try {
    return check([templateFrom(template, 'template', 'us-east-1')]).map(({ rule, resource, path }) => `${rule}: ${resource} ${path}`);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

/** Whether a template breaks a rule. */
function isBrokenBy(rule: Rule, template: unknown, region: string): boolean {
  return check([templateFrom(template, 'template', region)], [rule]).length > 0;
}

/** Intrinsic functions are replaced as a whole: within them, a value is part of a reference. */
const isWithinIntrinsic = (path: Path) => path.some((step) => step === 'Ref' || String(step).startsWith('Fn::'));

describe.each(VALID_FILES)('%s', (file) => {
  const { value: template } = parseText(validText(file), file);
  const paths = propertyPaths(template).filter((path) => !isWithinIntrinsic(path));

  test('has no findings when a value is known only at deployment', () => {
    expect(paths.length).toBeGreaterThan(10);
    const found = paths.flatMap((path) =>
      findingsOf(replaced(template, path, { 'Fn::ImportValue': 'elsewhere' })).map(
        (finding) => `${path.slice(1).join('.')} unknown: ${finding}`,
      ),
    );
    expect(found).toEqual([]);
  });

  test.each(inScope([[null], ['constructor'], [-1], [[]], [{}], [[null]], [{ Ref: 'constructor' }]], (_odd, index) => index % 3 === 0))(
    'is checked with %j in the place of any value',
    (odd) => {
      for (const path of paths) expect(() => findingsOf(replaced(template, path, odd))).not.toThrow();
    },
  );
});

/** A template with a condition that is undecided, because its parameter has no default. */
function withUndecided(text: string, file: string): PlainObject {
  const { value } = parseText(text, file);
  if (!isPlainObject(value)) throw new Error(`${file} is no template`);
  return {
    ...value,
    Parameters: { ...section(value, 'Parameters'), Undecided: { Type: 'String' } },
    Conditions: { ...section(value, 'Conditions'), Undecided: { 'Fn::Equals': [{ Ref: 'Undecided' }, 'yes'] } },
  };
}

/** Paths of texts, numbers and booleans that differ between two values. */
function differences(one: unknown, other: unknown, path: Path = []): readonly Path[] {
  if (isDeepStrictEqual(one, other)) return [];
  const keys = isPlainObject(one) && isPlainObject(other) ? [...new Set([...Object.keys(one), ...Object.keys(other)])] : [];
  if (keys.length > 0) return keys.flatMap((key) => differences(valueAt(one, [key]), valueAt(other, [key]), [...path, key]));
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return [path];
  return one.flatMap((item, index) => differences(item, other[index], [...path, index]));
}

const ERRORS = BROKEN.flatMap((broken) => {
  const rule = RULES.find(({ id, severity }) => id === broken.rule && severity === 'error');
  return rule === undefined ? [] : [{ ...broken, rule }];
}).map((broken) => [broken.rule.id, broken.what, broken] as const);

describe.each(inScope(ERRORS, (_error, index) => index % 24 === 0))('%s: %s', (_id, _what, broken) => {
  const { rule, base, change, fixed = [], at, region = 'us-east-1' } = broken;
  const template = withUndecided(changedText(base, change), base);

  test('is no error where a condition may remove the value and a template without it has none', () => {
    const [id] = at.split(' ');
    const paths = propertyPaths(template).filter((path) => path[1] === id && !isWithinIntrinsic(path));
    const wrong = paths.filter((path) => {
      const choice = { 'Fn::If': ['Undecided', valueAt(template, path), { Ref: 'AWS::NoValue' }] };
      return isBrokenBy(rule, replaced(template, path, choice), region) && !isBrokenBy(rule, removed(template, path), region);
    });
    expect(wrong.map((path) => path.join('.'))).toEqual([]);
  });

  test('is no error where a parameter may have the value of the fixed template', () => {
    const valid = withUndecided(changedText(base, fixed), base);
    const [path, ...others] = differences(template, valid);
    if (path === undefined || others.length > 0 || isWithinIntrinsic(path) || path[2] !== 'Properties') return;
    // A reference is never absent, as AWS::NoValue is.
    if (valueAt(valid, path) === undefined || intrinsicOf(valueAt(valid, path)) !== undefined) return;
    expect(isBrokenBy(rule, replaced(template, path, { Ref: 'Undecided' }), region)).toBe(false);
  });
});
