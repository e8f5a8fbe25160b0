import { isNestedTooDeep } from '../nesting';

/** Printable ASCII: JSON allows characters that YAML refuses. */
const PLAIN = /^[\t\n\r -~]*$/;

/** Keys that YAML or JavaScript gives a meaning. */
const SPECIAL_KEY = /"(?:<<|__proto__)"/;

/** A string of JSON, or white space between values. A string without an end goes on to the end, so that no text is read twice. */
const STRING_OR_SPACE = /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|\s+/g;

/**
 * The value of JSON that means the same as YAML, without loading a YAML parser; undefined for all other text, broken JSON
 * included. JSON that is written back as it is has no duplicate keys, and no numbers that are rounded.
 */
export function plainJson(text: string): unknown {
  if (!PLAIN.test(text) || SPECIAL_KEY.test(text)) return undefined;
  const value = parsed(text);
  if (value === undefined || isNestedTooDeep(value)) return undefined;
  const withoutSpace = text.replace(STRING_OR_SPACE, (part) => (part.startsWith('"') ? part : ''));
  return JSON.stringify(value) === withoutSpace ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
