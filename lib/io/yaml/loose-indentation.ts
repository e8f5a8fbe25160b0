import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { MAX_NESTING_LEVELS } from '../limits';
import { areQuoted, withIndentedQuotes } from './quoted-lines';

/** Parser events of a text, and the text that their positions refer to. */
export interface TextEvents {
  /** The text that was parsed: the given one, or one with deeper indentation on some lines. Lines keep their numbers. */
  readonly text: string;
  /** Parser events; positions refer to `text`. */
  readonly events: readonly Event[];
}

/** A text is parsed again for each line that is indented too little: the number of characters that are parsed at most. */
const MAX_PARSED_CHARACTERS = 20_000_000;
const DEFICIENT = /^deficient indentation/;
const UNCLOSED = /^unexpected end of the stream/;

/**
 * Parses YAML whose flow collections and quoted strings may continue at less indentation than YAML 1.2 demands, such as a closing
 * bracket in the column of its key. CloudFormation, kubectl (go-yaml) and PyYAML read such files: YAML 1.1 parsers ignore
 * indentation inside of flow collections and quoted strings. Spaces are inserted at the start of these lines, which changes no value.
 * Throws the parser's YAMLException for other errors.
 */
export function parseEventsWithLooseIndentation(text: string): TextEvents {
  try {
    return { text, events: parseEvents(text, { maxDepth: MAX_NESTING_LEVELS }) };
  } catch (error) {
    if (!(error instanceof YAMLException) || !DEFICIENT.test(error.reason)) throw error;
  }
  return parsedWithIndentedQuotes(text) ?? parsedLineByLine(text);
}

/** The events of a text whose quoted strings continue at too little indentation, and nothing else does; undefined for other texts. */
function parsedWithIndentedQuotes(text: string): TextEvents | undefined {
  const { text: indented, changed } = withIndentedQuotes(text);
  try {
    const events = parseEvents(indented, { maxDepth: MAX_NESTING_LEVELS });
    return areQuoted(changed, events) ? { text: indented, events } : undefined;
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

/** The events of a text that is parsed again for each line with too little indentation. */
function parsedLineByLine(text: string): TextEvents {
  let repaired = text;
  let parsed = 0;
  let first: YAMLException | undefined;
  for (;;) {
    try {
      return { text: repaired, events: parseEvents(repaired, { maxDepth: MAX_NESTING_LEVELS }) };
    } catch (error) {
      if (!(error instanceof YAMLException) || error.mark === undefined) throw error;
      // A quoted string or a flow collection that is not closed takes in the rest of the file: its first line is the better place.
      if (!DEFICIENT.test(error.reason)) throw UNCLOSED.test(error.reason) && first !== undefined ? first : error;
      first ??= error;
      parsed += error.mark.position;
      if (parsed > MAX_PARSED_CHARACTERS) throw first;
      repaired = indented(repaired, error.mark.position);
    }
  }
}

/** The text with the line of a position indented by one column more than the line before. */
function indented(text: string, position: number): string {
  const start = text.lastIndexOf('\n', position - 1) + 1;
  const before = text.slice(0, start).trimEnd();
  const [, indentation = ''] = /^( *)/.exec(before.slice(before.lastIndexOf('\n') + 1)) ?? [];
  return `${text.slice(0, start)}${indentation} ${text.slice(start)}`;
}
