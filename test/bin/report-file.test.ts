import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../bin/commands';
import { fixture, sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

const FOLDER = temporaryFolder();
const template = fixture('shop.template.json');
const ESCAPE = '\u001b[';

describe('--output', () => {
  test.each(COMMANDS.map(({ name }) => name))('is a flag of %s', async (name) => {
    const { stdout } = await sizing([name, '--help']);
    for (const flag of ['--output <file>', '--quiet', '--no-color']) expect(stdout).toContain(flag);
  });

  test.each(['table', 'json', 'markdown', 'csv'])('writes the report as %s, and nothing to stdout', async (format) => {
    const path = join(FOLDER, 'reports', `estimate.${format}`);
    const command = ['estimate', template, '--format', format];
    const printed = await sizing(command);
    expect(await sizing([...command, '--output', path])).toEqual({ ...printed, stdout: '' });
    expect(readFileSync(path, 'utf8')).toBe(printed.stdout);
    expect(readdirSync(join(FOLDER, 'reports')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('writes no colors and the width of a file, also on a terminal', async () => {
    const path = join(FOLDER, 'terminal.txt');
    const printed = await sizing(['list']);
    const terminal = { stdoutIsTty: true, columns: 60 };
    expect((await sizing(['list'], terminal)).stdout).toContain(ESCAPE);
    await sizing(['list', '--output', path], terminal);
    expect(readFileSync(path, 'utf8')).toBe(printed.stdout);
  });

  test('writes the report of a command that fails for a limit, and keeps its exit code', async () => {
    const path = join(FOLDER, 'over-budget.json');
    const ran = await sizing(['estimate', template, '--budget', '0.01', '--json', '--output', path]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveProperty('lineItems');
  });

  test('keeps the file of an earlier run when the input is invalid', async () => {
    const path = join(FOLDER, 'kept.txt');
    writeFileSync(path, 'earlier');
    expect((await sizing(['explain', 'aiva', 'medum', '--output', path])).code).toBe(1);
    expect(readFileSync(path, 'utf8')).toBe('earlier');
  });

  test('- is stdout, as it is stdin for files that are read', async () => {
    expect(await sizing(['list', '--output', '-'])).toEqual(await sizing(['list']));
  });

  test('standard input for two files is an input error', async () => {
    const ran = await sizing(['move', '-', '-']);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('-: given 2 times; expected standard input for one file, and paths for the others');
    expect(await sizing(['recommend', 'aiva', '--workload', '-', '--calibration=-'])).toMatchObject({ code: 1, stdout: '' });
  });

  const file = join(FOLDER, 'a-file');
  const folder = join(FOLDER, 'a-folder');
  writeFileSync(file, '');
  mkdirSync(folder);
  test.each([
    ['a folder', folder, 'cannot be written (is a directory)'],
    ['below a file', join(file, 'x.txt'), 'cannot be written (not a directory)'],
    ['a device that is full', '/dev/full', 'cannot be written (no space left on device)'],
    ['no path', 'a\0b', 'cannot be written (not a valid path)'],
    ['a name that is too long', join(FOLDER, 'n'.repeat(300)), 'cannot be written (file name too long)'],
    ['empty', '', '--output: invalid value ""; expected the path of a file'],
  ])('that is %s is an input error', async (_what, path, message) => {
    const ran = await sizing(['list', '--output', path]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain(message);
  });
});

describe('--quiet', () => {
  test('leaves out warnings', async () => {
    const old = { today: new Date('2030-01-01') };
    const command = ['estimate', template, '--region', 'us-east-1'];
    expect((await sizing(command, old)).stderr).toContain('days old');
    expect((await sizing([...command, '--quiet'], old)).stderr).toBe('');
  });

  test('prints errors', async () => {
    expect((await sizing(['estimate', template, '--budget', '0.01', '--quiet'])).stderr).toMatch(/exceeds the budget/);
    expect((await sizing(['explain', 'aiva', 'medum', '--quiet'])).stderr).toContain('Did you mean "medium"?');
  });
});

test('--no-color prints no colors on a terminal, also with FORCE_COLOR', async () => {
  const terminal = { stdoutIsTty: true, columns: 120, env: { FORCE_COLOR: '1' } };
  expect((await sizing(['list'], terminal)).stdout).toContain(ESCAPE);
  expect((await sizing(['list', '--no-color'], terminal)).stdout).not.toContain(ESCAPE);
});
