import { mapErrors } from '../lib/core/all-parts';
import { InputError, type Problem, shown } from '../lib/core/problems';
import { exists } from '../lib/io/files';
import { type Command, type Flag, type Request, textFlag } from './command';
import { namedTiers } from './named-tiers';
import type { Systems } from './systems';
import { typedSubject } from './typed-subject';

/** Flags that state the arguments of the same name, so that every command takes a system and a tier in both ways. */
export const SYSTEM_FLAG: Flag = { name: 'system', value: 'system', description: 'same as the argument', isArgument: true };
export const TIER_FLAG: Flag = { name: 'tier', value: 'tier', description: 'same as the argument', isArgument: true };

/** The tier of a command that takes none; `alternative` is what to type instead, worded to follow "expected". */
export function noTier(alternative: string): Flag {
  return { ...TIER_FLAG, refused: alternative };
}

/** A request in which the system and the tier are arguments. */
export interface ArgumentRequest {
  /** The request, without the flags that state arguments. */
  readonly request: Request;
  /** What is wrong with these flags. */
  readonly problems: readonly Problem[];
}

/** The command of a request, as far as its arguments need it. */
type NamingCommand = Pick<Command, 'arguments' | 'flags'>;

/** The request with `--system` and `--tier` as arguments. With a tier, the system is an argument too, so that no path is meant. */
export function withArguments(command: NamingCommand, typed: Request): ArgumentRequest {
  if (!command.flags.some(({ isArgument }) => isArgument === true)) return { request: typed, problems: [] };
  const { systems } = typed;
  const { system: _system, tier: _tier, ...flags } = typed.flags;
  const [system, tier] = [textFlag(typed.flags, 'system'), textFlag(typed.flags, 'tier')];
  const { words, problems: ofTiers } = withoutTiers(command, typed);
  const [first] = words;
  const isNamed = systems.all.some(({ id }) => id === first);
  const rest = isNamed ? words.slice(1) : words;
  const named = system ?? (isNamed ? first : onlyOwn(systems)?.id);
  const twice = [
    ...(system !== undefined && isNamed ? [givenTwice('--system', `the system ${first}`)] : []),
    ...(tier !== undefined && tiersOf(systems, named).includes(rest[0] ?? '') ? [givenTwice('--tier', `the tier ${rest[0]}`)] : []),
  ];
  const others = twice.some(({ path }) => path === '--tier') ? rest.slice(1) : rest;
  const given = tier === undefined ? [...(isNamed || system !== undefined ? [named] : []), ...others] : [named, tier, ...others];
  // Without a system, a word is one that is unknown, or a path.
  const isUnknown = tier !== undefined && named === undefined && others.length > 0;
  const isTooMuch = isUnknown || given.length > command.arguments.length;
  return {
    request: { ...typed, arguments: (isUnknown ? others : given).slice(0, command.arguments.length), flags },
    problems: [...ofTiers, ...twice, ...(isTooMuch ? [givenTwice(tier === undefined ? '--system' : '--tier', shown(others.at(-1)))] : [])],
  };
}

function givenTwice(path: string, other: string): Problem {
  return { path, reason: `given together with ${other}`, expected: 'only one of them' };
}

/** The words without the tiers that a command does not take. */
function withoutTiers({ flags }: NamingCommand, { arguments: given, flags: typed, systems }: Request) {
  const words = given.filter((word) => word !== undefined);
  const refused = flags.find(({ name, isArgument }) => name === 'tier' && isArgument === true)?.refused;
  if (refused === undefined) return { words, problems: [] };
  const { all } = systems;
  const named = all.find(({ id }) => id === textFlag(typed, 'system') || id === words[0]) ?? onlyOwn(systems);
  const tiers = tiersOf(systems, named?.id);
  const isTier = (word: string) => tiers.includes(word) && !all.some(({ id }) => id === word) && !exists(word, 'a path');
  return {
    words: words.filter((word) => !isTier(word)),
    problems: words.filter(isTier).map((word) => ({ path: shown(word), reason: `a tier of ${named?.id}`, expected: refused })),
  };
}

function onlyOwn({ own: [only, another] }: Systems) {
  return another === undefined ? only : undefined;
}

function tiersOf({ all }: Systems, system: string | undefined): readonly string[] {
  const definition = all.find(({ id }) => id === system);
  return definition === undefined ? [] : namedTiers(definition);
}

/** Runs a command; problems of arguments that were typed as flags get the names of the flags. */
export async function namingFlags<T>(flags: Request['flags'], run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof InputError ? asTypedFlags(error, flags) : error;
  }
}

function asTypedFlags(error: InputError, flags: Request['flags']): InputError {
  const names = ['system', 'tier'].filter((name) => flags[name] !== undefined).map((name) => `<${name}>`);
  return mapErrors(error, (part) => {
    if (!part.problems.some(({ path }) => names.includes(path))) return part;
    const problems = part.problems.map((problem) =>
      names.includes(problem.path) ? { ...problem, path: `--${problem.path.slice(1, -1)}` } : problem,
    );
    return new InputError(typedSubject(problems), problems);
  });
}
