import { relative, sep } from 'node:path';
import ignore from 'ignore';
import { InputError, PATH_SUBJECT } from '../core/problems';
import { entriesOf, exists, type FolderEntry, readText } from '../io/files';
import { MAX_IGNORE_FILE_BYTES, MAX_MANIFEST_FILES } from './limits';
import type { SkippedFile } from './skipped-file';

/** File of a folder whose lines are patterns of files that are not read, in the syntax of `.gitignore`. */
const IGNORE_FILE = '.sizingignore';

const MANIFEST_FILE = /\.(?:ya?ml|json)$/i;

/** Files of a folder, before their content is known. */
export interface FolderFiles {
  /** Files that may be manifests, in the order of their names. */
  readonly files: readonly FolderFile[];
  /** Files that a pattern excludes. */
  readonly skipped: readonly SkippedFile[];
}

/** A file that may be a manifest. */
export interface FolderFile {
  /** Path of the file. */
  readonly path: string;
  /** Whether it is in the folder `templates` of a Helm chart. */
  readonly isInChart: boolean;
}

/** All `.yaml`, `.yml` and `.json` files of a folder and the folders in it. Hidden folders and node_modules are ignored. */
export function filesOf(folder: string, excluded: readonly string[], expected: string): FolderFiles {
  const isExcluded = exclusionOf(folder, excluded, expected);
  const found: FolderFile[] = [];
  const skipped: SkippedFile[] = [];
  const visit = (path: string, isInChart: boolean) => {
    const entries = entriesOf(path, expected);
    const isChart = entries.some(({ name, isFolder }) => name === 'Chart.yaml' && !isFolder);
    for (const entry of entries) {
      if (!isOfInterest(entry)) continue;
      if (isExcluded(entry)) skipped.push({ file: entry.path, reason: 'excluded' });
      else if (entry.isFolder) visit(entry.path, isInChart || (isChart && entry.name === 'templates'));
      else found.push({ path: entry.path, isInChart });
      if (found.length > MAX_MANIFEST_FILES) throw new InputError(PATH_SUBJECT, [{ path: folder, ...TOO_MANY }]);
    }
  };
  visit(folder, false);
  return { files: found, skipped };
}

function isOfInterest({ name, isFolder }: FolderEntry): boolean {
  return isFolder ? !name.startsWith('.') && name !== 'node_modules' : MANIFEST_FILE.test(name);
}

/** Whether patterns of the user exclude a file or a folder. */
function exclusionOf(folder: string, excluded: readonly string[], expected: string): (entry: FolderEntry) => boolean {
  const path = `${folder}/${IGNORE_FILE}`;
  const subject = `file ${path}`;
  const written = exists(path, expected)
    ? readText(path, subject, { expected: 'a file of patterns', maxBytes: MAX_IGNORE_FILE_BYTES, inside: folder })
    : '';
  const patterns = ignore()
    .add(written)
    .add([...excluded]);
  return (entry) => patterns.ignores(relative(folder, entry.path).split(sep).join('/') + (entry.isFolder ? '/' : ''));
}

const TOO_MANY = {
  reason: `contains more than ${MAX_MANIFEST_FILES.toLocaleString('en-US')} files`,
  expected: 'a folder of manifests',
};
