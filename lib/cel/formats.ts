import type { CelInput } from '@bufbuild/cel';
import { own } from '../core/plain-object';
import { durationText } from './functions/durations';
import { celLibrary } from './library';

/** Expressions of CEL for a string by the format of its schema. Strings of other formats are strings for rules. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  duration: 'duration(self)',
  date: 'timestamp(self + "T00:00:00Z")',
  'date-time': 'timestamp(self)',
};

/** A string by its format: a duration, a time or bytes. Throws an Error for a string without the format. */
export function evaluated(format: string, text: string): CelInput {
  if (format === 'byte') return new Uint8Array(Buffer.from(text, 'base64'));
  const expression = own(EXPRESSIONS, format);
  if (typeof expression !== 'string') return text;
  const { run, isCelError } = celLibrary();
  const result = run(expression, { self: format === 'duration' ? durationText(text) : text });
  if (isCelError(result)) throw result;
  return result;
}
