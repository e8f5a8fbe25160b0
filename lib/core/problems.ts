/**
 * Problems: what can go wrong, as data. A room that finds bad input collects every problem and throws one
 * InputError; `bin` alone turns errors into text and exit codes. Imports nothing of ours.
 */
import { closest, distance } from 'fastest-levenshtein';

/** One thing that is wrong with an input. */
export interface Problem {
  /** Where: a dotted path in a file, a context key or a flag, e.g. `components.api.vcpu` or `-c tier`. */
  readonly path: string;
  /** What was found there, as the user wrote it; absent when something is missing. */
  readonly received?: string;
  /** What would be right, in words: `one of small, medium, large` or `a whole number of at least 1`. */
  readonly expected: string;
  /** The allowed word that the received one is probably a misspelling of. */
  readonly suggestion?: string;
}

/** Bad input: exit code 1. Holds all problems, not only the first. */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(
    /** What the problems are in: `context`, `tier aiva/small`, a file name. */
    readonly subject: string,
    readonly problems: readonly Problem[],
  ) {
    super(`${subject}: ${problems.map(problemText).join('; ')}`);
  }
}

/** A limit that the user set was passed, such as a budget: exit code 2. */
export class LimitExceededError extends Error {
  override readonly name = 'LimitExceededError';
}

/** A bill would be incomplete or not strict enough: exit code 3. */
export class UnpricedError extends Error {
  override readonly name = 'UnpricedError';
  constructor(
    message: string,
    /** One line for each thing without a price. */
    readonly details: readonly string[],
  ) {
    super(message);
  }
}

/** `tier "lrage": allowed is one of small, medium, large (did you mean "large"?)` */
export function problemText(problem: Problem): string {
  const received = problem.received === undefined ? 'is missing' : `is ${problem.received}`;
  const suggestion = problem.suggestion === undefined ? '' : ` (did you mean "${problem.suggestion}"?)`;
  return `${problem.path} ${received}, allowed is ${problem.expected}${suggestion}`;
}

const MAX_TYPOS_SHARE = 0.5;

/** The allowed word nearest to a misspelt one, or undefined when none is near enough to be meant. */
export function didYouMean(received: string, expected: readonly string[]): string | undefined {
  if (expected.length === 0) return undefined;
  const word = received.toLowerCase();
  const nearest = closest(word, [...expected]);
  return distance(word, nearest) <= Math.max(1, Math.floor(nearest.length * MAX_TYPOS_SHARE)) ? nearest : undefined;
}

/** A value as it is shown in a problem: short, quoted when text, never an object dump. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** A word that had to be one of a list and is not. */
export function notOneOf(path: string, received: string, expected: readonly string[]): Problem {
  const suggestion = didYouMean(received, expected);
  return {
    path,
    received: shown(received),
    expected: expected.length === 1 ? `${expected[0]}` : `one of ${expected.join(', ')}`,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
