import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../bin/commands';
import { REGIONS } from '../../lib/model/options';
import { sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

const FOLDER = temporaryFolder();

let script = '';

beforeAll(async () => {
  script = (await sizing(['completion', 'bash'])).stdout;
  mkdirSync(join(FOLDER, 'cdk.out'));
  writeFileSync(join(FOLDER, 'calibration.json'), '');
});

/** The completions of the last word, from a bash that has read the script. */
function completed(...words: readonly string[]): readonly string[] {
  const program = `${script}\nCOMP_WORDS=(sizing "$@"); COMP_CWORD=$#; _sizing; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const ran = spawnSync('bash', ['--norc', '-c', program, 'bash', ...words], { encoding: 'utf8', cwd: FOLDER });
  expect(ran.stderr).toBe('');
  return ran.stdout.split('\n').filter((line) => line !== '');
}

describe('the completion of bash', () => {
  test('knows every command', () => {
    expect(completed('')).toEqual([...COMMANDS.map(({ name }) => name), '--help', '--version']);
    expect(completed('com')).toEqual(['compare', 'completion']);
  });

  test('knows the flags of each command, and no others', async () => {
    for (const { name } of COMMANDS) {
      const { stdout } = await sizing([name, '--help']);
      const flags = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z0-9-]+)/gm)].map(([, flag]) => flag);
      const offered = completed(name, '--');
      expect(flags.filter((flag = '') => !offered.includes(flag))).toEqual([]);
    }
    expect(completed('curve', '--m')).toEqual(['--min-users', '--max-users']);
    expect(completed('list', '--reg')).toEqual([]);
  });

  test('knows the words of values, also after =', () => {
    expect(completed('compare', 'aiva', '--region', 'eu')).toEqual(REGIONS.filter((region) => region.startsWith('eu')));
    expect(completed('estimate', '--gpu', '=', 'a')).toEqual(['a10g', 'a100']);
    expect(completed('estimate', '--gpu', '=')).toContain('t4');
    // A COMP_WORDBREAKS without `=` leaves the flag and its value in one word.
    expect(completed('estimate', '--gpu=a')).toEqual(['--gpu=a10g', '--gpu=a100']);
    expect(completed('init', '--as', '')).toEqual(['ts', 'yaml', 'json']);
    expect(completed('check', '--format', '')).toContain('sarif');
    expect(completed('list', '--format', '')).not.toContain('sarif');
    expect(completed('lint', '--fail-on', 'w')).toEqual(['warning']);
    expect(completed('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });

  test('knows systems and tiers', () => {
    expect(completed('recommend', 'a')).toEqual(['aiva', 'assistant']);
    expect(completed('explain', 'aiva', 'med')).toEqual(['medium']);
    expect(completed('estimate', '--tier', 'very')).toEqual(['very-large']);
  });

  test('completes paths for everything else', () => {
    expect(completed('estimate', 'cdk')).toEqual(['cdk.out']);
    expect(completed('recommend', '--calibration', 'cal')).toEqual(['calibration.json']);
  });

  test('is registered when a shell reads it', () => {
    const ran = spawnSync('bash', ['--norc', '-c', `${script}\ncomplete -p sizing`], { encoding: 'utf8' });
    expect(ran.stdout).toBe('complete -o filenames -F _sizing sizing\n');
  });
});

describe('the completion', () => {
  test('of an unknown shell is an input error', async () => {
    const ran = await sizing(['completion', 'bsh']);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('<shell>: invalid value "bsh"; expected one of bash, zsh, fish. Did you mean "bash"?');
  });
});
