import { InputError, type Problem } from '../core/problems';
import { isNestedTooDeep, TOO_DEEP } from './nesting';

/** The position in a message of Node; not every message has one. */
const POSITION = /(?: in JSON)? at position (\d+)[\s\S]*$/;
/** After the unexpected token, Node quotes a part of the text, and ends the message with these words. */
const START_OF_QUOTE = /, (?:\.\.\.)?"/;
const END_OF_QUOTE = 'is not valid JSON';
/** Messages of Node for truncated JSON, inside a string or outside. */
const CUT_OFF = /^Unexpected end|^Unterminated string/;

/** Reads JSON. Throws an InputError with the place where it is invalid, and for a value that is nested too deep. */
export function parseJson(text: string, subject: string): unknown {
  const result = read(text);
  if (!('value' in result)) throw new InputError(subject, [jsonProblem(result.message, text)]);
  if (isNestedTooDeep(result.value)) throw new InputError(subject, [{ path: 'file', ...TOO_DEEP }]);
  return result.value;
}

function read(text: string): { readonly value: unknown } | { readonly message: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return { message: error.message };
    throw error;
  }
}

function jsonProblem(message: string, text: string): Problem {
  if (isCutOff(message, text)) {
    const expected = 'the rest of the JSON: the file may be truncated';
    return { path: placeOf(text, text.trimEnd().length), reason: 'unexpected end of file', expected };
  }
  const reason = `invalid JSON (${withoutQuote(message.replace(POSITION, ''))})`;
  return { path: placeOf(text, positionOf(message) ?? firstWrong(text)), reason, expected: 'valid JSON' };
}

function withoutQuote(message: string): string {
  const start = message.endsWith(END_OF_QUOTE) ? message.search(START_OF_QUOTE) : -1;
  return start === -1 ? message : message.slice(0, start);
}

function isCutOff(message: string, text: string): boolean {
  return CUT_OFF.test(message) || text.slice(positionOf(message) ?? 0).trim() === '';
}

function positionOf(message: string): number | undefined {
  const position = POSITION.exec(message)?.[1];
  return position === undefined ? undefined : Number(position);
}

/** Position of the first invalid character: the text before it is only truncated, the text including it is invalid. */
function firstWrong(text: string): number {
  let [right, wrong] = [0, text.length];
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    const start = text.slice(0, middle);
    const result = read(start);
    if ('value' in result || isCutOff(result.message, start)) right = middle;
    else wrong = middle;
  }
  return right;
}

/** `line 3, column 14`, counted from 1 as editors do. */
function placeOf(text: string, position: number): string {
  const before = text.slice(0, position);
  const lineStart = before.lastIndexOf('\n') + 1;
  return `line ${before.split('\n').length}, column ${position - lineStart + 1}`;
}
