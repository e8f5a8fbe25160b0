import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { buildSync } from 'esbuild';
import type { Vite } from 'vitest/node';

const ROOT = join(import.meta.dirname, '..', '..');

/** Folders whose modules the tests import compiled. */
const COMPILED = ['bin', 'lib', 'tiers'] as const;

/** Sources whose change repeats the tests of the watch mode. Vite does not know that these import them. */
export const SOURCES: string = '**/{bin,lib,tiers}/**/*.ts';

/** Paths of compiled modules, which Node itself loads. */
export const COMPILED_MODULES: RegExp = /[\\/]sizing-blueprints-tests-\w+[\\/]package[\\/]dist[\\/]/;

/**
 * A folder for one run, in which the workers share what they synthesized. It is removed when the run ends. Its subfolder
 * `package` has the layout of the installed package, with the sources compiled once: the tests import these modules, and start
 * these commands. Node loads them several times faster than Vite, which transforms each module again for each project.
 */
export function compiledSources(): Vite.Plugin {
  let folder: string | undefined;
  return {
    name: 'compiled-sources',
    enforce: 'pre',
    configureVitest({ vitest, project }) {
      if (folder === undefined) {
        const created = mkdtempSync(join(tmpdir(), 'sizing-blueprints-tests-'));
        compileInto(join(created, 'package'));
        vitest.onTestsRerun(() => {
          removeResults(created);
          compileInto(join(created, 'package'));
        });
        vitest.onClose(() => rmSync(created, { recursive: true, force: true }));
        // Where workers and the programs that they start make their folders: some, such as the CDK, leave them behind.
        process.env.TMPDIR = join(created, 'tmp');
        mkdirSync(process.env.TMPDIR);
        folder = created;
      }
      project.provide('runFolder', folder);
    },
    resolveId(specifier, importer) {
      if (folder === undefined || importer === undefined || !specifier.startsWith('.')) return undefined;
      const path = relative(ROOT, join(dirname(importer), specifier));
      if (!COMPILED.some((name) => path.startsWith(name + sep))) return undefined;
      const compiled = join(folder, 'package', 'dist', path);
      return existsSync(`${compiled}.js`) ? `${compiled}.js` : join(compiled, 'index.js');
    },
  };
}

/**
 * Exports as plain properties, as those of the published package: esbuild defines each by two functions, whose calls take a tenth of the
 * time of a simulation. In brackets, because Node reads the names for `import` from assignments to `module.exports`.
 */
const PLAIN_EXPORTS = `module['exports'] = Object.defineProperty({ ...module.exports }, '__esModule', { value: true });`;

/** Removes what workers shared, which other sources made. */
function removeResults(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== 'package' && name !== 'tmp') rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Compiles the sources into `folder/dist`, next to the files that they read. */
function compileInto(folder: string): void {
  const sources = COMPILED.flatMap((name) =>
    readdirSync(join(ROOT, name), { recursive: true, encoding: 'utf8' }).map((path) => join(ROOT, name, path)),
  );
  buildSync({
    entryPoints: sources.filter((path) => path.endsWith('.ts')),
    outbase: ROOT,
    outdir: join(folder, 'dist'),
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    footer: { js: PLAIN_EXPORTS },
  });
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  for (const name of ['data', 'node_modules']) {
    if (!existsSync(join(folder, name))) symlinkSync(join(ROOT, name), join(folder, name), 'junction');
  }
}
