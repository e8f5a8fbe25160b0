import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiledProgram } from '../support/command';
import { fixture, type Ran } from '../support/run';
import { inScope } from '../support/scope';
import { ROOT } from '../support/sources';

const NO_NETWORK = join(ROOT, 'test/support/no-network.cjs');

/** Environments that change how a program formats, sorts and dates, unless it takes care. */
const ENVIRONMENTS: readonly Readonly<Record<string, string>>[] = inScope(
  [
    { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kolkata' },
    { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', TZ: 'Pacific/Auckland' },
    { LANG: 'C', LC_ALL: 'C', TZ: 'America/St_Johns' },
  ],
  (_environment, index) => index === 0,
);

/** Commands whose output formats, sorts and dates. */
const COMMANDS: readonly (readonly string[])[] = inScope(
  [
    ['estimate', fixture('shop.template.json'), '--region', 'eu-west-1', '--json', '--allow-unpriced', 'AWS::Lambda::Function'],
    ['estimate', fixture('cluster'), '--region', 'us-east-1'],
    ['recommend', 'assistant', '--users', '100', '--growth', '8%/month', '--format', 'csv'],
    ['recommend', 'ux-flow', '--users', '2000', '--growth', '8%/month', '--format', 'csv'],
    ['lint', fixture('manifests'), '--format', 'sarif', '--fail-on', 'never'],
    ['list'],
  ],
  // They synthesize all forms of all tiers.
  ([name]) => name !== 'recommend',
);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'determinism-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs commands one after the other in a process of their own, without a network: the result of each. */
function run(commands: readonly (readonly string[])[], env: Readonly<Record<string, string>> = {}): readonly Ran[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', NO_NETWORK, join(ROOT, 'test/support/run-commands.cjs'), dirname(compiledProgram('program')), JSON.stringify(commands)],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 100_000_000, env: { ...process.env, SIZING_CACHE: 'off', ...env } },
  );
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as readonly Ran[]).map((ran) => ({ ...ran, stderr: ran.stderr.replace(/^.*days old.*\n/gm, '') }));
}

describe('the output is the same in every language and time zone, and needs no network', () => {
  /** What the commands print, and the files that `manifests` writes. */
  const resultsIn = (name: string, env: Readonly<Record<string, string>>) => {
    const out = join(folder, name);
    const ran = run([...COMMANDS, ['manifests', 'ux-flow', 'growth', '--output-dir', out]], env);
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = files.map(({ parentPath, name: file }) => [
      join(parentPath, file).slice(out.length),
      readFileSync(join(parentPath, file), 'utf8'),
    ]);
    return { ran: ran.map((result) => ({ ...result, stdout: result.stdout.replaceAll(out, 'out') })), texts };
  };

  it('of commands that print, and of sizing manifests, which writes files', () => {
    const first = resultsIn('run-0', {});
    for (const [index, { code, stdout }] of first.ran.entries()) {
      expect(code, COMMANDS[index]?.join(' ')).toBe(0);
      expect(stdout, COMMANDS[index]?.join(' ')).not.toBe('');
    }
    expect(first.texts.length).toBeGreaterThan(5);
    for (const [index, env] of ENVIRONMENTS.entries()) expect(resultsIn(`run-${index + 1}`, env)).toEqual(first);
  });

  it('a program that opens a connection would be found', () => {
    const { status, stderr } = spawnSync(process.execPath, ['-r', NO_NETWORK, '-e', "require('node:net').connect(9)"], {
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('net.Socket.connect was called');
  });
});
