import { linkSync, lstatSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemErrorCode, writable } from './output-error';
import { makeFolder, removeLeftovers, stagingPath, syncFolder } from './staging';
import { createFile } from './write-file';

/**
 * Writes a file whole or not at all, and only where there is none: whatever is at the path, also a link that leads nowhere, is
 * left alone. Creates the folder. Returns whether the file was written. Throws an InputError when the path cannot be written.
 */
export function writeNewFile(path: string, text: string): boolean {
  return writable(path, () => {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return false;
    const folder = dirname(resolve(path));
    makeFolder(folder);
    removeLeftovers(folder);
    const staged = stagingPath(folder);
    try {
      createFile(staged, text);
      // Unlike a rename, a link never replaces a file that another process wrote in the meantime.
      linkSync(staged, resolve(path));
    } catch (error) {
      if (systemErrorCode(error) === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(staged, { force: true });
    }
    syncFolder(folder);
    return true;
  });
}
