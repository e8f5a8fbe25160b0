/**
 * Characters that a terminal, a log or an editor acts on instead of showing them: control characters (Cc, of which line
 * breaks and escape sequences), bidi and zero-width characters (Cf), line and paragraph separators, halves of surrogate
 * pairs, and fillers without a glyph. The selector of emoji presentation is a part of visible characters.
 */
const UNPRINTABLE = /(?!\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Everything but line breaks and the visible characters of ASCII. It finds the few parts of a long text to look at in a quarter of the time. */
const BEYOND_ASCII = /[^\n -~]+/g;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** GitHub and Azure Pipelines run `##[error]` and `##vso[task]` wherever they are in a line of a log. */
const INNER_COMMAND = /##(?=\[|vso\[)/g;

/** GitHub runs `::error::` at the start of a line of a log, after any white space. */
const LINE_COMMAND = /^(\s*)::/;

/**
 * One line of foreign text as it may be printed: every character that is not visible becomes its escape, such as `\n` or
 * `\u001b`. It can neither start a new line nor color, hide or reorder the text around it, nor contain a workflow command
 * that is run from the middle of a line.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, escaped).replace(INNER_COMMAND, '#\\u0023');
}

function escaped(character: string): string {
  return SHORT_ESCAPES[character] ?? unicodeEscape(character);
}

/** `\u001b`, or `\u{e0001}` above the basic plane. */
function unicodeEscape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/** Several lines that this program made, such as a table, as they may be printed: no line starts a workflow command. */
export function withoutCommands(lines: string): string {
  return lines
    .split('\n')
    .map((line) => line.replace(LINE_COMMAND, '$1\\u003a:'))
    .join('\n');
}

/** Several lines of foreign text as they may be printed. */
export function printableLines(text: string): string {
  return withoutCommands(text.split('\n').map(printable).join('\n'));
}

/** Indented JSON of a value. A parser reads the same strings, but invisible characters and `##[` are written as escapes. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(BEYOND_ASCII, (part) => part.replace(UNPRINTABLE, jsonEscape))
    .replace(INNER_COMMAND, '#\\u0023');
}

/** JSON has no escape for code points above the basic plane: each half of the pair has its own. */
function jsonEscape(character: string): string {
  return character.split('').map(unicodeEscape).join('');
}
