import type { Path } from '../../manifests/manifest-object';
import type { PartRole } from '../part';

/** Where a custom resource states servers of one kind. */
export interface OperatorServers {
  /** Path of the number of servers; absent for a kind that always has one. */
  readonly count?: Path;
  /** Path of the resources of one server. */
  readonly resources: Path;
  /** Path that must be true for the servers to exist. Default: they exist when their section does. */
  readonly enabled?: Path;
}

/** Where a custom resource states its servers. */
export interface OperatorResource extends OperatorServers {
  /** The component that it becomes. */
  readonly role: PartRole;
  /** Path of the storage of one server; absent for one that has none. */
  readonly storage?: Path;
  /** Path of the number of shards, or of the list with one item for each shard. */
  readonly shards?: Path;
  /** Path of the number of replicas of all shards; where it is absent, each shard has one. */
  readonly replicasOfShards?: Path;
  /** Whether a majority of the servers elects the primary, so that three are the least. */
  readonly elects?: boolean;
  /** Sections with servers that belong to it: proxies, routers, sentinels. */
  readonly members?: Readonly<Record<string, OperatorServers>>;
  /** Name of the member that is PgBouncer. */
  readonly pgbouncer?: string;
}

const MYSQL: PartRole = { kind: 'database', engine: 'mysql' };
const MARIADB: PartRole = { kind: 'database', engine: 'mariadb' };
const POSTGRES: PartRole = { kind: 'database', engine: 'postgres' };
const REDIS: PartRole = { kind: 'cache', engine: 'redis' };
const DOCUMENTS: PartRole = { kind: 'document-store' };
const QUEUE: PartRole = { kind: 'queue' };
const CLAIM = ['resources', 'requests', 'storage'];

/** The servers of a section that has `size` or `replicas` and `resources`. */
function section(path: Path, count: string, enabled?: string): OperatorServers {
  return { count: [...path, count], resources: [...path, 'resources'], ...(enabled !== undefined && { enabled: [...path, enabled] }) };
}

/** The cluster of the operator of Crunchy Data, on which the operator of Percona is based. */
const CRUNCHY_POSTGRES: OperatorResource = {
  role: POSTGRES,
  count: ['spec', 'instances', 0, 'replicas'],
  resources: ['spec', 'instances', 0, 'resources'],
  storage: ['spec', 'instances', 0, 'dataVolumeClaimSpec', ...CLAIM],
  members: { pgBouncer: section(['spec', 'proxy', 'pgBouncer'], 'replicas') },
  pgbouncer: 'pgBouncer',
};

/** Resources and storage of a server of the operator of Opstree. */
const OPSTREE_REDIS = {
  role: REDIS,
  resources: ['spec', 'kubernetesConfig', 'resources'],
  storage: ['spec', 'storage', 'volumeClaimTemplate', 'spec', ...CLAIM],
} as const satisfies OperatorResource;

/** Custom resources by group and kind. Source: the examples of each operator's repository, which the tests name. */
export const OPERATOR_RESOURCES: ReadonlyMap<string, OperatorResource> = new Map(
  Object.entries<OperatorResource>({
    'postgresql.cnpg.io/Cluster': {
      role: POSTGRES,
      count: ['spec', 'instances'],
      resources: ['spec', 'resources'],
      storage: ['spec', 'storage', 'size'],
    },
    'acid.zalan.do/postgresql': {
      role: POSTGRES,
      count: ['spec', 'numberOfInstances'],
      resources: ['spec', 'resources'],
      storage: ['spec', 'volume', 'size'],
      members: {
        connectionPooler: { ...section(['spec', 'connectionPooler'], 'numberOfInstances'), enabled: ['spec', 'enableConnectionPooler'] },
      },
      pgbouncer: 'connectionPooler',
    },
    'postgres-operator.crunchydata.com/PostgresCluster': CRUNCHY_POSTGRES,
    'pgv2.percona.com/PerconaPGCluster': CRUNCHY_POSTGRES,
    'k8s.mariadb.com/MariaDB': {
      role: MARIADB,
      count: ['spec', 'replicas'],
      resources: ['spec', 'resources'],
      storage: ['spec', 'storage', 'size'],
    },
    'ps.percona.com/PerconaServerMySQL': {
      role: MYSQL,
      count: ['spec', 'mysql', 'size'],
      resources: ['spec', 'mysql', 'resources'],
      storage: ['spec', 'mysql', 'volumeSpec', 'persistentVolumeClaim', ...CLAIM],
      elects: true,
      members: {
        haproxy: section(['spec', 'proxy', 'haproxy'], 'size', 'enabled'),
        router: section(['spec', 'proxy', 'router'], 'size', 'enabled'),
        orchestrator: section(['spec', 'orchestrator'], 'size', 'enabled'),
      },
    },
    'pxc.percona.com/PerconaXtraDBCluster': {
      role: MYSQL,
      count: ['spec', 'pxc', 'size'],
      resources: ['spec', 'pxc', 'resources'],
      storage: ['spec', 'pxc', 'volumeSpec', 'persistentVolumeClaim', ...CLAIM],
      elects: true,
      members: {
        haproxy: section(['spec', 'haproxy'], 'size', 'enabled'),
        proxysql: section(['spec', 'proxysql'], 'size', 'enabled'),
      },
    },
    'mysql.oracle.com/InnoDBCluster': {
      role: MYSQL,
      count: ['spec', 'instances'],
      resources: ['spec', 'podSpec', 'containers', 0, 'resources'],
      storage: ['spec', 'datadirVolumeClaimTemplate', ...CLAIM],
      elects: true,
      members: {
        router: { count: ['spec', 'router', 'instances'], resources: ['spec', 'router', 'podSpec', 'containers', 0, 'resources'] },
      },
    },
    'psmdb.percona.com/PerconaServerMongoDB': {
      role: DOCUMENTS,
      count: ['spec', 'replsets', 0, 'size'],
      resources: ['spec', 'replsets', 0, 'resources'],
      storage: ['spec', 'replsets', 0, 'volumeSpec', 'persistentVolumeClaim', ...CLAIM],
      shards: ['spec', 'replsets'],
      members: {
        configsvrReplSet: { ...section(['spec', 'sharding', 'configsvrReplSet'], 'size'), enabled: ['spec', 'sharding', 'enabled'] },
        mongos: { ...section(['spec', 'sharding', 'mongos'], 'size'), enabled: ['spec', 'sharding', 'enabled'] },
      },
    },
    'mongodbcommunity.mongodb.com/MongoDBCommunity': {
      role: DOCUMENTS,
      count: ['spec', 'members'],
      resources: ['spec', 'statefulSet', 'spec', 'template', 'spec', 'containers', 0, 'resources'],
      storage: ['spec', 'statefulSet', 'spec', 'volumeClaimTemplates', 0, 'spec', ...CLAIM],
    },
    'databases.spotahome.com/RedisFailover': {
      role: REDIS,
      count: ['spec', 'redis', 'replicas'],
      resources: ['spec', 'redis', 'resources'],
      members: { sentinel: section(['spec', 'sentinel'], 'replicas') },
    },
    'redis.redis.opstreelabs.in/RedisReplication': {
      ...OPSTREE_REDIS,
      count: ['spec', 'clusterSize'],
    },
    'redis.redis.opstreelabs.in/RedisCluster': {
      ...OPSTREE_REDIS,
      shards: ['spec', 'clusterSize'],
      replicasOfShards: ['spec', 'redisFollower', 'replicas'],
    },
    'redis.redis.opstreelabs.in/Redis': OPSTREE_REDIS,
    'dragonflydb.io/Dragonfly': { role: REDIS, count: ['spec', 'replicas'], resources: ['spec', 'resources'] },
    'rabbitmq.com/RabbitmqCluster': {
      role: QUEUE,
      count: ['spec', 'replicas'],
      resources: ['spec', 'resources'],
      storage: ['spec', 'persistence', 'storage'],
    },
  }),
);
