import { unpacked } from '../io/unpacked';
import type { LoadTestFile } from './load-test';
import { refuse } from './refuse';

/** Most characters of a file that is read as a whole. A report of a day-long test has less than a tenth of that. */
const MAX_WHOLE_FILE = 64 * 1_024 * 1_024;

/** Most characters of a line of a stream. A line of k6 has a few hundred. */
export const MAX_LINE = 1_024 * 1_024;

/** Most bytes of a compressed file after it is unpacked, as many as of an uncompressed file: 10 GB are a day of 100 requests/s. */
const MAX_UNPACKED_BYTES = 20_000_000_000;

/** The content of a file in decoded pieces, unpacked if gzip compressed it. Throws an InputError for damaged files and invalid UTF-8. */
export async function* textOf({ name, content }: LoadTestFile): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of unpacked(`load-test result ${name}`, content, MAX_UNPACKED_BYTES)) {
    yield typeof chunk === 'string' ? chunk : decoded(name, () => decoder.decode(chunk, { stream: true }));
  }
  yield decoded(name, () => decoder.decode());
}

function decoded(name: string, decode: () => string): string {
  try {
    return decode();
  } catch {
    return refuse(name, 'not UTF-8', 'a text file in UTF-8: JSON or CSV, as the load-test tool wrote it');
  }
}

/** A file whose first piece has been read. */
export interface Peeked {
  /** The beginning, at least up to the first line break after the first character that is not white space. */
  readonly head: string;
  /** The whole content, including the beginning. */
  readonly text: AsyncIterable<string>;
}

/** Reads the first line; the stream still contains it. */
export async function peek(text: AsyncIterable<string>, atMost: number): Promise<Peeked> {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  while (head.length < atMost && !head.trimStart().includes('\n')) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    head += value;
  }
  async function* whole(): AsyncGenerator<string> {
    yield head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head, text: whole() };
}

/** The whole content as one string. Throws an InputError if it is too long. */
export async function wholeText(name: string, text: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const part of text) {
    length += part.length;
    if (length > MAX_WHOLE_FILE) refuse(name, `more than ${MAX_WHOLE_FILE / 1_024 / 1_024} MiB`, expectedLength());
    parts.push(part);
  }
  return parts.join('');
}

function expectedLength(): string {
  return `a report of up to ${MAX_WHOLE_FILE / 1_024 / 1_024} MiB; only k6's JSON stream (k6 run --out json=…) is read at any length`;
}

/** The lines without line breaks and without empty lines, each with its number from 1. */
export async function* linesOf(
  name: string,
  text: AsyncIterable<string>,
): AsyncGenerator<{ readonly number: number; readonly line: string }> {
  let rest = '';
  let number = 0;
  for await (const part of text) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      number++;
      if (line.trim() !== '') yield { number, line };
    }
    if (rest.length > MAX_LINE) refuse(name, `a line ${number + 1} of more than ${MAX_LINE} characters`, 'one JSON object a line');
  }
  if (rest.trim() !== '') yield { number: number + 1, line: rest };
}
