import { readFileSync, type Stats, statSync } from 'node:fs';
import { InputError } from '../problems';
import { bytesText } from './limits';

/** What is expected at a path, for the message when it is something else. */
export interface Expected {
  /** In words: `a template file`. */
  readonly allowed: string;
  readonly maxBytes: number;
}

/** What is at a path. Throws an InputError when nothing is there, or it may not be read. */
export function statsOf(path: string, allowed: string): Stats {
  return readable(path, allowed, () => statSync(path));
}

export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The text of a file that is not too large; its size is looked at before it is read. */
export function readText(path: string, name: string, { allowed, maxBytes }: Expected): string {
  const { size } = statsOf(path, allowed);
  if (size > maxBytes) throw tooLarge(name, size, maxBytes);
  return readable(path, allowed, () => readFileSync(path, 'utf8'));
}

export function tooLarge(name: string, bytes: number, maxBytes: number): InputError {
  return new InputError(name, [{ path: 'file', received: bytesText(bytes), allowed: `at most ${bytesText(maxBytes)}` }]);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'not there',
  ENOTDIR: 'not there',
  EACCES: 'not readable for this user',
  EPERM: 'not readable for this user',
  ENAMETOOLONG: 'a name too long for a file',
  ELOOP: 'a link that leads to itself',
  EISDIR: 'a folder',
};

/** Does something with a path. Throws an InputError with the reason when the file system refuses it. */
export function readable<T>(path: string, allowed: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = REASONS[code];
    if (reason === undefined) throw error;
    throw new InputError(path, [{ path: 'path', received: reason, allowed }]);
  }
}
