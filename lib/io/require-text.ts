import { InputError } from '../core/problems';
import { tooLarge } from './descriptor';
import { bytesText } from './limits';

const BYTE_ORDER_MARK = /^\uFEFF/;

/** The expected content of a file, in words, for messages. */
export interface ExpectedText {
  /** The expected content: `a CloudFormation template`. */
  readonly what: string;
  /** The expected content with its format: `a template in JSON or YAML`. */
  readonly written: string;
  /** Largest size in characters. */
  readonly maxBytes: number;
}

/** The text without its byte order mark. Throws an InputError when it is empty, too large or binary. */
export function requireText(text: string, subject: string, { what, written, maxBytes }: ExpectedText): string {
  const source = text.replace(BYTE_ORDER_MARK, '');
  if (source.length > maxBytes) throw tooLarge(subject, `has ${bytesText(source.length)}`, maxBytes);
  if (source.trim() === '') throw new InputError(subject, [{ path: 'file', reason: 'empty', expected: what }]);
  if (source.includes('\0')) throw new InputError(subject, [{ path: 'file', reason: 'contains binary data', expected: written }]);
  return source;
}
