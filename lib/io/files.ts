import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, PATH_SUBJECT } from '../core/problems';
import { decodeText } from './decode-text';
import { kindText, piecesOf, type ReadOptions, streamDescriptor } from './descriptor';
import { readable } from './file-error';
import { observePath } from './observed-paths';

/** Text of streams by descriptor: a stream can be read only once, but is read to detect its kind and again to parse it. */
const streamTexts = new Map<number, string>();

/** The text of a file in UTF-8. Throws an InputError as `piecesOf` does, and for bytes that are not UTF-8. */
export function readText(path: string, subject: string, options: ReadOptions): string {
  const stream = options.inside === undefined ? streamDescriptor(path) : undefined;
  const known = stream === undefined ? undefined : streamTexts.get(stream);
  if (known !== undefined) return known;
  const text = decodeText(Buffer.concat([...piecesOf(path, subject, options)]), subject);
  if (stream !== undefined) streamTexts.set(stream, text);
  return text;
}

/** Whether a path of the command line is a stream: `-`, or a pipe such as `/dev/fd/63`. */
export function isStream(path: string): boolean {
  return streamDescriptor(path) !== undefined;
}

/** Whether anything is at a path. Throws an InputError when the file system does not say. */
export function exists(path: string, expected: string): boolean {
  observePath(path, 'kind');
  return readable(path, expected, () => statSync(path, { throwIfNoEntry: false })) !== undefined;
}

/**
 * Whether a path of the command line is a file or a folder. Throws an InputError for any other path, such as a named
 * pipe or a device.
 */
export function pathKind(path: string, expected: string): 'file' | 'folder' {
  observePath(path, 'kind');
  if (isStream(path)) return 'file';
  const stats = readable(path, expected, () => statSync(path));
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  throw new InputError(PATH_SUBJECT, [{ path, reason: kindText(stats), expected }]);
}

/** A file or folder in a folder. */
export interface FolderEntry {
  /** The name without the folder. */
  readonly name: string;
  /** The folder's path and the name. */
  readonly path: string;
  /** False for a file, and for a link wherever it leads: a link is opened as a file or not at all. */
  readonly isFolder: boolean;
}

/** The entries of a folder in the order of their names. Throws an InputError when the folder cannot be read. */
export function entriesOf(folder: string, expected: string): readonly FolderEntry[] {
  observePath(folder, 'contents');
  const entries = readable(folder, expected, () => readdirSync(folder, { withFileTypes: true }));
  return entries
    .map((entry) => ({ name: entry.name, path: join(folder, entry.name), isFolder: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
