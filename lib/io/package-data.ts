import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PACKAGE_NAME = 'sizing-blueprints';

let folder: string | undefined;

/** Fields of the package.json of this package. */
export interface PackageManifest {
  /** Version. */
  readonly version: string;
  /** Ranges of the packages that a user installs next to this one. */
  readonly peerDependencies: Readonly<Record<string, string>>;
  /** Versions of the packages that this one is tested with. */
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The package.json of this package. */
export function packageManifest(): PackageManifest {
  return JSON.parse(readFileSync(join(packageRoot(__dirname), 'package.json'), 'utf8')) as PackageManifest;
}

/** The version of this package. */
export function packageVersion(): string {
  return packageManifest().version;
}

/** The package's `data` folder, from wherever this file runs: the sources, `dist` or an installed package. */
function dataFolder(): string {
  folder ??= join(packageRoot(__dirname), 'data');
  return folder;
}

function packageRoot(from: string): string {
  const manifest = join(from, 'package.json');
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === PACKAGE_NAME) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error(`no package.json of ${PACKAGE_NAME} above ${__dirname}`);
  return packageRoot(parent);
}

/** Path of a data file, such as `prices/eu-west-1.json`. */
function packageDataPath(name: string): string {
  return join(dataFolder(), name);
}

/** A data file, parsed. The caller validates it with a schema. */
export function readPackageData(name: string): unknown {
  return JSON.parse(readFileSync(packageDataPath(name), 'utf8'));
}

/** Whether the package has a data file. */
export function hasPackageData(name: string): boolean {
  return existsSync(packageDataPath(name));
}

/** Names of the files in a data folder, in alphabetical order. */
export function packageFolderNames(name: string): readonly string[] {
  return readdirSync(packageDataPath(name)).sort();
}
