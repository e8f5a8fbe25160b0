import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './support/sources';
import { temporaryFolder } from './support/temporary-folder';

let tarball = '';

function run(command: string, args: readonly string[], cwd: string) {
  const { CI: _ci, VITEST: _vitest, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...env, NO_COLOR: '1' } });
  return { status, stdout, stderr };
}

/** Compiles and packs the package as `npm pack` does, without touching the `dist` of this checkout. */
function packInto(folder: string): string {
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly files: readonly string[] };
  const staged = join(folder, 'staged');
  mkdirSync(staged);
  const compiled = run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json', '--outDir', join(staged, 'dist')], ROOT);
  expect(compiled).toMatchObject({ status: 0, stdout: '' });
  for (const name of ['package.json', ...files.filter((each) => each !== 'dist')]) {
    cpSync(join(ROOT, name), join(staged, name), { recursive: true });
  }
  const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], staged);
  const [{ filename = '' } = {}] = JSON.parse(packed.stdout) as { readonly filename?: string }[];
  return join(folder, filename);
}

/** A new folder with the unpacked tarball, and links to the packages that `npm install` would bring. */
function freshFolder(): string {
  const folder = join(temporaryFolder(), 'shop');
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'sizing-blueprints');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  mkdirSync(own);
  expect(run('tar', ['-xzf', tarball, '--strip-components=1', '-C', own], folder).status).toBe(0);
  const link = (target: string, path: string) => symlinkSync(target, path);
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((each) => !each.startsWith('.'))) {
    link(join(ROOT, 'node_modules', name), join(modules, name));
  }
  for (const name of readdirSync(join(ROOT, 'node_modules/.bin'))) {
    link(join(ROOT, 'node_modules/.bin', name), join(modules, '.bin', name));
  }
  const { bin } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as { readonly bin: Readonly<Record<string, string>> };
  for (const [name, path] of Object.entries(bin)) {
    chmodSync(join(own, path), 0o755);
    link(join(own, path), join(modules, '.bin', name));
  }
  return folder;
}

beforeAll(() => {
  tarball = packInto(temporaryFolder());
});

describe.each([
  ['ts', 'sizing.config.ts'],
  ['yaml', 'sizing.yaml'],
  ['json', 'sizing.json'],
])('a new project with a definition in %s', (language, file) => {
  test('has prices, templates and tests of its tiers', () => {
    const folder = freshFolder();
    const sizing = (...args: readonly string[]) => run('npx', ['sizing', ...args], folder);
    expect(sizing('init', 'shop', '--as', language)).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(folder).sort()).toEqual(['cdk.json', 'environments', 'node_modules', 'package.json', file, 'test'].sort());
    const compared = sizing('compare', '--json');
    expect(compared.status, compared.stderr).toBe(0);
    expect(JSON.parse(compared.stdout).tiers.map(({ tier }: { tier: string }) => tier)).toEqual(['small', 'medium', 'large']);
    expect(sizing('estimate', '--tier', 'small').status).toBe(0);

    const flags = ['-c', 'tier=small', '-c', 'environment=dev', '-c', 'imageTag=placeholder'];
    const synthesized = run('npx', ['cdk', 'synth', '--quiet', ...flags], folder);
    expect(synthesized.status, synthesized.stderr).toBe(0);
    expect(readdirSync(join(folder, 'cdk.out'))).toEqual(expect.arrayContaining(['shop-dev.template.json', 'estimate.json']));

    const tested = run('npm', ['test'], folder);
    expect(tested.stdout, tested.stderr).toContain('6 passed');
    expect(tested.status).toBe(0);
  });
});

test('its tests fail when a tier costs more than its budget', () => {
  const folder = freshFolder();
  run('npx', ['sizing', 'init', 'shop', '--as', 'json'], folder);
  const definition = readFileSync(join(folder, 'sizing.json'), 'utf8');
  writeFileSync(join(folder, 'sizing.json'), definition.replace('"storageGib": 500', '"storageGib": 50000'));
  const tested = run('npm', ['test'], folder);
  expect(tested.stdout).toContain('1 failed');
  expect(tested.status).not.toBe(0);
});
