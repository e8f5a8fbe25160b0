import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../core/problems';
import { readText } from './files';
import { attempt, systemErrorCode, writable } from './output-error';
import { makeFolder, putBack, REPLACED, removeLeftovers, stagingPath, syncFolder } from './staging';
import { createFile } from './write-file';

/** A file to write. */
export interface WrittenFile {
  /** Path in the folder; may contain subfolders. */
  readonly path: string;
  /** The whole content. */
  readonly text: string;
}

/** A folder to write. */
export interface WrittenFolder {
  /** Path of the folder; the parent is created when it does not exist. */
  readonly path: string;
  /** All files of the folder. Other files of an existing folder are removed. */
  readonly files: readonly WrittenFile[];
}

/** File that starts with the marker of the program that wrote the folder. */
const MARKER_FILE = 'README.md';

/** Largest size of the marker file, bytes. */
const MAX_MARKER_FILE_BYTES = 10_000_000;

/** Largest number of attempts to replace a folder while other processes replace it, too. */
const MAX_ATTEMPTS = 1_000;

/**
 * Writes folders atomically: each is written to a staging folder in the same parent, then renamed. An existing folder is replaced
 * if its README.md starts with the marker. Throws an InputError for a folder that another program wrote, and for a path that
 * cannot be written.
 */
export function writeFolders(folders: readonly WrittenFolder[], marker: string): void {
  const foreign = folders.filter(({ path }) => isForeign(path, marker));
  if (foreign.length > 0) {
    throw new InputError(
      'flags',
      foreign.map(({ path }) => ({
        path: '--output-dir',
        reason: `${path} was not written by this command`,
        expected: 'a new folder, or one that this command wrote',
      })),
    );
  }
  const stagings = folders.map(({ path }) => ({ path: resolve(path), staging: stagingPath(dirname(resolve(path))) }));
  try {
    for (const [index, { path, files }] of folders.entries()) {
      writable(path, () => stage(files, stagings[index]?.staging ?? ''));
    }
    for (const { path, staging } of stagings) writable(path, () => swap(path, staging));
  } finally {
    for (const { staging } of stagings) attempt(() => rmSync(staging, { recursive: true, force: true }));
  }
}

/** Whether another program wrote a folder. Reads again if another process replaced the folder in the meantime. */
function isForeign(path: string, marker: string): boolean {
  for (;;) {
    const before = attempt(() => statSync(path, { throwIfNoEntry: false }));
    if (before === undefined) return false;
    if (markerFileIn(path).startsWith(marker)) return false;
    if (attempt(() => statSync(path, { throwIfNoEntry: false }))?.ino === before.ino) return true;
  }
}

function markerFileIn(folder: string): string {
  const path = join(folder, MARKER_FILE);
  try {
    return readText(path, `file ${path}`, { expected: 'a text file', maxBytes: MAX_MARKER_FILE_BYTES });
  } catch (error) {
    if (error instanceof InputError) return '';
    throw error;
  }
}

const NEW = 'new';

function stage(files: readonly WrittenFile[], staging: string): void {
  makeFolder(dirname(staging));
  removeLeftovers(dirname(staging));
  mkdirSync(staging);
  mkdirSync(join(staging, REPLACED));
  mkdirSync(join(staging, NEW));
  for (const { path, text } of files) {
    const place = join(staging, NEW, path);
    makeFolder(dirname(place));
    createFile(place, text);
  }
}

/** Moves the old folder away and renames the new one to its path; tries again if another process creates the path in between. */
function swap(path: string, staging: string): void {
  const folder = dirname(path);
  const replaced = join(staging, REPLACED, basename(path));
  try {
    for (let attempts = 1; !isSwapped(path, replaced, join(staging, NEW), attempts); attempts++);
  } catch (error) {
    putBack(join(staging, REPLACED), folder);
    throw error;
  }
  syncFolder(folder);
}

function isSwapped(path: string, replaced: string, fresh: string, attempts: number): boolean {
  try {
    rmSync(replaced, { recursive: true, force: true });
    renameSync(path, replaced);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
  }
  try {
    renameSync(fresh, path);
    return true;
  } catch (error) {
    const code = systemErrorCode(error);
    if (attempts < MAX_ATTEMPTS && (code === 'ENOTEMPTY' || code === 'EEXIST')) return false;
    throw error;
  }
}
