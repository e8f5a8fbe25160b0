import { bashCompletion } from './bash';
import type { CompletedCommand } from './completed-command';

/** The completion of zsh: that of bash, which the `bashcompinit` of zsh runs. */
export function zshCompletion(commands: readonly CompletedCommand[]): readonly string[] {
  return [
    '(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }',
    'autoload -Uz bashcompinit && bashcompinit',
    ...bashCompletion(commands),
  ];
}
