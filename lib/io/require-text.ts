import { InputError } from '../core/problems';
import { tooLarge } from './descriptor';
import { bytesText } from './limits';

const BYTE_ORDER_MARK = /^\uFEFF/;

/** The expected content of a file, in words, for messages. */
export interface ExpectedText {
  /** The expected content: `a CloudFormation template`. */
  readonly content: string;
  /** The expected content with its format: `a template in JSON or YAML`. */
  readonly contentInFormat: string;
  /** Largest size in bytes of UTF-8. */
  readonly maxBytes: number;
}

/** The text without its byte order mark. Throws an InputError when it is empty, too large or binary. */
export function requireText(text: string, subject: string, { content, contentInFormat, maxBytes }: ExpectedText): string {
  const source = text.replace(BYTE_ORDER_MARK, '');
  const bytes = Buffer.byteLength(source);
  if (bytes > maxBytes) throw tooLarge(subject, `has ${bytesText(bytes)}`, maxBytes);
  if (source.trim() === '') throw new InputError(subject, [{ path: 'file', reason: 'empty', expected: content }]);
  if (source.includes('\0')) throw new InputError(subject, [{ path: 'file', reason: 'contains binary data', expected: contentInFormat }]);
  return source;
}
