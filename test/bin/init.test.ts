import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InitJson } from '../../lib/output/json/init';
import { sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

const FILES = ['cdk.json', 'environments/dev.json', 'test/tiers.test.ts', 'package.json'];
const LANGUAGES = [
  ['ts', 'sizing.config.ts'],
  ['yaml', 'sizing.yaml'],
  ['json', 'sizing.json'],
] as const;

const init = (...flags: readonly string[]) => sizing(['init', ...flags]);
const contents = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

describe('sizing init', () => {
  test.each(LANGUAGES)('--as %s writes a definition that every command reads, and its tests', async (language, file) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await init('shop', '--as', language, '--output-dir', folder, '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout).written).toEqual([file, ...FILES]);
    await expect(contents(folder, file)).toMatchFileSnapshot(`./golden/init-${file}.txt`);
    const config = ['--config', join(folder, file)];
    const compared = await sizing(['compare', '--json', ...config]);
    expect(compared.code).toBe(0);
    expect(JSON.parse(compared.stdout).tiers.map(({ tier }: { tier: string }) => tier)).toEqual(['small', 'medium', 'large']);
    for (const command of ['capacity small', 'recommend --orders 1/s', 'estimate --tier large']) {
      expect(await sizing([...command.split(' '), ...config]), command).toMatchObject({ code: 0 });
    }
  });

  test('the three definitions are the same system', async () => {
    const prices = LANGUAGES.map(async ([language, file]) => {
      const folder = temporaryFolder();
      await init('shop', '--as', language, '--output-dir', folder);
      return JSON.parse((await sizing(['compare', '--json', '--config', join(folder, file)])).stdout);
    });
    const [first, ...others] = await Promise.all(prices);
    for (const other of others) expect(other).toEqual(first);
  });

  test('prints the files, the notes and the next commands', async () => {
    const folder = temporaryFolder();
    const { stdout } = await init('shop', '--output-dir', folder);
    await expect(stdout.replaceAll(folder, '<folder>')).toMatchFileSnapshot('./golden/init.txt');
    await expect(contents(folder, 'test/tiers.test.ts')).toMatchFileSnapshot('./golden/init-tiers.test.ts.txt');
  });

  test('estimates a definition without node pools on Fargate, which has no other compute', async () => {
    const folder = temporaryFolder();
    const api = '{ kind: service, instances: { min: 1, max: 2 }, vcpu: 0.5, memoryGib: 1 }';
    writeFileSync(join(folder, 'sizing.yaml'), `id: site\ntiers: [{ id: start, components: { api: ${api} } }]\n`);
    const { code, stdout, stderr } = await init('--output-dir', folder, '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { nextCommands, budgetsUsd } = JSON.parse(stdout);
    expect(nextCommands).toContain('npx sizing estimate --tier start');
    expect(budgetsUsd.start).toBeGreaterThan(0);
  });

  test('requests the packages that the commands and tests need, in the versions that this package supports', async () => {
    const folder = temporaryFolder();
    await init('shop', '--output-dir', folder);
    const { devDependencies, scripts } = JSON.parse(contents(folder, 'package.json'));
    const { version, devDependencies: own, peerDependencies } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
    expect(scripts).toEqual({ test: 'vitest run' });
    expect(devDependencies).toEqual({
      'aws-cdk': `^${own['aws-cdk']}`,
      'aws-cdk-lib': peerDependencies['aws-cdk-lib'],
      constructs: peerDependencies.constructs,
      'sizing-blueprints': `^${version}`,
      vitest: `^${own.vitest}`,
    });
  });

  test('changes no existing file, lists it, and states the parts that it lacks', async () => {
    const folder = temporaryFolder();
    const app = '{ "app": "node app.js" }';
    writeFileSync(join(folder, 'cdk.json'), app);
    writeFileSync(join(folder, 'package.json'), '{ "name": "mine", "dependencies": { "aws-cdk-lib": "^2.0.0", "constructs": "^10.0.0" } }');
    mkdirSync(join(folder, 'test'));
    symlinkSync('nowhere', join(folder, 'test/tiers.test.ts'));
    const { stdout } = await init('shop', '--output-dir', folder, '--json');
    const { written, existing, notes, nextCommands } = InitJson.parse(JSON.parse(stdout));
    expect(written).toEqual(['sizing.config.ts', 'environments/dev.json']);
    expect(existing).toEqual(['cdk.json', 'test/tiers.test.ts', 'package.json']);
    expect(contents(folder, 'cdk.json')).toBe(app);
    expect(existsSync(join(folder, 'test/nowhere'))).toBe(false);
    expect(notes).toContain('cdk.json has an app of its own: add a TierStack to it, or synthesize the tiers with --app "npx sizing-app".');
    expect(nextCommands).toEqual([
      `cd ${folder}`,
      'npm install --save-dev aws-cdk vitest',
      'npm pkg set scripts.test="vitest run"',
      'npx sizing compare',
      'npx sizing estimate --tier small',
      'npx cdk synth --app "npx sizing-app" -c tier=small -c environment=dev',
      'npm test',
    ]);
  });

  test.each(['node -r sizing-blueprints/app -e 0', 'npx sizing-app'])('needs no --app where cdk.json has %s', async (app) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'cdk.json'), JSON.stringify({ app }));
    const { stdout } = await init('shop', '--output-dir', folder, '--json');
    const { notes, nextCommands } = InitJson.parse(JSON.parse(stdout));
    expect(notes.filter((note) => note.includes('cdk.json'))).toEqual([]);
    expect(nextCommands).toContain('npx cdk synth -c tier=small -c environment=dev');
  });

  test('a folder that has a definition gets tests of it, and no second definition', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'sizing.yaml'), readFileSync(join(__dirname, 'fixtures/shop/sizing.yaml')));
    const { stdout } = await init('--output-dir', folder, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ system: 'shop', tiers: ['small', 'large'], existing: ['sizing.yaml'] });
    expect(existsSync(join(folder, 'sizing.config.ts'))).toBe(false);
    expect(contents(folder, 'test/tiers.test.ts')).toContain("loadDefinition('sizing.yaml')");
    const again = JSON.parse((await init('--output-dir', folder, '--json')).stdout);
    expect(again.written).toEqual([]);
    expect(await init('shp', '--output-dir', folder)).toMatchObject({
      code: 1,
      stderr:
        'error: invalid arguments\n  <name>: invalid value "shp"; expected shop of sizing.yaml, which exists and is not changed. Did you mean "shop"?\n',
    });
  });

  test('a definition of several systems has tests of each, and commands that name one', async () => {
    const folder = temporaryFolder();
    const systems = [
      { id: 'shop', tiers: [{ id: 'small', components: { files: { kind: 'bucket', storageGib: 1 } } }] },
      { id: 'desk', tiers: [{ id: 'one', components: { jobs: { kind: 'queue' } } }] },
    ];
    writeFileSync(join(folder, 'sizing.json'), JSON.stringify({ systems }));
    const { stdout } = await init('--output-dir', folder, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      system: 'shop',
      otherSystems: [{ system: 'desk', tiers: ['one'], budgetsUsd: {} }],
      written: ['cdk.json', 'environments/dev.json', 'test/shop.test.ts', 'test/desk.test.ts', 'package.json'],
      nextCommands: [
        `cd ${folder}`,
        'npm install',
        'npx sizing compare shop',
        'npx sizing estimate --system shop --tier small',
        'npx cdk synth -c system=shop -c tier=small -c environment=dev',
        'npm test',
      ],
    });
    expect(contents(folder, 'test/desk.test.ts')).toContain("find(({ id }) => id === 'desk')");
    const compared = await sizing(['compare', 'shop', '--json', '--config', join(folder, 'sizing.json')]);
    expect(compared.code).toBe(0);
  });

  test('takes its name from the folder', async () => {
    const folder = join(temporaryFolder(), 'My Web_Shop 2');
    expect(JSON.parse((await init('--output-dir', folder, '--json')).stdout).system).toBe('my-web-shop-2');
  });

  test.each([
    [
      ['My Shop'],
      '<name>: invalid value "My Shop"; expected lower-case words joined by hyphens, at most 40 characters. Did you mean "my-shop"?',
    ],
    [['--as', 'yml'], '--as: invalid value "yml"; expected one of ts, yaml, json. Did you mean "yaml"?'],
    [['--output-dir', '/proc/none'], '/proc/none/sizing.config.ts: cannot be written'],
  ])('%j is refused', async (flags, expected) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await init(...(flags.includes('--output-dir') ? [] : ['--output-dir', folder]), ...flags);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(expected);
  });

  test('a project file that is not JSON is refused before anything is written', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'package.json'), '{ "name": ');
    const { code, stderr } = await init('shop', '--output-dir', folder);
    expect(code).toBe(1);
    expect(stderr).toContain(`invalid file ${join(folder, 'package.json')}`);
    expect(existsSync(join(folder, 'cdk.json'))).toBe(false);
  });
});

describe('sizing init --from a Compose file', () => {
  const compose = join(__dirname, '../draft/fixtures/compose/queue-workers.yaml');

  test('writes its components, and prints everything that the file does not state', async () => {
    const folder = temporaryFolder();
    const { code, stdout } = await init('jobs', '--from', compose, '--output-dir', folder);
    expect(code).toBe(0);
    await expect(stdout.replaceAll(folder, '<folder>')).toMatchFileSnapshot('./golden/init-compose.txt');
    expect(contents(folder, 'test/tiers.test.ts')).toContain('// current: the estimate is incomplete, so its cost is not tested.');
  });

  test('is refused where a definition exists', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'sizing.json'), '{ "id": "mine", "tiers": [{ "id": "one", "components": {} }] }');
    const { code, stderr } = await init('--from', compose, '--output-dir', folder);
    expect(code).toBe(1);
    expect(stderr).toContain('--from: sizing.json exists; expected a folder without a definition, because files are never replaced');
  });
});
