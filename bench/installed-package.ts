import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writePackageDigest } from '../lib/io/package-digest';
import { runChild } from './child';

const ROOT = join(__dirname, '..');

/** Compiles the package into a folder, where it caches as an installed package does. A clone caches no answers. */
export function installPackage(folder: string): void {
  runChild(join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist')], { cwd: ROOT });
  for (const name of ['package.json', 'data', 'node_modules']) symlinkSync(join(ROOT, name), join(folder, name));
  writePackageDigest(folder);
}
