import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiledProgram } from '../support/command';
import { fixture } from '../support/run';
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

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'determinism-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command in a process of its own, without a network. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', NO_NETWORK, compiledProgram('sizing'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    env: { ...process.env, SIZING_CACHE: 'off', ...env },
  });
  return { status, stdout, stderr: stderr.replace(/^.*days old.*\n/gm, '') };
}

describe('the output is the same in every language and time zone, and needs no network', () => {
  it.each([
    [['estimate', fixture('shop.template.json'), '--region', 'eu-west-1', '--json', '--allow-unpriced', 'AWS::Lambda::Function']],
    [['estimate', fixture('cluster'), '--region', 'us-east-1']],
    [['recommend', 'ux-flow', '--users', '2000', '--growth', '8%/month', '--format', 'csv']],
    [['lint', fixture('manifests'), '--format', 'sarif', '--fail-on', 'never']],
    [['list']],
  ])('sizing %j', (args) => {
    const first = run(args);
    expect(first.stdout).not.toBe('');
    for (const env of ENVIRONMENTS) expect(run(args, env)).toEqual(first);
  });

  it('sizing manifests writes the same files', () => {
    const written = (name: string, env: Readonly<Record<string, string>>) => {
      const out = join(folder, name);
      expect(run(['manifests', 'ux-flow', 'growth', '--out', out], env).status).toBe(0);
      const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      return files.map(({ parentPath, name: file }) => [
        join(parentPath, file).slice(out.length),
        readFileSync(join(parentPath, file), 'utf8'),
      ]);
    };
    const [first, ...others] = [{}, ...ENVIRONMENTS].map((env, index) => written(`run-${index}`, env));
    expect(first?.length).toBeGreaterThan(5);
    for (const files of others) expect(files).toEqual(first);
  });

  it('a program that opens a connection would be found', () => {
    const { status, stderr } = spawnSync(process.execPath, ['-r', NO_NETWORK, '-e', "require('node:net').connect(9)"], {
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('net.Socket.connect was called');
  });
});
