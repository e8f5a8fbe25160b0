import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { OptionsInput, SystemInput, TierInput } from '../../lib/model/inputs';
import type { Options } from '../../lib/model/options';
import type { System } from '../../lib/model/system';
import type { Tier } from '../../lib/model/tier';
import { definitionReference, REFERENCE_FILE } from '../../scripts/definition-reference';
import { INPUT_TYPES_FILE, inputTypes } from '../../scripts/input-types';
import { SCHEMA_FOLDER, schemaFiles } from '../../scripts/schema-files';

const root = join(__dirname, '../..');
const folder = join(root, SCHEMA_FOLDER);

test.each([...schemaFiles()])('%s matches the code', (name, content) => {
  expect(readFileSync(join(folder, name), 'utf8'), `code and ${SCHEMA_FOLDER}/${name} differ: run \`npm run schemas\``).toBe(content);
});

test('ranges are lists of equal items, which editors with earlier drafts of JSON Schema read', () => {
  // https://github.com/redhat-developer/vscode-yaml/issues/1175: prefixItems with items: false is an error in the YAML extension 1.19.1.
  const texts = ['definition', 'tier', 'system', 'workload', 'usage'].map((name) => schemaFiles().get(`${name}.schema.json`));
  for (const text of texts) {
    expect(text).toContain('"minItems": 2');
    expect(text).not.toMatch(/"prefixItems"|"starts_with"/);
  }
});

test('no description shows an object as [object Object]', () => {
  const texts = [inputTypes(), ...schemaFiles().values()];
  expect(texts.filter((text) => text.includes('[object'))).toEqual([]);
  expect(inputTypes()).toMatch(/They override derived parameters\.\s+\*?\s*Default: none\./);
});

test(`${REFERENCE_FILE} matches the schemas, and links only to its own sections`, () => {
  const text = definitionReference();
  expect(readFileSync(join(root, REFERENCE_FILE), 'utf8'), 'run `npm run schemas`').toBe(text);
  const sections = [...text.matchAll(/^## (\w+)$/gm)].map(([, name = '']) => `#${name.toLowerCase()}`);
  expect([...text.matchAll(/\]\((#\w+)\)/g)].map(([, link]) => link).filter((link) => !sections.includes(link ?? ''))).toEqual([]);
});

test('every published schema is generated', () => {
  expect(readdirSync(folder).sort()).toEqual([...schemaFiles().keys()].sort());
});

type Json = Readonly<Record<string, unknown>>;

interface Described {
  /** Number of properties, at every depth. */
  readonly count: number;
  /** Paths of those without a description, of their own or of the definition that they refer to. */
  readonly missing: readonly string[];
}

/** The properties of a schema. `properties` is a keyword in a schema, and a name in an object of schemas by name. */
function describedIn(root: Json): Described {
  const definitions = (root.$defs ?? {}) as Readonly<Record<string, Json>>;
  const missing: string[] = [];
  let count = 0;
  const referred = ({ $ref }: Json) => (typeof $ref === 'string' ? definitions[$ref.replace('#/$defs/', '')] : undefined);
  const describes = (schema: Json): boolean => {
    const target = referred(schema);
    return schema.description !== undefined || (target !== undefined && describes(target));
  };
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    for (const [keyword, part] of Object.entries(schema)) {
      if (typeof part !== 'object' || part === null) continue;
      const isByName = !Array.isArray(schema) && (keyword === 'properties' || keyword === '$defs');
      if (!isByName) visit(part, `${path}.${keyword}`);
      else for (const [name, inner] of Object.entries(part as Json)) visit(inner, `${path}.${name}`);
      if (!isByName || keyword === '$defs') continue;
      count += Object.keys(part).length;
      missing.push(
        ...Object.entries(part as Readonly<Record<string, Json>>).flatMap(([name, inner]) => (describes(inner) ? [] : [`${path}.${name}`])),
      );
    }
  };
  visit(root, '');
  return { count, missing };
}

/** The one schema with fewer properties than any other: a list of suppressions. */
const SMALLEST = 'lint-suppressions.schema.json';

test.each([...schemaFiles()])('%s describes every property', (name, content) => {
  const { count, missing } = describedIn(JSON.parse(content));
  if (name === SMALLEST) expect(count).toBe(4);
  else expect(count, name).toBeGreaterThan(5);
  expect(missing).toEqual([]);
});

test('a property without a description is found, and one that is called properties is one', () => {
  const $defs = { a: { description: 'of a' }, b: { type: 'string' } };
  const properties = {
    a: { $ref: '#/$defs/a' },
    b: { $ref: '#/$defs/b' },
    properties: { type: 'array', items: { properties: { c: {} } } },
  };
  expect(describedIn({ $defs, properties })).toEqual({ count: 4, missing: ['.properties.items.c', '.b', '.properties'] });
});

/** Arrays and properties of a type as readonly ones, at every depth. */
type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

describe(INPUT_TYPES_FILE, () => {
  const written = readFileSync(join(root, INPUT_TYPES_FILE), 'utf8');

  test('matches the schemas', () => {
    expect(inputTypes(), `the schemas and ${INPUT_TYPES_FILE} differ: run \`npm run schemas\``).toBe(written);
  });

  test('documents every field', () => {
    const lines = written.split('\n');
    const fields = lines.flatMap((line, index) => (line.startsWith('  readonly ') ? [{ line, before: lines[index - 1] ?? '' }] : []));
    expect(fields.length).toBeGreaterThan(200);
    expect(fields.filter(({ before }) => !before.trim().endsWith('*/')).map(({ line }) => line)).toEqual([]);
  });

  // The compiler checks these: `npm run typecheck` fails when a type accepts more or less than its schema.
  test('accepts what the schemas accept', () => {
    expectTypeOf<DeepReadonly<z.input<typeof System>>>().toExtend<SystemInput>();
    expectTypeOf<SystemInput>().toExtend<DeepReadonly<z.input<typeof System>>>();
    expectTypeOf<DeepReadonly<z.input<typeof Tier>>>().toExtend<TierInput>();
    expectTypeOf<TierInput>().toExtend<DeepReadonly<z.input<typeof Tier>>>();
    expectTypeOf<OptionsInput>().toExtend<z.input<typeof Options>>();
  });
});
