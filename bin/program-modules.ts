import type { Command } from './command';
import type { CommandName } from './commands';
import type { Modules } from './modules';

/** What the program loads when a command line needs it: `sizing --help` loads none of it. */
export interface ProgramModules extends Modules {
  /** Commands by name. */
  readonly commands: Readonly<Record<CommandName, () => Command>>;
  /** Reads definition files, and knows the examples. */
  readonly systems: () => typeof import('./systems');
  /** Prints answers, and keeps them for later runs. */
  readonly answers: () => Pick<typeof import('./printed-answers'), 'answerCache' | 'printAnswer'>;
}
