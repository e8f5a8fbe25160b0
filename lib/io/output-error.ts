import { InputError } from '../core/problems';

/** Reasons of the operating system, in the words of `strerror` of glibc. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'device or resource busy',
  EDQUOT: 'disk quota exceeded',
  EEXIST: 'file exists',
  EFBIG: 'file too large',
  EIO: 'input/output error',
  EISDIR: 'is a directory',
  ELOOP: 'too many levels of symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'file name too long',
  ENFILE: 'too many open files in system',
  ENODEV: 'no such device',
  ENOENT: 'no such file or directory',
  ENOSPC: 'no space left on device',
  ENOTDIR: 'not a directory',
  ENOTEMPTY: 'directory not empty',
  ENXIO: 'no such device or address',
  EPERM: 'operation not permitted',
  ERR_INVALID_ARG_VALUE: 'not a valid path',
  EROFS: 'read-only file system',
};

/** The code of an error of the operating system, such as `ENOSPC`; undefined for every other error. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined;
}

/** The reason of an error of the operating system: `no space left on device`, or its code when the code has no text here. */
export function systemErrorText(code: string): string {
  return REASONS[code] ?? code;
}

/** Runs an operation that writes to a path. Throws an InputError with the reason when the operating system refuses it. */
export function writable<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const code = systemErrorCode(error) ?? invalidPathCode(error);
    if (code === undefined) throw error;
    throw notWritable(path, code, 'a writable path');
  }
}

/** The code of Node.js for an invalid path, such as one with a null character. */
function invalidPathCode(error: unknown): string | undefined {
  return error instanceof TypeError && 'code' in error && error.code === 'ERR_INVALID_ARG_VALUE' ? error.code : undefined;
}

/** The error for a path that cannot be written; the code is one of the operating system, such as `EISDIR`. */
export function notWritable(path: string, code: string, expected: string): InputError {
  return new InputError('output', [{ path, reason: `cannot be written (${systemErrorText(code)})`, expected }]);
}

/** Runs an operation that is not needed for a correct result. Returns undefined when the operating system refuses it. */
export function attempt<T>(operation: () => T): T | undefined {
  try {
    return operation();
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return undefined;
  }
}
