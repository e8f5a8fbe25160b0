import type { TemplateResource } from '../cloudformation/template-resource';
import { valueAt } from './property-value';
import { listOf } from './roll/task-demand';

/**
 * Outcome for data when its resource is removed or replaced. `retained`: the resource stays outside of the stack.
 * `snapshot`: it is deleted after a snapshot. `lost`: it is deleted.
 */
export const DATA_OUTCOMES = ['retained', 'snapshot', 'lost'] as const;
/** Outcome for data. */
export type DataOutcome = (typeof DATA_OUTCOMES)[number];

/** Types with contents that a template cannot create again. */
const DATA_TYPES: ReadonlySet<string> = new Set([
  'AWS::AmazonMQ::Broker',
  'AWS::Backup::BackupVault',
  'AWS::Cassandra::Table',
  'AWS::CodeCommit::Repository',
  'AWS::Cognito::UserPool',
  'AWS::DocDB::DBCluster',
  'AWS::DocDBElastic::Cluster',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::EC2::Volume',
  'AWS::EFS::FileSystem',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElastiCache::ServerlessCache',
  'AWS::Elasticsearch::Domain',
  'AWS::FSx::FileSystem',
  'AWS::FSx::Volume',
  'AWS::KMS::Key',
  'AWS::Kinesis::Stream',
  'AWS::Logs::LogGroup',
  'AWS::MSK::Cluster',
  'AWS::MemoryDB::Cluster',
  'AWS::Neptune::DBCluster',
  'AWS::OpenSearchService::Domain',
  'AWS::QLDB::Ledger',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
  'AWS::S3::Bucket',
  'AWS::SDB::Domain',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
  'AWS::Timestream::Database',
  'AWS::Timestream::Table',
]);

/** CloudFormation takes a snapshot of these unless a policy states otherwise. */
const SNAPSHOT_BY_DEFAULT: ReadonlySet<string> = new Set(['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance']);

/** Whether a resource holds data that exists nowhere else. Read replicas and instances of a cluster hold copies. */
export function holdsData({ type, properties }: TemplateResource): boolean {
  if (!DATA_TYPES.has(type)) return false;
  // Events with a retention expire by themselves.
  if (type === 'AWS::Logs::LogGroup') return properties.RetentionInDays === undefined;
  if (type !== 'AWS::RDS::DBInstance') return true;
  return properties.SourceDBInstanceIdentifier === undefined && properties.DBClusterIdentifier === undefined;
}

/**
 * Outcome for the data of a resource that is removed (`deletionPolicy`) or replaced (`updateReplacePolicy`).
 * Source: CloudFormation template reference, DeletionPolicy and UpdateReplacePolicy.
 */
export function dataOutcome({ type, properties }: TemplateResource, policy: string | undefined): DataOutcome {
  if (policy === 'Retain' || policy === 'RetainExceptOnCreate') return 'retained';
  if (policy === 'Snapshot' || (policy === undefined && SNAPSHOT_BY_DEFAULT.has(type))) return 'snapshot';
  // CloudFormation deletes only empty buckets, so a bucket with objects stays outside of the stack.
  return type === 'AWS::S3::Bucket' && !isEmptied(properties) ? 'retained' : 'lost';
}

/** Whether the CDK empties a bucket before its deletion (`autoDeleteObjects`). */
function isEmptied({ Tags }: TemplateResource['properties']): boolean {
  return listOf(Tags).some((tag) => valueAt(tag, 'Key') === 'aws-cdk:auto-delete-objects' && valueAt(tag, 'Value') === 'true');
}
