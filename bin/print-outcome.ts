import { oldPrices } from '../lib/answers/check-estimate';
import { writeTextFile } from '../lib/io/write-file';
import type { Format } from '../lib/output/format';
import { mergedFailures } from '../lib/output/merged-incomplete';
import { priceAgeText } from '../lib/output/price-age';
import { render } from '../lib/output/render';
import type { Outcome } from './command';
import { EXIT, errorText, exitCodeOf } from './errors';
import { type Io, pageOf, pageOfFile } from './io';
import { noteText, warningText } from './warnings';

/** How the outcome of a command is printed. */
export interface Printing {
  /** Format of the report. */
  readonly format: Format;
  /** Path of the file that the report is written to; undefined for standard output. */
  readonly file: string | undefined;
  /** False for no colors, regardless of the terminal. */
  readonly hasColor: boolean;
  /** Whether warnings and notes are left out. */
  readonly isQuiet: boolean;
}

/** Prints the outcome of a command, and returns its exit code. The help loads nothing of this. Throws an InputError when the file cannot be written. */
export function printOutcome(outcome: Outcome, { format, file, hasColor, isQuiet }: Printing, io: Io): number {
  const page = file === undefined ? pageOf(io) : pageOfFile(io);
  const text = render(outcome.report, format, hasColor ? page : { ...page, color: false });
  if (file === undefined) io.stdout(text);
  else writeTextFile(file, text);
  return conclude(outcome, isQuiet, io);
}

function conclude({ estimates = [], warnings = [], notes = [], failures = [] }: Outcome, isQuiet: boolean, io: Io): number {
  const age = oldPrices(estimates, io.today);
  if (!isQuiet) {
    for (const warning of [...warnings, ...(age === undefined ? [] : [priceAgeText(age)])])
      io.stderr(warningText(warning, io.stderrColumns));
    for (const note of notes) io.stderr(noteText(note, io.stderrColumns));
  }
  for (const failure of mergedFailures(failures)) io.stderr(errorText(failure, false));
  return failures[0] === undefined ? EXIT.fine : exitCodeOf(failures[0]);
}
