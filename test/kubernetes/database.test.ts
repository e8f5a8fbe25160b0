import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { groupSize } from '../../lib/kubernetes/database/database-percona-server';
import { POOLERS, poolerConnectionLimits } from '../../lib/kubernetes/database/pgbouncer-config';
import { manifestsOf } from '../../lib/kubernetes/manifests/manifests';
import { lint } from '../../lib/lint/lint';
import type { ManifestObject } from '../../lib/manifests/manifest-object';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { at } from '../../lib/manifests/values';
import type { SystemInput } from '../../lib/model/inputs';
import { SYSTEMS } from '../../tiers';
import { definitionViolations, modelViolations } from '../support/manifest-judges';
import { configMap, objectOf } from '../support/manifests';
import { inScope } from '../support/scope';
import { aivaWithMariadb } from '../support/systems';

const MARIADB = aivaWithMariadb();
const WITH_DATABASE = [...SYSTEMS, MARIADB].flatMap((system) =>
  system.tiers
    .filter(({ components }) => Object.values(components).some(({ kind }) => kind === 'database'))
    .map((tier) => ({ name: `${system === MARIADB ? 'mariadb' : system.id}/${tier.id}`, system, tier: tier.id })),
);
const FORMS = ['statefulset', 'operator'] as const;
const CASES = inScope(WITH_DATABASE, ({ system, tier }) => tier === system.tiers.at(-1)?.id).flatMap((each) =>
  FORMS.map((dataStores) => ({ ...each, dataStores })),
);

interface DatabaseRequest {
  readonly system: SystemInput;
  readonly tier: string;
  readonly dataStores: (typeof FORMS)[number];
  readonly readReplicas?: number;
}

function blueprint({ system, tier, ...options }: DatabaseRequest): Blueprint {
  return blueprintFor({ system: system.id, tier, platform: 'kubernetes', ...options }, { systems: [system] });
}

function objectsIn(of: Blueprint): ManifestObject[] {
  return manifestsOf(of).files.flatMap(({ path, text }) => (path.endsWith('.yaml') ? parseManifests(text, path) : []));
}

const spec = ({ raw }: ManifestObject) => (raw as { readonly spec: Record<string, unknown> }).spec;

/** API groups of the operators of databases and of their backups. */
const OPERATORS = /(cnpg\.io|mariadb\.com|percona\.com)$/;

describe.each(CASES)('$name as $dataStores', ({ name: _, ...given }) => {
  const objects = objectsIn(blueprint(given));
  const names = objects.map(({ kind, name }) => `${kind} ${name}`);

  test('has a Service for writes, one for reads where there are replicas, and backups', () => {
    // The operator creates a Service with the name of the Pooler.
    expect(names.filter((name) => name === 'Service database' || name === 'Pooler database')).toHaveLength(1);
    const { components } = blueprint(given);
    const { database } = components;
    const replicas = database?.kind === 'database' ? database.readReplicas : 0;
    expect(names.includes('Service database-read')).toBe(replicas > 0);
    expect(names.some((name) => /^(CronJob|ScheduledBackup|PhysicalBackup|PerconaServerMySQL) /.test(name))).toBe(true);
  });

  test('has no lint findings', () => {
    expect(lint(objects).filter((finding) => JSON.stringify(finding).includes('database'))).toEqual([]);
  });

  test('has custom resources that match the definitions of their operators', () => {
    const custom = objects.filter(({ group }) => OPERATORS.test(group));
    expect(custom.length > 0).toBe(given.dataStores === 'operator');
    for (const object of custom) expect(definitionViolations(object), object.kind).toEqual([]);
  });
});

describe('an invalid custom resource of a database', () => {
  const [percona] = objectsIn(blueprint({ system: SYSTEMS[0] ?? MARIADB, tier: 'large', dataStores: 'operator' })).filter(
    ({ kind }) => kind === 'PerconaServerMySQL',
  );
  test.each([
    ['an unknown field', { mysqll: {} }, 'unknown-field spec.mysqll'],
    ['another kind of cluster', { mysql: { size: 3, clusterType: 'galera' } }, 'bad-value spec.mysql.clusterType'],
    ['a string instead of a boolean', { mysql: { size: 3, autoRecovery: 'yes' } }, 'wrong-type spec.mysql.autoRecovery'],
  ])('is reported: %s', (_title, changes, violation) => {
    if (percona === undefined) throw new Error('no PerconaServerMySQL found');
    const changed = { ...percona, raw: { ...percona.raw, spec: { ...spec(percona), ...changes } } };
    expect(definitionViolations(percona)).toEqual([]);
    expect(definitionViolations(changed)).toContain(violation);
  });

  test('is not created: the definition requires an odd group size from 3 to 7', () => {
    expect([3, 5, 7]).toContain((spec(percona as ManifestObject).mysql as { size: number }).size);
  });

  test('is reported by the models of CloudNativePG', async () => {
    const text = 'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: database }\nspec: { instances: three }\n';
    expect((await modelViolations(parseManifests(text, 'cluster.yaml'))).messages).toHaveLength(1);
  });
});

describe('read replicas', () => {
  const [aiva = MARIADB] = SYSTEMS;

  test.each([0, 1, 2, 4])('%d are created by StatefulSets', (readReplicas) => {
    const objects = objectsIn(blueprint({ system: aiva, tier: 'large', dataStores: 'statefulset', readReplicas }));
    const sets = objects.filter(({ kind, name }) => kind === 'StatefulSet' && name.startsWith('database'));
    const counts = Object.fromEntries(sets.map((set) => [set.name, spec(set).replicas]));
    expect(counts).toEqual(readReplicas === 0 ? { database: 1 } : { database: 1, 'database-replica': readReplicas });
    const config = configMap(objects, 'database-config')['my.cnf'] ?? '';
    // With two replicas, a commit waits practically without limit for one of them. A single replica may be lost.
    expect(config).toContain(`rpl_semi_sync_source_timeout = ${readReplicas >= 2 ? 4_294_967_295 : 10_000}\n`);
  });

  test.each([
    [0, 3],
    [1, 3],
    [2, 3],
    [3, 5],
    [4, 5],
    [15, 7],
  ])('%d result in a replication group of %d servers', (readReplicas, size) => {
    expect(groupSize(readReplicas)).toBe(size);
  });
});

describe('the pooler', () => {
  test('does not exceed its connection limits in total, for any number of pods', () => {
    const limits = fc.record({
      clientConnections: fc.integer({ min: 1, max: 20_000 }),
      serverConnections: fc.integer({ min: POOLERS, max: 2_000 }),
      poolSize: fc.option(fc.integer({ min: 1, max: 2_000 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 12 + POOLERS, max: 5_000 }), fc.option(limits, { nil: undefined }), (maxConnections, poolerLimits) => {
        const share = poolerConnectionLimits(poolerLimits === undefined ? { maxConnections } : { maxConnections, poolerLimits });
        expect(share.serverConnections * POOLERS).toBeLessThanOrEqual(poolerLimits?.serverConnections ?? maxConnections);
        expect(share.poolSize).toBeLessThanOrEqual(share.serverConnections);
        expect(share.poolSize).toBeGreaterThan(0);
        expect(share.clientConnections).toBe(poolerLimits?.clientConnections ?? maxConnections);
      }),
    );
  });

  test.each(FORMS)('is behind the Service for writes: %s', (dataStores) => {
    const capsules = SYSTEMS.find(({ id }) => id === 'capsules') ?? MARIADB;
    const objects = objectsIn(blueprint({ system: capsules, tier: 'full', dataStores }));
    if (dataStores === 'operator') {
      expect(at(objectOf(objects, 'Pooler', 'database').raw, 'spec', 'pgbouncer', 'parameters')).toMatchObject({
        max_client_conn: '10000',
      });
    } else {
      expect(configMap(objects, 'database-pooler-config')['pgbouncer.ini']).toContain('max_client_conn = 10000\n');
      expect(at(objectOf(objects, 'Service', 'database').raw, 'spec', 'selector')).toMatchObject({
        'app.kubernetes.io/name': 'database-pooler',
      });
    }
  });
});

describe('a standby region', () => {
  const barber = SYSTEMS.find(({ id }) => id === 'barber-ops') ?? MARIADB;
  const primary = blueprint({ system: barber, tier: 'phase-3', dataStores: 'operator' });
  const [standby] = primary.standbys ?? [];

  test('restores from the object storage of the primary region', () => {
    if (standby === undefined) throw new Error('the blueprint has no standby region');
    const objects = objectsIn(standby);
    const path = (of: readonly ManifestObject[], name: string) =>
      at(objectOf(of, 'ObjectStore', name).raw, 'spec', 'configuration', 'destinationPath');
    expect(path(objects, 'database-origin')).toBe(path(objectsIn(primary), 'database-backups'));
    expect(path(objects, 'database-backups')).not.toBe(path(objects, 'database-origin'));
    expect(spec(objectOf(objects, 'Cluster', 'database-server'))).toMatchObject({
      replica: { enabled: true, source: 'origin' },
      bootstrap: { recovery: { source: 'origin' } },
    });
  });
});
