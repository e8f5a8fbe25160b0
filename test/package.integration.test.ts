import { describe, expect, test } from 'vitest';
import { filesBelow, textOf } from './support/sources';

interface Manifest {
  readonly main: string;
  readonly types: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly typesVersions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const MANIFEST = JSON.parse(textOf('package.json')) as Manifest;
const BUILD = JSON.parse(textOf('tsconfig.build.json')) as {
  readonly include: readonly string[];
  readonly compilerOptions: { readonly outDir: string };
};
const FILES = filesBelow();

const ENTRY_POINTS = [
  MANIFEST.main,
  MANIFEST.types,
  ...Object.values(MANIFEST.bin),
  ...Object.values(MANIFEST.exports).flatMap((target) => (typeof target === 'string' ? [] : Object.values(target))),
].map((path) => path.replace(/^\.\//, ''));

/** The source of a file that the build writes. */
function sourceOf(built: string): string {
  return built.replace(`${BUILD.compilerOptions.outDir}/`, '').replace(/(\.d\.ts|\.js)$/, '.ts');
}

describe('the package', () => {
  test.each([...new Set(ENTRY_POINTS)])('%s is made by the build and packed', (built) => {
    expect(built).toMatch(/^dist\/.+\.(js|d\.ts)$/);
    expect(FILES).toContain(sourceOf(built));
    expect(BUILD.include).toContain(sourceOf(built).split('/')[0]);
    expect(MANIFEST.files).toContain(BUILD.compilerOptions.outDir);
  });

  test('contains prices, shapes and schemas, and every path in `files` exists', () => {
    expect(MANIFEST.files).toEqual(expect.arrayContaining(['data', 'schemas']));
    const present = (path: string) => FILES.some((file) => file === path || file.startsWith(`${path}/`));
    expect(MANIFEST.files.filter((path) => path !== BUILD.compilerOptions.outDir && !present(path))).toEqual([]);
  });

  test('publishes its schemas under their own names', () => {
    expect(MANIFEST.exports['./schemas/*']).toBe('./schemas/*');
  });

  test('has the same types under `moduleResolution: node`, which does not read `exports`', () => {
    const types = Object.entries(MANIFEST.exports).flatMap(([name, target]) =>
      typeof target === 'string' || name === '.' ? [] : [[name.replace('./', ''), [target.types]]],
    );
    expect(MANIFEST.typesVersions).toEqual({ '*': Object.fromEntries(types) });
  });

  test.each(Object.values(MANIFEST.bin))('%s starts with Node', (built) => {
    expect(textOf(sourceOf(built)).split('\n')[0]).toBe('#!/usr/bin/env node');
  });

  test('every dependency has an exact version', () => {
    const versions = Object.entries({ ...MANIFEST.dependencies, ...MANIFEST.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('the lockfile has what every platform installs, or `npm ci` refuses it', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Readonly<Record<string, LockedPackage>> };
    const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    expect(optional.length).toBeGreaterThan(0);
    expect(optional.filter((name) => !locked.has(name))).toEqual([]);
  });
});
