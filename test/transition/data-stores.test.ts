import { describe, expect, test } from 'vitest';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { kindOfImage } from '../../lib/transition/data-kind';
import { dataStoresOf } from '../../lib/transition/data-stores';
import { classAndRules, of, type RawResource, type RawResources, transition } from './support';

const resource = (Type: string, Properties: object, path?: string, attributes: object = {}): RawResource => ({
  Type,
  Properties: { ...Properties },
  ...(path !== undefined && { Metadata: { 'aws:cdk:path': `shop/${path}/Resource` } }),
  ...attributes,
});

const rds = (Engine = 'mysql', path?: string) => resource('AWS::RDS::DBInstance', { Engine }, path);
const cluster = (Engine: string) => resource('AWS::RDS::DBCluster', { Engine });
const documents = (path?: string) => resource('AWS::DocDB::DBCluster', {}, path);
const cache = (path?: string) => resource('AWS::ElastiCache::ReplicationGroup', { Engine: 'valkey' }, path);
const queue = (path?: string) => resource('AWS::SQS::Queue', {}, path, { DeletionPolicy: 'Retain' });
const server = (Image: string, own: object = {}) =>
  resource('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [{ Image, PortMappings: [{ ContainerPort: 1 }], MountPoints: [{ SourceVolume: 'data' }], ...own }],
  });
const statefulSets = (image: string, names: readonly string[], path?: string) =>
  resource(
    'Custom::AWSCDK-EKS-KubernetesResource',
    {
      Manifest: JSON.stringify(
        names.map((name) => ({
          kind: 'StatefulSet',
          metadata: { name },
          spec: { template: { spec: { containers: [{ image }] } }, volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
        })),
      ),
    },
    path,
  );

const MOVED = 'needs-data-migration data-store-moved';
const MYSQL = 'public.ecr.aws/docker/library/mysql:8.4';
const VALKEY = 'docker.io/valkey/valkey:8.1';

// CloudFormation user guide, "Update behaviors of stack resources": an update creates, updates, replaces or deletes a resource; it moves
// no data from one resource into another one.
describe('a data store that another one takes over', () => {
  test.each<[string, RawResource, RawResource, string]>([
    ['an RDS instance and a server in a container', rds(), server(MYSQL), MOVED],
    ['a server in a container and an RDS instance', server(MYSQL), rds(), MOVED],
    ['an RDS instance and an Aurora cluster', rds('postgres'), cluster('aurora-postgresql'), MOVED],
    ['an Aurora cluster and an RDS instance', cluster('aurora-mysql'), rds('mysql'), MOVED],
    ['an RDS instance and another one', rds('mariadb'), rds('mysql'), MOVED],
    ['a cache and a server in a container', cache(), server(VALKEY), MOVED],
    ['a cache and MemoryDB', cache(), resource('AWS::MemoryDB::Cluster', {}), MOVED],
    ['an RDS instance and a StatefulSet', rds(), statefulSets(MYSQL, ['database']), MOVED],
    ['a StatefulSet and an RDS instance', statefulSets(MYSQL, ['database']), rds(), MOVED],
    ['DocumentDB and a server of MongoDB', documents(), server('mongo:7'), MOVED],
    ['a queue and a server of the same component', queue('jobs'), statefulSets(VALKEY, ['jobs'], 'jobs'), MOVED],
    ['engines of one component', rds('mysql', 'database'), rds('postgres', 'database'), MOVED],
    // Cases without a finding: no data store takes over.
    ['engines of two components', rds('mysql', 'orders'), rds('postgres', 'users'), 'removed'],
    ['queues of two components', queue('jobs'), queue('mails'), 'removed'],
    ['a job with the client of an engine', rds(), server(MYSQL, { PortMappings: [], Command: ['mysqldump'] }), 'removed'],
    ['an exporter of an engine', rds(), server('docker.io/prom/mysqld-exporter:v0.18.0'), 'removed'],
    // A server without a volume loses its data at each restart.
    ['a server without a volume', server(MYSQL, { MountPoints: [] }), rds(), 'removed'],
  ])('%s', (_name, old, next, expected) => {
    expect(classAndRules(transition({ Old: old }, { New: next }), 'Old')).toBe(expected);
  });

  test('has the data of the store of its own component', () => {
    const before = { Orders: rds('mysql', 'orders'), Users: rds('mysql', 'users') };
    const after = { NewUsers: cluster('aurora-mysql'), NewOrders: resource('AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }, 'orders') };
    const update = transition(before, after);
    expect(of(update, 'Orders').migration).toEqual({ kind: 'mysql', into: 'NewOrders', data: 'snapshot' });
    expect(of(update, 'Users').migration).toEqual({ kind: 'mysql', into: 'NewUsers', data: 'snapshot' });
  });

  test('loses its data without a policy that retains it', () => {
    expect(of(transition({ Old: cache() }, { New: server(VALKEY) }), 'Old')).toMatchObject({
      data: 'lost',
      migration: { kind: 'redis', into: 'New', data: 'lost' },
    });
  });

  test('is not a replacement, so that nothing refers to another name', () => {
    const user = (id: string) => ({ User: resource('AWS::SNS::Topic', { DisplayName: { Ref: id } }) });
    const update = transition({ Old: rds(), ...user('Old') }, { New: cluster('aurora-mysql'), ...user('New') });
    expect(of(update, 'User').reasons.map(({ cause }) => cause.kind)).toEqual(['property-impact']);
  });
});

describe('fewer shards', () => {
  test.each<[string, RawResources, RawResources, string, string]>([
    ['of DocumentDB', { A: documents(), B: documents() }, { A: documents() }, 'B', MOVED],
    [
      'of servers in a cluster',
      { X: statefulSets(VALKEY, ['shard-0', 'shard-1'], 'cache') },
      { X: statefulSets(VALKEY, ['shard-0'], 'cache') },
      'X',
      'needs-data-migration applied-objects data-store-moved',
    ],
    ['of a cluster of databases that are no shards', { A: rds(), B: rds() }, { A: rds() }, 'B', 'removed'],
    [
      'where a replica of a database leaves',
      { X: statefulSets(MYSQL, ['database', 'database-replica'], 'database') },
      { X: statefulSets(MYSQL, ['database'], 'database') },
      'X',
      'in-place applied-objects',
    ],
    [
      'where a server of another component leaves',
      { A: statefulSets(VALKEY, ['cache'], 'cache'), B: statefulSets(VALKEY, ['jobs'], 'jobs') },
      { A: statefulSets(VALKEY, ['cache'], 'cache') },
      'B',
      'removed',
    ],
  ])('%s', (_name, before, after, id, expected) => {
    expect(classAndRules(transition(before, after), id).split(' ').sort()).toEqual(expected.split(' ').sort());
  });
});

test('every resource that needs a migration has one, a replaced one into itself', () => {
  const store = (StorageEncrypted: boolean) => ({ X: resource('AWS::RDS::DBInstance', { Engine: 'postgres', StorageEncrypted }) });
  expect(of(transition(store(false), store(true)), 'X').migration).toEqual({ kind: 'postgres', into: 'X', data: 'snapshot' });
  const stream = (Name: string) => ({ X: resource('AWS::Kinesis::Stream', { Name }) });
  expect(of(transition(stream('a'), stream('b')), 'X').migration).toEqual({ kind: 'other', into: 'X', data: 'lost' });
});

test('replicas of databases and instances of clusters are no stores of their own', () => {
  const Resources = {
    Source: rds(),
    Replica: resource('AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: { Ref: 'Source' } }),
    Writer: resource('AWS::RDS::DBInstance', { Engine: 'aurora-mysql', DBClusterIdentifier: 'c' }),
    Memcached: resource('AWS::ElastiCache::CacheCluster', { Engine: 'memcached' }),
  };
  expect(dataStoresOf(templateFrom({ Resources }, 'stack')).map(({ resource: id }) => id)).toEqual(['Source']);
});

test.each([
  ['public.ecr.aws/docker/library/mysql:8.4', 'mysql'],
  ['123456789012.dkr.ecr.us-east-1.amazonaws.com/bitnami/postgresql@sha256:00', 'postgres'],
  ['localhost:5000/redis', 'redis'],
  ['chromadb/chroma:1.5.3', 'chroma'],
  ['docker.io/percona/percona-server-mongodb:8.0.26-11', 'mongodb'],
  ['shop/mysql-importer:1', undefined],
])('the image %s is of %s', (image, kind) => {
  expect(kindOfImage(image)).toBe(kind);
});
