import { InputError } from '../core/problems';

const LINE_FEED = 0x0a;

/** Encodings of text files. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Byte order marks of UTF-16, which Windows PowerShell writes by default. `kubectl` reads a file by its mark. Sources:
 * about_Character_Encoding, Microsoft Learn; `FileVisitor.Visit` of k8s.io/cli-runtime, which uses `unicode.BOMOverride`.
 */
const UTF_16_MARKS: readonly (readonly [Encoding, readonly [number, number]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding of bytes: UTF-16 by its byte order mark, and UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const found = UTF_16_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  return found?.[0] ?? 'utf-8';
}

/** The bytes of a text in an encoding; without a byte order mark unless the text starts with one. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

/** The text of bytes in UTF-8, or in UTF-16 with a byte order mark, without the mark. Throws an InputError with the first line that is neither. */
export function decodeText(bytes: Uint8Array, subject: string): string {
  const encoding = encodingOf(bytes);
  const text = decoded(bytes, encoding);
  if (text !== undefined) return text;
  const problem =
    encoding === 'utf-8'
      ? { path: `line ${firstInvalidLine(bytes)}`, reason: 'not UTF-8' }
      : { path: 'file', reason: 'not UTF-16, which its byte order mark states' };
  throw new InputError(subject, [{ ...problem, expected: 'a UTF-8 text file' }]);
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A byte of a character that is longer than one byte is never a line feed, so lines can be decoded alone. */
function firstInvalidLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found + 1;
    if (decoded(bytes.subarray(start, end), 'utf-8') === undefined) return line;
    start = end;
  }
  return line;
}
