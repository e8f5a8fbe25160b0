import { statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathState } from './path-state';

/** Files that decide which packages are installed. */
const LOCK_FILES = ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock'];

/**
 * Links the installed packages of a working tree into a copy of another revision of it: those of the folder of the app, a
 * path from the root of the tree, and of the folders above it. Returns the lock files that differ: their packages are not those of the other revision.
 */
export function linkModules(root: string, copy: string, appFolder: string): readonly string[] {
  const folders = foldersTo(appFolder);
  for (const folder of folders) {
    const modules = join(root, folder, 'node_modules');
    const link = join(copy, folder, 'node_modules');
    if (isFolder(modules) && isFolder(dirname(link)) && !isFolder(link)) symlinkSync(modules, link, 'dir');
  }
  const files = folders.flatMap((folder) => LOCK_FILES.map((name) => join(folder, name)));
  return files.filter((file) => stateOf(join(root, file)) !== stateOf(join(copy, file)));
}

function stateOf(path: string) {
  return pathState({ path, aspect: 'contents' });
}

/** `''`, `apps` and `apps/shop` for `apps/shop`. */
function foldersTo(folder: string): readonly string[] {
  return folder === '' || folder === '.' ? [''] : [...foldersTo(dirname(folder)), folder];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
