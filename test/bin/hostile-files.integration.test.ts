import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compiledProgram } from '../support/command';
import { fixture, type Ran } from '../support/run';
import { inScope } from '../support/scope';

const ROOT = join(__dirname, '../..');
/** Time limit of each run: far longer than any of them takes, so that only a run that hangs reaches it. */
const HANGS_AFTER_MS = 120_000;

let folder = '';
const at = (...names: readonly string[]) => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-files-'));
  for (const name of ['pipes', 'links']) mkdirSync(at(name));
  execFileSync('mkfifo', [at('pipe.yaml'), at('pipes', 'a.yaml')]);
  symlinkSync('/dev/zero', at('zero.yaml'));
  symlinkSync('/dev/zero', at('links', 'a.yaml'));
  writeFileSync(at('namespace.yaml'), 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n');
  writeFileSync(at('workload.yaml'), 'concurrentUsers: 50\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as a shell does: `sizing` is the program, and `folder` where its files are. */
async function shell(command: string): Promise<Ran> {
  const script = `sizing() { "${process.execPath}" "${compiledProgram('sizing')}" "$@"; }; ${command.replaceAll('folder/', `${folder}/`)}`;
  const child = spawn('bash', ['-c', script], { cwd: ROOT, timeout: HANGS_AFTER_MS, env: { ...process.env, SIZING_CACHE: 'off' } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => {
    stdout += String(data);
  });
  child.stderr.on('data', (data) => {
    stderr += String(data);
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? -1));
  });
  return { code, stdout, stderr };
}

/** Commands on input that never ends, each with the reason of its refusal. */
const ENDLESS: readonly (readonly [command: string, message: string])[] = [
  ['sizing lint folder/pipe.yaml', ': is a named pipe'],
  ['sizing lint folder/pipes', ': is a named pipe'],
  ['sizing estimate folder/pipe.yaml', ': is a named pipe'],
  ['sizing estimate folder/links', ': is outside of the folder'],
  ['sizing estimate folder/zero.yaml', ': is a device'],
  ['sizing fit folder/pipe.yaml --system aiva --tier small --measured-on 2026-01-31', ': is a named pipe'],
  ['sizing recommend aiva --workload folder/zero.yaml', ': is a device'],
  ['sizing capacity aiva small --calibration folder/pipe.yaml', ': is a named pipe'],
  ['sizing estimate - < /dev/zero', 'file: has more than 50,000,000 bytes'],
  ['sizing lint <(cat /dev/zero)', 'file: has more than 20,000,000 bytes'],
];

/** Commands that read a stream, each with a part of its output. */
const STREAMS: readonly (readonly [command: string, output: string])[] = [
  ['cat folder/namespace.yaml | sizing lint -', '1 object'],
  ['sizing lint <(cat folder/namespace.yaml)', '1 object'],
  ['sizing lint /dev/stdin < folder/namespace.yaml', '1 object'],
  [`sizing estimate <(cat ${fixture('shop.template.json')}) --region us-east-1`, 'us-east-1'],
  ['cat folder/workload.yaml | sizing recommend aiva --workload -', 'aiva'],
  [`cat ${fixture('load-test.csv')} | sizing fit - --system aiva --tier medium --measured-on 2026-01-31`, 'load test of 2026-01-31'],
];

describe('a file without end is refused by', () => {
  test.each(inScope(ENDLESS, (_case, index) => index % 8 === 0))('%s', { timeout: HANGS_AFTER_MS }, async (command, message) => {
    const { code, stdout, stderr } = await shell(command);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });
});

describe('a stream that the user names is read by', () => {
  test.each(inScope(STREAMS, (_case, index) => index % 3 === 0))('%s', { timeout: HANGS_AFTER_MS }, async (command, output) => {
    const { code, stdout, stderr } = await shell(command);
    expect(stderr).not.toContain('error');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(output, 'i'));
  });
});
