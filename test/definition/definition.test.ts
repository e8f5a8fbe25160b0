import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../lib/core/problems';
import { DEFINITION_FILES, findDefinition } from '../../lib/definition/find-definition';
import { loadDefinition } from '../../lib/definition/load-definition';
import { temporaryFolder } from '../support/temporary-folder';

const SYSTEM = { id: 'shop', tiers: [{ id: 'small', components: {} }] };
const JSON_TEXT = JSON.stringify(SYSTEM);

/** A folder with one file; its path. */
function fileWith(name: string, text: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

function problemsOf(path: string): string {
  try {
    loadDefinition(path);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error(`${path} was accepted`);
}

describe('findDefinition', () => {
  test.each(DEFINITION_FILES)('finds %s in a folder and from the folders below it', (name) => {
    const path = fileWith(name, JSON_TEXT);
    const below = join(path, '..', 'a', 'b');
    mkdirSync(below, { recursive: true });
    expect(findDefinition(join(path, '..'))).toBe(path);
    expect(findDefinition(below)).toBe(path);
  });

  test('the nearest one counts', () => {
    const outer = fileWith('sizing.yaml', JSON_TEXT);
    const folder = join(outer, '..', 'inner');
    mkdirSync(folder);
    writeFileSync(join(folder, 'sizing.json'), JSON_TEXT);
    expect(findDefinition(folder)).toBe(join(folder, 'sizing.json'));
  });

  test('two in one folder are an error', () => {
    const path = fileWith('sizing.yaml', JSON_TEXT);
    writeFileSync(join(path, '..', 'sizing.json'), JSON_TEXT);
    expect(() => findDefinition(join(path, '..'))).toThrow(/sizing\.yaml: and .*sizing\.json are in the same folder; expected one of them/);
  });

  test('a folder without a definition is no error', () => {
    expect(findDefinition(temporaryFolder())).toBeUndefined();
  });
});

describe('a folder of definitions', () => {
  const folderWith = (files: Readonly<Record<string, string>>) => {
    const folder = temporaryFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  };
  const named = (id: string) => JSON.stringify({ ...SYSTEM, id });

  test('has the systems of its files in the order of their names, without tier files and other files', () => {
    const folder = folderWith({
      'shop.json': named('shop'),
      'game.yaml': 'id: game\ntiers: [{ id: small, components: {} }]\n',
      'mail.config.ts': `export default ${named('mail')}`,
      'right-sized.tier.json': '{}',
      'helper.ts': 'export const price = 3;',
      'notes.md': '# Notes',
    });
    mkdirSync(join(folder, 'old.json'));
    expect(loadDefinition(folder)).toMatchObject({ path: folder, systems: [{ id: 'game' }, { id: 'mail' }, { id: 'shop' }] });
  });

  test('names the files of a repeated id, and every file with a problem', () => {
    expect(problemsOf(folderWith({ 'a.json': JSON_TEXT, 'b.json': JSON_TEXT }))).toMatch(
      /b\.json: id: invalid value "shop"; expected an id that is unique among the systems; .*a\.json has it too/,
    );
    expect(problemsOf(folderWith({ 'a.json': '[]', 'b.json': '3' }))).toMatch(/a\.json[\s\S]*b\.json/);
    expect(problemsOf(folderWith({ 'notes.md': '# Notes' }))).toContain('has no definition; expected files such as shop.yaml');
  });
});

const TYPESCRIPT = `import { defineSystem } from 'sizing-blueprints/config';
const id: string = 'shop';
export default defineSystem({ id, tiers: [{ id: 'small', components: {} }] });`;

describe('loadDefinition', () => {
  test.each([
    ['sizing.config.ts', TYPESCRIPT],
    ['sizing.config.mts', TYPESCRIPT],
    ['sizing.config.cts', `const config: object = ${JSON_TEXT};\nmodule.exports = config;`],
    ['sizing.config.js', `export default ${JSON_TEXT};`],
    ['sizing.config.js', `module.exports = ${JSON_TEXT};`],
    ['sizing.config.mjs', `export default ${JSON_TEXT};`],
    ['sizing.config.cjs', `exports.default = [${JSON_TEXT}];`],
    ['sizing.yaml', 'id: shop\ntiers:\n  - id: small\n    components: {}\n'],
    ['sizing.yml', `$schema: node_modules/sizing-blueprints/schemas/definition.schema.json\nsystems:\n  - ${JSON_TEXT}\n`],
    ['sizing.json', JSON_TEXT],
    ['sizing.json', JSON.stringify({ $schema: './schema.json', systems: [SYSTEM] })],
    ['sizing.json', JSON.stringify({ $schema: './schema.json', ...SYSTEM })],
  ])('reads %s: %s', (name, text) => {
    expect(loadDefinition(fileWith(name, text)).systems).toEqual([SYSTEM]);
  });

  test('a module may import others, in TypeScript too', () => {
    const path = fileWith('sizing.config.ts', "import { small } from './small';\nexport default { id: 'shop', tiers: [small] };");
    writeFileSync(
      join(path, '..', 'small.ts'),
      "export const small: { id: string; components: object } = { id: 'small', components: {} };",
    );
    expect(loadDefinition(path).systems).toEqual([SYSTEM]);
  });

  test.each([
    [
      'sizing.config.ts',
      "export default {\n  id: 'shop' tiers: [],\n};",
      /line 2, column 13: invalid syntax \(Unexpected token, expected ","\)/,
    ],
    ['sizing.config.cjs', 'module.exports = {', /line 1, column 18: invalid syntax \(.*\); expected valid TypeScript or JavaScript/],
    ['sizing.config.ts', "\n  throw new Error('no database')", /sizing.config.ts\n {2}line 2: no database; expected a module that runs/],
    [
      'sizing.config.ts',
      'export default Promise.resolve({});',
      /default export: is a promise; expected a module that exports its system without/,
    ],
    ['sizing.config.mts', 'export default await import("./a");', /module: has await at its top level; expected a module that exports its/],
    ['sizing.config.ts', 'export default () => ({});', /default export: is a function; expected a system \(id, tiers\), a list of systems/],
    ['sizing.config.ts', "import './missing';", /module: Cannot find module '.\/missing'/],
    ['sizing.config.ts', 'export const shop = 1;', /default export: missing; expected a system \(id, tiers\), a list of systems/],
    ['sizing.config.ts', 'export default 7;', /\(the whole\): invalid value 7; expected a system/],
    ['sizing.yaml', '', /\(the whole\): empty; expected a system/],
    ['sizing.yaml', 'id: [', /invalid YAML/],
    ['sizing.json', '{"id": "shop" "tiers": []}', /line 1, column 15: invalid JSON/],
    ['sizing.json', '{"id": "shop", "id": "shop"}', /line 1, column 17: duplicate key "id"/],
    ['sizing.json', '[]', /\(the whole\): invalid value \[\]; expected at least one system/],
    ['sizing.json', '{"systems": {}}', /systems: invalid value \{…\}; expected a list of systems/],
    ['sizing.json', '{"systems": [], "tiers": []}', /tiers: unknown key; expected systems alone/],
    ['sizing.json', '{"tiers": []}', /id: missing; expected the id of the system/],
    ['sizing.json', '{"systems": [{"id": 7}, "shop"]}', /systems\.0\.id: invalid value 7[\s\S]*systems\.1: invalid value "shop"/],
    ['sizing.json', `{"systems": [${JSON_TEXT}, ${JSON_TEXT}]}`, /systems\.1\.id: invalid value "shop"; expected an id that is unique/],
  ])('rejects %s: %s', (name, text, expected) => {
    expect(problemsOf(fileWith(name, text))).toMatch(expected);
  });

  test('a system without an id, with all its other problems', () => {
    const api = { kind: 'service', instances: { min: 0, max: 1.5 }, vcpu: 'x', memoryGib: 0 };
    const problems = problemsOf(fileWith('sizing.json', JSON.stringify({ nam: 'Shop', tiers: [{ id: 'small', components: { api } }] })));
    for (const path of [
      'id: missing',
      'nam: unknown key',
      ...['instances.max', 'vcpu', 'memoryGib'].map((key) => `components.api.${key}: invalid`),
    ])
      expect(problems).toContain(path);
  });

  test('a file that does not exist', () => {
    expect(problemsOf(join(temporaryFolder(), 'sizing.yaml'))).toMatch(/sizing\.yaml: does not exist; expected a definition of systems/);
  });
});
