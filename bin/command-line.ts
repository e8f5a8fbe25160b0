import { didYouMean, type Problem, shown } from '../lib/core/problems';
import type { Flag, LoadedCommand } from './command';

/** Problems of the words of a command line, by their subject. */
export interface LineProblems {
  /** Unknown flags, and flags without their value or with one that they do not take. */
  readonly flags: readonly Problem[];
  /** Arguments that are too many. */
  readonly arguments: readonly Problem[];
}

/** The words of a command line that a parser accepts, and the problems of the others. */
export interface CheckedLine {
  /** The words without the invalid ones. */
  readonly argv: readonly string[];
  /** Problems of the invalid words. */
  readonly problems: LineProblems;
}

/** A line without problems. */
export const NO_PROBLEMS: LineProblems = { flags: [], arguments: [] };

/** Flags that print something else than an answer, so that no other word matters. */
const PRINTED_INSTEAD: readonly string[] = ['--help', '-h', '--version', '-V'];

/** Ends the flags: all words after it are arguments. */
const END_OF_FLAGS = '--';

/** The part of a command that its words are checked by. */
type CheckedCommand = Pick<LoadedCommand, 'name' | 'arguments'>;

/**
 * Checks every word of a command line. The parser stops at the first unknown one, which would hide the problems of the others. The
 * word after an unknown flag is its value.
 */
export function checkedLine(argv: readonly string[], command: CheckedCommand, flags: readonly Flag[]): CheckedLine {
  if (argv.some((word) => PRINTED_INSTEAD.includes(word))) return { argv, problems: NO_PROBLEMS };
  const reading: Reading = { kept: [], flags: [], arguments: [], words: 0 };
  let isNamed = false;
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] as string;
    if (word === END_OF_FLAGS) {
      for (const argument of argv.slice(index + 1)) readArgument(argument, command, flags, reading);
      break;
    }
    if (isFlag(word)) index += readFlag(word, argv[index + 1], command, flags, reading);
    else if (isNamed) readArgument(word, command, flags, reading);
    else {
      isNamed = true;
      reading.kept.push(word);
    }
  }
  return { argv: reading.kept, problems: reading };
}

interface Reading extends LineProblems {
  readonly kept: string[];
  readonly flags: Problem[];
  readonly arguments: Problem[];
  words: number;
}

/** A single hyphen is the standard input, and a negative number is a value. */
function isFlag(word: string): boolean {
  return /^-[^\d.]/.test(word);
}

/** Reads a flag, and returns the number of words after it that belong to it. */
function readFlag(
  word: string,
  next: string | undefined,
  command: CheckedCommand,
  flags: readonly Flag[],
  { kept, flags: problems }: Reading,
): number {
  const [path = '', ...others] = word.split('=');
  const inWord = others.length > 0 ? others.join('=') : undefined;
  const hasNext = inWord === undefined && next !== undefined && next !== END_OF_FLAGS && !isFlag(next);
  const flag = flags.find(({ name }) => path === `--${name}`);
  if (flag === undefined) {
    const similar = flags.find(({ name }) => name === didYouMean(path.slice(2), namesOf(flags)));
    const expected = `a flag that \`npx sizing ${command.name} --help\` lists`;
    problems.push({ path, reason: 'unknown flag', expected, ...(similar !== undefined && { suggestion: `--${similar.name}` }) });
    const takesNone = similar !== undefined && similar.value === undefined;
    return hasNext && !takesNone ? 1 : 0;
  }
  if (flag.refused !== undefined) {
    problems.push({ path, reason: `not a flag of ${command.name}`, expected: flag.refused });
    return hasNext ? 1 : 0;
  }
  if (flag.value === undefined) {
    if (inWord === undefined) kept.push(word);
    else problems.push({ path, received: shown(inWord), expected: 'no value' });
    return 0;
  }
  if (inWord === undefined && !hasNext) {
    problems.push({ path, expected: `a value: ${path} <${flag.value}>` });
    return 0;
  }
  kept.push(...(inWord === undefined ? [path, next as string] : [word]));
  return inWord === undefined ? 1 : 0;
}

function namesOf(flags: readonly Flag[]): string[] {
  return flags.filter(({ isHidden, refused }) => isHidden !== true && refused === undefined).map(({ name }) => name);
}

function readArgument(word: string, { name, arguments: taken }: CheckedCommand, flags: readonly Flag[], reading: Reading): void {
  reading.words += 1;
  if (reading.words <= taken.length || taken.at(-1)?.repeatable === true) {
    reading.kept.push(word);
    return;
  }
  const list = taken.map((argument) => `<${argument.name}>`).join(' ');
  const instead = flags.find(({ isArgument, refused }) => isArgument === true && refused !== undefined)?.refused;
  reading.arguments.push({
    path: shown(word),
    reason: 'one argument too many',
    expected: taken.length === 0 ? `no arguments of ${name}` : (instead ?? `at most ${list}`),
  });
}
