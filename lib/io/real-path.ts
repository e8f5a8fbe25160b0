import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { InputError } from '../core/problems';
import { readable } from './file-error';

/** The path of a file without links. Throws an InputError when it does not exist. */
export function realPathOf(path: string, allowed: string): string {
  return readable(path, allowed, () => realpathSync(path));
}

/** The same for a file that must be in a folder, or in a folder of that folder. Throws an InputError when it is not. */
export function realPathInside(path: string, folder: string, allowed: string): string {
  const real = realPathOf(path, allowed);
  const way = relative(realPathOf(folder, allowed), real);
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return real;
  throw new InputError(path, [{ path: 'path', received: `outside of the folder ${folder}`, allowed: 'a file in that folder' }]);
}
