import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../lib/problems';

export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

export interface Directory {
  readonly path: string;
  readonly files: readonly WrittenFile[];
}

/**
 * Writes directories whole or not at all: each beside its place first, and then all of them there. A directory that is
 * there is replaced when its notes begin with the mark; anybody else's is left alone, with an InputError.
 */
export function writeDirectories(directories: readonly Directory[], mark: string): void {
  const foreign = directories.filter(({ path }) => existsSync(path) && !isOurs(path, mark));
  if (foreign.length > 0) {
    throw new InputError(
      'flags',
      foreign.map(({ path }) => ({ path: '--out', received: path, allowed: 'a folder that is free, or that this command has written' })),
    );
  }
  const written: { readonly path: string; readonly beside: string }[] = [];
  try {
    for (const { path, files } of directories) written.push({ path, beside: writeBeside(path, files) });
    for (const { path, beside } of written) {
      rmSync(path, { recursive: true, force: true });
      renameSync(beside, path);
    }
  } finally {
    for (const { beside } of written) rmSync(beside, { recursive: true, force: true });
  }
}

function isOurs(path: string, mark: string): boolean {
  const notes = join(path, 'README.md');
  return existsSync(notes) && readFileSync(notes, 'utf8').startsWith(mark);
}

/** In a folder of the same parent, so that it can be moved into place. */
function writeBeside(path: string, files: readonly WrittenFile[]): string {
  mkdirSync(dirname(path), { recursive: true });
  const beside = mkdtempSync(`${path}.`);
  writeFiles(beside, files);
  return beside;
}

export function writeFiles(folder: string, files: readonly WrittenFile[]): void {
  for (const { path, text } of files) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
}
