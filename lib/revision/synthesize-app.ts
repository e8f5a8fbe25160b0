import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { InputError, type Problem } from '../core/problems';
import { exists } from '../io/files';
import { lastLines, runProgram } from './program';

/** An app to synthesize with the AWS CDK CLI. */
export interface AppSource {
  /** Folder of its `cdk.json`. */
  readonly folder: string;
  /** Its name in messages: `main`. */
  readonly name: string;
  /** Folder with the installed CLI of the AWS CDK. */
  readonly installed: string;
  /** Pairs `key=value`, as `cdk -c` takes them. */
  readonly context: readonly string[];
}

/** The CLI then opens no connection of its own: no account, no notices, no telemetry. */
const OFFLINE = ['--no-lookups', '--no-notices', '--no-version-reporting'];
const NO_TELEMETRY = { CDK_DISABLE_CLI_TELEMETRY: 'true' };

/**
 * Runs `cdk synth` into a folder. Throws an InputError for a folder without `cdk.json`, when `aws-cdk` is not installed, and
 * with the last lines of the CLI when it fails.
 */
export async function synthesizeApp({ folder, name, installed, context }: AppSource, output: string): Promise<void> {
  if (!exists(join(folder, 'cdk.json'), 'the cdk.json of the app')) {
    throw invalidApp(name, {
      reason: 'no cdk.json in the working directory',
      expected: 'a CDK app, or the path of templates or manifests that Git tracks',
    });
  }
  const parameters = [
    ...[cliOf(installed, name), 'synth', '--quiet', '--output', output, ...OFFLINE],
    ...context.flatMap((pair) => ['--context', pair]),
  ];
  const result = await runProgram(process.execPath, parameters, { folder, env: NO_TELEMETRY });
  if (result?.exitCode === 0) return;
  const text = lastLines(`${result?.stdout}\n${result?.stderr}`);
  throw invalidApp(name, { reason: `failed: ${text}`, expected: 'an app that cdk synth accepts' });
}

function cliOf(folder: string, name: string): string {
  try {
    return createRequire(resolve(folder, 'package.json')).resolve('aws-cdk/bin/cdk');
  } catch {
    throw invalidApp(name, {
      reason: 'the AWS CDK CLI is not installed here',
      expected: 'aws-cdk in node_modules: npm install --save-dev aws-cdk',
    });
  }
}

function invalidApp(name: string, problem: Pick<Problem, 'reason' | 'expected'>): InputError {
  return new InputError(`CDK app of ${name}`, [{ path: 'cdk synth', ...problem }]);
}
