import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { judged } from './support/judges';
import { folderWithPackage, run } from './support/packed-package';
import { ROOT, textOf } from './support/sources';
import { temporaryFolder } from './support/temporary-folder';

/** A folder in which the package is installed once, with a copy of each example. */
let projects = '';

const npm = (example: string, ...args: readonly string[]) => run('npm', args, join(projects, example));

beforeAll(() => {
  projects = join(temporaryFolder(), 'projects');
  folderWithPackage(projects);
  cpSync(join(ROOT, 'examples'), projects, { recursive: true });
  linkWorkspaces('monorepo', ['systems', 'infra']);
});

/** As `npm install` links the packages of a monorepo. */
function linkWorkspaces(example: string, names: readonly string[]): void {
  const scope = join(projects, example, 'node_modules/@example');
  mkdirSync(scope, { recursive: true });
  for (const name of names) symlinkSync(join(projects, example, 'packages', name), join(scope, name));
}

test('every example is listed and tested', () => {
  const examples = readdirSync(join(ROOT, 'examples'), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  expect([...Object.keys(EXAMPLES), 'tests-jest'].sort()).toEqual(examples.sort());
  expect(examples.filter((name) => !textOf('examples/README.md').includes(`[${name}](${name}/)`))).toEqual([]);
});

/** Files that `npm run synth` of each example writes. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'cdk-app': ['cdk.out/Shop.template.json', 'cdk.out/Reports.template.json'],
  'cdk-app-esm': ['cdk.out/Blog.template.json'],
  'cdk8s-app': ['cdk8s.out/shop-dev/50-api.yaml'],
  monorepo: ['packages/infra/cdk.out/Staging.template.json', 'packages/infra/cdk.out/Production.template.json'],
};

describe.each(Object.entries(EXAMPLES))('the example %s', (example, outputs) => {
  test('passes its tests', () => {
    const { status, stdout, stderr } = npm(example, 'test');
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/Tests.*passed/);
  });

  test('is synthesized', () => {
    const { status, stdout, stderr } = npm(example, 'run', 'synth');
    expect(status, stdout + stderr).toBe(0);
    for (const path of outputs) expect(readFileSync(join(projects, example, path), 'utf8').length, path).toBeGreaterThan(100);
  });
});

test('a larger database fails the snapshot and the budget of the example', () => {
  const path = join(projects, 'cdk-app/sizing.config.ts');
  writeFileSync(path, readFileSync(path, 'utf8').replace('storageGib: 20 ', 'storageGib: 20000 '));
  const { status, stdout } = npm('cdk-app', 'test');
  expect(stdout).toContain('2 failed | 2 passed');
  expect(status).not.toBe(0);
});

judged('jest', () => {
  test('the example tests-jest passes its tests', () => {
    const program = run('sh', ['-c', 'command -v jest'], ROOT).stdout.trim();
    const installed = realpathSync(program).replace(/\/jest\/bin\/jest\.js$/, '');
    const modules = join(projects, 'tests-jest/node_modules');
    mkdirSync(modules);
    symlinkSync(join(installed, 'jest-snapshot'), join(modules, 'jest-snapshot'));
    const { status, stderr } = npm('tests-jest', 'test');
    expect(stderr).toContain('3 passed, 3 total');
    expect(stderr).toContain('1 written, 1 total');
    expect(status).toBe(0);
  });
});
