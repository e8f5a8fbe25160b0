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

type Repair = (text: string, position: number) => string | undefined;

/** A text is parsed again for each line that is indented too little: the number of characters that are parsed at most. */
const MAX_PARSED_CHARACTERS = 20_000_000;
const DEFICIENT = /^deficient indentation/;
const NO_COMMA = /^missed comma between flow collection entries/;
/** A scalar of one hyphen in a flow collection: `[-, a]`. */
const HYPHEN = /-(?=[,\]}])/y;
const UNCLOSED = /^unexpected end of the stream/;

/**
 * Parses YAML whose flow collections and quoted strings may continue at less indentation than YAML 1.2 demands, such as a closing
 * bracket in the column of its key, and whose flow collections may have a hyphen without quotes: `!Join [-, [a, b]]`. CloudFormation,
 * kubectl (go-yaml) and PyYAML read such files: YAML 1.1 parsers ignore indentation inside of flow collections and quoted strings, and
 * take a hyphen before a comma as text. Spaces are inserted at the start of these lines, and quotes around these hyphens, which changes no
 * value. Throws the parser's YAMLException for other errors.
 *
 * `repair` returns a text in which a flow collection does not end at a position, for scalars of another dialect. Default: none.
 */
export function parseEventsWithLooseIndentation(text: string, repair: Repair = () => undefined): TextEvents {
  try {
    return { text, events: parseEvents(text, { maxDepth: MAX_NESTING_LEVELS }) };
  } catch (error) {
    if (!(error instanceof YAMLException) || repairedAt(text, error, repair) === undefined) throw error;
  }
  return parsedWithIndentedQuotes(text) ?? parsedLineByLine(text, repair);
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
function parsedLineByLine(text: string, repair: Repair): TextEvents {
  let repaired = text;
  let parsed = 0;
  let first: YAMLException | undefined;
  for (;;) {
    try {
      return { text: repaired, events: parseEvents(repaired, { maxDepth: MAX_NESTING_LEVELS }) };
    } catch (error) {
      if (!(error instanceof YAMLException) || error.mark === undefined) throw error;
      // A quoted string or a flow collection that is not closed takes in the rest of the file: its first line is the better place.
      const next = repairedAt(repaired, error, repair);
      if (next === undefined) throw UNCLOSED.test(error.reason) && first !== undefined ? first : error;
      first ??= error;
      parsed += error.mark.position;
      if (parsed > MAX_PARSED_CHARACTERS) throw first;
      repaired = next;
    }
  }
}

/** The text in which the parser does not fail at the place of an error; undefined for an error of YAML 1.1 too. */
function repairedAt(text: string, { reason, mark }: YAMLException, repair: Repair): string | undefined {
  if (mark === undefined) return undefined;
  if (DEFICIENT.test(reason)) return indented(text, mark.position);
  HYPHEN.lastIndex = mark.position;
  if (!NO_COMMA.test(reason)) return undefined;
  if (!HYPHEN.test(text)) return repair(text, mark.position);
  return `${text.slice(0, mark.position)}'-'${text.slice(mark.position + 1)}`;
}

/** The text with the line of a position indented by one column more than the line before. */
function indented(text: string, position: number): string {
  const start = text.lastIndexOf('\n', position - 1) + 1;
  const before = text.slice(0, start).trimEnd();
  const [, indentation = ''] = /^( *)/.exec(before.slice(before.lastIndexOf('\n') + 1)) ?? [];
  return `${text.slice(0, start)}${indentation} ${text.slice(start)}`;
}
