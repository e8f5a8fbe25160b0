import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMPONENT_KINDS } from '../lib/model/component';
import { filesBelow, type Import, importsOf, packageOf, targetOf, textOf } from './support/sources';

interface Room {
  /** Rooms that it may import. */
  readonly rooms: readonly string[];
  /** Rooms of which it may import types, and nothing that runs. */
  readonly types?: readonly string[];
  /** Packages that it may import, Node's own modules among them. */
  readonly packages: readonly string[];
}

const COMPOSITION = [
  'lib/units',
  'lib/problems',
  'lib/source',
  'lib/model',
  'lib/catalog',
  'lib/conventions',
  'lib/sizing',
  'lib/blueprint',
  'lib/declaration',
  'lib/aws',
  'lib/kubernetes',
  'lib/template',
  'lib/manifest',
  'lib/lint',
  'lib/packing',
  'lib/cluster',
  'lib/pricing',
];

/** Who may import what. `lib` are the files directly in it: they, and `bin`, put the rooms together. */
const ROOMS: Readonly<Record<string, Room>> = {
  'lib/units': { rooms: [], packages: ['decimal.js'] },
  'lib/problems': { rooms: [], packages: ['fastest-levenshtein'] },
  'lib/model': { rooms: ['lib/units', 'lib/problems'], packages: ['zod'] },
  'lib/declaration': { rooms: ['lib/units', 'lib/problems'], packages: ['zod'] },
  'lib/catalog': { rooms: ['lib/units', 'lib/problems', 'lib/source', 'data/shapes'], packages: ['zod'] },
  'lib/conventions': { rooms: [], packages: [] },
  'lib/sizing': {
    rooms: ['lib/model', 'lib/catalog', 'lib/conventions', 'lib/units', 'lib/problems'],
    packages: ['csv-parse', 'pure-rand', 'zod'],
  },
  'lib/blueprint': { rooms: ['lib/model', 'lib/conventions', 'lib/declaration', 'lib/sizing', 'lib/units', 'lib/problems'], packages: [] },
  'lib/kubernetes': {
    rooms: ['lib/model', 'lib/conventions', 'lib/units', 'lib/problems', 'lib/declaration'],
    types: ['lib/blueprint'],
    packages: ['cdk8s', 'cdk8s-plus-34', 'constructs', 'node:crypto'],
  },
  'lib/aws': {
    rooms: ['lib/model', 'lib/conventions', 'lib/units', 'lib/problems', 'lib/declaration'],
    types: ['lib/blueprint'],
    packages: ['@aws-cdk/lambda-layer-kubectl-v35', 'aws-cdk-lib', 'constructs', 'node:fs'],
  },
  'lib/source': { rooms: ['lib/problems'], packages: ['js-yaml', 'node:crypto', 'node:fs', 'node:os', 'node:path'] },
  'lib/template': { rooms: ['lib/units', 'lib/problems', 'lib/source'], packages: ['node:path'] },
  'lib/manifest': { rooms: ['lib/problems', 'lib/source'], packages: [] },
  'lib/lint': { rooms: ['lib/problems', 'lib/source', 'lib/manifest'], packages: [] },
  'lib/packing': { rooms: ['lib/units', 'lib/manifest'], packages: [] },
  'lib/cluster': { rooms: ['lib/conventions', 'lib/units', 'lib/source', 'lib/manifest'], types: ['lib/packing'], packages: [] },
  'lib/pricing': {
    rooms: ['lib/template', 'lib/cluster', 'lib/declaration', 'lib/units', 'lib/problems', 'lib/source', 'data/prices'],
    types: ['lib/packing'],
    packages: ['zod'],
  },
  'lib/report': {
    // Of pricing it needs the cost groups in their order and the JSON form of a bill; it never asks for a price.
    rooms: ['lib/units', 'lib/problems', 'lib/source', 'lib/pricing'],
    types: ['lib/model', 'lib/sizing', 'lib/blueprint', 'lib/declaration', 'lib/template', 'lib/lint'],
    packages: ['csv-stringify', 'picocolors', 'string-width', 'zod'],
  },
  'lib/testing': { rooms: [...COMPOSITION, 'lib'], packages: ['aws-cdk-lib', 'constructs', 'vitest'] },
  lib: { rooms: [...COMPOSITION, 'lib/report', 'data/prices', 'data/shapes', 'tiers'], packages: ['aws-cdk-lib', 'constructs', 'zod'] },
  tiers: { rooms: ['lib/model', 'lib/units', 'lib/problems'], packages: [] },
  'data/prices': { rooms: [], packages: [] },
  'data/shapes': { rooms: [], packages: [] },
  bin: {
    rooms: [...COMPOSITION, 'lib/report', 'lib', 'tiers'],
    packages: ['aws-cdk-lib', 'commander', 'constructs', 'node:crypto', 'node:os', 'node:path', 'picocolors', 'zod'],
  },
};

/** What the table may never be loosened to allow: what is computed stays apart from what is synthesized. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  'lib/declaration': ['lib/blueprint', 'lib/pricing', 'lib/template'],
  'lib/model': ['aws-cdk-lib', 'lib/sizing'],
  'lib/catalog': ['aws-cdk-lib', 'lib/model', 'lib/sizing'],
  'lib/conventions': ['lib/units', 'lib/model'],
  'lib/sizing': ['aws-cdk-lib', 'lib/pricing'],
  'lib/blueprint': ['aws-cdk-lib', 'lib/pricing'],
  'lib/aws': ['lib/sizing', 'lib/catalog', 'lib/pricing', 'lib/report'],
  'lib/kubernetes': ['aws-cdk-lib', 'lib/aws', 'lib/sizing', 'lib/pricing', 'lib/report'],
  'lib/source': ['aws-cdk-lib', 'lib/model', 'lib/units'],
  'lib/template': ['aws-cdk-lib', 'lib/model'],
  'lib/manifest': ['cdk8s', 'lib/model', 'lib/template', 'lib/lint'],
  'lib/lint': ['cdk8s', 'lib/model', 'lib/blueprint', 'lib/pricing'],
  'lib/packing': ['lib/model', 'lib/pricing', 'lib/cluster'],
  'lib/cluster': ['cdk8s', 'lib/model', 'lib/kubernetes', 'lib/pricing'],
  'lib/pricing': ['aws-cdk-lib', 'lib/aws', 'lib/sizing', 'lib/model', 'lib/blueprint'],
  'lib/report': ['aws-cdk-lib', 'lib/aws', 'bin'],
  tiers: ['aws-cdk-lib', 'lib/sizing', 'lib/blueprint', 'lib/aws', 'lib/template', 'lib/pricing', 'lib/report'],
};

/** Rooms whose imports the linter refuses while one types; the others put rooms together, or hold data. */
const LINTED = Object.keys(ROOMS).filter((room) => room === 'tiers' || (room.startsWith('lib/') && room !== 'lib/testing'));

/** The room of a file or of what an import leads to: `lib/pricing`, `data/prices`, `lib` or a folder at the top. */
function roomOf(path: string): string {
  const [top = '', second, ...rest] = path.split('/');
  const inside = second !== undefined && (rest.length > 0 || `${top}/${second}` in ROOMS);
  return (top === 'lib' || top === 'data') && inside ? `${top}/${second}` : top;
}

/** 1 for a file directly in its room, 2 for one in a folder of it. */
function depthOf(file: string): number {
  return file.split('/').length - roomOf(file).split('/').length;
}

interface Edge extends Import {
  readonly file: string;
  readonly from: string;
  /** What a relative import leads to; absent for packages. */
  readonly target?: string;
  readonly to: string;
}

const SOURCES = ['lib', 'tiers', 'bin', 'data'].flatMap(filesBelow).filter((path) => /\.[cm]?tsx?$/.test(path));
const EDGES: readonly Edge[] = SOURCES.flatMap((file) => importsOf(textOf(file)).map((found) => edge(file, found)));

function edge(file: string, found: Import): Edge {
  const target = targetOf(file, found.specifier);
  const ends = { ...found, file, from: roomOf(file) };
  return target === undefined ? { ...ends, to: packageOf(found.specifier) } : { ...ends, target, to: roomOf(target) };
}

function isAllowed({ from, to, target, typeOnly }: Edge): boolean {
  const room = ROOMS[from];
  if (room === undefined) return false;
  if (target === undefined) return room.packages.includes(to);
  return from === to || room.rooms.includes(to) || (typeOnly && (room.types ?? []).includes(to));
}

const shown = ({ file, specifier, typeOnly }: Edge) => `${file}: ${typeOnly ? 'type ' : ''}${specifier}`;

describe('the reader of imports', () => {
  test.each<[string, Import[]]>([
    [`import { a } from './a';`, [{ specifier: './a', typeOnly: false }]],
    [`import type { A } from './a';`, [{ specifier: './a', typeOnly: true }]],
    [`import { type A, type B } from './a';`, [{ specifier: './a', typeOnly: true }]],
    [`import { type A, b } from './a';`, [{ specifier: './a', typeOnly: false }]],
    [`import {\n  a,\n  b,\n} from './a';`, [{ specifier: './a', typeOnly: false }]],
    [`import * as ec2 from 'aws-cdk-lib/aws-ec2';`, [{ specifier: 'aws-cdk-lib/aws-ec2', typeOnly: false }]],
    [`import './effect';`, [{ specifier: './effect', typeOnly: false }]],
    [
      `export * from './a';\nexport type { B } from './b';`,
      [
        { specifier: './a', typeOnly: false },
        { specifier: './b', typeOnly: true },
      ],
    ],
    [`  const a = require('./a');`, [{ specifier: './a', typeOnly: false }]],
    [`import a = require('./a');`, [{ specifier: './a', typeOnly: false }]],
    [`let a: typeof import('./a');`, [{ specifier: './a', typeOnly: true }]],
    [`let a: Promise<unknown> = import('./a');`, [{ specifier: './a', typeOnly: false }]],
    [
      `/**\n * \`require('./a')\`\n */\n// import { a } from './a';\nexport const from = 'b';\nexport interface A {\n  readonly b: 'c';\n}`,
      [],
    ],
  ])('%s', (source, imports) => {
    expect(importsOf(source)).toEqual(imports);
  });
});

describe('rooms', () => {
  test('every source belongs to a room of the table', () => {
    expect(SOURCES.length).toBeGreaterThan(0);
    expect(SOURCES.filter((file) => !(roomOf(file) in ROOMS))).toEqual([]);
  });

  test('a room has at most one level of folders', () => {
    expect(SOURCES.filter((file) => depthOf(file) > 2)).toEqual([]);
  });

  test.each(Object.keys(ROOMS))('%s imports only what the table allows', (room) => {
    expect(EDGES.filter((found) => found.from === room && !isAllowed(found)).map(shown)).toEqual([]);
  });

  test.each(Object.entries(NEVER))('the table keeps %s away from what it must not know', (from, never) => {
    const edges = never.map((to): Edge => ({ file: '', specifier: to, typeOnly: true, from, to, ...(to in ROOMS ? { target: to } : {}) }));
    expect(edges.filter(isAllowed).map(({ to }) => to)).toEqual([]);
  });

  test('other rooms are imported by their index', () => {
    const intoRooms = EDGES.filter(
      ({ from, to, target }) => target !== undefined && from !== to && !to.startsWith('data/') && to !== 'lib',
    );
    expect(intoRooms.filter(({ to, target }) => to !== target).map(shown)).toEqual([]);
  });

  test('the table has no cycle', () => {
    expect(cycleIn((room) => [...(ROOMS[room]?.rooms ?? []), ...(ROOMS[room]?.types ?? [])], Object.keys(ROOMS))).toEqual([]);
  });

  test.each(LINTED)("the linter's import rules for %s are the table's", (room) => {
    expect(lintRules(room)).toEqual(expectedRules(room));
  });
});

/** The first circle found, as its path; empty when there is none. */
function cycleIn(next: (node: string) => readonly string[], nodes: readonly string[]): string[] {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const neighbour of next(node)) {
      const found = visit(neighbour, [...path, node]);
      if (found.length > 0) return found;
    }
    done.add(node);
    return [];
  };
  return nodes.map((node) => visit(node, [])).find((found) => found.length > 0) ?? [];
}

interface LintOverride {
  readonly includes: readonly string[];
  readonly linter?: { readonly rules?: { readonly style?: { readonly noRestrictedImports?: { readonly options: LintOptions } } } };
}
interface LintOptions {
  readonly patterns: readonly { readonly group: readonly string[] }[];
}

/** What biome.json refuses and lets in, by the pattern of files. */
function lintRules(room: string): Record<string, readonly string[] | undefined> {
  const { overrides } = JSON.parse(textOf('biome.json')) as { overrides: readonly LintOverride[] };
  const mine = overrides.filter(({ includes }) => includes.some((pattern) => pattern.startsWith(`${room}/`)));
  return Object.fromEntries(
    mine.map(({ includes, linter }) => [includes.join(), linter?.rules?.style?.noRestrictedImports?.options.patterns[0]?.group]),
  );
}

/** The same from the table: everything is refused, then what the room may import is let in. */
function expectedRules(room: string): Record<string, readonly string[]> {
  const { rooms, types = [], packages } = ROOMS[room] ?? { rooms: [], packages: [] };
  const allowed = (folder: string) => [
    ...[...rooms, ...types].map((other) => `!${posix.relative(folder, other)}${other.startsWith('data/') ? '/**' : ''}`),
    ...packages.flatMap((name) => [`!${name}`, `!${name}/**`]),
  ];
  const hasFolders = SOURCES.some((file) => roomOf(file) === room && depthOf(file) === 2);
  return {
    [`${room}/*.ts`]: ['**', '!./**', ...allowed(room)],
    ...(hasFolders ? { [`${room}/*/*.ts`]: ['**', '!./**', '!../*', ...allowed(`${room}/inside`)] } : {}),
  };
}

/** A bill that no resource stands for has nothing to build. */
const WITHOUT_RESOURCES: readonly string[] = ['external'];

describe('component kinds', () => {
  test.each(Object.keys(COMPONENT_KINDS))('%s has a file of that name in every room that knows components', (kind) => {
    const builders = WITHOUT_RESOURCES.includes(kind) ? [] : ['lib/aws', 'lib/kubernetes'].filter((room) => room in ROOMS);
    const missing = ['lib/model', ...builders].filter((room) => !SOURCES.includes(`${room}/${kind}.ts`));
    expect(missing).toEqual([]);
  });
});

const WRITTEN = filesBelow().filter((path) => path !== 'package-lock.json');
const CODE = WRITTEN.filter((path) => /\.[cm]?[jt]s$/.test(path));

/** Every line of the files that an expression finds, as `file:line: text`. The expressions don't find themselves. */
function linesWith(expression: RegExp, files: readonly string[]): string[] {
  const hits = (file: string) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) => (expression.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []));
  return files.flatMap(hits);
}

describe('sources', () => {
  test('nothing is of the type that switches the types off', () => {
    expect(linesWith(/^(?!\s*(?:\*|\/\/|\/\*\*)).*(?::|\bas|[<|,])\s*an[y]\b\s*(?:[;,)>|=[{]|$)/, CODE)).toEqual([]);
  });

  test('no check is switched off for a line or a file', () => {
    expect(linesWith(/@ts-(?:ignor[e]|nochec[k])|biome-ignor[e]|eslint-disabl[e]/, CODE)).toEqual([]);
  });

  test('only tests expect the compiler to refuse a line', () => {
    const program = CODE.filter((path) => !path.startsWith('test/'));
    expect(linesWith(/@ts-expect-erro[r]/, program)).toEqual([]);
  });

  test('only lib/source writes files', () => {
    const writes = /\b(?:writeFile|appendFile|createWriteStream|copyFile|cp|mkdir|mkdtemp|rename|symlink|truncate)(?:Sync)?\(/;
    const others = CODE.filter((path) => /^(?:lib|bin|tiers|scripts)\//.test(path) && !path.startsWith('lib/source/'));
    expect(linesWith(writes, ['lib/source/write-file.ts'])).not.toEqual([]);
    // The CDK writes a template into a temporary folder, where it is read back.
    expect(linesWith(writes, others).filter((line) => !line.includes('FileSystem.mkdtemp('))).toEqual([]);
  });

  test('only lib/source opens, reads and lists files', () => {
    const reads =
      /\b(?:readFile|readFileSync|createReadStream|openSync|opendirSync|readdirSync|statSync|lstatSync|existsSync|readv?Sync)\b/;
    const others = CODE.filter((path) => /^(?:lib|bin|tiers)\//.test(path) && !path.startsWith('lib/source/'));
    expect(linesWith(reads, ['lib/source/descriptor.ts'])).not.toEqual([]);
    expect(linesWith(reads, others)).toEqual([]);
  });

  test('nothing depends on the machine that it was written on', () => {
    expect(linesWith(/\.\.\/share[d]\b|(?<![\w.$}])\/(?:wor[k]|roo[t]|hom[e]\/\w+)\//, WRITTEN)).toEqual([]);
  });

  test('nothing names the host of a package registry', () => {
    expect(
      linesWith(/\bregistr[y]\.[\w-]+\.\w+|\/\/[^\s'"]*(?:artifactor[y]|verdacci[o]|nexu[s])/, [...WRITTEN, 'package-lock.json']),
    ).toEqual([]);
  });

  test('the lockfile leaves the registry to whoever installs', () => {
    expect(textOf('package-lock.json')).not.toContain('"resolved": "http');
  });
});
