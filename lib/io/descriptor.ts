import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { InputError, PATH_SUBJECT } from '../core/problems';
import { readable } from './file-error';
import { bytesText } from './limits';
import { observePath } from './observed-paths';
import { realPathInside } from './real-path';

/** Limits and expectations of a file that another program or person wrote. */
export interface ReadOptions {
  /** The expected content in words, for messages: `a template file`. */
  readonly expected: string;
  /** Largest size in bytes. Counted while the file is read, because the size of a pipe is unknown and a file may grow. */
  readonly maxBytes: number;
  /** Folder that must contain the file after links are resolved. Default: any place, for a path that the user named. */
  readonly inside?: string;
  /** Whether no answer depends on the file, because it contains what can be computed again. Default: false. */
  readonly isCache?: boolean;
}

/** The methods of `fs.Stats` for the kind of a file. The declarations of the package need no types of Node.js. */
type FileKind = Readonly<Record<'isFile' | 'isDirectory' | 'isFIFO' | 'isSocket' | 'isCharacterDevice' | 'isBlockDevice', () => boolean>>;

const PIECE_BYTES = 65_536;
const RETRY_MS = 10;

/** `-`, `/dev/stdin`, and `/dev/fd/63`, which bash passes for `<(command)`. */
const STREAM = /^(?:-|\/dev\/stdin|\/(?:dev|proc\/self)\/fd\/(\d{1,6}))$/;

/** The open descriptor that a path of the command line refers to; undefined for the path of a file. */
export function streamDescriptor(path: string): number | undefined {
  const match = STREAM.exec(path);
  return match === null ? undefined : Number(match[1] ?? 0);
}

/**
 * The bytes of a regular file, or of a stream that the user named, in pieces. Throws an InputError for anything else, for
 * a file outside of `inside`, and after `maxBytes`. The subject is for messages: `template shop.json`.
 */
export function* piecesOf(path: string, subject: string, options: ReadOptions): Generator<Uint8Array> {
  if (options.isCache !== true) observePath(path, 'contents');
  const stream = options.inside === undefined ? streamDescriptor(path) : undefined;
  const descriptor = stream ?? openFile(path, options);
  try {
    const stats = readable(path, options.expected, () => fstatSync(descriptor));
    requireReadable(stats, path, options, stream);
    if (stats.isFile() && stats.size > options.maxBytes) throw tooLarge(subject, `has ${bytesText(stats.size)}`, options.maxBytes);
    yield* piecesOfDescriptor(descriptor, path, subject, options);
  } finally {
    if (stream === undefined) closeSync(descriptor);
  }
}

/** Opens without waiting: opening a named pipe without a writer would never return. */
function openFile(path: string, { expected, inside }: ReadOptions): number {
  const real = inside === undefined ? path : realPathInside(path, inside, expected);
  // Windows has neither of the last two.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);
  return readable(path, expected, () => openSync(real, flags));
}

function requireReadable(stats: FileKind, path: string, { expected }: ReadOptions, stream: number | undefined): void {
  const isStream = stream !== undefined && (stats.isFIFO() || stats.isSocket() || (stream === 0 && stats.isCharacterDevice()));
  if (stats.isFile() || isStream) return;
  throw new InputError(PATH_SUBJECT, [{ path, reason: kindText(stats), expected }]);
}

/** The reason for a path that is not a regular file. */
export function kindText(stats: FileKind): string {
  if (stats.isDirectory()) return 'is a folder';
  if (stats.isFIFO()) return 'is a named pipe';
  if (stats.isSocket()) return 'is a socket';
  return stats.isCharacterDevice() || stats.isBlockDevice() ? 'is a device' : 'is not a regular file';
}

function* piecesOfDescriptor(
  descriptor: number,
  path: string,
  subject: string,
  { expected, maxBytes }: ReadOptions,
): Generator<Uint8Array> {
  let total = 0;
  for (;;) {
    const piece = new Uint8Array(PIECE_BYTES);
    const length = readable(path, expected, () => readWhenReady(descriptor, piece));
    if (length === 0) return;
    total += length;
    if (total > maxBytes) throw tooLarge(subject, `has more than ${bytesText(maxBytes)}`, maxBytes);
    yield piece.subarray(0, length);
  }
}

/** Node may share a standard input that does not block; the read must then be repeated. */
function readWhenReady(descriptor: number, piece: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, piece);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // Windows reports the end of a pipe as an error.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

/** The problem of a file above its limit; `reason` contains its size. */
export function tooLarge(subject: string, reason: string, maxBytes: number): InputError {
  return new InputError(subject, [{ path: 'file', reason, expected: `at most ${bytesText(maxBytes)}` }]);
}
