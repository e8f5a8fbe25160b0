import { spawn, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { compiledProgram } from '../support/command';
import { fixture } from '../support/run';
import { ROOT } from '../support/sources';

function command(...argv: readonly string[]) {
  return spawnSync(process.execPath, [compiledProgram('sizing'), ...argv], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
}

test('the real command prints data on stdout and ends in 0', () => {
  const { stdout, stderr, status } = command('list', '--json');
  expect(JSON.parse(stdout).systems[0].id).toBe('aiva');
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});

test('loads modules on demand: the estimate of a template and of a tier', () => {
  expect(JSON.parse(command('estimate', fixture('shop.template.json'), '--json').stdout).currency).toBe('USD');
  expect(JSON.parse(command('estimate', '--tier', 'small', '--json').stdout).resources.unpriced).toBe(0);
});

test('invalid input ends in 1, without a stack trace', () => {
  const { stdout, stderr, status } = command('compare', 'avia');
  expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
  expect(stderr).toContain('Did you mean "aiva"?');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a reader that closes the pipe early is no error', async () => {
  const child = spawn(process.execPath, [compiledProgram('sizing'), 'list', '--json'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('help does not load the CDK', () => {
  const script = `require('${compiledProgram('program')}'); console.log(Object.keys(require.cache).filter((path) => path.includes('aws-cdk-lib')).length)`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' });
  expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: '0', stderr: '' });
});
