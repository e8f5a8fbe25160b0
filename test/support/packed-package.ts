/** The package as users install it, without a registry. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { writePackageDigest } from '../../lib/io/package-digest';
import { ROOT } from './sources';
import { temporaryFolder } from './temporary-folder';

/** Runs a program outside of CI and of the tests. */
export function run(command: string, args: readonly string[], cwd: string) {
  const { CI: _ci, VITEST: _vitest, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...env, NO_COLOR: '1' } });
  return { status, stdout, stderr };
}

/** The tarball of the package, which the first file of a run that needs it packs for all workers. */
function tarball(): string {
  const file = join(inject('runFolder'), 'sizing-blueprints.tgz');
  if (!existsSync(file)) renameSync(packInto(temporaryFolder()), file);
  return file;
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
  symlinkSync(join(ROOT, 'node_modules'), join(staged, 'node_modules'));
  const described = run(process.execPath, ['-r', 'tsx/cjs', join(ROOT, 'scripts/write-descriptions.ts'), join(staged, 'dist')], ROOT);
  expect(described).toMatchObject({ status: 0, stdout: '' });
  writePackageDigest(staged);
  const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], staged);
  const [{ filename = '' } = {}] = JSON.parse(packed.stdout) as { readonly filename?: string }[];
  return join(folder, filename);
}

/** Makes a folder in which the package is installed: the unpacked tarball, and links to the packages that `npm install` would bring. */
export function folderWithPackage(folder: string): void {
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'sizing-blueprints');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  mkdirSync(own);
  expect(run('tar', ['-xzf', tarball(), '--strip-components=1', '-C', own], folder).status).toBe(0);
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
}
