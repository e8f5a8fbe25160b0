import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { compiledProgram } from '../support/command';
import { ROOT } from '../support/sources';

/** Runs the command in a shell, as people redirect it. */
function shell(redirection: string) {
  const command = [process.execPath, compiledProgram('sizing'), 'list'].map((part) => `'${part}'`).join(' ');
  return spawnSync('bash', ['-c', `set -o pipefail; ${command} ${redirection}`], { cwd: ROOT, encoding: 'utf8' });
}

describe('standard output', () => {
  test('on a full disk: prints one line, and exits with 1', () => {
    const { status, stderr } = shell('> /dev/full');
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'error: standard output is not writable (no space left on device)\n' });
  });

  test('that a reader closes early is no error', () => {
    const { status, stderr } = shell('| true');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
