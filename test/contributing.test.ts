import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SYSTEMS } from '../tiers';
import { filesBelow, ROOT, textOf } from './support/sources';

const TEXT = textOf('CONTRIBUTING.md');
const NAMES = [...TEXT.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name ?? '');

it('CONTRIBUTING.md names paths that exist', () => {
  const paths = NAMES.filter((name) => /^(?:lib|test|tiers|data|schemas|scripts)\/[\w./-]+$/.test(name));
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('CONTRIBUTING.md names scripts of package.json', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const named = NAMES.flatMap((name) => /^npm run ([\w:-]+)/.exec(name)?.[1] ?? []);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
});

it('documents name paths of code that exist', () => {
  const named = filesBelow('docs').flatMap((document) =>
    [...textOf(document).matchAll(/`((?:lib|test|tiers|data|schemas|scripts|bench)\/[\w./-]+)`/g)].map(([, path = '']) => ({
      document,
      path,
    })),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ path }) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it.each(SYSTEMS)('README.md has the example $id and the link to its comparison with the document', ({ id }) => {
  const readme = textOf('README.md');
  expect(readme).toContain(`\`${id}\` (`);
  expect(readme).toContain(`(docs/systems/${id}.md)`);
});
