import { printable, withoutCommands } from '../lib/core/printable';
import { hangingIndent } from '../lib/output/text';

/** A warning for stderr, with its line break. On a terminal it is wrapped; in a log or a pipe it is one line. */
export function warningText(warning: string, columns: number | undefined): string {
  return prefixed('warning: ', warning, columns);
}

/** A message for stderr that is no warning, with its line break. */
export function noteText(note: string, columns: number | undefined): string {
  return prefixed('', note, columns);
}

function prefixed(prefix: string, message: string, columns: number | undefined): string {
  const text = printable(message);
  const lines = columns === undefined ? [prefix + text] : hangingIndent(prefix, text, columns);
  return `${withoutCommands(lines.join('\n'))}\n`;
}
