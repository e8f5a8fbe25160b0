import { InputError } from '../core/problems';
import { tooLarge } from './descriptor';
import { bytesText } from './limits';

const BYTE_ORDER_MARK = /^\uFEFF/;

/** What a text should be, in words, for the messages: `a CloudFormation template`, `a template in JSON or YAML`. */
export interface ExpectedText {
  readonly what: string;
  readonly written: string;
  readonly maxBytes: number;
}

/** The text without its byte order mark. Throws an InputError when it is empty, too large or no text at all. */
export function requireText(text: string, subject: string, { what, written, maxBytes }: ExpectedText): string {
  const source = text.replace(BYTE_ORDER_MARK, '');
  if (source.length > maxBytes) throw tooLarge(subject, `has ${bytesText(source.length)}`, maxBytes);
  if (source.trim() === '') throw new InputError(subject, [{ path: 'file', reason: 'empty', expected: what }]);
  if (source.includes('\0')) throw new InputError(subject, [{ path: 'file', reason: 'contains binary data', expected: written }]);
  return source;
}
