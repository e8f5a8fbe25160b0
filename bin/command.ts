import type { SystemDefinition } from '../lib/model/tier-extension';
import type { CompletedCommand } from '../lib/output/completion/completed-command';
import type { SpecialFormat } from '../lib/output/format';
import type { Report } from '../lib/output/report';
import type { Estimate } from '../lib/pricing/estimate';
import type { CommandEntry } from './command-entry';
import type { Modules } from './modules';
import type { Systems } from './systems';

/** A command that is loaded. */
export type LoadedCommand = CommandEntry & Command;

/** A command as data; `program.ts` makes a parser of it, runs it and prints what it returns. */
export interface Command {
  /** In the order in which they are typed; optional ones last. */
  readonly arguments: readonly Argument[];
  /** In the order of the help. */
  readonly flags: readonly Flag[];
  /** Whether the command reads a definition file, and so has the flag `--config`. Default: no. */
  readonly readsDefinition?: boolean;
  /** Flags of the operations of a system; undefined for all systems. Default: none. */
  operationFlags?(system: SystemDefinition | undefined, systems: Systems): readonly Flag[];
  /** Formats in addition to those of every command. Default: none. */
  readonly formats?: readonly SpecialFormat[];
  /** Shown in the command's help, and run by the tests. */
  readonly examples: readonly string[];
  /** Exit codes that the general meaning of the codes does not explain, as sentences for the help. Default: none. */
  readonly exitCodes?: string;
  /** Whether the command prints an answer and does nothing else, so that the same answer need not be computed twice. Default: no. */
  printsOnly?(flags: FlagValues): boolean;
  /** Throws an InputError with every problem of the command line, as `run` does. Called if its output flags are invalid. Default: no problem. */
  check?(request: Request): void;
  /** Throws an InputError for invalid input, with every problem of the command line. */
  run(request: Request): Promise<Outcome>;
}

/** A positional argument. */
export interface Argument {
  /** Shown in the help as `<name>`. */
  readonly name: string;
  /** Shown in the help. */
  readonly description: string;
  /** Default: false. */
  readonly optional?: boolean;
  /** Whether it may be given several times; only the last argument. Default: false. */
  readonly repeatable?: boolean;
  /** The words that it may be, for the completion of shells. Default: ids for `system` and `tier`, else paths. */
  readonly words?: readonly string[];
}

/** A flag of a command. */
export interface Flag {
  /** Without dashes: `read-replicas`. */
  readonly name: string;
  /** Name of its value in the help; absent for a flag without a value. */
  readonly value?: string;
  /** Shown in the help. */
  readonly description: string;
  /** Whether it is another form of the argument of the same name; `arguments` then has its value. Default: no. */
  readonly isArgument?: boolean;
  /** May be given several times. */
  readonly repeatable?: boolean;
  /** Whether help and completion leave it out, because no value but the default is valid; it is still parsed, so that an invalid value has a reason. Default: false. */
  readonly isHidden?: boolean;
  /** The alternative, worded to follow "expected", for a flag of other commands that this one does not take; no help lists it. Default: the command takes it. */
  readonly refused?: string;
  /** The words that its value may be, for the completion of shells. Default: ids for `system` and `tier`, else paths. */
  readonly words?: readonly string[];
}

/** A parsed command line. */
export interface Request {
  /** In the order of the command's arguments; undefined for optional ones that were not given. A repeatable one has an entry for each value. */
  readonly arguments: readonly (string | undefined)[];
  /** The given flags. */
  readonly flags: FlagValues;
  /** Systems of the definition file, and the examples of the package. */
  readonly systems: Systems;
  /** Answers that are loaded on demand. */
  readonly modules: Modules;
  /** All commands with their flags, for the completion of shells. */
  readonly completed: () => readonly CompletedCommand[];
}

/** By flag name in camel case: strings, `true` for a flag without a value (`color` is false with `--no-color`), lists for repeatable ones. */
export type FlagValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** The result of a command. The report is printed even when there are failures. */
export interface Outcome {
  /** Printed to stdout. */
  readonly report: Report;
  /** Estimates that the report contains; old prices in them cause a warning. Default: none. */
  readonly estimates?: readonly Pick<Estimate, 'lineItems'>[];
  /** One line each, on stderr. Default: none. */
  readonly warnings?: readonly string[];
  /** Messages that are no warnings, such as the path of a written file: one line each, on stderr. Default: none. */
  readonly notes?: readonly string[];
  /** Why the command fails; the first failure decides the exit code. Default: none. */
  readonly failures?: readonly Error[];
}

/** The value of a flag with one value; undefined when it is not given. */
export function textFlag(flags: FlagValues, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of a repeatable flag; empty when it is not given. */
export function listFlag(flags: FlagValues, name: string): readonly string[] {
  const value = flags[name];
  return Array.isArray(value) ? value : [];
}
