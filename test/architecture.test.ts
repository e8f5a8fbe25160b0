import { describe, expect, test } from 'vitest';
import { Component } from '../lib/model/component';
import { ROOMS } from './support/rooms';
import { filesBelow, type Import, importsOf, packageOf, targetOf, textOf } from './support/sources';

/** Imports that the table must never allow: code that computes stays separate from code that synthesizes. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  'lib/core': ['aws-cdk-lib', 'node:fs', 'lib/io'],
  'lib/io': ['aws-cdk-lib', 'lib/model'],
  'lib/model': ['aws-cdk-lib', 'node:fs', 'lib/io', 'lib/capacity'],
  'lib/contract': ['aws-cdk-lib', 'cdk8s', 'lib/blueprint'],
  'lib/catalog': ['aws-cdk-lib', 'lib/model', 'lib/pricing'],
  'lib/selection': ['aws-cdk-lib', 'lib/pricing'],
  'lib/capacity': ['aws-cdk-lib', 'lib/pricing', 'lib/loadtest'],
  'lib/blueprint': ['aws-cdk-lib', 'lib/pricing'],
  'lib/aws': ['lib/selection', 'lib/capacity', 'lib/pricing', 'lib/output'],
  'lib/kubernetes': ['aws-cdk-lib', 'lib/aws', 'lib/selection', 'lib/capacity', 'lib/pricing', 'lib/output'],
  'lib/cloudformation': ['aws-cdk-lib', 'lib/model'],
  'lib/manifests': ['cdk8s', 'lib/model', 'lib/cloudformation', 'lib/lint'],
  'lib/cel': ['cdk8s', 'lib/model', 'lib/lint'],
  'lib/lint': ['cdk8s', 'lib/model', 'lib/blueprint', 'lib/pricing'],
  'lib/scheduling': ['cdk8s', 'lib/model', 'lib/kubernetes', 'lib/pricing'],
  'lib/pricing': ['aws-cdk-lib', 'lib/aws', 'lib/selection', 'lib/model', 'lib/blueprint'],
  'lib/answers': ['commander', 'lib/output', 'bin'],
  'lib/output': ['aws-cdk-lib', 'lib/aws', 'bin'],
  tiers: ['aws-cdk-lib', 'lib/capacity', 'lib/blueprint', 'lib/aws', 'lib/cloudformation', 'lib/pricing', 'lib/output'],
};

/** The room of a file or of an imported package: `lib/pricing`, `data/prices`, `lib` or a folder at the top. */
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
  /** The file of a relative import; absent for packages. */
  readonly target?: string;
  readonly to: string;
}

/** Modules that only re-export: the public modules of the package, and the tiers of each system. */
const PUBLIC_MODULES = ['lib/index.ts', 'lib/testing/index.ts', 'tiers/index.ts', 'lib/definition/config.ts'];

const MAX_CHAIN = 20;

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

  test.each(Object.entries(NEVER))('the table never allows %s to import what it must not depend on', (from, never) => {
    const edges = never.map((to): Edge => ({ file: '', specifier: to, typeOnly: true, from, to, ...(to in ROOMS ? { target: to } : {}) }));
    expect(edges.filter(isAllowed).map(({ to }) => to)).toEqual([]);
  });

  test('only the public modules re-export, and they list names', () => {
    const barrels = SOURCES.filter((file) => /^export (?:type )?(?:\*|\{[^}]*\} from )/m.test(textOf(file)));
    expect(barrels.filter((file) => !PUBLIC_MODULES.includes(file))).toEqual([]);
    expect(barrels.filter((file) => /^export \*/m.test(textOf(file)))).toEqual([]);
  });

  test('nothing lies directly in lib but its public module', () => {
    expect(SOURCES.filter((file) => /^lib\/[^/]+$/.test(file))).toEqual(['lib/index.ts']);
  });

  test(`no chain of imports that run is longer than ${MAX_CHAIN} files`, () => {
    expect(longestChain().length).toBeLessThanOrEqual(MAX_CHAIN);
  });

  test('the document of the architecture has the table', () => {
    expect(textOf('docs/architecture.md')).toContain(roomsTable());
  });

  test('the table has no cycle', () => {
    expect(cycleIn((room) => [...(ROOMS[room]?.rooms ?? []), ...(ROOMS[room]?.types ?? [])], Object.keys(ROOMS))).toEqual([]);
  });
});

/** The first circle found, as its path; empty when there is none. */
function cycleIn(next: (node: string) => readonly string[], nodes: readonly string[]): string[] {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const neighbor of next(node)) {
      const found = visit(neighbor, [...path, node]);
      if (found.length > 0) return found;
    }
    done.add(node);
    return [];
  };
  return nodes.map((node) => visit(node, [])).find((found) => found.length > 0) ?? [];
}

/** The longest chain of files that import each other at run time, `require` included. The linter refuses circles. */
function longestChain(): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { file, target, typeOnly } of EDGES) {
    const found =
      target === undefined || typeOnly ? undefined : [`${target}.ts`, `${target}/index.ts`].find((path) => SOURCES.includes(path));
    if (found !== undefined) next.set(file, [...(next.get(file) ?? []), found]);
  }
  const known = new Map<string, readonly string[]>();
  const longest = (file: string): readonly string[] => {
    const cached = known.get(file);
    if (cached !== undefined) return cached;
    const chains = (next.get(file) ?? []).map(longest);
    const chain = [file, ...(chains.sort((left, right) => right.length - left.length)[0] ?? [])];
    known.set(file, chain);
    return chain;
  };
  return SOURCES.map(longest).sort((left, right) => right.length - left.length)[0] ?? [];
}

/** The table as the document shows it. */
function roomsTable(): string {
  const short = (room: string) => `\`${room.replace('lib/', '')}\``;
  const rows = Object.entries(ROOMS).map(([room, { subject, rooms, types = [] }]) => {
    const imports = [...rooms.map(short), ...types.map((other) => `${short(other)} (types)`)].join(', ');
    return `| \`${room}\` | ${subject} | ${imports || '–'} |`;
  });
  return ['| room | subject | may import |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Component kinds without resources, which nothing builds. */
const WITHOUT_RESOURCES: readonly string[] = ['external'];

describe('component kinds', () => {
  test.each(Component.options.map(({ shape }) => shape.kind.value))(
    '%s has a file of that name in every room that knows components',
    (kind) => {
      const builders = WITHOUT_RESOURCES.includes(kind) ? [] : ['lib/aws', 'lib/kubernetes'].filter((room) => room in ROOMS);
      const missing = ['lib/model', ...builders].filter(
        (room) => !SOURCES.some((file) => file.startsWith(`${room}/`) && file.endsWith(`/${kind}.ts`)),
      );
      expect(missing).toEqual([]);
    },
  );
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
  test('no source uses the type that disables type checks', () => {
    expect(linesWith(/^(?!\s*(?:\*|\/\/|\/\*\*)).*(?::|\bas|[<|,])\s*an[y]\b\s*(?:[;,)>|=[{]|$)/, CODE)).toEqual([]);
  });

  test('no check is disabled for a line or a file', () => {
    expect(linesWith(/@ts-(?:ignor[e]|nochec[k])|biome-ignor[e]|eslint-disabl[e]/, CODE)).toEqual([]);
  });

  test('only tests expect the compiler to refuse a line', () => {
    const program = CODE.filter((path) => !path.startsWith('test/'));
    expect(linesWith(/@ts-expect-erro[r]/, program)).toEqual([]);
  });

  test('only lib/io writes files', () => {
    const writes = /\b(?:writeFile|appendFile|createWriteStream|copyFile|cp|mkdir|mkdtemp|rename|symlink|truncate)(?:Sync)?\(/;
    const others = CODE.filter((path) => /^(?:lib|bin|tiers|scripts)\//.test(path) && !path.startsWith('lib/io/'));
    expect(linesWith(writes, ['lib/io/write-file.ts'])).not.toEqual([]);
    // The CDK writes a template into a temporary folder, where it is read back.
    expect(linesWith(writes, others).filter((line) => !line.includes('FileSystem.mkdtemp('))).toEqual([]);
  });

  test('only lib/io opens, reads and lists files', () => {
    const reads =
      /\b(?:readFile|readFileSync|createReadStream|openSync|opendirSync|readdirSync|statSync|lstatSync|existsSync|readv?Sync)\b/;
    const others = CODE.filter((path) => /^(?:lib|bin|tiers)\//.test(path) && !path.startsWith('lib/io/'));
    expect(linesWith(reads, ['lib/io/descriptor.ts'])).not.toEqual([]);
    expect(linesWith(reads, others)).toEqual([]);
  });

  test('no source depends on the computer that it was written on', () => {
    expect(linesWith(/\.\.\/share[d]\b|(?<![\w.$}])\/(?:wor[k]|roo[t]|hom[e]\/\w+)\//, WRITTEN)).toEqual([]);
  });

  test('nothing names the host of a package registry', () => {
    expect(
      linesWith(/\bregistr[y]\.[\w-]+\.\w+|\/\/[^\s'"]*(?:artifactor[y]|verdacci[o]|nexu[s])/, [...WRITTEN, 'package-lock.json']),
    ).toEqual([]);
  });

  test('the lockfile names no registry', () => {
    expect(textOf('package-lock.json')).not.toContain('"resolved": "http');
  });
});
