#!/usr/bin/env node
import './compile-cache';
import { systemErrorCode, systemErrorText } from '../lib/io/output-error';
import { EXIT } from './errors';
import { MODULES } from './loaded-modules';
import { run } from './program';

/** Exit code when the output could not be written; it overrides that of the command. */
let outputCode: number = EXIT.fine;

/**
 * A reader that closes the pipe early (`sizing list | head -1`) is not an error. Any other write error is reported in one
 * line, such as a full disk with `sizing list > list.txt`.
 */
function onOutputError(error: Error): void {
  const code = systemErrorCode(error);
  if (code === undefined) throw error;
  if (code === 'EPIPE' || outputCode !== EXIT.fine) return;
  outputCode = EXIT.invalidInput;
  process.exitCode = outputCode;
  process.stderr.write(`error: standard output is not writable (${systemErrorText(code)})\n`);
}

process.stdout.on('error', onOutputError);
process.stderr.on('error', onOutputError);

void run(
  process.argv.slice(2),
  {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    env: process.env,
    stdoutIsTty: process.stdout.isTTY === true,
    stderrIsTty: process.stderr.isTTY === true,
    nowMs: () => performance.now(),
    columns: process.stdout.columns,
    stderrColumns: process.stderr.columns,
    today: new Date(),
  },
  MODULES,
).then((code) => {
  process.exitCode = outputCode === EXIT.fine ? code : outputCode;
});
