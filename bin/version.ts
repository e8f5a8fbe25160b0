import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in the package's own manifest, from wherever this file runs: the sources or `dist`. */
export function packageVersion(from: string = __dirname): string {
  const manifest = join(from, 'package.json');
  if (!existsSync(manifest)) return packageVersion(dirname(from));
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
