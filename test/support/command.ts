import { existsSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { inject } from 'vitest';
import { filesBelow, ROOT } from './sources';

/**
 * Path of a program of `bin`, compiled once in a run of the tests into a folder with the layout of the package. tsx compiles
 * with esbuild too, but takes twice the time to start the command, and some tests start it in many processes.
 */
export function compiledProgram(name: 'sizing' | 'program' | 'manifests-app'): string {
  return compiledModule(`bin/${name}`);
}

/** Path of a compiled module, such as `lib/io/write-file`. */
export function compiledModule(name: string): string {
  const folder = join(inject('runFolder'), 'package');
  if (!existsSync(folder)) compileInto(folder);
  return join(folder, 'dist', `${name}.js`);
}

/** Workers that compile at the same time each do it in a folder of their own. The first one to end has the name. */
function compileInto(folder: string): void {
  const ours = `${folder}.${process.pid}`;
  const sources = ['bin', 'lib', 'tiers'].flatMap(filesBelow).filter((path) => path.endsWith('.ts'));
  const entryPoints = sources.map((path) => join(ROOT, path));
  buildSync({ entryPoints, outbase: ROOT, outdir: join(ours, 'dist'), format: 'cjs', platform: 'node', target: 'node20' });
  for (const name of ['data', 'node_modules', 'package.json']) symlinkSync(join(ROOT, name), join(ours, name));
  try {
    renameSync(ours, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(ours, { recursive: true });
  }
}
