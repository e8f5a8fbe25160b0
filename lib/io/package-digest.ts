import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** File in the folder of the compiled code. */
const FILE = 'package-digest.txt';

/** Folder of the compiled code, from this file in it; in a clone, the folder of the sources, which has no such file. */
const CODE = join(__dirname, '..', '..');

/** Digest of the code and the data of this package, which the build wrote. Undefined in a clone, where sources may change at any time. */
export function packageDigest(): string | undefined {
  const path = join(CODE, FILE);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

/** Writes the digest of a package: of its compiled code in `dist`, of its data and of its package.json. */
export function writePackageDigest(root: string): void {
  const names = ['package.json', ...filesIn(root, 'data'), ...filesIn(root, 'dist').filter((name) => /\.js$/.test(name))];
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\n`).update(readFileSync(join(root, name)));
  writeFileSync(join(root, 'dist', FILE), `${hash.digest('hex')}\n`);
}

function filesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
