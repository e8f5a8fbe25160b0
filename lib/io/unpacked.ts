import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '../core/problems';
import { tooLarge } from './descriptor';
import { bytesText } from './limits';

/** Bytes at the beginning of a file that gzip compressed (RFC 1952, section 2.3.1). */
const GZIP = [0x1f, 0x8b];

/** The content of a file in pieces. */
type Content = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/**
 * The content of a file, unpacked if gzip compressed it. A small file may unpack to any size, so that the limit counts the unpacked bytes.
 * Throws an InputError about the subject, such as `load-test result k6.json.gz`, for a damaged file and above the limit.
 */
export async function* unpacked(subject: string, content: Content, maxBytes: number): AsyncGenerator<Uint8Array | string> {
  const { head, whole } = await peekBytes(content);
  if (head[0] !== GZIP[0] || head[1] !== GZIP[1]) {
    yield* whole;
    return;
  }
  const source = Readable.from(whole);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  let bytes = 0;
  try {
    for await (const piece of gunzip) {
      bytes += (piece as Uint8Array).length;
      if (bytes > maxBytes) throw tooLarge(subject, `unpacks to more than ${bytesText(maxBytes)}`, maxBytes);
      yield piece as Uint8Array;
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    const reason = `compressed with gzip, and damaged (${error.message})`;
    throw new InputError(subject, [{ path: 'file', reason, expected: 'a whole file' }]);
  } finally {
    source.destroy();
  }
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}

/** The first two bytes; the content still has them. A stream may begin with a piece of one byte. */
async function peekBytes(content: Content): Promise<{ readonly head: Uint8Array; readonly whole: AsyncIterable<Uint8Array | string> }> {
  const pieces = (async function* () {
    yield* content;
  })();
  const first: (Uint8Array | string)[] = [];
  let head = new Uint8Array();
  while (head.length < GZIP.length) {
    const { value, done } = await pieces.next();
    if (done === true) break;
    first.push(value);
    if (typeof value === 'string') break;
    head = Uint8Array.of(...head, ...value.subarray(0, GZIP.length));
  }
  async function* whole(): AsyncGenerator<Uint8Array | string> {
    yield* first;
    yield* pieces;
  }
  return { head, whole: whole() };
}
