import { basename, extname } from 'node:path';
import { InputError } from '../core/problems';
import { entriesOf, type FolderEntry } from '../io/files';
import { EXPECTED_PATH } from './files';
import { MAX_TREE_ENTRIES } from './limits';

const EXTENSIONS: readonly string[] = ['.json', '.template', '.yaml', '.yml'];
/** Folders of dependencies, and of files that commands write. */
const SKIPPED: readonly string[] = ['.git', '.aws-sam', 'cdk.out', 'node_modules'];

/**
 * The files of a folder and of the folders in it that may be templates, by their names. Links are not followed, and folders that cannot be
 * read are left out. Empty for a folder with more than `MAX_TREE_ENTRIES` entries: a part of it would make a name look unique.
 */
export function templateFiles(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, readonly string[]>();
  const waiting = [folder];
  let entries = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of readableEntries(next)) {
      entries += 1;
      if (entries > MAX_TREE_ENTRIES) return new Map();
      if (entry.isFolder) {
        if (!SKIPPED.includes(entry.name)) waiting.push(entry.path);
      } else if (EXTENSIONS.includes(extname(entry.name))) {
        const name = basename(entry.name);
        files.set(name, [...(files.get(name) ?? []), entry.path]);
      }
    }
  }
  return files;
}

function readableEntries(folder: string): readonly FolderEntry[] {
  try {
    return entriesOf(folder, EXPECTED_PATH);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
