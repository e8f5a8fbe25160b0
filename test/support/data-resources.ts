/**
 * Resources that hold data: losing one loses what users put there. Replicas are copies and may go; container images are
 * built from source.
 */
export const DATA_RESOURCE_TYPES: ReadonlySet<string> = new Set([
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::DocDB::DBCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::S3::Bucket',
  'AWS::EC2::Volume',
  'AWS::EFS::FileSystem',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
  'AWS::KMS::Key',
]);

/**
 * Properties that the CloudFormation specification marks as "may replace" and the service changes in place.
 * `MultiAZ`: Amazon RDS user guide, "Converting a DB instance to a Multi-AZ deployment": no downtime, the instance stays.
 * `NumNodeGroups`: Amazon ElastiCache user guide, "Online resharding": with the update policy UseOnlineResharding,
 * CloudFormation changes the number of shards without replacement.
 */
export const CHANGED_IN_PLACE: ReadonlySet<string> = new Set([
  'AWS::RDS::DBInstance MultiAZ',
  'AWS::ElastiCache::ReplicationGroup NumNodeGroups',
]);
