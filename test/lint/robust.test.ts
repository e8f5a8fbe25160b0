import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lint } from '../../lib/lint/lint';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { VALID_FILES, validText } from './texts';

type Path = readonly (string | number)[];

/** Paths of a value and of everything in it. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys: readonly (string | number)[] = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [path, ...keys.flatMap((key) => pathsOf((value as Readonly<Record<string | number, unknown>>)[key], [...path, key]))];
}

/** A copy with another value at a path. */
function replaced(value: unknown, [step, ...rest]: Path, other: unknown): unknown {
  if (step === undefined) return other;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === step ? replaced(item, rest, other) : item));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [step]: replaced(record[step], rest, other) };
}

const SITES = VALID_FILES.flatMap((file) => {
  const objects = parseManifests(validText(file), file).map(({ raw }) => raw);
  return objects.flatMap((raw, index) =>
    pathsOf(raw)
      .filter(([first]) => first !== undefined && first !== 'apiVersion' && first !== 'kind')
      .map((path) => ({ objects, index, path })),
  );
});

const UNUSUAL_VALUES = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  1e21,
  0.5,
  '',
  'odd',
  '%',
  '__proto__',
  [],
  [null],
  [[]],
  {},
  { constructor: 1 },
  { name: 5 },
);

test('no value at any path makes a rule throw', () => {
  expect(SITES.length).toBeGreaterThan(1_000);
  fc.assert(
    fc.property(fc.constantFrom(...SITES), UNUSUAL_VALUES, ({ objects, index, path }, unusual) => {
      const items = objects.map((raw, position) => (position === index ? replaced(raw, path, unusual) : raw));
      const findings = lint(parseManifests(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }), 'manifests.json'));
      expect(findings.filter(({ line }) => line !== 1)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
