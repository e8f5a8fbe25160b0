import type { PartRole } from './part';

const MYSQL: PartRole = { kind: 'database', engine: 'mysql' };
const MARIADB: PartRole = { kind: 'database', engine: 'mariadb' };
const POSTGRES: PartRole = { kind: 'database', engine: 'postgres' };
const REDIS: PartRole = { kind: 'cache', engine: 'redis' };
const VALKEY: PartRole = { kind: 'cache', engine: 'valkey' };
const DOCUMENTS: PartRole = { kind: 'document-store' };
const VECTORS: PartRole = { kind: 'vector-store' };
const QUEUE: PartRole = { kind: 'queue' };
const BUCKET: PartRole = { kind: 'bucket' };
const PROXY: PartRole = { kind: 'proxy' };
const PGBOUNCER: PartRole = { kind: 'pooler', isPgbouncer: true };
const POOLER: PartRole = { kind: 'pooler', isPgbouncer: false };
const TOOL: PartRole = { kind: 'omitted', reason: 'tool' };
const UNSUPPORTED: PartRole = { kind: 'omitted', reason: 'unsupported' };

/** Roles by the last part of the name of an image, or by its last two where that says too little. Every other image is a service. */
const ROLES: ReadonlyMap<string, PartRole> = new Map(
  (
    [
      [MYSQL, ['mysql', 'mysql-server', 'percona', 'percona-server']],
      [MARIADB, ['mariadb', 'mariadb-galera']],
      [POSTGRES, ['postgres', 'postgresql', 'postgis', 'timescaledb', 'timescaledb-ha', 'pgvector', 'pgvecto-rs']],
      [REDIS, ['redis', 'redis-stack', 'redis-stack-server', 'keydb', 'dragonfly']],
      [VALKEY, ['valkey']],
      [DOCUMENTS, ['mongo', 'mongodb', 'mongodb-community-server', 'percona-server-mongodb']],
      [VECTORS, ['qdrant', 'chroma', 'chromadb', 'weaviate']],
      [QUEUE, ['rabbitmq', 'elasticmq', 'elasticmq-native', 'beanstalkd']],
      [BUCKET, ['minio']],
      [PROXY, ['traefik', 'haproxy', 'nginx-proxy', 'nginx-proxy-manager', 'caddy-docker-proxy', 'acme-companion']],
      [PGBOUNCER, ['pgbouncer', 'pgcat', 'odyssey', 'pgpool']],
      [POOLER, ['proxysql', 'maxscale', 'mysql-router', 'community-router']],
      [TOOL, ['adminer', 'phpmyadmin', 'pgadmin4', 'mongo-express', 'redis-commander', 'redisinsight', 'mailhog', 'mailpit', 'maildev']],
      [TOOL, ['mailcatcher', 'portainer', 'portainer-ce', 'watchtower', 'dozzle', 'certbot', 'localstack', 'autoheal', 'mc']],
      [UNSUPPORTED, ['elasticsearch', 'opensearch', 'solr', 'meilisearch', 'typesense', 'kafka', 'cp-kafka', 'zookeeper', 'cp-zookeeper']],
      [UNSUPPORTED, ['redpanda', 'nats', 'pulsar', 'memcached', 'cassandra', 'scylla', 'clickhouse', 'clickhouse-server', 'influxdb']],
      [UNSUPPORTED, ['neo4j', 'couchdb', 'cockroach', 'etcd', 'consul', 'vault', 'milvus', 'server-mssql', 'prometheus', 'grafana']],
      [UNSUPPORTED, ['mssql/server', 'azure-sql-edge', 'oracle-free', 'oracle-xe', 'database/free', 'database/express']],
      [UNSUPPORTED, ['loki', 'jaeger', 'all-in-one', 'otel-collector', 'opentelemetry-collector-contrib', 'zipkin']],
    ] as const
  ).flatMap(([role, names]) => names.map((name) => [name, role] as const)),
);

/** The role of an image, by its name without registry, tag and digest. */
export function imageRole(image: string): PartRole {
  const [withoutDigest = ''] = image.split('@');
  const [last = '', owner = ''] = withoutDigest.toLowerCase().split('/').reverse();
  const [name = ''] = last.split(':');
  return ROLES.get(`${owner}/${name}`) ?? ROLES.get(name) ?? { kind: 'service' };
}
