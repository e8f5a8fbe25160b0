import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWithPackage, run } from './support/packed-package';
import { temporaryFolder } from './support/temporary-folder';

/** Time for the commands of a new project. */
const SEQUENCE_MS = 120_000;

/** A new folder in which the package is installed. */
function freshFolder(): string {
  const folder = join(temporaryFolder(), 'shop');
  folderWithPackage(folder);
  return folder;
}

describe.each([
  ['ts', 'sizing.config.ts'],
  ['yaml', 'sizing.yaml'],
  ['json', 'sizing.json'],
])('a new project with a definition in %s', (language, file) => {
  let folder = '';
  beforeAll(() => {
    folder = freshFolder();
  });

  // The sequence after the installation must end in this time, so the test itself has it as its timeout.
  test('has prices, a right-sized tier, templates and tests of its tiers', { timeout: SEQUENCE_MS }, () => {
    const sizing = (...args: readonly string[]) => run('npx', ['sizing', ...args], folder);
    expect(sizing('init', 'shop', '--as', language)).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(folder).sort()).toEqual(['cdk.json', 'environments', 'node_modules', 'package.json', file, 'test'].sort());
    const compared = sizing('compare', '--json');
    expect(compared.status, compared.stderr).toBe(0);
    expect(JSON.parse(compared.stdout).tiers.map(({ tier }: { tier: string }) => tier)).toEqual(['small', 'medium', 'large']);
    expect(sizing('estimate', '--tier', 'small').status).toBe(0);
    const designed = sizing('design', '--users', '2000', '--orders', '3/s', '--id', 'measured', '--write');
    expect(designed.status, designed.stderr).toBe(0);
    expect(readdirSync(join(folder, 'tiers'))).toEqual(['measured.tier.json']);

    const flags = ['-c', 'tier=measured', '-c', 'environment=dev', '-c', 'imageTag=placeholder'];
    const synthesized = run('npx', ['cdk', 'synth', '--quiet', ...flags], folder);
    expect(synthesized.status, synthesized.stderr).toBe(0);
    expect(readdirSync(join(folder, 'cdk.out'))).toEqual(expect.arrayContaining(['shop-dev.template.json', 'estimate.json']));

    const tested = run('npm', ['test'], folder);
    expect(tested.stdout, tested.stderr).toContain('8 passed');
    expect(readFileSync(join(folder, 'test/__snapshots__/tiers.test.ts.snap'), 'utf8')).toContain('tier measured of shop');
    expect(tested.status).toBe(0);
  });
});

test('its declarations have the descriptions of schemas, which an editor shows', () => {
  const declarations = readFileSync(join(freshFolder(), 'node_modules/sizing-blueprints/dist/lib/model/service.d.ts'), 'utf8');
  expect(declarations).toContain('    /** Number of vCPUs of one instance. */\n    vcpu: z.ZodNumber;');
});

test('its tests fail when a tier costs more than its budget', () => {
  const folder = freshFolder();
  run('npx', ['sizing', 'init', 'shop', '--as', 'json'], folder);
  const definition = readFileSync(join(folder, 'sizing.json'), 'utf8');
  writeFileSync(join(folder, 'sizing.json'), definition.replace('"storageGib": 500', '"storageGib": 50000'));
  const tested = run('npm', ['test'], folder);
  expect(tested.stdout).toContain('1 failed');
  expect(tested.status).not.toBe(0);
});
