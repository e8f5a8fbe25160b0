import { readFileSync, type Stats, statSync } from 'node:fs';
import { InputError } from '../problems';
import { MAX_TEMPLATE_BYTES } from './limits';
import { tooLarge } from './parse-template';

export const EXPECTED_PATH = 'a template file, or the cdk.out folder of `cdk synth`';

/** What is at a path. Throws an InputError when nothing is there, or it may not be read. */
export function statsOf(path: string): Stats {
  return readable(path, () => statSync(path));
}

export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The text of a file that is not too large to be a template; its size is looked at before it is read. */
export function readText(path: string, name: string): string {
  const { size } = statsOf(path);
  if (size > MAX_TEMPLATE_BYTES) throw tooLarge(name, size);
  return readable(path, () => readFileSync(path, 'utf8'));
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

function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = REASONS[code];
    if (reason === undefined) throw error;
    throw new InputError(path, [{ path: 'path', received: reason, allowed: EXPECTED_PATH }]);
  }
}
