import { InputError } from '../core/problems';

/** Throws an InputError with one problem of a file. */
export function refuse(name: string, reason: string, expected: string): never {
  throw new InputError(`load-test result ${name}`, [{ path: 'file', reason, expected }]);
}
