import type { TemplateResource } from '../cloudformation/template-resource';

/** Kinds of data, each with a procedure that copies it to another store. `other`: no procedure is known here. */
export const DATA_KINDS = ['mysql', 'postgres', 'redis', 'mongodb', 'opensearch', 'chroma', 'queue', 'bucket', 'secret', 'other'] as const;
/** Kind of data. */
export type DataKind = (typeof DATA_KINDS)[number];

/** Addresses of the documents that describe how data is copied, by kind. */
export const COPY_SOURCES: Readonly<Record<DataKind, readonly string[]>> = {
  mysql: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-importing-data-external-database.html',
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Task.CDC.html',
  ],
  postgres: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Procedural.Importing.html',
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Task.CDC.html',
  ],
  redis: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-exporting.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-seeding-redis.html',
  ],
  mongodb: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore-dump_restore_import_export_data.html',
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Task.CDC.html',
  ],
  opensearch: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-snapshots.html'],
  chroma: ['https://docs.trychroma.com/docs/querying-collections/query-and-get'],
  queue: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html'],
  bucket: ['https://docs.aws.amazon.com/cli/latest/reference/s3/sync.html'],
  secret: ['https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/get-secret-value.html'],
  other: [],
};

/** Engines by the names that RDS, Aurora, ElastiCache and images have for them. */
const ENGINES: Readonly<Record<string, DataKind>> = {
  aurora: 'mysql',
  'aurora-mysql': 'mysql',
  'aurora-postgresql': 'postgres',
  chroma: 'chroma',
  elasticsearch: 'opensearch',
  keydb: 'redis',
  mariadb: 'mysql',
  mongo: 'mongodb',
  mongodb: 'mongodb',
  mysql: 'mysql',
  opensearch: 'opensearch',
  'percona-server': 'mysql',
  'percona-server-mongodb': 'mongodb',
  pgvector: 'postgres',
  postgis: 'postgres',
  postgres: 'postgres',
  postgresql: 'postgres',
  redis: 'redis',
  'redis-stack-server': 'redis',
  timescaledb: 'postgres',
  valkey: 'redis',
};

/** Kinds of types without a property that names an engine. */
const TYPES: Readonly<Record<string, DataKind>> = {
  'AWS::DocDB::DBCluster': 'mongodb',
  'AWS::DocDBElastic::Cluster': 'mongodb',
  'AWS::ElastiCache::ReplicationGroup': 'redis',
  'AWS::Elasticsearch::Domain': 'opensearch',
  'AWS::MemoryDB::Cluster': 'redis',
  'AWS::OpenSearchService::Domain': 'opensearch',
  'AWS::S3::Bucket': 'bucket',
  'AWS::SQS::Queue': 'queue',
  'AWS::SecretsManager::Secret': 'secret',
};

/** Types whose property `Engine` names the kind. */
const WITH_ENGINE: ReadonlySet<string> = new Set([
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ServerlessCache',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
]);

/** The kind of data that a resource holds; `other` for one that is not known. */
export function dataKindOf({ type, properties }: Pick<TemplateResource, 'type' | 'properties'>): DataKind {
  const kind = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  return kind ?? (WITH_ENGINE.has(type) ? kindOfEngine(properties.Engine) : undefined) ?? 'other';
}

/** The kind of data that a server of an image holds; undefined for an image of no known engine. */
export function kindOfImage(image: unknown): DataKind | undefined {
  if (typeof image !== 'string') return undefined;
  const [path = ''] = image.split('@');
  return kindOfEngine(path.slice(path.lastIndexOf('/') + 1).split(':')[0]);
}

function kindOfEngine(engine: unknown): DataKind | undefined {
  const name = String(engine).toLowerCase();
  return Object.hasOwn(ENGINES, name) ? ENGINES[name] : undefined;
}
