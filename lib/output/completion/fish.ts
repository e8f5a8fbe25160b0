import type { CompletedCommand, CompletedFlag } from './completed-command';

/** The completion of fish: one line for each command, argument and flag. */
export function fishCompletion(commands: readonly CompletedCommand[]): readonly string[] {
  return [
    ...commands.map(({ name, summary }) => `complete -c sizing -n __fish_use_subcommand -x -a ${name} -d ${quoted(summary)}`),
    ...commands.flatMap((command) => [
      ...(command.words.length === 0 ? [] : [`${start(command)} -x -a ${quoted(command.words.join(' '))}`]),
      ...command.flags.map((flag) => `${start(command)} -l ${flag.name}${valueFlag(flag)} -d ${quoted(flag.description)}`),
    ]),
  ];
}

function start({ name }: CompletedCommand): string {
  return `complete -c sizing -n '__fish_seen_subcommand_from ${name}'`;
}

function valueFlag({ hasValue, words }: CompletedFlag): string {
  if (!hasValue) return '';
  return words.length === 0 ? ' -r' : ` -x -a ${quoted(words.join(' '))}`;
}

/** fish reads `\` and `'` in single quotes as escapes and as the end. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
