import { mapErrors } from '../lib/core/all-parts';
import { InputError } from '../lib/core/problems';
import type { Systems } from './systems';

/** An error about a system of a folder, with the file of the system. */
export function namingFile(error: InputError, { files }: Pick<Systems, 'files'>): InputError {
  if (files === undefined) return error;
  const ofSystems = new Map([...files].map(([id, file]) => [`system ${id}`, file]));
  return mapErrors(error, (part) => {
    const file = ofSystems.get(part.subject);
    return file === undefined ? part : new InputError(`${part.subject} in ${file}`, part.problems);
  });
}
