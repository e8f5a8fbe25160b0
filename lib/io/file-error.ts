import { InputError } from '../core/problems';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'not there',
  ENOTDIR: 'not there',
  EBADF: 'not there',
  EACCES: 'not readable for this user',
  EPERM: 'not readable for this user',
  ENAMETOOLONG: 'a name too long for a file',
  ELOOP: 'a link that leads to itself',
  EISDIR: 'a folder',
  ENXIO: 'a socket or a device',
  ERR_INVALID_ARG_VALUE: 'not a path',
};

/**
 * Runs an operation on a path of the user. Throws an InputError with the reason when the file system refuses the
 * operation; `expected` says in words what is expected at the path.
 */
export function readable<T>(path: string, expected: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    throw new InputError(path, [{ path: 'path', received: reason, expected }]);
  }
}

function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  return REASONS[code] ?? ('syscall' in error ? `not readable (${code})` : undefined);
}
