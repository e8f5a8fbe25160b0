import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { devDependencies } from '../package.json';
import {
  isMoving,
  JUDGES,
  type JudgePackages,
  type JudgeProgram,
  missingAmong,
  missingText,
  mustBePresent,
  neededBy,
} from './support/judges';
import { ROOT } from './support/sources';

const present: JudgeProgram = { judges: 'numbers', probe: ['-e', '0'], install: 'nothing' };
const failing: JudgeProgram = { judges: 'numbers', probe: ['-e', 'process.exit(1)'], install: 'nothing' };

test('a judge is missing when it cannot be started or does not exit with 0', () => {
  expect(missingAmong({ node: present, 'no-such-judge': present })).toEqual(['no-such-judge']);
  expect(missingAmong({ node: failing })).toEqual(['node']);
  expect(missingAmong({ node: { ...failing, startsSlowly: true, probe: ['-e', 'setTimeout(() => process.exit(1), 1e4)'] } })).toEqual([]);
  expect(missingAmong({ 'no-such-judge': { ...present, startsSlowly: true } })).toEqual(['no-such-judge']);
});

test('a judge of packages is missing when one of them is not installed, or in another version', () => {
  const models = (packages: JudgePackages['packages']): JudgePackages => ({ judges: 'manifests', packages, install: 'nothing' });
  const { vitest } = devDependencies;
  expect(missingAmong({ models: models({ vitest }) })).toEqual([]);
  expect(missingAmong({ models: models({ vitest, 'no-such-package': '1.0.0' }) })).toEqual(['models']);
  expect(missingAmong({ models: models({ vitest: '0.0.1' }) })).toEqual(['models']);
});

test('CI installs the packages of judges in the versions that the tests require', () => {
  const script = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  expect(script).toContain(JUDGES['kubernetes-models'].install.replace('npm install --no-save', 'npm install --no-save --silent'));
});

test('a missing judge is one line: what is skipped, why, and how to get it', () => {
  const text = missingText('cfn-lint', { judges: 'templates', probe: [], install: 'pip install cfn-lint' });
  expect(text).toBe('skipped: templates, because cfn-lint is not installed (pip install cfn-lint)');
});

test('a run requires only the judges of its projects', () => {
  const measuring: JudgeProgram = { ...present, project: 'reality' };
  expect(Object.keys(neededBy(['tests', 'long'], { present, measuring }))).toEqual(['present']);
  expect(Object.keys(neededBy(['tests', 'long', 'reality'], { present, measuring }))).toEqual(['present', 'measuring']);
  expect(Object.keys(neededBy(['reality-paired'], { present, measuring }))).toEqual(['measuring']);
  expect(Object.keys(neededBy(['integration'], { present, measuring }))).toEqual(['present']);
  expect(neededBy(['unit'], { present, measuring })).toEqual({});
});

test('judges are required only in CI', () => {
  expect(mustBePresent({ CI: 'true' })).toBe(true);
  expect(mustBePresent({})).toBe(false);
});

test('another program of the same name is no judge', () => {
  const printing: JudgeProgram = { ...present, probe: ['-p', '"MariaDB 11.4"'], isNot: 'MariaDB' };
  expect(missingAmong({ node: printing })).toEqual(['node']);
  expect(missingAmong({ node: { ...printing, isNot: 'MySQL' } })).toEqual([]);
});

test.runIf(mustBePresent(process.env))('every judge is present in CI, except those of a moving suite', () => {
  expect(inject('missingJudges').filter((judge) => !isMoving(judge))).toEqual([]);
});
