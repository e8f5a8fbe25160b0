import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftOfParts } from '../../lib/draft/draft-of-parts';
import type { Part } from '../../lib/draft/part';
import { readSource } from '../../lib/draft/read-source';
import { draftNoteText } from '../../lib/output/draft-notes';
import { temporaryFolder } from '../support/temporary-folder';

type Read = Pick<Part, 'role' | 'vcpu' | 'memoryGib' | 'storageGib' | 'instances' | 'shards' | 'members' | 'pooler'>;

interface OperatorExample {
  /** File of the operator's repository whose fields and amounts the resource has. */
  readonly source: string;
  readonly resource: object;
  readonly read: Read;
}

const servers = (count: number): Read['instances'] => ({ min: count, max: count });

/** The sizes of examples that the operators publish, with nothing else. */
const EXAMPLES: readonly OperatorExample[] = [
  {
    source: 'zalando/postgres-operator, manifests/complete-postgres-manifest.yaml',
    resource: {
      apiVersion: 'acid.zalan.do/v1',
      kind: 'postgresql',
      spec: { volume: { size: '1Gi' }, numberOfInstances: 2, resources: { requests: { cpu: '10m', memory: '100Mi' } } },
    },
    read: { role: { kind: 'database', engine: 'postgres' }, vcpu: 0.01, memoryGib: 100 / 1_024, storageGib: 1, instances: servers(2) },
  },
  {
    source: 'CrunchyData/postgres-operator, docs/content/tutorial/resize-cluster.md',
    resource: {
      apiVersion: 'postgres-operator.crunchydata.com/v1beta1',
      kind: 'PostgresCluster',
      spec: {
        instances: [
          {
            name: 'instance1',
            replicas: 2,
            resources: { limits: { cpu: 2, memory: '4Gi' } },
            dataVolumeClaimSpec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
          },
        ],
      },
    },
    read: { role: { kind: 'database', engine: 'postgres' }, vcpu: 2, memoryGib: 4, storageGib: 1, instances: servers(2) },
  },
  {
    source: 'mariadb-operator/mariadb-operator, examples/manifests/mariadb_replication_production.yaml',
    resource: {
      apiVersion: 'k8s.mariadb.com/v1alpha1',
      kind: 'MariaDB',
      spec: { storage: { size: '10Gi' }, replicas: 3, resources: { requests: { cpu: 1, memory: '4Gi' }, limits: { memory: '4Gi' } } },
    },
    read: { role: { kind: 'database', engine: 'mariadb' }, vcpu: 1, memoryGib: 4, storageGib: 10, instances: servers(3) },
  },
  {
    source: 'percona/percona-xtradb-cluster-operator, deploy/cr-minimal.yaml',
    resource: {
      apiVersion: 'pxc.percona.com/v1',
      kind: 'PerconaXtraDBCluster',
      spec: { pxc: { size: 1, volumeSpec: { persistentVolumeClaim: { resources: { requests: { storage: '6Gi' } } } } } },
    },
    read: { role: { kind: 'database', engine: 'mysql' }, storageGib: 6, instances: servers(1) },
  },
  {
    source: 'spotahome/redis-operator, example/redisfailover/basic.yaml',
    resource: {
      apiVersion: 'databases.spotahome.com/v1',
      kind: 'RedisFailover',
      spec: {
        sentinel: { replicas: 3, resources: { requests: { cpu: '100m' } } },
        redis: { replicas: 3, resources: { requests: { cpu: '100m', memory: '100Mi' }, limits: { cpu: '400m', memory: '500Mi' } } },
      },
    },
    read: { role: { kind: 'cache', engine: 'redis' }, vcpu: 0.1, memoryGib: 100 / 1_024, instances: servers(3) },
  },
  {
    source: 'OT-CONTAINER-KIT/redis-operator, example/v1beta1/redis-replication.yaml',
    resource: {
      apiVersion: 'redis.redis.opstreelabs.in/v1beta1',
      kind: 'RedisReplication',
      spec: { clusterSize: 3, kubernetesConfig: { resources: { requests: { cpu: '101m', memory: '128Mi' } } } },
    },
    read: { role: { kind: 'cache', engine: 'redis' }, vcpu: 0.101, memoryGib: 0.125, instances: servers(3) },
  },
  {
    source: 'OT-CONTAINER-KIT/redis-operator, example/v1beta1/advance_config/standalone.yaml',
    resource: {
      apiVersion: 'redis.redis.opstreelabs.in/v1beta1',
      kind: 'Redis',
      spec: { kubernetesConfig: { resources: { requests: { cpu: '101m', memory: '128Mi' } } } },
    },
    read: { role: { kind: 'cache', engine: 'redis' }, vcpu: 0.101, memoryGib: 0.125, instances: servers(1) },
  },
  {
    // Each shard has one follower where redisFollower.replicas is absent: GetReplicaCounts in api/v1beta2/rediscluster_types.go.
    source: 'OT-CONTAINER-KIT/redis-operator, example/v1beta1/advance_config/clusterd.yaml',
    resource: {
      apiVersion: 'redis.redis.opstreelabs.in/v1beta1',
      kind: 'RedisCluster',
      spec: {
        clusterSize: 3,
        kubernetesConfig: { resources: { requests: { cpu: '101m', memory: '128Mi' } } },
        storage: { volumeClaimTemplate: { spec: { resources: { requests: { storage: '1Gi' } } } } },
      },
    },
    read: { role: { kind: 'cache', engine: 'redis' }, vcpu: 0.101, memoryGib: 0.375, storageGib: 1, shards: 3, instances: servers(2) },
  },
  {
    source: 'dragonflydb/dragonfly-operator, config/samples/v1alpha1_dragonfly.yaml',
    resource: {
      apiVersion: 'dragonflydb.io/v1alpha1',
      kind: 'Dragonfly',
      spec: { replicas: 2, resources: { requests: { cpu: '500m', memory: '500Mi' }, limits: { cpu: '600m', memory: '750Mi' } } },
    },
    read: { role: { kind: 'cache', engine: 'redis' }, vcpu: 0.5, memoryGib: 500 / 1_024, instances: servers(2) },
  },
  {
    source: 'mysql/mysql-operator, samples/sample-cluster-podspec-resources.yaml and sample-cluster-pvc.yaml',
    resource: {
      apiVersion: 'mysql.oracle.com/v2',
      kind: 'InnoDBCluster',
      spec: {
        instances: 3,
        router: { instances: 1 },
        podSpec: { containers: [{ name: 'mysql', resources: { requests: { memory: '2048Mi', cpu: '1800m' } } }] },
        datadirVolumeClaimTemplate: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '300Gi' } } },
      },
    },
    read: {
      role: { kind: 'database', engine: 'mysql' },
      vcpu: 1.8,
      memoryGib: 2,
      storageGib: 300,
      instances: servers(3),
      members: [{ name: 'router', instances: 1 }],
    },
  },
  {
    source: 'mongodb/mongodb-kubernetes-operator, config/samples/mongodb.com_v1_mongodbcommunity_specify_pod_resources.yaml',
    resource: {
      apiVersion: 'mongodbcommunity.mongodb.com/v1',
      kind: 'MongoDBCommunity',
      spec: {
        members: 3,
        type: 'ReplicaSet',
        statefulSet: {
          spec: { template: { spec: { containers: [{ name: 'mongod', resources: { requests: { cpu: '0.2', memory: '200M' } } }] } } },
        },
      },
    },
    read: { role: { kind: 'document-store' }, vcpu: 0.2, memoryGib: 200e6 / 1_024 ** 3, instances: servers(3) },
  },
  {
    source: 'spotahome/redis-operator, example/redisfailover/basic.yaml, with its sentinels',
    resource: {
      apiVersion: 'databases.spotahome.com/v1',
      kind: 'RedisFailover',
      spec: { sentinel: { replicas: 3, resources: { requests: { cpu: '100m' } } }, redis: { replicas: 3 } },
    },
    read: {
      role: { kind: 'cache', engine: 'redis' },
      instances: servers(3),
      members: [{ name: 'sentinel', instances: 3, vcpu: 0.1 }],
    },
  },
];

function partsOf(resource: object): readonly Part[] {
  const path = join(temporaryFolder(), 'manifest.json');
  writeFileSync(path, JSON.stringify({ ...resource, metadata: { name: 'store' } }));
  return readSource(path).parts;
}

test.each(EXAMPLES)('reads the sizes of $source', ({ resource, read: { memoryGib, ...exact } }) => {
  const [part] = partsOf(resource);
  expect(part).toMatchObject(exact);
  if (memoryGib === undefined) expect(part?.memoryGib).toBeUndefined();
  else expect(part?.memoryGib).toBeCloseTo(memoryGib, 3);
  expect(part?.unsetCount).toBeUndefined();
});

test('a number of servers that only the operator knows is an assumption, and a note', () => {
  // spotahome/redis-operator, api/redisfailover/v1/defaults.go: defaultRedisNumber = 3.
  const parts = partsOf({ apiVersion: 'databases.spotahome.com/v1', kind: 'RedisFailover', spec: { redis: {} } });
  const { comments } = draftOfParts('shop', parts);
  expect(comments.map(({ note }) => draftNoteText(note))).toContain(
    'store: the source does not set spec.redis.replicas; one server is assumed, and the operator may have another default',
  );
});

test('servers of an operator that no service reads from are standbys, with a note', () => {
  const resource = { apiVersion: 'mysql.oracle.com/v2', kind: 'InnoDBCluster', spec: { instances: 3, router: { instances: 1 } } };
  const { system, comments } = draftOfParts('shop', partsOf(resource));
  expect(system.tiers[0]?.components).toMatchObject({ store: { kind: 'database', multiAz: true } });
  expect(system.tiers[0]?.components?.store).not.toHaveProperty('readReplicas');
  expect(comments.map(({ note }) => draftNoteText(note))).toContain(
    'store: 3 servers of the source become a standby (multiAz: true) and readReplicas: 0, because nothing connects to a read endpoint',
  );
});
