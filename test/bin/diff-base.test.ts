import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/packed-package';
import { sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

const template = (InstanceType: string) =>
  JSON.stringify({ Resources: { Web: { Type: 'AWS::EC2::Instance', Properties: { InstanceType, SubnetId: 'subnet-1' } } } });

const DEPLOYMENT = `apiVersion: v1
kind: ConfigMap
metadata: { name: api, name: api }
`;

const started = process.cwd();
let folder = '';
function git(...parameters: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main'];
  const { status, stdout, stderr } = run('git', [...identity, ...parameters], folder);
  expect(status, stderr).toBe(0);
  return stdout;
}

beforeAll(() => {
  folder = temporaryFolder();
  git('init', '--quiet');
  mkdirSync(join(folder, 'k8s'));
  writeFileSync(join(folder, 'web.json'), template('m5.large'));
  writeFileSync(join(folder, 'k8s/api.yaml'), DEPLOYMENT);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'first');
  writeFileSync(join(folder, 'web.json'), template('m5.xlarge'));
  writeFileSync(join(folder, 'new.json'), template('m5.xlarge'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(started);
  rmSync(folder, { recursive: true });
});

const diff = (...argv: readonly string[]) => sizing(['diff', ...argv, '--region', 'us-east-1', '--quiet']);

describe('sizing diff --base', () => {
  // m5.xlarge costs $0.192 an hour and m5.large $0.096: 730 × $0.096 = $70.08.
  test('compares the tracked files of a path with the working tree, and leaves the repository as it is', async () => {
    const status = git('status', '--porcelain');
    const { code, stdout } = await diff('--base', 'main', 'web.json');
    expect(code).toBe(0);
    expect(stdout).toContain('main:web.json → web.json');
    expect(stdout).toMatch(/monthly, mid .*\+\$70\.08\n/);
    expect(git('status', '--porcelain')).toBe(status);
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  });

  test('takes the path from the working directory, as Git does', async () => {
    process.chdir('k8s');
    const { code, stdout } = await diff('--base', 'HEAD', '../web.json', '--max-increase', '10%');
    process.chdir(folder);
    expect(code).toBe(2);
    expect(stdout).toContain('HEAD:web.json → ../web.json');
  });

  test('names the files of the revision as Git does', async () => {
    const { stderr } = await sizing(['diff', '--base', 'main', 'k8s', '--region', 'us-east-1']);
    expect(stderr).toContain('main:k8s/api.yaml, line 3');
  });

  test.each<[string, readonly string[], string]>([
    ['an unknown revision', ['--base', 'nope', 'web.json'], '--base: invalid value "nope"; expected a branch, tag or commit'],
    ['a revision that looks like an option', ['--base=--all', 'web.json'], '--base: invalid value "--all"'],
    [
      'a path that the revision does not have',
      ['--base', 'main', 'new.json'],
      'main:new.json: does not exist; expected a path that Git tracks',
    ],
    ['a path outside of the repository', ['--base', 'main', '/etc'], '/etc: is outside of the Git repository'],
    ['two paths', ['--base', 'main', 'web.json', 'new.json'], '<after>: invalid value "new.json"; expected at most one path with --base'],
    ['context for a path', ['--base', 'main', 'web.json', '--context', 'a=b'], '--context: given with a path'],
    ['context without a value', ['--base', 'main', '--context', 'tier'], '--context: invalid value "tier"; expected key=value'],
    ['context without a revision', ['web.json', 'new.json', '--context', 'a=b'], '--context: given without --base'],
    ['a folder without an app', ['--base', 'main'], 'cdk synth: no cdk.json in the working directory'],
    ['no path at all', [], '<after>: missing; expected the path after the change, or --base <revision>'],
  ])('refuses %s', async (_, argv, message) => {
    const { code, stdout, stderr } = await diff(...argv);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('shows the last lines of a CDK app that fails, in one line', async () => {
    const cli = join(folder, 'node_modules/aws-cdk/bin');
    mkdirSync(cli, { recursive: true });
    writeFileSync(
      join(cli, 'cdk'),
      "console.error('Context lookups have been disabled.\\n\\n  Missing context keys: zones\\n'); process.exit(1);",
    );
    writeFileSync(join(folder, 'cdk.json'), '{"app": "node app.js"}');
    git('add', 'cdk.json');
    git('commit', '--quiet', '--message', 'app');
    const { code, stderr } = await diff('--base', 'main');
    git('rm', '--quiet', 'cdk.json');
    expect(code).toBe(1);
    expect(stderr).toContain('cdk synth: failed: Context lookups have been disabled.; Missing context keys: zones; expected an app');
  });

  test('refuses a folder that is in no repository', async () => {
    process.chdir('/');
    const { code, stderr } = await diff('--base', 'main');
    process.chdir(folder);
    expect(code).toBe(1);
    expect(stderr).toContain('--base: not in a Git repository; expected a working directory in a Git repository');
  });

  test('opens no file outside of the revision through a tracked link', async () => {
    symlinkSync('/etc/passwd', join(folder, 'link.json'));
    git('add', 'link.json');
    git('commit', '--quiet', '--message', 'link');
    const { code, stderr } = await diff('--base', 'HEAD', 'link.json');
    expect(code).toBe(1);
    expect(stderr).toContain('is outside of the Git repository');
  });
});
