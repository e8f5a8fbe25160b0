import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { mongodConfig, mongosConfig, wiredTigerCacheGib } from '../../lib/kubernetes/document-store/mongo-config';
import { formReplicaSet } from '../../lib/kubernetes/document-store/mongo-scripts';
import { lint } from '../../lib/lint/lint';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { stringsAt } from '../../lib/manifests/values';
import { definitionViolations } from '../support/manifest-judges';
import { configMap, objectOf, objectsFor } from '../support/manifests';
import { shellErrors } from '../support/shell';

const FORMS = ['statefulset', 'operator'] as const;
const TIERS = ['startup', 'growth', 'scale'] as const;
const STORE = { system: 'ux-flow', tier: 'scale', dataStores: 'statefulset' } as const;

/**
 * MongoDB does not run in this test: settings are compared with the options in its manual.
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

describe('the configuration of MongoDB', () => {
  test.each([
    ['a member', mongodConfig({ role: 'member', port: 27_017, memoryGib: 4 })],
    ['a shard', mongodConfig({ role: 'shard', port: 27_017, memoryGib: 16 })],
    ['a config server', mongodConfig({ role: 'config', port: 27_017, memoryGib: 1 })],
    ['a router', mongosConfig(27_017, 'config/a:1,b:1')],
  ])('of %s has only options in the manual', (_title, text) => {
    expect(optionsIn(parse(text)).filter((option) => !DOCUMENTED.includes(option))).toEqual([]);
  });

  test.each([
    [0.5, 0.25],
    [1, 0.25],
    [4, 1.5],
    [16, 7.5],
  ])('with %d GiB of memory has a cache of %d GiB', (memoryGib, cacheGib) => {
    expect(wiredTigerCacheGib(memoryGib)).toBe(cacheGib);
  });

  const files = configMap(objectsFor(STORE), 'documents');
  test.each(Object.entries(files).filter(([name]) => name.endsWith('.sh')))('includes a valid shell script %s', (_name, text) => {
    expect(shellErrors(text)).toBe('');
  });
});

/** The functions of the MongoDB shell that the script for replica sets calls. */
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

describe('the script that initiates a replica set', () => {
  test('initiates it from new members, with the first one preferred as primary, and runs again', () => {
    const { done, exitCode } = new Shell({}).run('shard');
    expect(done).toEqual([
      'initiate {"_id":"shard-0","members":[{"_id":0,"host":"a:1","priority":2},{"_id":1,"host":"b:1","priority":1},{"_id":2,"host":"c:1","priority":1}]}',
    ]);
    expect(exitCode).toBe(1);
  });

  test('marks it as a config server replica set for that role', () => {
    expect(new Shell({}).run('config').done[0]).toContain('"configsvr":true');
  });

  test('creates the user only on the primary', () => {
    expect(new Shell({ set: 'shard-0', primary: false }).run('shard')).toMatchObject({ done: [], exitCode: 1 });
    expect(new Shell({ set: 'shard-0', primary: true, hosts: ['a:1', 'b:1', 'c:1'] }).run('shard')).toMatchObject({
      done: ['create app'],
      exitCode: 0,
    });
  });

  test('adds the members of a larger tier, and changes nothing when no member is missing', () => {
    expect(new Shell({ set: 'shard-0', primary: true, users: true, hosts: ['a:1'] }).run('shard').done).toEqual(['add b:1', 'add c:1']);
    expect(new Shell({ set: 'shard-0', primary: true, users: true, hosts: ['a:1', 'b:1', 'c:1'] }).run('shard').done).toEqual([]);
  });
});

describe.each(TIERS)('the document store of ux-flow %s', (tier) => {
  test.each(FORMS)('has a majority without one server, or is a single server: %s', (dataStores) => {
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

  test.each(FORMS)('has the same Service names and environment variables: %s', (dataStores) => {
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

  test('matches the definition of the operator in every field', () => {
    const store = objectOf(objectsFor({ system: 'ux-flow', tier, dataStores: 'operator' }), 'PerconaServerMongoDB', 'documents');
    expect(definitionViolations(store)).toEqual([]);
  });

  test.each(FORMS)('has no lint findings above info: %s', (dataStores) => {
    const findings = lint(objectsFor({ system: 'ux-flow', tier, dataStores }));
    const ofStore = findings.filter(({ name, severity }) => severity !== 'info' && name.startsWith('documents'));
    expect(ofStore.map(({ rule, path }) => `${rule} ${path}`)).toEqual([]);
  });
});

test('violations of the definition of the operator are reported', () => {
  const [store] = parseManifests(
    JSON.stringify({
      apiVersion: 'psmdb.percona.com/v1',
      kind: 'PerconaServerMongoDB',
      metadata: { name: 'documents' },
      spec: { image: 'a', imagez: 'b', tls: { mode: 'always' }, replsets: [{ size: '3' }], backup: { enabled: true } },
    }),
    'text',
  );
  expect(store && definitionViolations(store)).toEqual([
    'unknown-field spec.imagez',
    'wrong-type spec.replsets[0].size',
    'missing-field spec.backup.image',
    'bad-value spec.tls.mode',
  ]);
});

test('routers, config servers and shards have different selectors', () => {
  const objects = objectsFor(STORE);
  const sets = objects
    .filter(({ kind, name }) => ['StatefulSet', 'Deployment'].includes(kind) && name.startsWith('documents'))
    .map(({ raw }) => stringsAt(raw, 'spec', 'selector', 'matchLabels')['sizing-blueprints/set']);
  expect(sets).toEqual(['shard-0', 'shard-1', 'config', 'mongos']);
});
