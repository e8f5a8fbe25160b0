import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml';

/** A text whose quoted strings continue at deeper indentation than their keys. */
export interface IndentedText {
  /** The text. */
  readonly text: string;
  /** Positions of the changed lines in it, in ascending order. */
  readonly changed: readonly number[];
}

const BLOCK_SCALAR = /^[|>][-+0-9]*(?:\s|$)/;

/**
 * Indents the lines of quoted strings by one column more than their keys, which changes no value. Lines are looked at one by one, so
 * the result is a guess: `areQuoted` says whether it is right.
 */
export function withIndentedQuotes(text: string): IndentedText {
  const changed: number[] = [];
  const lines: string[] = [];
  let position = 0;
  let open: { readonly mark: Mark; readonly column: number } | undefined;
  let blockColumn: number | undefined;
  for (const line of text.split('\n')) {
    const content = line.trimStart();
    const indentation = line.length - content.length;
    let written = line;
    if (open !== undefined) {
      if (content !== '' && indentation <= open.column) {
        written = `${' '.repeat(open.column + 1 - indentation)}${line}`;
        changed.push(position);
      }
      if (endOfQuote(line, 0, open.mark) !== -1) open = undefined;
    } else if (content !== '' && !content.startsWith('#') && (blockColumn === undefined || indentation <= blockColumn)) {
      const { column, value } = entryOf(line);
      blockColumn = BLOCK_SCALAR.test(value) ? column : undefined;
      const mark = value.charAt(0);
      if (isMark(mark) && endOfQuote(value, 1, mark) === -1) open = { mark, column };
    }
    lines.push(written);
    position += written.length + 1;
  }
  return { text: lines.join('\n'), changed };
}

type Mark = '"' | "'";

function isMark(character: string): character is Mark {
  return character === '"' || character === "'";
}

/** Column of the key of a line, or of the last dash if there is no key, and the text behind it. */
function entryOf(line: string): { readonly column: number; readonly value: string } {
  let start = line.length - line.trimStart().length;
  let dash = -1;
  while (line.startsWith('- ', start)) {
    dash = start;
    start = line.length - line.slice(start + 1).trimStart().length;
  }
  const mark = line.charAt(start);
  const quoted = isMark(mark) ? endOfQuote(line, start + 1, mark) : start;
  const colon = quoted === -1 ? -1 : line.indexOf(': ', quoted);
  const isKey = colon !== -1 && (!isMark(mark) || colon === quoted + 1);
  return isKey ? { column: start, value: line.slice(colon + 1).trimStart() } : { column: dash, value: line.slice(start) };
}

/** Position of the mark that closes a quoted string; -1 when the line does not. */
function endOfQuote(line: string, start: number, mark: Mark): number {
  for (let index = start; index < line.length; index++) {
    if (mark === '"' && line.charAt(index) === '\\') index++;
    else if (line.charAt(index) === mark) {
      if (mark === '"' || line.charAt(index + 1) !== mark) return index;
      index++;
    }
  }
  return -1;
}

const QUOTED: readonly number[] = [SCALAR_STYLE.SINGLE_QUOTED, SCALAR_STYLE.DOUBLE_QUOTED];

/** Whether every position is inside of a quoted string, where spaces at the start of a line do not count. */
export function areQuoted(positions: readonly number[], events: readonly Event[]): boolean {
  let index = 0;
  const isIn = (start: number, end: number) => {
    const position = positions[index];
    return position !== undefined && position > start && position < end;
  };
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || !QUOTED.includes(event.style)) continue;
    while (isIn(event.valueStart, event.valueEnd)) index++;
  }
  return index === positions.length;
}
