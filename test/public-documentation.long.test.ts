import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { undocumentedIn } from './support/docstrings';
import { publicDeclarations } from './support/public-declarations';
import { filesBelow, ROOT, textOf } from './support/sources';
import { sourceOf } from './support/syntax';

const { exports } = JSON.parse(textOf('package.json')) as {
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
};

/** Modules that the package exports: `lib/index`. */
const ENTRY_POINTS = Object.values(exports).flatMap((target) =>
  typeof target === 'string' ? [] : [target.types.replace('./dist/', '').replace('.d.ts', '')],
);

const SOURCES = ['lib', 'tiers'].flatMap((folder) => filesBelow(folder)).filter((path) => path.endsWith('.ts'));

const folder = mkdtempSync(join(tmpdir(), 'sizing-declarations-'));

beforeAll(() => {
  const compiler = join(ROOT, 'node_modules', '.bin', 'tsc');
  execFileSync(compiler, ['-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--noCheck', '--outDir', folder], { cwd: ROOT });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

test('every field of the types that an entry point of the package reaches has a docstring', () => {
  const reached = publicDeclarations(folder, ENTRY_POINTS);
  const missing = SOURCES.flatMap((path) =>
    undocumentedIn(sourceOf(path))
      .filter(({ symbol }) => reached.has(`${path.replace(/\.ts$/, '')}#${symbol}`))
      .map(({ place }) => place),
  );
  expect(missing).toEqual([]);
});

test('types in inferred types are reached, and internal types, which have fields without a docstring, are not', () => {
  const reached = publicDeclarations(folder, ENTRY_POINTS);
  expect(reached).toContain('lib/cdk/estimate-stack#estimate');
  // The inferred type of the schema of an amount has it.
  expect(reached).toContain('lib/core/interval#Interval');
  expect(reached).not.toContain('lib/draft/part#Part');
  expect(undocumentedIn(sourceOf('lib/draft/part.ts')).map(({ symbol }) => symbol)).toContain('Part');
});
