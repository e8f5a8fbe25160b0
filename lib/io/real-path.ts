import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { InputError, PATH_SUBJECT } from '../core/problems';
import { readable } from './file-error';

/** The path of a file without links. Throws an InputError when it does not exist. */
export function realPathOf(path: string, expected: string): string {
  return readable(path, expected, () => realpathSync(path));
}

/** The same for a file that must be in a folder, or in a folder of that folder. Throws an InputError when it is not. */
export function realPathInside(path: string, folder: string, expected: string): string {
  const real = realPathOf(path, expected);
  const way = relative(realPathOf(folder, expected), real);
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return real;
  throw new InputError(PATH_SUBJECT, [{ path, reason: `is outside of the folder ${folder}`, expected: 'a file in that folder' }]);
}
