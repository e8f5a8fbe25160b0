import { Command as CommanderCommand, CommanderError, Option } from 'commander';
import { allParts, validPart } from '../lib/core/all-parts';
import { printableLines } from '../lib/core/printable';
import { InputError, InputErrors, notOneOf, type Problem, shown } from '../lib/core/problems';
import { packageVersion } from '../lib/io/package-data';
import { FORMATS, type Format } from '../lib/output/format';
import { type Command, type Flag, type FlagValues, type LoadedCommand, type Request, textFlag } from './command';
import { checkedLine, type LineProblems, NO_PROBLEMS } from './command-line';
import { COMMANDS } from './commands';
import { completedCommands } from './completed-commands';
import { EXIT, errorText, exitCodeOf } from './errors';
import { type Io, pageOf } from './io';
import type { Modules } from './modules';
import type { ProgramModules } from './program-modules';
import { withProgress } from './progress';
import { namingFile } from './system-files';
import type { Systems } from './systems';

/** Runs the command line and returns its exit code. Prints through `io` alone and never throws. */
export async function run(argv: readonly string[], io: Io, modules: ProgramModules): Promise<number> {
  let code: number = EXIT.fine;
  let systems = NO_SYSTEMS;
  try {
    requireHelpedCommand(argv);
    const requested = requestedCommand(argv, modules);
    systems = systemsFor(requested, argv, modules);
    const line =
      requested === undefined ? { argv, problems: NO_PROBLEMS } : checkedLine(argv, requested, flagsOf(requested, argv, systems));
    const program = programOf(io, argv, { requested, systems, modules }, async (command, positional, flags, repeated) => {
      const completed = () =>
        completedCommands(
          COMMANDS.map((entry) => loaded(entry, modules)),
          (each) => flagsOf(each, [], systems),
          systems,
        );
      const problems = { ...line.problems, flags: [...line.problems.flags, ...repeated] };
      code = await runCommand(command, { arguments: positional, flags, systems, modules, completed }, problems, modules, io);
    });
    await program.parseAsync(line.argv, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has already printed its help, its version or the problem with the flags.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.invalidInput;
    io.stderr(errorText(error instanceof InputError ? namingFile(error, systems) : error, io.env.SIZING_DEBUG === '1'));
    return exitCodeOf(error);
  }
}

/** Throws an InputError for the help of an unknown command, for which the parser prints the list of commands alone. */
function requireHelpedCommand([first, name]: readonly string[]): void {
  const names = [...COMMANDS.map((command) => command.name), 'help'];
  if (first !== 'help' || name === undefined || name.startsWith('-') || names.some((known) => known === name)) return;
  throw new InputError('arguments', [notOneOf('[command]', name, names)]);
}

/** The command that the command line runs, or whose help it prints; undefined for the list of commands. */
function requestedCommand(argv: readonly string[], modules: ProgramModules): LoadedCommand | undefined {
  const [first, ...others] = argv.filter((argument) => !argument.startsWith('-'));
  const requested = first === 'help' ? others[0] : first;
  const entry = COMMANDS.find(({ name }) => name === requested);
  return entry === undefined ? undefined : loaded(entry, modules);
}

function loaded(entry: (typeof COMMANDS)[number], { commands }: ProgramModules): LoadedCommand {
  return { ...entry, ...commands[entry.name]() };
}

const NO_SYSTEMS: Systems = { own: [], all: [], folder: '.' };

/** The systems that the command line can name. Commands that take no system read no definition file. */
function systemsFor(command: LoadedCommand | undefined, argv: readonly string[], modules: ProgramModules): Systems {
  if (command === undefined) return NO_SYSTEMS;
  const { EXAMPLES, readSystems } = modules.systems();
  return command.readsDefinition === true ? readSystems(valueIn(argv, '--config')) : EXAMPLES;
}

/** The value of a flag before the parser is made: a definition file decides which flags there are. */
function valueIn(argv: readonly string[], flag: string): string | undefined {
  const inOne = argv.find((argument) => argument.startsWith(`${flag}=`));
  if (inOne !== undefined) return inOne.slice(flag.length + 1);
  const at = argv.indexOf(flag);
  const value = at < 0 ? undefined : argv[at + 1];
  return value?.startsWith('--') ? undefined : value;
}

async function runCommand(
  command: LoadedCommand,
  typed: Request,
  ofLine: LineProblems,
  modules: Pick<ProgramModules, 'answers'>,
  io: Io,
): Promise<number> {
  const { namingFlags, withArguments } = require('./argument-flags') as typeof import('./argument-flags');
  const { request, problems } = withArguments(command, typed);
  const all = {
    flags: [...ofLine.flags, ...problems.filter(({ path }) => path.startsWith('--'))],
    arguments: [...ofLine.arguments, ...problems.filter(({ path }) => !path.startsWith('--'))],
  };
  return namingFlags(typed.flags, () => answerOf(command, request, all, modules, io));
}

async function answerOf(
  command: LoadedCommand,
  request: Request,
  ofLine: LineProblems,
  { answers }: Pick<ProgramModules, 'answers'>,
  io: Io,
): Promise<number> {
  const { arguments: positional, flags, systems } = request;
  const { format, file } = outputOf(command, request, ofLine);
  const compute = async (printing: Io) => {
    const progress = flags.quiet === true ? undefined : withProgress(request.modules, io);
    const outcome = await command.run({ ...request, ...(progress && { modules: progress.modules }) }).finally(progress?.end);
    const { printOutcome } = require('./print-outcome') as typeof import('./print-outcome');
    return printOutcome(outcome, { format, file, hasColor: flags.color !== false, isQuiet: flags.quiet === true }, printing);
  };
  if (file !== undefined || command.printsOnly?.(flags) !== true) return compute(io);
  const { answerCache, printAnswer } = answers();
  const cache = answerCache(io.env);
  if (cache === undefined) return compute(io);
  return printAnswer(cache, { command: command.name, positional, flags, systems }, io, compute);
}

/** Format and file of the report. Throws an InputError with the problems of the whole command line if any part of the output is invalid. */
function outputOf(command: LoadedCommand, request: Request, ofLine: LineProblems) {
  const { flags } = request;
  const input = () => requireOneInput(request);
  const parts = {
    format: () => formatOf(command, flags),
    file: () => outputFile(flags),
    input,
    flags: () => requireNone('flags', ofLine.flags),
    arguments: () => requireNone('arguments', ofLine.arguments),
  };
  const rest = () => {
    // Standard input can be read once.
    input();
    withoutReported(ofLine.flags, () => command.check?.(request));
  };
  return validPart(() => allParts(parts)) ?? allParts({ ...parts, rest });
}

function requireNone(subject: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(subject, problems);
}

/** Runs a check; a flag without its value is reported already, and not as a missing flag too. */
function withoutReported(reported: readonly Problem[], check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const paths = reported.map(({ path }) => path);
    const errors = (error instanceof InputErrors ? error.errors : [error]).flatMap(({ subject, problems }) => {
      const others = problems.filter(({ path }) => !paths.includes(path));
      return others.length === 0 ? [] : [new InputError(subject, others)];
    });
    if (errors.length > 0) throw new InputErrors(errors);
  }
}

/** The path that means standard input, and standard output for a report. */
const STANDARD_STREAM = '-';

/** Standard input can be read once: two arguments that mean it would be the same file. */
function requireOneInput({ arguments: positional, flags: { output: _output, ...flags } }: Request): void {
  const given = [...positional, ...Object.values(flags).flat()].filter((value) => value === STANDARD_STREAM);
  if (given.length <= 1) return;
  throw new InputError('arguments', [
    { path: STANDARD_STREAM, reason: `given ${given.length} times`, expected: 'standard input for one file, and paths for the others' },
  ]);
}

/** The file that the report is written to; undefined for stdout. */
function outputFile(flags: FlagValues): string | undefined {
  const file = textFlag(flags, 'output');
  if (file === STANDARD_STREAM) return undefined;
  if (file === '') throw new InputError('flags', [{ path: '--output', received: shown(file), expected: 'the path of a file' }]);
  return file;
}

const EXIT_CODES_HELP = `
Exit codes:
  0   success
  1   invalid input
  2   limit exceeded
  3   price missing
  70  internal error`;

const VERSION_FLAGS: readonly string[] = ['--version', '-V'];

/** The version of the package, the dates of its prices and the version of Kubernetes in its rules. */
function versionText(modules: Modules): string {
  const { oldestPrice, newestPrice, kubernetes } = modules.dataVersions().dataVersions();
  return [packageVersion(), `prices: ${oldestPrice} to ${newestPrice}`, `rules about manifests: Kubernetes ${kubernetes}`].join('\n');
}

type Action = (
  command: LoadedCommand,
  positional: readonly (string | undefined)[],
  flags: FlagValues,
  repeated: readonly Problem[],
) => Promise<void>;

function programOf(
  io: Io,
  argv: readonly string[],
  { requested, systems, modules }: Pick<Request, 'systems' | 'modules'> & { readonly requested: LoadedCommand | undefined },
  action: Action,
): CommanderCommand {
  const program = new CommanderCommand('sizing')
    .description('Size, compare and estimate tiers of systems as AWS stacks or Kubernetes manifests.')
    .version(VERSION_FLAGS.some((flag) => argv.includes(flag)) ? versionText(modules) : '')
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout,
      writeErr: (text) => io.stderr(printableLines(text)),
      getOutHelpWidth: () => pageOf(io).width,
      getErrHelpWidth: () => pageOf(io).width,
    })
    .addHelpText('after', EXIT_CODES_HELP);
  for (const { name, summary } of COMMANDS) {
    const parser = program.command(name).summary(summary).description(summary);
    if (requested?.name === name) describeCommand(parser, requested, flagsOf(requested, argv, systems), action);
  }
  return program;
}

/** All flags of a command; those of the operations belong to the system that the command line names. */
function flagsOf(command: Command, argv: readonly string[], systems: Systems): readonly Flag[] {
  const words = argv.slice(1).map((word) => word.replace(/^--system=/, ''));
  const system = systems.all.find(({ id }) => words.includes(id)) ?? (systems.own.length === 1 ? systems.own[0] : undefined);
  return [
    ...(command.operationFlags?.(system, systems) ?? []),
    ...command.flags,
    ...(command.readsDefinition === true ? [CONFIG_FLAG] : []),
    ...outputFlags(command),
  ];
}

const CONFIG_FLAG: Flag = {
  name: 'config',
  value: 'file',
  description:
    'definition of your systems, or a folder of definitions; default: sizing.config.ts, sizing.yaml or sizing.json in this folder or the nearest one above',
};

function outputFlags(command: Command): readonly Flag[] {
  return [
    { name: 'format', value: 'format', description: `${formatsOf(command).join(', ')}; default: table`, words: formatsOf(command) },
    { name: 'json', description: 'same as --format json' },
    { name: 'output', value: 'file', description: 'write the report to this file, and nothing to stdout' },
    { name: 'quiet', description: 'print no warnings; errors are printed' },
    { name: 'no-color', description: 'print no colors; default: colors on a terminal, unless NO_COLOR is set' },
  ];
}

function formatsOf({ formats = [] }: Command): readonly Format[] {
  return [...FORMATS, ...formats];
}

function describeCommand(parser: CommanderCommand, command: LoadedCommand, flags: readonly Flag[], action: Action): void {
  for (const argument of command.arguments) {
    const name = argument.repeatable ? `${argument.name}...` : argument.name;
    parser.argument(argument.optional ? `[${name}]` : `<${name}>`, argument.description);
  }
  const repeated: Problem[] = [];
  for (const flag of flags) parser.addOption(optionOf(flag, repeated));
  parser.showHelpAfterError(
    `Usage: sizing ${command.name} ${parser.usage()}\nRun \`sizing ${command.name} --help\` for flags and examples.`,
  );
  parser.addHelpText('after', `\nExamples:\n${command.examples.map((example) => `  $ npx ${example}`).join('\n')}`);
  if (command.exitCodes !== undefined) parser.addHelpText('after', `\nExit codes: ${command.exitCodes}`);
  parser.action(async (...given: unknown[]) => {
    const positional = given.slice(0, command.arguments.length).flat() as (string | undefined)[];
    await action(command, positional, parser.opts<FlagValues>(), repeated);
  });
}

/** The option of a flag. A value that is given again is a problem, and the first one is used to check the others. */
function optionOf(flag: Flag, repeated: Problem[]): Option {
  const option = new Option(`--${flag.name}${flag.value === undefined ? '' : ` <${flag.value}>`}`, flag.description);
  if (flag.isHidden === true || flag.refused !== undefined) option.hideHelp();
  if (flag.repeatable) return option.argParser((value: string, before: readonly string[] = []) => [...before, value]);
  if (flag.value === undefined) return option;
  return option.argParser((value: string, before?: string) => {
    if (before !== undefined) repeated.push({ path: `--${flag.name}`, reason: 'given twice', expected: 'only one value' });
    return before ?? value;
  });
}

/** The output format. Checked before the command runs, so that an invalid format fails at once. */
function formatOf(command: Command, flags: FlagValues): Format {
  const { format, json } = flags;
  const formats = formatsOf(command);
  if (format === undefined) return json === true ? 'json' : 'table';
  const known = formats.find((candidate) => candidate === format);
  if (known === undefined) throw new InputError('flags', [notOneOf('--format', String(format), formats)]);
  if (json === true && known !== 'json') {
    throw new InputError('flags', [{ path: '--format', reason: `${known} together with --json`, expected: 'only one of them' }]);
  }
  return known;
}
