import { printable, printableLines, withoutCommands } from '../lib/core/printable';
import { InputError, invalidText, LimitExceededError, problemText, UnpricedError } from '../lib/core/problems';

/** What the exit code says. Anything that is none of these is our bug. */
export const EXIT = { fine: 0, invalidInput: 1, limitExceeded: 2, unpriced: 3, internalError: 70 } as const;

const ISSUES = 'https://github.com/sizing-blueprints/sizing-blueprints/issues';

export function exitCodeOf(error: unknown): number {
  if (error instanceof InputError) return EXIT.invalidInput;
  if (error instanceof LimitExceededError) return EXIT.limitExceeded;
  if (error instanceof UnpricedError) return EXIT.unpriced;
  return EXIT.internalError;
}

/** An error for a person: never a stack trace, unless one debugs us. */
export function errorText(error: unknown, debug: boolean): string {
  const stack = debug && error instanceof Error ? `\n${printableLines(error.stack ?? '')}` : '';
  return `${withoutCommands(linesOf(error).map(printable).join('\n  '))}${stack}\n`;
}

function linesOf(error: unknown): string[] {
  if (error instanceof InputError) return [`error: ${invalidText(error.subject)}`, ...error.problems.map(problemText)];
  if (error instanceof UnpricedError) return [`error: ${error.message}`, ...error.details];
  if (error instanceof LimitExceededError) return [`error: ${error.message}`];
  return [
    `error: this is a bug in sizing-blueprints, not in your input: ${error instanceof Error ? error.message : String(error)}`,
    `Please report it, with the command and what SIZING_DEBUG=1 adds to this message: ${ISSUES}`,
  ];
}
