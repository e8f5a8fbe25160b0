import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { requestFromContext } from '../../bin/context-request';
import { PLACEHOLDER_IMAGE } from '../../lib/conventions/placeholder';
import { EstimateJson } from '../../lib/output/json/estimate';
import { MoveJson } from '../../lib/output/json/move';
import { sizing } from '../support/run';

const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d';
const DATABASE = { kind: 'database', engine: 'mysql', vcpu: 2, memoryGib: 4, storageGib: 20 };
const CACHE = { kind: 'cache', engine: 'valkey', memoryGib: 3, replicasPerShard: 1 };
const COMPONENTS = {
  gateway: { kind: 'service', instances: { min: 1, max: 2 }, vcpu: 0.5, memoryGib: 1 },
  worker: { kind: 'service', instances: { min: 1, max: 2 }, vcpu: 0.5, memoryGib: 1 },
  nodes: { kind: 'node-pool', runs: ['gateway', 'worker'] },
  orders: DATABASE,
};
const SHOP = {
  id: 'shop',
  tiers: [
    { id: 'three', components: { ...COMPONENTS, users: DATABASE, carts: { ...DATABASE, engine: 'postgres' } } },
    { id: 'one', components: COMPONENTS },
    // No option gives shards to a cache without cluster mode: the step that changes them alone needs a template.
    { id: 'replicated', components: { ...COMPONENTS, sessions: { ...CACHE, topology: 'replicated' } } },
    { id: 'sharded', components: { ...COMPONENTS, sessions: { ...CACHE, topology: 'cluster', shards: 2 } } },
  ],
};
const movesFrom = (from: string, to: string) => ['--config', 'shop.json', '--from', from, '--to', `${to},environment=prod`];
const WITH_A_TEMPLATE = movesFrom('tier=replicated,environment=prod', 'tier=sharded');
const repository = process.cwd();
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sizing-blueprints-options-'));
  mkdirSync(join(folder, 'environments'));
  writeFileSync(join(folder, 'shop.json'), JSON.stringify(SHOP));
  process.chdir(folder);
});
afterEach(() => rmSync(join(folder, 'environments/prod.json'), { force: true }));
afterAll(() => {
  process.chdir(repository);
  rmSync(folder, { recursive: true });
});

function setFile(content: unknown): void {
  writeFileSync(join(folder, 'environments/prod.json'), JSON.stringify(content));
}

async function prodEstimate(...flags: string[]) {
  const { stdout, stderr, code } = await sizing([
    'estimate',
    ...'--system aiva --tier small --environment prod --json'.split(' '),
    ...flags,
  ]);
  const { region, monthlyUsd } = code === 1 ? { region: undefined, monthlyUsd: undefined } : EstimateJson.parse(JSON.parse(stdout));
  return { region, usd: Number(monthlyUsd?.mid), stderr, code };
}

describe('the file of an environment, in the commands', () => {
  test('sets the options that cdk synth takes from it', async () => {
    const plain = await prodEstimate();
    setFile({ region: 'eu-west-1', highAvailability: true, readReplicas: 1, certificate: CERTIFICATE, imageTag: '1.4.2' });
    const { blueprint } = requestFromContext({ system: 'aiva', tier: 'small', environment: 'prod' });
    expect(blueprint.options).toMatchObject({ region: 'eu-west-1', highAvailability: true, readReplicas: 1 });
    const { region, usd, stderr } = await prodEstimate();
    expect(region).toBe('eu-west-1');
    expect(usd).toBeGreaterThan(plain.usd * 1.1);
    expect(stderr).not.toMatch(/does not exist|without TLS/);
    const flags = ['--region', 'eu-west-1', '--high-availability', 'true', '--read-replicas', '1', '--certificate', CERTIFICATE];
    rmSync(join(folder, 'environments/prod.json'));
    expect((await prodEstimate(...flags)).usd).toBe(usd);
  });

  test('is overridden by flags', async () => {
    setFile({ region: 'eu-west-1' });
    expect((await prodEstimate('--region', 'us-west-2')).region).toBe('us-west-2');
  });

  test('is reported as missing, with a warning, if the environment is named, as in cdk synth', async () => {
    const { code, stderr } = await prodEstimate();
    expect(code).toBe(0);
    expect(stderr).toContain('environments/prod.json does not exist: all options are those of the command line.');
    const unnamed = await sizing(['estimate', '--system', 'aiva', '--tier', 'small']);
    expect(unnamed.stderr).not.toContain('does not exist');
  });

  test.each([
    ['estimate', '--system', 'aiva', '--tier', 'small'],
    ['explain', 'aiva', 'small'],
    ['capacity', 'aiva', 'small'],
    ['curve', 'aiva'],
    ['recommend', 'aiva', '--users', '5'],
    ['compare', 'aiva'],
    ['manifests', 'aiva', 'small'],
    ['quotas', 'aiva', 'small'],
  ])('is checked by %s', async (...command) => {
    setFile({ gpu: 't5', imagTag: '1' });
    const { code, stderr, stdout } = await sizing([...command, '--environment', 'prod']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/environments\/prod\.json/);
    expect(stderr).toMatch(/gpu: invalid value "t5".*Did you mean "t4"/);
    expect(stderr).toMatch(/imagTag: unknown key.*Did you mean "imageTag"/s);
  });

  test('is named by problems of what it sets', async () => {
    setFile({ topology: 'single-host', compute: 'fargate' });
    expect((await prodEstimate()).stderr).toMatch(/environments\/prod\.json: compute: invalid value "fargate"/);
    const pair = await sizing(['compare', 'aiva', '--from', 'tier=small', '--to', 'tier=small,environment=prod']);
    expect(pair.stderr).toMatch(/environments\/prod\.json: compute: invalid value "fargate"/);
  });

  test('has the budget of an estimate', async () => {
    setFile({ budget: 10 });
    expect(await prodEstimate()).toMatchObject({ code: 2, stderr: expect.stringMatching(/exceeds the budget of \$10/) });
    expect((await prodEstimate('--budget', '100000')).code).toBe(0);
  });

  test('has the images of manifests', async () => {
    setFile({ platform: 'ecs', images: { api: 'example.com/api:7' }, imageTag: '1.4.2' });
    const { code, stderr } = await sizing(['manifests', 'aiva', 'small', '--environment', 'prod', '--output-dir', folder]);
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringMatching(/health checks: python, bridge\./) });
    const written = readdirSync(join(folder, 'aiva-prod'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = written.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
    expect(texts.filter((text) => text.includes('image: example.com/api:7'))).not.toEqual([]);
  });

  test('applies to each end of a move, whose command does not repeat it', async () => {
    setFile({ region: 'eu-west-1', readReplicas: 1, certificate: CERTIFICATE, imageTag: '1.4.2' });
    const from = 'tier=small,environment=prod';
    const { code, stdout, stderr } = await sizing(['move', 'aiva', '--from', from, '--to', `${from},readReplicas=2`, '--json']);
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.not.stringContaining('does not exist') });
    expect(stdout).toContain('"npx cdk deploy --all -c system=aiva -c tier=small -c environment=prod -c readReplicas=2"');
  });

  test.each([
    ['', '', undefined],
    ['', ',imageTag=1.5.0', undefined],
    [',imageTag=1.4.2', '', undefined],
    [',imageTag=1.4.2', ',imageTag=1.5.0', ['-c imageTag=1.4.2', '-c imageTag=1.5.0']],
  ])('without images: a move from %j to %j has complete commands only where both ends have a tag', async (from, to, tags) => {
    setFile({ region: 'eu-west-1' });
    const ends = ['--from', `tier=small,environment=prod${from}`, '--to', `tier=large,environment=prod${to}`];
    const { code, stdout } = await sizing(['move', 'aiva', ...ends, '--json']);
    const { steps } = MoveJson.parse(JSON.parse(stdout));
    const commands = steps.map(({ command }) => command);
    expect({ code, steps: steps.length }).toEqual({ code: 0, steps: 2 });
    for (const [index, { command, missingImages }] of steps.entries()) {
      const hasTag = [from, to][index] !== '';
      expect(command === undefined).toBe(!hasTag);
      expect(missingImages).toEqual(hasTag ? undefined : expect.arrayContaining(['api', 'python']));
    }
    if (tags === undefined) return;
    expect(commands).toEqual(tags.map((tag) => expect.stringContaining(` -c environment=prod ${tag}`)));
    expect(commands.at(-1)).toBe('npx cdk deploy --all -c system=aiva -c tier=large -c environment=prod -c imageTag=1.5.0');
  });

  test.each([
    ['', 'users,carts'],
    [',platform=eks', 'users,carts'],
    [',unprotectedDatabases=carts', 'carts,users'],
  ])(
    'with an image, a move from "three%s" to fewer databases ends the protection of these alone, without a template',
    async (option, ids) => {
      setFile({ imageTag: '1.4.2' });
      const platform = option.includes('platform') ? option : '';
      const { code, stdout } = await sizing([
        'move',
        ...movesFrom(`tier=three,environment=prod${option}`, `tier=one${platform}`),
        '--json',
      ]);
      const { steps } = MoveJson.parse(JSON.parse(stdout));
      const places = `-c environment=prod -c region=us-east-1${platform.replace(',', ' -c ')}`;
      expect({ code, commands: steps.map(({ command }) => command) }).toEqual({
        code: 0,
        commands: [
          `npx cdk deploy shop-prod --exclusively -c system=shop -c tier=three ${places} -c unprotectedDatabases=${ids} -c config=shop.json`,
          `npx cdk deploy --all -c system=shop -c tier=one ${places} -c config=shop.json`,
        ],
      });
    },
  );

  test('does not make an invalid tag of a move valid', async () => {
    setFile({ imageTag: '1.4.2' });
    const { code, stdout, stderr } = await sizing(['move', 'aiva', '--from', 'tier=small', '--to', 'tier=large,imageTag=a b']);
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/--to imageTag: invalid value "a b"/) });
  });

  test('has the images and administrators of the steps of a move', async () => {
    setFile({ images: { gateway: 'example.com/gateway:7' }, imageTag: '1.4.2' });
    const { stdout } = await sizing(['move', ...WITH_A_TEMPLATE, '--json']);
    const { steps } = MoveJson.parse(JSON.parse(stdout));
    const templates = steps.flatMap(({ template }) => (template === undefined ? [] : [JSON.stringify(template.content)]));
    expect(templates).not.toEqual([]);
    for (const template of templates) {
      expect(template).toContain('"Image":"example.com/gateway:7"');
      expect(template).toMatch(/:1\.4\.2"/);
      expect(template).not.toContain(PLACEHOLDER_IMAGE);
    }
    expect(steps.filter(({ command, missingImages }) => command === undefined || missingImages !== undefined)).toEqual([]);
  });

  test.each([[{}], [{ images: { gateway: 'example.com/gateway:7' } }]])(
    'with %j has no image of a service, so that a step with a template cannot be deployed',
    async (content) => {
      setFile(content);
      const { stdout } = await sizing(['move', ...WITH_A_TEMPLATE, '--json']);
      const { steps } = MoveJson.parse(JSON.parse(stdout));
      expect(steps.length).toBeGreaterThan(1);
      const prepared = steps.slice(0, -1);
      expect(prepared.filter(({ command, template }) => command !== undefined || template !== undefined)).toEqual([]);
      expect(prepared.map(({ missingImages }) => missingImages)).toEqual(prepared.map(() => expect.arrayContaining(['worker'])));
      const written = await sizing(['move', ...WITH_A_TEMPLATE, '--write-steps']);
      expect(written).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/--write-steps.*worker.*environments\/prod\.json/s),
      });
      expect(readdirSync(folder)).not.toContain('move-steps');
    },
  );

  test('is part of a recommendation, whose command does not repeat it', async () => {
    setFile({ region: 'eu-west-1', gpu: 'none', certificate: CERTIFICATE });
    const { stdout } = await sizing(['recommend', 'aiva', '--users', '5', '--environment', 'prod'], { columns: 400, stdoutIsTty: true });
    expect(stdout).toMatch(/npx cdk deploy -c system=aiva -c tier=small -c environment=prod -c gpu=none -c readReplicas=\d\s/);
    expect(stdout).toContain('eu-west-1');
  });
});
