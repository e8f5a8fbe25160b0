import type { CompletedCommand } from './completed-command';

/** The completion of bash: a function that compares the words before the cursor, and its registration. */
export function bashCompletion(commands: readonly CompletedCommand[]): readonly string[] {
  const names = commands.map(({ name }) => name);
  return [
    '_sizing() {',
    `  local current="${word('COMP_CWORD')}" previous="${word('COMP_CWORD-1')}" command="${word('1')}" words="" prefix=""`,
    '  COMPREPLY=()',
    `  if [ "$current" = "=" ]; then current=""; elif [ "$previous" = "=" ]; then previous="${word('COMP_CWORD-2')}"; fi`,
    // zsh, and a bash that does not split words at `=`, have the flag and its value in one word.
    `  case "$current" in --*=*) prefix="\${current%%=*}="; previous="\${current%%=*}"; current="\${current#*=}" ;; esac`,
    `  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${[...names, '--help', '--version'].join(' ')}" -- "$current")); return; fi`,
    '  case "$command $previous" in',
    ...commands.flatMap(valueCases),
    '  esac',
    '  if [ -n "$words" ]; then COMPREPLY=($(compgen -P "$prefix" -W "$words" -- "$current")); return; fi',
    '  case "$command" in',
    ...commands.map(({ name, flags, words }) => {
      const all = [...flags.map((flag) => `--${flag.name}`), '--help'].join(' ');
      return `    ${name}) if [ "\${current#-}" != "$current" ]; then words="${all}"; else words="${words.join(' ')}"; fi ;;`;
    }),
    '  esac',
    '  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi',
    '}',
    'complete -o filenames -F _sizing sizing',
  ];
}

/** A word of the command line, by its index. */
function word(index: string): string {
  return `\${COMP_WORDS[${index}]}`;
}

/** Flags of a command with their values: words, or paths for every other value. */
function valueCases({ name, flags }: CompletedCommand): string[] {
  const valued = flags.filter(({ hasValue }) => hasValue);
  const paths = valued.filter(({ words }) => words.length === 0).map((flag) => `"${name} --${flag.name}"`);
  return [
    ...valued.filter(({ words }) => words.length > 0).map((flag) => `    "${name} --${flag.name}") words="${flag.words.join(' ')}" ;;`),
    ...(paths.length === 0 ? [] : [`    ${paths.join(' | ')}) COMPREPLY=($(compgen -P "$prefix" -f -- "$current")); return ;;`]),
  ];
}
