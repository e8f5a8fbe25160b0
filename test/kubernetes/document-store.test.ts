import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { mongodConfig, mongosConfig, wiredTigerCacheGib } from '../../lib/kubernetes/document-store/mongo-config';
import { formReplicaSet } from '../../lib/kubernetes/document-store/mongo-scripts';
import { lint } from '../../lib/lint/lint';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { textsAt } from '../../lib/manifests/values';
import { definitionFaults } from '../support/manifest-judges';
import { configMap, objectOf, objectsFor } from '../support/manifests';
import { shellFault } from '../support/shell';

const FORMS = ['statefulset', 'operator'] as const;
const TIERS = ['startup', 'growth', 'scale'] as const;
const STORE = { system: 'ux-flow', tier: 'scale', dataStores: 'statefulset' } as const;

/**
 * No MongoDB runs here: settings are held against the options of its manual.
 * Source: MongoDB manual 8.0, "Configuration File Options".
 */
const DOCUMENTED: readonly string[] = [
  'storage.dbPath',
  'storage.wiredTiger.engineConfig.cacheSizeGB',
  'net.bindIpAll',
  'net.port',
  'net.unixDomainSocket.enabled',
  'security.authorization',
  'security.keyFile',
  'sharding.clusterRole',
  'sharding.configDB',
];

function optionsIn(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value).flatMap(([key, inner]) => optionsIn(inner, [...path, key]));
}

describe('settings of MongoDB', () => {
  test.each([
    ['a member', mongodConfig({ role: 'member', port: 27_017, memoryGib: 4 })],
    ['a shard', mongodConfig({ role: 'shard', port: 27_017, memoryGib: 16 })],
    ['a config server', mongodConfig({ role: 'config', port: 27_017, memoryGib: 1 })],
    ['a router', mongosConfig(27_017, 'config/a:1,b:1')],
  ])('of %s are in its manual', (_what, text) => {
    expect(optionsIn(parse(text)).filter((option) => !DOCUMENTED.includes(option))).toEqual([]);
  });

  test.each([
    [0.5, 0.25],
    [1, 0.25],
    [4, 1.5],
    [16, 7.5],
  ])('%d GiB have a cache of %d', (memoryGib, cacheGib) => {
    expect(wiredTigerCacheGib(memoryGib)).toBe(cacheGib);
  });

  const files = configMap(objectsFor(STORE), 'documents');
  test.each(Object.entries(files).filter(([name]) => name.endsWith('.sh')))('%s is a script', (_name, text) => {
    expect(shellFault(text)).toBe('');
  });
});

/** The shell of MongoDB, as far as the script that forms a replica set uses it. */
class Shell {
  readonly done: string[] = [];
  exitCode: number | undefined;

  constructor(
    private readonly state: {
      readonly set?: string;
      readonly primary?: boolean;
      readonly users?: boolean;
      readonly hosts?: readonly string[];
    },
  ) {}

  run(role: string): this {
    runInNewContext(formReplicaSet(), {
      process: { env: { REPLICA_SET: 'shard-0', ROLE: role, PASSWORD: 'pw', MEMBERS: '{"shard-0":["a:1","b:1","c:1"]}' } },
      db: { hello: () => ({ setName: this.state.set, isWritablePrimary: this.state.primary }), getSiblingDB: () => this.#admin() },
      rs: {
        initiate: (config: unknown) => this.done.push(`initiate ${JSON.stringify(config)}`),
        conf: () => ({ members: (this.state.hosts ?? []).map((host) => ({ host })) }),
        add: ({ host }: { readonly host: string }) => this.done.push(`add ${host}`),
      },
      quit: (code: number) => {
        this.exitCode = code;
      },
    });
    return this;
  }

  #admin() {
    let users = this.state.users ?? false;
    return {
      auth: () => {
        if (!users) throw new Error('AuthenticationFailed');
      },
      createUser: ({ user }: { readonly user: string }) => {
        users = true;
        this.done.push(`create ${user}`);
      },
    };
  }
}

describe('a replica set forms itself', () => {
  test('from members that are in none, the first of them leading, and is looked at again', () => {
    const { done, exitCode } = new Shell({}).run('shard');
    expect(done).toEqual([
      'initiate {"_id":"shard-0","members":[{"_id":0,"host":"a:1","priority":2},{"_id":1,"host":"b:1","priority":1},{"_id":2,"host":"c:1","priority":1}]}',
    ]);
    expect(exitCode).toBe(1);
  });

  test('as one of config servers when that is its role', () => {
    expect(new Shell({}).run('config').done[0]).toContain('"configsvr":true');
  });

  test('makes its user once it leads, and not before', () => {
    expect(new Shell({ set: 'shard-0', primary: false }).run('shard')).toMatchObject({ done: [], exitCode: 1 });
    expect(new Shell({ set: 'shard-0', primary: true, hosts: ['a:1', 'b:1', 'c:1'] }).run('shard')).toMatchObject({
      done: ['create app'],
      exitCode: 0,
    });
  });

  test('takes in the members that a larger tier brings, and changes nothing when it has all', () => {
    expect(new Shell({ set: 'shard-0', primary: true, users: true, hosts: ['a:1'] }).run('shard').done).toEqual(['add b:1', 'add c:1']);
    expect(new Shell({ set: 'shard-0', primary: true, users: true, hosts: ['a:1', 'b:1', 'c:1'] }).run('shard').done).toEqual([]);
  });
});

describe.each(TIERS)('the document store of ux-flow %s', (tier) => {
  test.each(FORMS)('has servers that outlive a loss, or is one: %s', (dataStores) => {
    const objects = objectsFor({ system: 'ux-flow', tier, dataStores });
    const sizes =
      dataStores === 'operator'
        ? (objectOf(objects, 'PerconaServerMongoDB', 'documents').raw.spec as { replsets: { size: number }[] }).replsets.map(
            ({ size }) => size,
          )
        : objects
            .filter(({ kind, name }) => kind === 'StatefulSet' && /^documents-shard/.test(name))
            .map(({ raw }) => (raw.spec as { replicas: number }).replicas);
    expect(sizes).toEqual({ startup: [1], growth: [3], scale: [3, 3] }[tier]);
  });

  test.each(FORMS)('is known to its services by the same names: %s', (dataStores) => {
    const objects = objectsFor({ system: 'ux-flow', tier, dataStores });
    for (const name of ['documents', 'documents-read']) objectOf(objects, 'Service', name);
    const { raw } = objectOf(objects, 'Deployment', 'flows');
    const [container] = (raw.spec as { template: { spec: { containers: { env: { name: string; value?: string }[] }[] } } }).template.spec
      .containers;
    const variables = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
    expect(variables).toMatchObject({ DOCUMENTS_HOST: 'documents', DOCUMENTS_READER_HOST: 'documents-read', DOCUMENTS_PORT: '27017' });
    expect('DOCUMENTS_REPLICA_SET' in variables).toBe(tier !== 'scale');
    expect(variables).toHaveProperty('DOCUMENTS_PASSWORD', undefined);
  });

  test('is a resource that the operator knows in every field', () => {
    const store = objectOf(objectsFor({ system: 'ux-flow', tier, dataStores: 'operator' }), 'PerconaServerMongoDB', 'documents');
    expect(definitionFaults(store)).toEqual([]);
  });

  test.each(FORMS)('leaves the linter nothing to warn of: %s', (dataStores) => {
    const findings = lint(objectsFor({ system: 'ux-flow', tier, dataStores }));
    const ofStore = findings.filter(({ name, severity }) => severity !== 'info' && name.startsWith('documents'));
    expect(ofStore.map(({ rule, path }) => `${rule} ${path}`)).toEqual([]);
  });
});

test('what does not fit the definition of the operator is found', () => {
  const [store] = parseManifests(
    JSON.stringify({
      apiVersion: 'psmdb.percona.com/v1',
      kind: 'PerconaServerMongoDB',
      metadata: { name: 'documents' },
      spec: { image: 'a', imagez: 'b', tls: { mode: 'always' }, replsets: [{ size: '3' }], backup: { enabled: true } },
    }),
    'text',
  );
  expect(store && definitionFaults(store)).toEqual([
    'unknown-field spec.imagez',
    'wrong-type spec.replsets[0].size',
    'missing-field spec.backup.image',
    'bad-value spec.tls.mode',
  ]);
});

test('routers, config servers and shards are apart in their selectors', () => {
  const objects = objectsFor(STORE);
  const sets = objects
    .filter(({ kind, name }) => ['StatefulSet', 'Deployment'].includes(kind) && name.startsWith('documents'))
    .map(({ raw }) => textsAt(raw, 'spec', 'selector', 'matchLabels')['sizing-blueprints/set']);
  expect(sets).toEqual(['shard-0', 'shard-1', 'config', 'mongos']);
});
