import { InputError } from '../core/problems';

const LINE_FEED = 0x0a;
/** Windows PowerShell writes UTF-16 by default. Source: about_Character_Encoding, Microsoft Learn. */
const UTF_16_MARKS: readonly (readonly number[])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** The text of UTF-8 bytes, without a byte order mark. Throws an InputError with the first line that is not UTF-8. */
export function decodeText(bytes: Uint8Array, subject: string): string {
  const text = decoded(bytes);
  if (text !== undefined) return text;
  const isUtf16 = UTF_16_MARKS.some((mark) => mark.every((byte, index) => bytes[index] === byte));
  const problem = isUtf16 ? { path: 'file', reason: 'UTF-16 encoding' } : { path: `line ${firstInvalidLine(bytes)}`, reason: 'not UTF-8' };
  throw new InputError(subject, [{ ...problem, expected: 'a UTF-8 text file' }]);
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
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
    if (decoded(bytes.subarray(start, end)) === undefined) return line;
    start = end;
  }
  return line;
}
