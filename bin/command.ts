import type { SpecialFormat } from '../lib/output/render';
import type { Report } from '../lib/output/report';
import type { Estimate } from '../lib/pricing/estimate';
import type { Modules } from './modules';

/** A command as data; `program.ts` makes a parser of it, runs it and prints what it returns. */
export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  readonly arguments: readonly Argument[];
  readonly flags: readonly Flag[];
  /** Formats that it has beside those of every command. */
  readonly formats?: readonly SpecialFormat[];
  /** Shown in the command's help, and run by the tests. */
  readonly examples: readonly string[];
  run(request: Request): Promise<Outcome>;
}

export interface Argument {
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
}

export interface Flag {
  /** Without dashes: `max-monthly`. */
  readonly name: string;
  /** What its value is called in the help; absent for a flag without a value. */
  readonly value?: string;
  readonly description: string;
  /** May be given several times. */
  readonly repeatable?: boolean;
}

export interface Request {
  /** In the order of the command's arguments; undefined for optional ones that were not given. */
  readonly arguments: readonly (string | undefined)[];
  readonly flags: FlagValues;
  readonly modules: Modules;
}

/** By flag name in camel case: texts, `true` for a flag without a value, lists for repeatable ones. */
export type FlagValues = Readonly<Record<string, string | true | readonly string[] | undefined>>;

/** What a command found. The report is printed even when there are failures: half an answer beats none. */
export interface Outcome {
  readonly report: Report;
  /** Estimates that the report contains; old prices in them cause a warning. Default: none. */
  readonly estimates?: readonly Pick<Estimate, 'lineItems'>[];
  /** One line each, on stderr. */
  readonly warnings?: readonly string[];
  /** What is wrong with the answer, the gravest first: the first one gives the exit code. */
  readonly failures?: readonly Error[];
}

export function textFlag(flags: FlagValues, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

export function listFlag(flags: FlagValues, name: string): readonly string[] {
  const value = flags[name];
  return Array.isArray(value) ? value : [];
}
