import { closeSync, fchmodSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { notWritable, writable } from './output-error';
import { makeFolder, removeLeftovers, stagingPath, syncFolder } from './staging';

/** `/dev/stdout`, `/dev/fd/3` and their like lead to open files: a new file in their place would not reach the reader. */
const OPEN_FILE = /^\/(?:dev|proc)\//;

const PERMISSIONS = 0o777;

/** A text in UTF-8, or the bytes of a text in another encoding. */
type FileContent = string | Uint8Array;

/**
 * Writes a file whole or not at all: to another file of the folder first, which then takes its name. Creates the folder.
 * A new file has the permissions that the umask leaves, an existing file keeps its own, and a link to a file stays a
 * link. Devices and pipes are written to directly. Throws an InputError when the path cannot be written.
 */
export function writeTextFile(path: string, text: FileContent): void {
  writable(path, () => {
    const existing = statSync(path, { throwIfNoEntry: false });
    if (existing?.isDirectory()) throw notWritable(path, 'EISDIR', 'a file');
    if (existing !== undefined && (!existing.isFile() || OPEN_FILE.test(path))) writeFileSync(path, text);
    else replaceFile(existing === undefined ? resolve(path) : realpathSync(path), text, existing);
  });
}

function replaceFile(path: string, text: FileContent, existing: { readonly mode: number } | undefined): void {
  const folder = dirname(path);
  makeFolder(folder);
  removeLeftovers(folder);
  const staged = stagingPath(folder);
  try {
    createFile(staged, text, existing);
    renameSync(staged, path);
  } finally {
    rmSync(staged, { force: true });
  }
  syncFolder(folder);
}

/** Writes a file that does not exist yet, down to the disk. */
export function createFile(path: string, text: FileContent, like?: { readonly mode: number }): void {
  const descriptor = openSync(path, 'wx');
  try {
    if (like !== undefined) fchmodSync(descriptor, like.mode & PERMISSIONS);
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
