import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requestFromContext } from '../../bin/context-request';
import { readSystems } from '../../bin/systems';
import { listTiers } from '../../lib/answers/list';
import { loadSystem } from '../../lib/answers/system-reference';
import { requestsOf } from '../../lib/model/complete-workload';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { SYSTEMS } from '../../tiers';
import { fixture, sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

const CONFIG = fixture('shop/sizing.yaml');
const withShop = (line: string) => sizing([...line.split(' '), '--config', CONFIG]);
const json = async (line: string) => JSON.parse((await withShop(`${line} --json`)).stdout);

/** The definition with a change, as another file. */
function changed(from: string, to: string): string {
  const text = readFileSync(CONFIG, 'utf8');
  expect(text).toContain(from);
  const path = join(temporaryFolder(), 'sizing.yaml');
  writeFileSync(path, text.replace(from, to));
  return path;
}

describe('a definition file', () => {
  test('is found in the folder or above it', () => {
    const { own, all } = readSystems(undefined, fixture('shop'));
    expect(own.map(({ id }) => id)).toEqual(['shop']);
    expect(all.map(({ id }) => id)).toEqual(['shop', ...SYSTEMS.map(({ id }) => id)]);
  });

  test('hides an example of the same id', () => {
    const { all } = readSystems(changed('id: shop', 'id: aiva'));
    expect(all.map(({ id }) => id)).toEqual(SYSTEMS.map(({ id }) => id));
    expect(listTiers(all).systems[0]?.tiers.map(({ id }) => id)).toEqual(['small', 'large']);
  });

  test('is what every command answers about, with the system left out or named', async () => {
    for (const name of ['', ' shop']) {
      expect((await json(`compare${name}`)).tiers.map(({ tier }: { tier: string }) => tier)).toEqual(['small', 'large']);
      expect((await json(`recommend${name} --orders 3/s`)).system).toBe('shop');
      expect((await withShop(`capacity${name} small`)).stdout).toContain('shop small · capacity');
      expect((await withShop(`explain${name} small database`)).stdout).toContain('shop small · database');
      expect((await withShop(`move${name} --from tier=small --to tier=large`)).stdout).toContain('-c system=shop -c tier=large');
    }
    for (const tier of ['small', 'shop small', '--tier small']) {
      expect((await withShop(`estimate ${tier}`)).stdout, tier).toContain('shop small');
    }
    expect((await withShop('estimate')).stderr).toContain('such as `estimate shop small`');
    expect((await withShop('estimate smal')).stderr).toContain('smal: does not exist');
    expect((await withShop('estimate small --tier large')).stderr).toContain('--tier: given together with the tier small');
    expect((await withShop('list')).stdout).toMatch(/^shop: system shop/);
  });

  test('has an unknown capacity without operations: capacity states it, recommend and curve refuse to answer', async () => {
    const path = join(temporaryFolder(), 'sizing.json');
    const api = { kind: 'service', instances: { min: 1, max: 2 }, vcpu: 1, memoryGib: 1 };
    const nodes = { kind: 'node-pool', runs: ['api'] };
    writeFileSync(path, JSON.stringify({ id: 'bare', tiers: [{ id: 'small', components: { api, nodes } }] }));
    const answer = (...argv: readonly string[]) => sizing([...argv, '--config', path]);
    expect(await answer('capacity', 'small')).toMatchObject({ code: 0, stdout: expect.stringContaining('capacity: unknown') });
    expect((await answer('capacity', 'small', '--json')).stdout).toMatch(/"concurrentUsers": \{\s*"low": "unknown",\s*"mid": "unknown",/);
    for (const command of ['recommend', 'curve', 'design']) {
      const { code, stdout, stderr } = await answer(command, ...(command === 'curve' ? [] : ['--users', '1000000']));
      expect({ command, code, stdout }).toMatchObject({ command, code: 1, stdout: '' });
      expect(stderr).toContain('unknown load of bare');
    }
  });

  test('answers about a system without users by its load', async () => {
    const config = join(temporaryFolder(), 'sizing.yaml');
    const text = `id: etl
operations:
  files: { name: file, kind: event, usual: { amount: 0 }, demands: [{ component: loader, resource: processor, amount: 1, seconds: 20 }] }
tiers:
  - id: night
    workload: { operations: { files: { amount: 20000, every: day } } }
    components: { loader: { kind: service, instances: { min: 4, max: 8 }, vcpu: 2, memoryGib: 4 } }
`;
    writeFileSync(config, text);
    // 20,000 × 20 s ÷ 86,400 s = 4.63 cores; 70% of 8 × 2 cores are 11.2.
    expect((await sizing(['compare', '--config', config])).stdout).toMatch(/^ users handled, 90% likely +2\.42 × the load$/m);
    expect((await sizing(['capacity', 'night', '--config', config])).stdout).toContain('handles 2.42 times the workload');
    const { code, stderr } = await sizing(['curve', '--config', config]);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--max-users: missing; expected a number of users'),
    });
  });

  test('leaves the examples available', async () => {
    expect((await withShop('capacity aiva small')).stdout).toContain('AIVA small');
  });

  test('gives the flags of its operations, and only these', async () => {
    const { stdout } = await withShop('recommend --help');
    expect(stdout).toContain('--orders <amount>');
    expect(stdout).not.toContain('--chats <amount>');
    expect((await withShop('recommend aiva --help')).stdout).toContain('--chats <amount>');
  });

  test('mentions no document, because there is none', async () => {
    for (const line of ['list', 'compare', 'capacity small']) {
      const { stdout } = await withShop(line);
      const ownPart = line === 'list' ? stdout.slice(0, stdout.indexOf('AIVA')) : stdout;
      expect(ownPart, line).not.toMatch(/document|published|source:|contradiction/i);
    }
  });

  test('is read by the apps of cdk and cdk8s', () => {
    const { blueprint } = requestFromContext({ config: CONFIG, tier: 'large' }, temporaryFolder());
    expect(blueprint).toMatchObject({ stackName: 'shop-dev', options: { highAvailability: true } });
    expect(() => requestFromContext({ config: 7 })).toThrow('-c config: invalid value 7; expected the path of a definition file');
  });
});

describe('tiers that extend others', () => {
  test('have what they do not set, component by component', async () => {
    const { tiers } = JSON.parse(JSON.stringify(readSystems(CONFIG).own[0])) as { tiers: { id: string }[] };
    expect(tiers[1]).toEqual({
      id: 'large',
      extends: 'small',
      highAvailability: true,
      components: { api: { instances: { min: 2, max: 6 } }, database: { storageGib: 100 } },
    });
    const { blueprint } = requestFromContext({ config: CONFIG, tier: 'large' });
    expect(blueprint.components.api).toMatchObject({ vcpu: 0.5, instances: { min: 2, max: 6 } });
    expect(blueprint.components.database).toMatchObject({ engine: 'mysql', storageGib: 100 });
  });

  test.each([
    ['extends: small', 'extends: smal', 'tiers.1.extends: invalid value "smal"; expected small. Did you mean "small"?'],
    ['extends: small', 'extends: large', 'tiers.1.extends: the tier extends itself; expected small'],
    ['extends: small', 'extends: 7', 'tiers.1.extends: invalid value 7; expected the id of another tier'],
    ['storageGib: 100', 'storageGb: 100', 'tiers.1.components.database.storageGb: unknown key'],
    ['highAvailability: true', 'highAvailability: yes', 'tiers.1.highAvailability: invalid value "yes"; expected true or false'],
  ])('%s → %s', async (from, to, expected) => {
    const { code, stderr } = await sizing(['compare', '--config', changed(from, to)]);
    expect(stderr).toContain(expected);
    expect(code).toBe(1);
  });
});

describe('defaults of a definition', () => {
  const shop = loadSystem(readSystems(undefined, fixture('shop')).own[0] as SystemDefinition);

  test('a workload and traffic that are not stated are assumed, and the estimate states it', async () => {
    const { stdout } = await withShop('explain small entry');
    expect(stdout).toContain('Load balancer');
    const { blueprint } = requestFromContext({ config: CONFIG, tier: 'small' });
    expect(blueprint.workload.concurrentUsers.mid).toBe(100);
    // 0.02 requests/s of each user: GitLab reference architectures, 20 requests/s at the peak of 1,000 users.
    expect(requestsOf(shop, blueprint.workload).mid).toBe(2);
  });

  test('another profile is another traffic', () => {
    const chat = requestFromContext({ config: changed('id: shop', 'id: shop\ntraffic: { profile: chat }'), tier: 'small' });
    expect(requestsOf({ ...shop, traffic: { profile: 'chat' } }, chat.blueprint.workload).mid).toBe(10);
  });
});
