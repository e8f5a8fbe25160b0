import { InputError } from '../core/problems';
import { decodeText, encodeText, encodingOf } from './decode-text';
import { piecesOf, type ReadOptions } from './descriptor';
import { writeTextFile } from './write-file';

const BYTE_ORDER_MARK = '\uFEFF';

/** Bytes of the byte order mark in UTF-8. */
const MARK_BYTES = Buffer.from(BYTE_ORDER_MARK);

/** The text of a file as `readText` reads it, before and after a change. */
export interface TextChange {
  /** The text that was read. */
  readonly before: string;
  /** The text to write. */
  readonly after: string;
}

/**
 * Replaces the text of a file, whole or not at all. Its encoding and a byte order mark stay, and a file with the new text is not written. Throws an
 * InputError when the file has changed since it was read, and when it cannot be written.
 */
export function replaceText(path: string, { before, after }: TextChange, subject: string, options: ReadOptions): void {
  const bytes = Buffer.concat([...piecesOf(path, subject, options)]);
  const text = decodeText(bytes, subject);
  if (text === after) return;
  if (text !== before) {
    throw new InputError(subject, [{ path: 'file', reason: 'changed while it was checked', expected: 'a file that nothing else writes' }]);
  }
  const encoding = encodingOf(bytes);
  const hasMark = encoding !== 'utf-8' || bytes.subarray(0, MARK_BYTES.length).equals(MARK_BYTES);
  writeTextFile(path, encodeText(hasMark ? `${BYTE_ORDER_MARK}${after}` : after, encoding));
}
