import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../bin/commands';
import { judged } from '../support/judges';
import { fixture, sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

const FOLDER = temporaryFolder();
mkdirSync(join(FOLDER, 'cdk.out'));
writeFileSync(join(FOLDER, 'calibration.json'), '');

/** Lines to complete, with some of the candidates that each has, and a candidate that it does not have. */
const CASES: readonly (readonly [line: string, has: readonly string[], lacks: string])[] = [
  ['sizing ', COMMANDS.map(({ name }) => name), 'aiva'],
  ['sizing com', ['compare', 'completion'], 'capacity'],
  ['sizing curve --m', ['--min-users', '--max-users'], '--region'],
  ['sizing list --reg', [], '--region'],
  ['sizing compare aiva --region eu', ['eu-west-1', 'eu-central-1'], 'us-east-1'],
  ['sizing estimate --gpu=a', ['--gpu=a10g', '--gpu=a100'], '--gpu=t4'],
  ['sizing check --format s', ['sarif'], 'table'],
  ['sizing explain aiva med', ['medium'], 'large'],
  ['sizing completion ', ['bash', 'zsh', 'fish'], 'csv'],
  ['sizing estimate cdk', ['cdk.out'], 'calibration.json'],
  ['sizing recommend --calibration cal', ['calibration.json'], 'cdk.out'],
];

/** Writes the completion script of a shell and returns its path. */
async function scriptOf(shell: string): Promise<string> {
  const path = join(FOLDER, `sizing.${shell}`);
  writeFileSync(path, (await sizing(['completion', shell])).stdout);
  return path;
}

function run(shell: string, args: readonly string[]): string {
  const ran = spawnSync(shell, args, { encoding: 'utf8', cwd: FOLDER, timeout: 60_000, env: { ...process.env, HOME: FOLDER } });
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
  return ran.stdout;
}

function expectCandidates(found: readonly (readonly string[])[]): void {
  const missing = CASES.map(([line, has, lacks], index) => {
    const candidates = (found[index] ?? []).map((candidate) => candidate.replace(/\/$/, ''));
    return { line, missing: has.filter((each) => !candidates.includes(each)), surplus: candidates.filter((each) => each === lacks) };
  });
  expect(missing).toEqual(CASES.map(([line]) => ({ line, missing: [], surplus: [] })));
}

describe('the completion of', () => {
  judged('zsh', () => {
    test('completes commands, flags, values, ids and paths', async () => {
      const out = join(FOLDER, 'candidates.txt');
      run('zsh', ['-f', fixture('complete.zsh'), await scriptOf('zsh'), out, ...CASES.map(([line]) => line)]);
      expectCandidates(
        readFileSync(out, 'utf8')
          .split('--\n')
          .map((lines) => lines.trim().split('\n')),
      );
    });
  });

  judged('fish', () => {
    test('completes commands, flags, values, ids and paths', async () => {
      const script = await scriptOf('fish');
      // `complete -C` prints the candidates of a line with their descriptions: https://fishshell.com/docs/current/cmds/complete.html
      const program = `source ${script}; for line in $argv; complete -C $line | string replace -r '\\t.*' ''; echo -- --; end`;
      const printed = run('fish', ['--no-config', '-c', program, ...CASES.map(([line]) => line)]);
      expectCandidates(printed.split('--\n').map((lines) => lines.trim().split('\n')));
    });
  });
});
