import type { Rule } from '../rule';
import { isAbsent } from '../values';

/** The property with the name, of types that may hold data. */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::RDS::DBInstance': 'DBInstanceIdentifier',
  'AWS::RDS::DBCluster': 'DBClusterIdentifier',
  'AWS::DocDB::DBCluster': 'DBClusterIdentifier',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::ElastiCache::ReplicationGroup': 'ReplicationGroupId',
  'AWS::EFS::FileSystem': 'CreationToken',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::KMS::Alias': 'AliasName',
  'AWS::ECR::Repository': 'RepositoryName',
};

export const fixedNameRetained: Rule = {
  id: 'fixed-name-retained',
  severity: 'warning',
  description: 'Resource has a fixed name and is retained after a failed creation, so the next creation fails because the name exists',
  fix: 'Set DeletionPolicy to RetainExceptOnCreate, or leave the name out',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
  *check(context) {
    for (const resource of context.template.resources) {
      const name = NAMES[resource.type];
      if (name === undefined || resource.deletionPolicy !== 'Retain' || isAbsent(resource.properties, name)) continue;
      yield { resource, path: 'DeletionPolicy', received: `"Retain" with ${name}`, expected: `RetainExceptOnCreate, or no ${name}` };
    }
  },
};
