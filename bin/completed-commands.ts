import type { CompletedCommand, CompletedFlag } from '../lib/output/completion/completed-command';
import type { Argument, Flag, LoadedCommand } from './command';
import type { Systems } from './systems';

/** The commands with their flags and words, for the completion of a shell. */
export function completedCommands(
  commands: readonly LoadedCommand[],
  flagsOf: (command: LoadedCommand) => readonly Flag[],
  { all }: Pick<Systems, 'all'>,
): readonly CompletedCommand[] {
  const systems = all.map(({ id }) => id);
  const tiers = all.flatMap((system) => system.tiers.map(({ id }) => id));
  const wordsOf = ({ name, words }: Argument) => words ?? (name === 'system' ? systems : name === 'tier' ? tiers : []);
  return commands.map((command) => ({
    name: command.name,
    summary: command.summary,
    words: [...new Set(command.arguments.flatMap(wordsOf))],
    flags: flagsOf(command)
      .filter(({ isHidden, refused }) => isHidden !== true && refused === undefined)
      .map((flag) => completedFlag(flag, { system: systems, tier: tiers })),
  }));
}

function completedFlag({ name, value, description, words }: Flag, known: Readonly<Record<string, readonly string[]>>): CompletedFlag {
  const ids = Object.hasOwn(known, name) ? known[name] : undefined;
  return { name, description, hasValue: value !== undefined, words: [...new Set(words ?? ids ?? [])] };
}
