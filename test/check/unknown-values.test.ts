import { describe, expect, test } from 'vitest';
import { check } from '../../lib/check/check';
import { parseText } from '../../lib/cloudformation/parse-template';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { isPlainObject, section } from '../../lib/core/plain-object';
import { InputError } from '../../lib/core/problems';
import { inScope } from '../support/scope';
import { VALID_FILES, validText } from './texts';

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

/** A copy of a value with another value at a path. */
function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  return isPlainObject(value) ? { ...value, [step]: replaced(value[step], rest, by) } : value;
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
