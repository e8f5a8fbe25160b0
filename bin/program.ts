import { Command as CommanderCommand, CommanderError, Option } from 'commander';
import { priceAge } from '../lib/answers/check-estimate';
import { printable, printableLines, withoutCommands } from '../lib/core/printable';
import { InputError, notOneOf } from '../lib/core/problems';
import { packageVersion } from '../lib/io/package-data';
import { FORMATS, type Format, render } from '../lib/output/render';
import type { Command, Flag, FlagValues, Outcome } from './command';
import { COMMANDS } from './commands';
import { EXIT, errorText, exitCodeOf } from './errors';
import { type Io, pageOf } from './io';
import type { Modules } from './modules';

/** Runs the command line and returns its exit code. Prints through `io` alone and never throws. */
export async function run(argv: readonly string[], io: Io, modules: Modules): Promise<number> {
  let code: number = EXIT.fine;
  const program = programOf(io, async (command, positional, flags) => {
    code = await runCommand(command, positional, flags, io, modules);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has already printed its help, its version or the problem with the flags.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.invalidInput;
    io.stderr(errorText(error, io.env.SIZING_DEBUG === '1'));
    return exitCodeOf(error);
  }
}

async function runCommand(command: Command, positional: readonly (string | undefined)[], flags: FlagValues, io: Io, modules: Modules) {
  const format = formatOf(command, flags);
  const outcome = await command.run({ arguments: positional, flags, modules });
  io.stdout(render(outcome.report, format, pageOf(io)));
  return conclude(outcome, io);
}

function conclude({ estimates = [], warnings = [], failures = [] }: Outcome, io: Io): number {
  const age = priceAge(estimates, io.today);
  for (const warning of [...warnings, ...(age === undefined ? [] : [age])]) io.stderr(`${withoutCommands(printable(warning))}\n`);
  for (const failure of failures) io.stderr(errorText(failure, false));
  return failures[0] === undefined ? EXIT.fine : exitCodeOf(failures[0]);
}

type Action = (command: Command, positional: readonly (string | undefined)[], flags: FlagValues) => Promise<void>;

function programOf(io: Io, action: Action): CommanderCommand {
  const program = new CommanderCommand('sizing')
    .description('Size, compare and estimate tiers of systems as AWS stacks or Kubernetes manifests.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout,
      writeErr: (text) => io.stderr(printableLines(text)),
      getOutHelpWidth: () => pageOf(io).width,
      getErrHelpWidth: () => pageOf(io).width,
    })
    .addHelpText('after', `\nExit codes: 0 success, 1 invalid input, 2 limit exceeded, 3 price missing, 70 internal error.`);
  for (const command of COMMANDS) addCommand(program, command, action);
  return program;
}

function outputFlags(command: Command): readonly Flag[] {
  return [
    { name: 'format', value: 'format', description: `${formatsOf(command).join(', ')}; default: table` },
    { name: 'json', description: 'short for --format json' },
  ];
}

function formatsOf({ formats = [] }: Command): readonly Format[] {
  return [...FORMATS, ...formats];
}

function addCommand(program: CommanderCommand, command: Command, action: Action): void {
  const parser = program.command(command.name).summary(command.summary).description(command.summary);
  for (const argument of command.arguments) {
    parser.argument(argument.optional ? `[${argument.name}]` : `<${argument.name}>`, argument.description);
  }
  for (const flag of [...command.flags, ...outputFlags(command)]) parser.addOption(optionOf(flag));
  parser.addHelpText('after', `\nExamples:\n${command.examples.map((example) => `  $ ${example}`).join('\n')}`);
  parser.action(async (...given: unknown[]) => {
    const positional = given.slice(0, command.arguments.length) as (string | undefined)[];
    await action(command, positional, parser.opts<FlagValues>());
  });
}

function optionOf(flag: Flag): Option {
  const option = new Option(`--${flag.name}${flag.value === undefined ? '' : ` <${flag.value}>`}`, flag.description);
  return flag.repeatable ? option.argParser((value: string, before: readonly string[] = []) => [...before, value]) : option;
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
