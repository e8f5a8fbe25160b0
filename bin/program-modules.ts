import type { Command } from './command';
import type { CommandName } from './commands';
import type { Modules } from './modules';

/** Modules that the program loads when a command line needs them: `sizing --help` loads none. */
export interface ProgramModules extends Modules {
  /** Commands by name. */
  readonly commands: Readonly<Record<CommandName, () => Command>>;
  /** Reads definition files, and has the examples. */
  readonly systems: () => typeof import('./systems');
  /** Prints answers, and caches them for later runs. */
  readonly answers: () => Pick<typeof import('./printed-answers'), 'answerCache' | 'printAnswer'>;
}
