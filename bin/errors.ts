import { printable, printableLines, withoutCommands } from '../lib/core/printable';
import { InputError, InputErrors, invalidText, LimitExceededError, problemText } from '../lib/core/problems';
import { UnpricedError } from '../lib/pricing/unpriced-error';

/** Exit codes. Every other error is a defect of this program. */
export const EXIT = { fine: 0, invalidInput: 1, limitExceeded: 2, unpriced: 3, internalError: 70 } as const;

const ISSUES = 'https://github.com/sizing-blueprints/sizing-blueprints/issues';

/** The exit code of an error. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof InputError) return EXIT.invalidInput;
  if (error instanceof LimitExceededError) return EXIT.limitExceeded;
  if (error instanceof UnpricedError) return EXIT.unpriced;
  return EXIT.internalError;
}

/** The text of an error for stderr, with a stack trace only with SIZING_DEBUG=1. */
export function errorText(error: unknown, debug: boolean): string {
  const stack = debug && error instanceof Error ? `\n${printableLines(error.stack ?? '')}` : '';
  const parts = error instanceof InputErrors ? error.errors : [error];
  const texts = parts.map((part) => linesOf(part).map(printable).join('\n  '));
  return `${withoutCommands(texts.join('\n'))}${stack}\n`;
}

function linesOf(error: unknown): string[] {
  if (error instanceof InputError) return [`error: ${invalidText(error.subject)}`, ...error.problems.map(problemText)];
  if (error instanceof UnpricedError) {
    const { incompleteTexts } = require('../lib/output/incomplete') as typeof import('../lib/output/incomplete');
    const [summary, ...lines] = incompleteTexts(error);
    return [`error: ${summary}`, ...lines];
  }
  if (error instanceof LimitExceededError) {
    const { exceededLimitText } = require('../lib/output/exceeded-limits') as typeof import('../lib/output/exceeded-limits');
    return [`error: ${exceededLimitText(error.limit)}`];
  }
  return [
    `error: internal error in sizing-blueprints: ${error instanceof Error ? error.message : String(error)}`,
    `Report it with the command and the output with SIZING_DEBUG=1: ${ISSUES}`,
  ];
}
