import type { View } from '../report';
import { bashCompletion } from './bash';
import type { CompletedCommand } from './completed-command';
import { fishCompletion } from './fish';
import { zshCompletion } from './zsh';

const SCRIPTS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** A shell with a completion. */
export type Shell = keyof typeof SCRIPTS;

/** The shells with a completion. */
export const SHELLS = Object.keys(SCRIPTS) as readonly Shell[];

/** The completion of the command line for a shell, in lines. */
export function completionScript(shell: Shell, commands: readonly CompletedCommand[]): readonly string[] {
  return SCRIPTS[shell](commands);
}

/** The script alone, so that a shell can read it from stdout. */
export function completionView(lines: readonly string[]): View {
  return { blocks: [{ kind: 'commands', lines }], records: { columns: ['line'], rows: lines.map((line) => [line]) } };
}
