import { InputError, PATH_SUBJECT } from '../core/problems';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EBADF: 'does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENAMETOOLONG: 'file name is too long',
  ELOOP: 'is a symbolic link to itself',
  EISDIR: 'is a folder',
  ENXIO: 'is a socket or a device',
  ERR_INVALID_ARG_VALUE: 'is not a valid path',
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
    throw new InputError(PATH_SUBJECT, [{ path, reason, expected }]);
  }
}

function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  return REASONS[code] ?? ('syscall' in error ? `cannot be read (${code})` : undefined);
}
