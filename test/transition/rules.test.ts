import { loadResourceModel } from '@aws-cdk/cloudformation-diff/lib/diff/util';
import { describe, expect, test } from 'vitest';
import { reasonText } from '../../lib/output/transition-reasons';
import { ORDER_RULES } from '../../lib/transition/order';
import { RULES } from '../../lib/transition/rules';
import { majorVersion } from '../../lib/transition/versions';
import { classAndRules, of, PLACEHOLDER, type RawResource, type RawResources, transition } from './support';

/** A change of one resource `X`, with its class and the rules that state it. */
interface Pair {
  readonly before: RawResources;
  readonly after: RawResources;
  /** Logical ID of the resource. Default: X. */
  readonly id?: string;
  readonly classAndRules: string;
}

/** A pair that triggers a rule, and one that does not. */
type RulePairs = readonly [triggers: Pair, silent: Pair];

const resource = (Type: string, Properties: Readonly<Record<string, unknown>>, attributes: object = {}): RawResource => ({
  Type,
  Properties,
  ...attributes,
});

/** One resource of a type whose properties change. */
function changed(type: string, fixed: object, from: object, to: object, classAndRules: string, attributes: object = {}): Pair {
  return {
    before: { X: resource(type, { ...fixed, ...from }, attributes) },
    after: { X: resource(type, { ...fixed, ...to }, attributes) },
    classAndRules,
  };
}

const RDS = 'AWS::RDS::DBInstance';
const CACHE = 'AWS::ElastiCache::ReplicationGroup';
const SERVICE = 'AWS::ECS::Service';
const ONLINE = { UpdatePolicy: { UseOnlineResharding: true } };
const mysql = { Engine: 'mysql', EngineVersion: '8.4.8', AllocatedStorage: '100', StorageType: 'gp3', StorageEncrypted: true };
const mysqlChange = (from: object, to: object, classAndRules: string) => changed(RDS, mysql, from, to, classAndRules);
const cacheChange = (from: object, to: object, classAndRules: string, attributes: object = ONLINE) =>
  changed(CACHE, { Engine: 'valkey', ClusterMode: 'enabled', AutomaticFailoverEnabled: true }, from, to, classAndRules, attributes);

const forwardTo = (id: string) => ({ LoadBalancerArn: 'lb', Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: id } }] });
const TARGETS = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const withReplica = (storage: object, own: object): RawResources => ({
  Source: resource(RDS, { ...mysql, ...storage }),
  X: resource(RDS, { SourceDBInstanceIdentifier: { Ref: 'Source' }, ...own }),
});
const named = (port: string, name: string) => ({
  Namespace: 'shop',
  Services: [{ PortName: port, ClientAliases: [{ DnsName: name, Port: 80 }] }],
});
const strategy = (provider: string) => ({ CapacityProviderStrategy: [{ CapacityProvider: provider, Weight: 1 }] });
const group = (type: string, policy: object = {}): RawResources => ({
  Launch: resource('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { InstanceType: type } }),
  X: resource(
    'AWS::AutoScaling::AutoScalingGroup',
    {
      MinSize: '1',
      MaxSize: '2',
      LaunchTemplate: { LaunchTemplateId: { Ref: 'Launch' }, Version: { 'Fn::GetAtt': ['Launch', 'LatestVersionNumber'] } },
    },
    policy,
  ),
});

const scaled = (LaunchType: string): RawResources => ({
  S: resource(SERVICE, { LaunchType }),
  X: resource('AWS::ApplicationAutoScaling::ScalableTarget', {
    ResourceId: { 'Fn::Join': ['/', ['service', 'shop', { 'Fn::GetAtt': ['S', 'Name'] }]] },
    MaxCapacity: 2,
  }),
});
const brokers = (VolumeSize: number) => ({ BrokerNodeGroupInfo: { StorageInfo: { EBSStorageInfo: { VolumeSize } } } });
const DOMAIN = 'AWS::OpenSearchService::Domain';
const CLASSIC = 'AWS::ElasticLoadBalancing::LoadBalancer';
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const hashKey = (name: string) => [{ AttributeName: name, KeyType: 'HASH' }];
/** A table with a key and definitions of the attributes, which DynamoDB requires of each key and of nothing else. */
const table = (...names: readonly string[]) => ({
  KeySchema: hashKey(names[0] ?? 'id'),
  AttributeDefinitions: names.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
});
const index = (name: string, ProjectionType = 'ALL') => ({ IndexName: name, KeySchema: hashKey(name), Projection: { ProjectionType } });
const indexes = (...names: readonly string[]) => ({ GlobalSecondaryIndexes: names.map((name) => index(name)) });
const mode = (AuthenticationMode: string) => ({ AccessConfig: { AuthenticationMode } });
const inSubnets = (...SubnetIds: readonly string[]): RawResources => ({
  X: resource('AWS::RDS::DBSubnetGroup', { DBSubnetGroupDescription: 'data', SubnetIds }),
  Database: resource(RDS, { ...mysql, DBSubnetGroupName: { Ref: 'X' } }),
});
const worker = resource('AWS::Lambda::Function', { Runtime: 'nodejs22.x' });
const logGroup = (LogGroupName: unknown) => resource('AWS::Logs::LogGroup', { LogGroupName, RetentionInDays: 30 });

const KAFKA = 'AWS::MSK::Cluster';
const ofSize = (size: string) => ({ BrokerNodeGroupInfo: { InstanceType: `kafka.${size}` } });
const WAREHOUSE = 'AWS::Redshift::Cluster';
const FILES = 'AWS::FSx::FileSystem';
const OPENZFS = { FileSystemType: 'OPENZFS' };
const zfs = (DeploymentType: string, ThroughputCapacity: number) => ({ OpenZFSConfiguration: { DeploymentType, ThroughputCapacity } });

/** The pairs of each rule. The sources of the rule state the expected outcomes. */
const PAIRS: Readonly<Record<string, RulePairs>> = {
  'resource-type-change': [
    {
      before: { X: resource('AWS::ECS::Cluster', {}) },
      after: { X: resource('AWS::EKS::Cluster', {}) },
      classAndRules: 'rejected resource-type-change',
    },
    { before: { X: resource('AWS::ECS::Cluster', {}) }, after: { X: resource('AWS::ECS::Cluster', {}) }, classAndRules: 'unchanged' },
  ],
  'some-interruptions': [
    changed(
      'AWS::AmazonMQ::Broker',
      {},
      { HostInstanceType: 'mq.t3.micro' },
      { HostInstanceType: 'mq.m5.large' },
      'in-place-with-interruption some-interruptions',
    ),
    changed('AWS::AmazonMQ::Broker', {}, { AutoMinorVersionUpgrade: false }, { AutoMinorVersionUpgrade: true }, 'in-place'),
  ],
  // CloudFormation user guide, "Split a template into reusable pieces using nested stacks": an update of the root stack updates its nested stacks.
  'nested-stack': [
    changed(
      'AWS::CloudFormation::Stack',
      {},
      { TemplateURL: 'https://bucket.s3.amazonaws.com/v1/network.yaml' },
      { TemplateURL: 'https://bucket.s3.amazonaws.com/v2/network.yaml' },
      'in-place-with-interruption nested-stack',
    ),
    changed('AWS::CloudFormation::Stack', { TemplateURL: 'network.yaml' }, { TimeoutInMinutes: 10 }, { TimeoutInMinutes: 20 }, 'in-place'),
  ],
  'deletion-protection': [
    {
      before: { X: resource('AWS::DocDB::DBCluster', { DeletionProtection: true }), Y: resource('AWS::SNS::Topic', {}) },
      after: { Y: resource('AWS::SNS::Topic', {}) },
      classAndRules: 'removed deletion-protection',
    },
    {
      before: { X: resource('AWS::DocDB::DBCluster', {}), Y: resource('AWS::SNS::Topic', {}) },
      after: { Y: resource('AWS::SNS::Topic', {}) },
      classAndRules: 'removed',
    },
  ],
  'rds-storage-decrease': [
    mysqlChange({}, { AllocatedStorage: '50' }, 'rejected rds-storage-decrease rds-storage-cooldown'),
    mysqlChange({}, { AllocatedStorage: '200' }, 'in-place rds-storage-cooldown'),
  ],
  'rds-storage-increase': [
    mysqlChange({}, { AllocatedStorage: '109' }, 'rejected rds-storage-increase rds-storage-cooldown'),
    mysqlChange({}, { AllocatedStorage: '110' }, 'in-place rds-storage-cooldown'),
  ],
  'rds-storage-cooldown': [
    mysqlChange({ StorageThroughput: 125 }, { StorageThroughput: 250 }, 'in-place rds-storage-cooldown'),
    mysqlChange({}, { DeletionProtection: true }, 'in-place'),
  ],
  'rds-storage-type': [
    mysqlChange({}, { StorageType: 'io1' }, 'in-place-with-interruption rds-storage-cooldown rds-storage-type'),
    mysqlChange({ StorageType: 'gp2' }, {}, 'in-place rds-storage-cooldown rds-storage-type'),
  ],
  'rds-instance-class': [
    mysqlChange({ DBInstanceClass: 'db.t4g.small' }, { DBInstanceClass: 'db.m6g.large' }, 'in-place-with-interruption rds-instance-class'),
    mysqlChange({ DBInstanceClass: 'db.t4g.small' }, { DBInstanceClass: 'db.t4g.small' }, 'unchanged'),
  ],
  'rds-multi-az': [
    mysqlChange({ MultiAZ: false }, { MultiAZ: true }, 'in-place rds-multi-az'),
    mysqlChange({ AvailabilityZone: 'a' }, { AvailabilityZone: 'b' }, 'needs-data-migration'),
  ],
  'rds-engine-version': [
    mysqlChange({}, { EngineVersion: '9.0.1' }, 'rejected rds-engine-version'),
    mysqlChange({}, { EngineVersion: '8.4.10' }, 'in-place-with-interruption rds-engine-version'),
  ],
  'rds-encryption': [
    mysqlChange({ StorageEncrypted: false }, {}, 'needs-data-migration rds-encryption'),
    mysqlChange({}, { DeletionProtection: true }, 'in-place'),
  ],
  // CloudFormation template reference, AWS::RDS::DBInstance, DBSnapshotIdentifier: with another one, a new instance is restored; without
  // it, an empty one is created; an update with the same changes no data.
  'restored-from-backup': [
    mysqlChange(
      { StorageEncrypted: true },
      { StorageEncrypted: undefined, DBSnapshotIdentifier: 'shop' },
      'needs-data-migration restored-from-backup',
    ),
    mysqlChange({ DBSnapshotIdentifier: 'shop' }, { DBSnapshotIdentifier: 'shop', DeletionProtection: true }, 'in-place'),
  ],
  'rds-replica-storage': [
    {
      before: withReplica({}, {}),
      after: withReplica({ AllocatedStorage: '400' }, {}),
      classAndRules: 'in-place-with-interruption rds-replica-storage',
    },
    {
      before: withReplica({}, { AllocatedStorage: '100' }),
      after: withReplica({ AllocatedStorage: '400' }, { AllocatedStorage: '400' }),
      classAndRules: 'in-place rds-storage-cooldown',
    },
  ],
  'rds-parameter-group': [
    changed(
      'AWS::RDS::DBParameterGroup',
      { Family: 'postgres16' },
      { Parameters: { max_connections: '100' } },
      { Parameters: { max_connections: '200' } },
      'in-place-with-interruption rds-parameter-group',
    ),
    changed(
      'AWS::RDS::DBParameterGroup',
      { Family: 'mysql8.4' },
      { Parameters: { max_connections: '100' } },
      { Parameters: { max_connections: '200' } },
      'in-place',
    ),
  ],
  'rds-settings': [
    mysqlChange({ BackupRetentionPeriod: 0 }, { BackupRetentionPeriod: 7 }, 'in-place-with-interruption rds-settings'),
    mysqlChange({}, { EnablePerformanceInsights: true }, 'in-place'),
  ],
  'cache-node-type': [
    changed(
      CACHE,
      {},
      { CacheNodeType: 'cache.t4g.small' },
      { CacheNodeType: 'cache.m6g.large' },
      'in-place-with-interruption cache-node-type',
    ),
    cacheChange({ CacheNodeType: 'cache.t4g.small' }, { CacheNodeType: 'cache.m6g.large' }, 'in-place cache-node-type'),
  ],
  'cache-shards': [
    cacheChange(
      { NumNodeGroups: 1, CacheNodeType: 'cache.t4g.small' },
      { NumNodeGroups: 3, CacheNodeType: 'cache.m6g.large' },
      'rejected cache-node-type cache-shards',
    ),
    cacheChange({ NumNodeGroups: 1 }, { NumNodeGroups: 3 }, 'in-place cache-shards'),
  ],
  'cache-replicas': [
    cacheChange({ ReplicasPerNodeGroup: 1 }, { ReplicasPerNodeGroup: 2 }, 'in-place cache-replicas'),
    cacheChange(
      { ReplicasPerNodeGroup: 1, NodeGroupConfiguration: [{ NodeGroupId: '1' }] },
      { ReplicasPerNodeGroup: 2, NodeGroupConfiguration: [{ NodeGroupId: '2' }] },
      'rejected cache-shards',
    ),
  ],
  'cache-cluster-mode': [
    cacheChange({ ClusterMode: 'disabled' }, { ClusterMode: 'enabled' }, 'rejected cache-cluster-mode'),
    cacheChange({ ClusterMode: 'disabled' }, { ClusterMode: 'compatible' }, 'in-place cache-cluster-mode'),
  ],
  'cache-encryption': [
    cacheChange({ AtRestEncryptionEnabled: false }, { AtRestEncryptionEnabled: true }, 'needs-data-migration cache-encryption'),
    cacheChange({ SnapshotRetentionLimit: 1 }, { SnapshotRetentionLimit: 7 }, 'in-place'),
  ],
  'cache-engine-version': [
    cacheChange({ EngineVersion: '8.0' }, { EngineVersion: '7.2' }, 'rejected cache-engine-version'),
    cacheChange({ EngineVersion: '8.0' }, { EngineVersion: '8.0' }, 'unchanged'),
  ],
  'docdb-instance-class': [
    changed(
      'AWS::DocDB::DBInstance',
      { DBClusterIdentifier: 'c' },
      { DBInstanceClass: 'db.t4g.medium' },
      { DBInstanceClass: 'db.r6g.large' },
      'in-place-with-interruption docdb-instance-class',
    ),
    changed('AWS::DocDB::DBInstance', { DBClusterIdentifier: 'c', DBInstanceClass: 'db.t4g.medium' }, {}, {}, 'unchanged'),
  ],
  'efs-throughput-mode': [
    changed('AWS::EFS::FileSystem', {}, { ThroughputMode: 'bursting' }, { ThroughputMode: 'elastic' }, 'in-place efs-throughput-mode'),
    changed('AWS::EFS::FileSystem', {}, { PerformanceMode: 'generalPurpose' }, { PerformanceMode: 'maxIO' }, 'needs-data-migration'),
  ],
  'ebs-volume': [
    changed('AWS::EC2::Volume', { AvailabilityZone: 'a' }, { Size: 100 }, { Size: 50 }, 'rejected ebs-volume'),
    changed('AWS::EC2::Volume', { AvailabilityZone: 'a' }, { Size: 100 }, { Size: 200 }, 'in-place ebs-volume'),
  ],
  'ec2-instance-restart': [
    // EC2 user guide, "Change the instance type": an instance with an EBS root volume is stopped, resized and started.
    changed(
      'AWS::EC2::Instance',
      {},
      { InstanceType: 't3.large' },
      { InstanceType: 'm7i.large' },
      'in-place-with-interruption ec2-instance-restart',
    ),
    // CloudFormation template reference, AWS::EC2::Instance: ImageId requires a replacement, so that nothing is stopped and started.
    changed(
      'AWS::EC2::Instance',
      {},
      { InstanceType: 't3.large', ImageId: 'ami-1' },
      { InstanceType: 'm7i.large', ImageId: 'ami-2' },
      'replaced',
    ),
  ],
  'ecs-launch-type': [
    changed(SERVICE, {}, { LaunchType: 'EC2' }, { LaunchType: 'FARGATE' }, 'replaced ecs-launch-type'),
    changed(SERVICE, { LaunchType: 'EC2' }, { DesiredCount: 1 }, { DesiredCount: 2 }, 'in-place'),
  ],
  'ecs-capacity-provider': [
    changed(SERVICE, {}, strategy('a'), strategy('b'), 'rejected ecs-capacity-provider'),
    changed(
      SERVICE,
      {},
      { ...strategy('FARGATE'), ForceNewDeployment: { EnableForceNewDeployment: true, ForceNewDeploymentNonce: 'a' } },
      { ...strategy('FARGATE_SPOT'), ForceNewDeployment: { EnableForceNewDeployment: true, ForceNewDeploymentNonce: 'b' } },
      'in-place ecs-capacity-provider',
    ),
  ],
  'ecs-capacity-provider-removed': [
    {
      before: {
        X: resource('AWS::ECS::ClusterCapacityProviderAssociations', { CapacityProviders: ['a', 'b'] }),
        S: resource(SERVICE, strategy('a')),
      },
      after: { X: resource('AWS::ECS::ClusterCapacityProviderAssociations', { CapacityProviders: ['b'] }) },
      classAndRules: 'rejected ecs-capacity-provider-removed',
    },
    {
      before: {
        X: resource('AWS::ECS::ClusterCapacityProviderAssociations', { CapacityProviders: ['a', 'b'] }),
        S: resource(SERVICE, strategy('b')),
      },
      after: {
        X: resource('AWS::ECS::ClusterCapacityProviderAssociations', { CapacityProviders: ['b'] }),
        S: resource(SERVICE, strategy('b')),
      },
      classAndRules: 'in-place',
    },
  ],
  'ecs-network-configuration': [
    changed(SERVICE, {}, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['a'] } } }, {}, 'rejected ecs-network-configuration'),
    changed(SERVICE, { LaunchType: 'FARGATE' }, {}, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['a'] } } }, 'in-place'),
  ],
  'ecs-service-connect': [
    changed(SERVICE, {}, { ServiceConnectConfiguration: { Enabled: true } }, {}, 'rejected ecs-service-connect'),
    changed(
      SERVICE,
      { LaunchType: 'FARGATE' },
      { ServiceConnectConfiguration: { Enabled: true } },
      { ServiceConnectConfiguration: { Enabled: false } },
      'in-place',
    ),
  ],
  'ecs-zone-rebalancing': [
    changed(
      SERVICE,
      {},
      { DeploymentConfiguration: { MaximumPercent: 200 } },
      { DeploymentConfiguration: { MaximumPercent: 100 } },
      'rejected ecs-zone-rebalancing',
    ),
    changed(
      SERVICE,
      {},
      { DeploymentConfiguration: { MaximumPercent: 200 } },
      { DeploymentConfiguration: { MaximumPercent: 100 }, AvailabilityZoneRebalancing: 'DISABLED' },
      'in-place',
    ),
  ],
  'auto-scaling-rolling-update': [
    {
      before: group('m6i.large', { UpdatePolicy: { AutoScalingRollingUpdate: { MinInstancesInService: 0 } } }),
      after: group('m6i.xlarge', { UpdatePolicy: { AutoScalingRollingUpdate: { MinInstancesInService: 0 } } }),
      classAndRules: 'in-place-with-interruption auto-scaling-rolling-update',
    },
    { before: group('m6i.large'), after: group('m6i.large'), classAndRules: 'unchanged' },
  ],
  'eks-version': [
    changed('AWS::EKS::Cluster', {}, { Version: '1.33' }, { Version: '1.35' }, 'rejected eks-version'),
    changed('AWS::EKS::Cluster', {}, { Version: '1.34' }, { Version: '1.35' }, 'in-place eks-version'),
  ],
  'eks-nodegroup': [
    changed('AWS::EKS::Nodegroup', {}, { InstanceTypes: ['m6i.large'] }, { InstanceTypes: ['m6i.xlarge'] }, 'replaced eks-nodegroup'),
    changed('AWS::EKS::Nodegroup', {}, { ScalingConfig: { MinSize: 1 } }, { ScalingConfig: { MinSize: 2 } }, 'in-place'),
  ],
  'applied-objects': [
    changed(
      'Custom::AWSCDK-EKS-KubernetesResource',
      { ServiceToken: 't' },
      { Manifest: '[]' },
      { Manifest: '[1]' },
      'in-place applied-objects',
    ),
    changed('Custom::Other', { ServiceToken: 't' }, { Value: 1 }, { Value: 2 }, 'replaced'),
  ],
  // CloudFormation template reference, AWS::ElastiCache::ReplicationGroup, Engine: "Upgrading an existing engine from redis to valkey is
  // done through in-place migration, and requires a parameter group". ElastiCache user guide: "ElastiCache only supports rolling back from
  // Valkey 7.2 to Redis OSS 7.1".
  'cache-engine': [
    changed(CACHE, {}, { Engine: 'valkey', EngineVersion: '8.0' }, { Engine: 'redis', EngineVersion: '7.1' }, 'rejected cache-engine'),
    changed(CACHE, { EngineVersion: '7.2' }, { Engine: 'valkey' }, { Engine: 'valkey', SnapshotWindow: '03:00-04:00' }, 'in-place'),
  ],
  // CloudFormation template reference, AWS::ElastiCache::ReplicationGroup, TransitEncryptionMode: required is a two-step process.
  'cache-transit-encryption': [
    changed(CACHE, {}, {}, { TransitEncryptionEnabled: true }, 'rejected cache-transit-encryption'),
    changed(CACHE, { TransitEncryptionEnabled: true }, {}, { SnapshotRetentionLimit: 1 }, 'in-place'),
  ],
  // CloudFormation template reference, AWS::ElastiCache::ReplicationGroup: "If ADDING the AuthToken, update requires Replacement".
  'cache-auth-token': [
    changed(CACHE, {}, {}, { AuthToken: 'first-token-of-the-cache' }, 'needs-data-migration cache-auth-token'),
    changed(CACHE, { AuthToken: 'first-token-of-the-cache' }, {}, { SnapshotRetentionLimit: 1 }, 'in-place'),
  ],
  // CloudFormation template reference, AWS::DynamoDB::Table, GlobalSecondaryIndexes: one index in an update; both in one update fail.
  'dynamodb-indexes': [
    changed('AWS::DynamoDB::Table', table('id', 'a', 'b'), indexes('a'), indexes('b'), 'rejected dynamodb-indexes'),
    changed('AWS::DynamoDB::Table', table('id'), { BillingMode: 'PROVISIONED' }, { BillingMode: 'PAY_PER_REQUEST' }, 'in-place'),
  ],
  // CloudFormation template reference, AWS::OpenSearchService::Domain, EngineVersion: replacement without EnableVersionUpgrade.
  'opensearch-version': [
    changed(
      'AWS::OpenSearchService::Domain',
      {},
      { EngineVersion: 'OpenSearch_2.11' },
      { EngineVersion: 'OpenSearch_2.13' },
      'needs-data-migration opensearch-version',
    ),
    changed('AWS::OpenSearchService::Domain', { EngineVersion: 'OpenSearch_2.11' }, {}, { AccessPolicies: '{}' }, 'in-place'),
  ],
  // Kinesis API reference, UpdateShardCount: "Scale up to more than double your current shard count for a stream" is refused.
  'kinesis-shards': [
    changed('AWS::Kinesis::Stream', {}, { ShardCount: 2 }, { ShardCount: 9 }, 'rejected kinesis-shards'),
    changed('AWS::Kinesis::Stream', { ShardCount: 2 }, {}, { RetentionPeriodHours: 48 }, 'in-place'),
  ],
  // ECS API reference, UpdateService: with CODE_DEPLOY, a task definition is deployed by CodeDeploy.
  'ecs-code-deploy': [
    changed(
      SERVICE,
      { DeploymentController: { Type: 'CODE_DEPLOY' } },
      { TaskDefinition: 'web:1' },
      { TaskDefinition: 'web:2' },
      'rejected ecs-code-deploy',
    ),
    changed(SERVICE, { DeploymentController: { Type: 'CODE_DEPLOY' } }, { DesiredCount: 1 }, { DesiredCount: 2 }, 'in-place'),
  ],
  // CloudFormation user guide, "Update behaviors of stack resources": no update moves data into another resource.
  'data-store-moved': [
    {
      before: { X: resource(RDS, mysql) },
      after: { Y: resource('AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }) },
      classAndRules: 'needs-data-migration data-store-moved',
    },
    {
      before: { X: resource(RDS, mysql) },
      after: { Y: resource('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql' }) },
      classAndRules: 'removed',
    },
  ],
  'instance-architecture': [
    { before: group('m6i.large'), after: group('m6g.large'), classAndRules: 'in-place auto-scaling-rolling-update instance-architecture' },
    { before: group('m6i.large'), after: group('m7i.large'), classAndRules: 'in-place auto-scaling-rolling-update' },
  ],
  // Elastic Load Balancing user guide: "If you create a Network Load Balancer without associating any security groups, you can't
  // associate them with the load balancer later on".
  'elb-security-groups': [
    changed(BALANCER, { Type: 'network' }, {}, { SecurityGroups: ['sg-1'] }, 'rejected elb-security-groups'),
    changed(BALANCER, {}, { SecurityGroups: ['sg-1'] }, { SecurityGroups: ['sg-2'] }, 'in-place'),
  ],
  // CloudFormation reference of AliasAttributes and UsernameAttributes in 2023: "This user pool property cannot be updated". The
  // request of UpdateUserPool has neither; a deployment fails with "Updates are not allowed for property - AliasAttributes".
  'cognito-sign-in': [
    changed(
      'AWS::Cognito::UserPool',
      {},
      { AliasAttributes: ['email'] },
      { AliasAttributes: ['email', 'phone_number'] },
      'rejected cognito-sign-in',
    ),
    changed('AWS::Cognito::UserPool', { AliasAttributes: ['email'] }, {}, { MfaConfiguration: 'ON' }, 'in-place'),
  ],
  // CloudFormation template reference, AWS::KMS::Key: "If you change the value of the KeySpec, KeyUsage, Origin, or MultiRegion properties
  // of an existing KMS key, the update request fails".
  'kms-key': [
    changed('AWS::KMS::Key', {}, { MultiRegion: false }, { MultiRegion: true }, 'rejected kms-key'),
    changed('AWS::KMS::Key', {}, { EnableKeyRotation: false }, { EnableKeyRotation: true }, 'in-place'),
  ],
  // MSK developer guide, "Scale up Amazon MSK Standard broker storage": "You can't decrease the storage".
  'msk-storage': [
    changed('AWS::MSK::Cluster', {}, brokers(200), brokers(100), 'rejected msk-storage'),
    changed('AWS::MSK::Cluster', brokers(100), { EnhancedMonitoring: 'DEFAULT' }, { EnhancedMonitoring: 'PER_BROKER' }, 'in-place'),
  ],
  'msk-rolling-update': [
    changed(KAFKA, {}, { KafkaVersion: '3.6.0' }, { KafkaVersion: '3.8.x' }, 'in-place-with-interruption msk-rolling-update'),
    changed(KAFKA, {}, { EnhancedMonitoring: 'DEFAULT' }, { EnhancedMonitoring: 'PER_BROKER' }, 'in-place'),
  ],
  'redshift-resize': [
    changed(WAREHOUSE, {}, { NumberOfNodes: 2 }, { NumberOfNodes: 4 }, 'in-place-with-interruption redshift-resize'),
    changed(WAREHOUSE, {}, { AutomatedSnapshotRetentionPeriod: 1 }, { AutomatedSnapshotRetentionPeriod: 7 }, 'in-place'),
  ],
  'fsx-file-system': [
    changed(FILES, OPENZFS, zfs('SINGLE_AZ_1', 64), zfs('SINGLE_AZ_1', 128), 'in-place-with-interruption fsx-file-system'),
    changed(FILES, OPENZFS, { StorageCapacity: 200 }, { StorageCapacity: 220 }, 'in-place'),
  ],
  // CloudFormation template reference, AWS::OpenSearchService::Domain, VPCOptions: "If you remove this entity altogether, along with its
  // associated properties, it causes a replacement".
  'opensearch-settings': [
    changed(DOMAIN, {}, { VPCOptions: { SubnetIds: ['a'] } }, {}, 'needs-data-migration opensearch-settings'),
    changed(DOMAIN, {}, { VPCOptions: { SubnetIds: ['a'] } }, { VPCOptions: { SubnetIds: ['b'] } }, 'in-place'),
  ],
  // CloudFormation template reference, AWS::ElasticLoadBalancing::LoadBalancer, Subnets: "Update requires replacement if you did not
  // previously specify a subnet or if you are removing all subnets. Otherwise, update requires no interruption".
  'classic-load-balancer': [
    changed(CLASSIC, {}, { Subnets: ['a'] }, { Subnets: ['a', 'b'] }, 'in-place classic-load-balancer'),
    changed(CLASSIC, {}, { AvailabilityZones: ['us-east-1a'] }, { Subnets: ['a'] }, 'replaced'),
  ],
  // CloudFormation template reference, AWS::SSM::Document, UpdateMethod: "Replace is the default method".
  'ssm-document': [
    changed('AWS::SSM::Document', { UpdateMethod: 'NewVersion' }, { Content: 'a' }, { Content: 'b' }, 'in-place ssm-document'),
    changed('AWS::SSM::Document', {}, { Content: 'a' }, { Content: 'b' }, 'replaced'),
  ],
  // CloudFormation template reference, AWS::RDS::DBInstance: "If you remove the SourceDBInstanceIdentifier property from your template
  // and then update your stack, AWS CloudFormation promotes the read replica to a standalone DB instance".
  'rds-replica-promoted': [
    changed(RDS, {}, { SourceDBInstanceIdentifier: 'a' }, {}, 'in-place-with-interruption rds-replica-promoted'),
    changed(RDS, {}, { SourceDBInstanceIdentifier: 'a' }, { SourceDBInstanceIdentifier: 'b' }, 'replaced'),
  ],
  // EKS API reference, UpdateClusterConfig: updates "the VPC subnets and security groups" of a cluster.
  'eks-cluster-network': [
    changed(
      'AWS::EKS::Cluster',
      {},
      { ResourcesVpcConfig: { SubnetIds: ['a', 'b'] } },
      { ResourcesVpcConfig: { SubnetIds: ['a', 'c'] } },
      'in-place eks-cluster-network',
    ),
    changed(
      'AWS::EKS::Cluster',
      {},
      { ResourcesVpcConfig: { SubnetIds: ['a', 'b'] } },
      { ResourcesVpcConfig: { SubnetIds: ['a', 'b'], EndpointPublicAccess: false } },
      'in-place',
    ),
  ],
  // Neptune API reference, ModifyDBInstance: "If you modify the DB instance class, an outage occurs during the change".
  'neptune-instance-class': [
    changed(
      'AWS::Neptune::DBInstance',
      {},
      { DBInstanceClass: 'db.r6g.large' },
      { DBInstanceClass: 'db.r6g.xlarge' },
      'in-place-with-interruption neptune-instance-class',
    ),
    changed('AWS::Neptune::DBInstance', { DBInstanceClass: 'db.r6g.large' }, {}, { AutoMinorVersionUpgrade: true }, 'in-place'),
  ],
  // EKS user guide: "you can't change the authentication mode back to a mode that removes the EKS API and access entries".
  'eks-authentication-mode': [
    changed('AWS::EKS::Cluster', {}, mode('API'), mode('CONFIG_MAP'), 'rejected eks-authentication-mode'),
    changed('AWS::EKS::Cluster', mode('API'), {}, { Logging: {} }, 'in-place'),
  ],
  // RDS API reference, ModifyDBSubnetGroup: SubnetAlreadyInUse.
  'subnet-group-in-use': [
    { before: inSubnets('s-1', 's-2'), after: inSubnets('s-3', 's-4'), classAndRules: 'rejected subnet-group-in-use' },
    { before: inSubnets('s-1', 's-2'), after: inSubnets('s-1', 's-2', 's-3'), classAndRules: 'in-place' },
  ],
  // Lambda developer guide: a function sends its events to /aws/lambda/<function name>, which it creates.
  'log-group-of-service': [
    {
      before: { F: worker },
      after: { F: worker, X: logGroup({ 'Fn::Join': ['', ['/aws/lambda/', { Ref: 'F' }]] }) },
      classAndRules: 'rejected log-group-of-service',
    },
    {
      before: { G: worker },
      after: { G: worker, F: worker, X: logGroup({ 'Fn::Join': ['', ['/aws/lambda/', { Ref: 'F' }]] }) },
      classAndRules: 'created',
    },
  ],
  'deleted-before-replacement': [
    // A subnet has one route table. Its schema states delete_then_create, so the replacement finds the subnet without one.
    changed(
      'AWS::EC2::SubnetRouteTableAssociation',
      { SubnetId: 'subnet-1' },
      { RouteTableId: 'rtb-1' },
      { RouteTableId: 'rtb-2' },
      'replaced deleted-before-replacement',
    ),
    // An Elastic IP address has one NAT gateway. Its schema states no strategy, so the replacement is created first and rejected.
    changed(
      'AWS::EC2::NatGateway',
      { AllocationId: 'eipalloc-1' },
      { SubnetId: 'subnet-1' },
      { SubnetId: 'subnet-2' },
      'rejected natural-key-collision',
    ),
  ],
  'natural-key-collision': [
    {
      before: { Port80: resource(LISTENER, { LoadBalancerArn: 'lb', Port: 80 }) },
      after: { X: resource(LISTENER, { LoadBalancerArn: 'lb', Port: '80' }) },
      classAndRules: 'rejected natural-key-collision',
    },
    {
      before: { Port80: resource(LISTENER, { LoadBalancerArn: 'lb', Port: 80 }) },
      after: { X: resource(LISTENER, { LoadBalancerArn: 'lb', Port: 443 }) },
      classAndRules: 'created',
    },
  ],
  'service-connect-name': [
    {
      before: { Old: resource(SERVICE, { ServiceConnectConfiguration: named('a', 'api') }) },
      after: { X: resource(SERVICE, { ServiceConnectConfiguration: named('b', 'api') }) },
      classAndRules: 'rejected service-connect-name',
    },
    {
      before: { Old: resource(SERVICE, { ServiceConnectConfiguration: named('a', 'api') }) },
      after: { X: resource(SERVICE, { ServiceConnectConfiguration: named('b', 'api-awsvpc') }) },
      classAndRules: 'created',
    },
  ],
  'target-group-replaced': [
    {
      before: { T: resource(TARGETS, { TargetType: 'instance' }), X: resource(LISTENER, forwardTo('T')) },
      after: { T: resource(TARGETS, { TargetType: 'ip' }), X: resource(LISTENER, forwardTo('T')) },
      classAndRules: 'in-place-with-interruption target-group-replaced',
    },
    {
      before: { T: resource(TARGETS, { HealthCheckPath: '/a' }), X: resource(LISTENER, forwardTo('T')) },
      after: { T: resource(TARGETS, { HealthCheckPath: '/b' }), X: resource(LISTENER, forwardTo('T')) },
      classAndRules: 'unchanged',
    },
  ],
  // CloudFormation template reference, AWS::ApplicationAutoScaling::ScalableTarget, ResourceId: "Update requires: Replacement"; another
  // launch type replaces the service, which only a rule knows.
  'replaced-reference': [
    {
      before: scaled('EC2'),
      after: scaled('FARGATE'),
      classAndRules: 'replaced replaced-reference',
    },
    {
      before: { ...scaled('EC2'), X: resource('AWS::CloudWatch::Alarm', { MetricName: { 'Fn::GetAtt': ['S', 'Name'] } }) },
      after: { ...scaled('FARGATE'), X: resource('AWS::CloudWatch::Alarm', { MetricName: { 'Fn::GetAtt': ['S', 'Name'] } }) },
      classAndRules: 'in-place',
    },
  ],
  'retained-name': [
    {
      before: { X: resource('AWS::S3::Bucket', { BucketName: 'files' }, { DeletionPolicy: 'Retain' }), Y: resource('AWS::SNS::Topic', {}) },
      after: { Y: resource('AWS::SNS::Topic', {}) },
      classAndRules: 'removed retained-name',
    },
    {
      before: { X: resource('AWS::S3::Bucket', {}, { DeletionPolicy: 'Retain' }), Y: resource('AWS::SNS::Topic', {}) },
      after: { Y: resource('AWS::SNS::Topic', {}) },
      classAndRules: 'removed',
    },
  ],
};

describe.each(Object.entries(PAIRS))('%s', (id, [triggers, silent]) => {
  test('is stated where it applies', () => {
    const found = classAndRules(transition(triggers.before, triggers.after), triggers.id ?? 'X');
    expect(found).toBe(triggers.classAndRules);
    expect(found).toContain(id);
  });

  test('is silent where it does not', () => {
    expect(classAndRules(transition(silent.before, silent.after), silent.id ?? 'X')).toBe(silent.classAndRules);
  });
});

describe('export-in-use', () => {
  const topic = { X: resource('AWS::SNS::Topic', {}) };
  const exported = { Topic: { Value: { Ref: 'X' }, Export: { Name: 'shared-topic' } } };

  test('rejects an export that another stack imports, and warns of one that it may import', () => {
    const importedExports = new Set(['shared-topic']);
    expect(classAndRules(transition(topic, topic, { importedExports }, [exported, {}]), 'X')).toBe('rejected export-in-use');
    expect(classAndRules(transition(topic, topic, {}, [exported, {}]), 'X')).toBe('in-place export-in-use');
  });

  test('is silent where the export stays', () => {
    expect(classAndRules(transition(topic, topic, { importedExports: new Set(['shared-topic']) }, [exported, exported]), 'X')).toBe(
      'unchanged',
    );
  });
});

describe('a backup that a data store is created from', () => {
  const from = (snapshot?: string): RawResources => ({
    X: resource(RDS, snapshot === undefined ? mysql : { ...mysql, StorageEncrypted: undefined, DBSnapshotIdentifier: snapshot }),
  });

  test.each<[string, RawResources, RawResources, string]>([
    ['is added', from(), from('shop'), 'one from the snapshot, which does not contain later changes'],
    ['is another one', from('shop'), from('shop-2'), 'one from the snapshot, which does not contain later changes'],
    ['is removed', from('shop'), from(), 'an empty one: the snapshot must stay set'],
  ])('%s: states what replaces it', (_name, before, after, text) => {
    const texts = of(transition(before, after), 'X')
      .reasons.filter(({ rule }) => rule === 'restored-from-backup')
      .map(reasonText);
    expect(texts).toEqual([expect.stringContaining(text)]);
  });
});

/** Changes with the outcome that the documents of the services state, as type, fixed properties, old values, new values. */
const DOCUMENTED: readonly (readonly [string, string, object, object, object, string])[] = [
  // MSK developer guide, "Update the Amazon MSK cluster broker size": "Amazon MSK takes down one broker at a time", and "You can't migrate
  // from a larger broker size to a smaller broker size. For example, M7g.large to T3.small".
  ['another broker size', KAFKA, {}, ofSize('m5.large'), ofSize('m7g.large'), 'in-place-with-interruption msk-rolling-update'],
  ['brokers from M7g to T3', KAFKA, {}, ofSize('m7g.large'), ofSize('t3.small'), 'rejected msk-rolling-update'],
  // Redshift management guide, "Resizing a cluster": "Typically, elastic resize takes 10–15 minutes. During the resize operation, the
  // cluster is read-only", and "Classic resize can take several hours to several days, or longer".
  [
    'a classic resize',
    WAREHOUSE,
    { Classic: true },
    { NodeType: 'dc2.large' },
    { NodeType: 'ra3.large' },
    'in-place-with-interruption redshift-resize',
  ],
  // FSx for OpenZFS guide, "Modifying throughput capacity": "an automatic failover and failback"; FSx API reference, UpdateFileSystem,
  // StorageCapacity: "must be at least 10 percent greater than the current storage capacity value". FSx for Lustre guide, "Managing
  // storage capacity": "the file system may be unavailable for a few minutes".
  [
    'throughput of a highly available file system',
    FILES,
    OPENZFS,
    zfs('MULTI_AZ_1', 160),
    zfs('MULTI_AZ_1', 320),
    'in-place-with-interruption fsx-file-system',
  ],
  ['less storage of a file system', FILES, OPENZFS, { StorageCapacity: 200 }, { StorageCapacity: 100 }, 'rejected fsx-file-system'],
  ['5% more storage of a file system', FILES, OPENZFS, { StorageCapacity: 200 }, { StorageCapacity: 210 }, 'rejected fsx-file-system'],
  [
    'more storage of Lustre',
    FILES,
    { FileSystemType: 'LUSTRE' },
    { StorageCapacity: 1200 },
    { StorageCapacity: 2400 },
    'in-place-with-interruption fsx-file-system',
  ],
  // CloudFormation template reference, AWS::EC2::Volume: "Updates are not supported".
  ['another key of a volume', 'AWS::EC2::Volume', { Encrypted: true }, { KmsKeyId: 'a' }, { KmsKeyId: 'b' }, 'rejected ebs-volume'],
  ['another snapshot of a volume', 'AWS::EC2::Volume', {}, {}, { SnapshotId: 'snap-1' }, 'rejected ebs-volume'],
  // AWS::EC2::Instance: "An instance with an instance store volume as the root volume is always replaced", which families of previous
  // generations may have; user data of other instances changes while they are stopped.
  [
    'type of an instance with an instance store',
    'AWS::EC2::Instance',
    {},
    { InstanceType: 'c3.large' },
    { InstanceType: 'm7i.large' },
    'replaced',
  ],
  ['type of another architecture', 'AWS::EC2::Instance', {}, { InstanceType: 'm7i.large' }, { InstanceType: 'm7g.large' }, 'replaced'],
  [
    'user data of an instance',
    'AWS::EC2::Instance',
    { InstanceType: 't3.large' },
    { UserData: 'YQ==' },
    { UserData: 'Yg==' },
    'in-place-with-interruption ec2-instance-restart',
  ],
  ['user data of an instance of an unknown type', 'AWS::EC2::Instance', {}, { UserData: 'YQ==' }, { UserData: 'Yg==' }, 'replaced'],
  [
    'security groups of an instance',
    'AWS::EC2::Instance',
    { InstanceType: 't3.large' },
    { SecurityGroupIds: ['sg-1'] },
    { SecurityGroupIds: ['sg-2'] },
    'in-place ec2-instance-restart',
  ],
  // AWS::ElastiCache::CacheCluster: "Changing the CacheNodeType of a Memcached instance is currently not supported".
  [
    'node type of Memcached',
    'AWS::ElastiCache::CacheCluster',
    { Engine: 'memcached' },
    { CacheNodeType: 'cache.t4g.small' },
    { CacheNodeType: 'cache.m7g.large' },
    'rejected cache-node-type',
  ],
  [
    'node type of one node of Redis OSS',
    'AWS::ElastiCache::CacheCluster',
    { Engine: 'redis' },
    { CacheNodeType: 'cache.t4g.small' },
    { CacheNodeType: 'cache.m7g.large' },
    'in-place-with-interruption cache-node-type',
  ],
  // ElastiCache user guide, "Version management": upgrades of Memcached clear all data; a cache with Multi-AZ serves reads meanwhile; the
  // primary of one without is not available.
  [
    'version of Memcached',
    'AWS::ElastiCache::CacheCluster',
    { Engine: 'memcached' },
    { EngineVersion: '1.6.12' },
    { EngineVersion: '1.6.22' },
    'in-place-with-interruption cache-engine-version',
  ],
  [
    'version with Multi-AZ',
    CACHE,
    { Engine: 'valkey', AutomaticFailoverEnabled: true, MultiAZEnabled: true },
    { EngineVersion: '7.2' },
    { EngineVersion: '8.0' },
    'in-place cache-engine-version',
  ],
  [
    'version without Multi-AZ',
    CACHE,
    { Engine: 'valkey' },
    { EngineVersion: '7.2' },
    { EngineVersion: '8.0' },
    'in-place-with-interruption cache-engine-version',
  ],
  // AWS::RDS::DBCluster: "its DB instances might need to reboot". AWS::Neptune::DBCluster: "An update may require some interruption".
  ...['AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'].map(
    (type) =>
      [
        `parameter group of ${type}`,
        type,
        {},
        { DBClusterParameterGroupName: 'a' },
        { DBClusterParameterGroupName: 'b' },
        'in-place-with-interruption rds-parameter-group',
      ] as const,
  ),
  // RDS user guide, "Settings for DB instances", Processor features: "Downtime occurs during this change".
  [
    'threads of each core',
    RDS,
    mysql,
    {},
    { ProcessorFeatures: [{ Name: 'threadsPerCore', Value: '1' }] },
    'in-place-with-interruption rds-settings',
  ],
  // RDS user guide, "Rotating your SSL/TLS certificate": "By default, this operation restarts your DB instance", and with
  // --no-certificate-rotation-restart the certificate rotates at the next restart.
  [
    'certificate authority',
    RDS,
    mysql,
    { CACertificateIdentifier: 'rds-ca-2019' },
    { CACertificateIdentifier: 'rds-ca-rsa2048-g1' },
    'in-place-with-interruption rds-settings',
  ],
  [
    'certificate authority without a restart',
    RDS,
    { ...mysql, CertificateRotationRestart: false },
    { CACertificateIdentifier: 'rds-ca-2019' },
    { CACertificateIdentifier: 'rds-ca-rsa2048-g1' },
    'in-place rds-settings',
  ],
  // AWS::OpenSearchService::Domain EncryptionAtRestOptions: added without an interruption; "if you change this property after it's already
  // been set within a template, the domain is deleted and recreated".
  ['encryption of a domain', DOMAIN, {}, {}, { EncryptionAtRestOptions: { Enabled: true } }, 'in-place opensearch-settings'],
  [
    'encryption of a domain, after it was set',
    DOMAIN,
    {},
    { EncryptionAtRestOptions: { Enabled: false } },
    { EncryptionAtRestOptions: { Enabled: true } },
    'needs-data-migration opensearch-settings',
  ],
  // AWS::Elasticsearch::Domain, ElasticsearchVersion: replacement without the update policy EnableVersionUpgrade.
  [
    'version of a domain of the older type',
    'AWS::Elasticsearch::Domain',
    {},
    { ElasticsearchVersion: '6.8' },
    { ElasticsearchVersion: '7.10' },
    'needs-data-migration opensearch-version',
  ],
  // Systems Manager runbook AWSSupportRemediator-EnableOpenSearchNodeToNodeEncryption: "You cannot reverse node-to-node encryption".
  [
    'encryption between nodes of a domain',
    DOMAIN,
    {},
    { NodeToNodeEncryptionOptions: { Enabled: true } },
    { NodeToNodeEncryptionOptions: { Enabled: false } },
    'rejected opensearch-settings',
  ],
  // AWS::DynamoDB::Table, AttributeDefinitions: "Replacement if you edit an existing AttributeDefinition".
  [
    'type of an attribute',
    'AWS::DynamoDB::Table',
    { KeySchema: hashKey('id') },
    { AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }] },
    { AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'N' }] },
    'needs-data-migration dynamodb-indexes',
  ],
  // Properties within properties, each with "Update requires: Replacement" in the template reference.
  [
    'subnets of MSK',
    'AWS::MSK::Cluster',
    {},
    { BrokerNodeGroupInfo: { ClientSubnets: ['a', 'b'] } },
    { BrokerNodeGroupInfo: { ClientSubnets: ['a', 'c'] } },
    'needs-data-migration',
  ],
  [
    'encryption between brokers of MSK',
    'AWS::MSK::Cluster',
    {},
    { EncryptionInfo: { EncryptionInTransit: { ClientBroker: 'TLS', InCluster: true } } },
    { EncryptionInfo: { EncryptionInTransit: { ClientBroker: 'TLS', InCluster: false } } },
    'needs-data-migration',
  ],
  [
    'encryption between clients and MSK',
    'AWS::MSK::Cluster',
    {},
    { EncryptionInfo: { EncryptionInTransit: { ClientBroker: 'TLS', InCluster: true } } },
    { EncryptionInfo: { EncryptionInTransit: { ClientBroker: 'TLS_PLAINTEXT', InCluster: 'true' } } },
    'in-place',
  ],
  [
    'interval of a health check',
    'AWS::Route53::HealthCheck',
    {},
    { HealthCheckConfig: { Type: 'HTTP', RequestInterval: 30 } },
    { HealthCheckConfig: { Type: 'HTTP', RequestInterval: 10 } },
    'replaced',
  ],
  [
    'threshold of a health check',
    'AWS::Route53::HealthCheck',
    {},
    { HealthCheckConfig: { Type: 'HTTP', FailureThreshold: 3 } },
    { HealthCheckConfig: { Type: 'HTTP', FailureThreshold: 5 } },
    'in-place',
  ],
  [
    'group of a capacity provider',
    'AWS::ECS::CapacityProvider',
    {},
    { AutoScalingGroupProvider: { AutoScalingGroupArn: 'a', ManagedDraining: 'ENABLED' } },
    { AutoScalingGroupProvider: { AutoScalingGroupArn: 'b', ManagedDraining: 'ENABLED' } },
    'replaced',
  ],
  // Lists: a change of an item counts, an added item does not.
  [
    'key of a global secondary index of a global table',
    'AWS::DynamoDB::GlobalTable',
    {},
    indexes('a'),
    { GlobalSecondaryIndexes: [{ ...index('a'), KeySchema: hashKey('b') }] },
    'needs-data-migration',
  ],
  ['another global secondary index of a global table', 'AWS::DynamoDB::GlobalTable', {}, indexes('a'), indexes('b', 'a'), 'in-place'],
  // A value that only the deployment knows is a change.
  [
    'subnets of MSK from a parameter',
    'AWS::MSK::Cluster',
    {},
    { BrokerNodeGroupInfo: { ClientSubnets: ['a', 'b'] } },
    { BrokerNodeGroupInfo: { ClientSubnets: { 'Fn::ImportValue': 'subnets' } } },
    'needs-data-migration',
  ],
  // A version that only the deployment knows is an upgrade, which always interrupts.
  [
    'an engine version that is first stated',
    RDS,
    { Engine: 'mysql' },
    {},
    { EngineVersion: '8.4.8' },
    'in-place-with-interruption rds-engine-version',
  ],
  // AWS::RDS::DBInstance, EngineVersion: the version of an instance of Aurora "is managed by the DB cluster", and so is a major upgrade.
  [
    'major version of an instance of Aurora',
    RDS,
    { Engine: 'aurora-postgresql', DBClusterIdentifier: 'c' },
    { EngineVersion: '15.4' },
    { EngineVersion: '16.1' },
    'in-place-with-interruption rds-engine-version',
  ],
  // An instance of a cluster has no data of its own.
  ['encryption of an instance of Aurora', RDS, { DBClusterIdentifier: 'c' }, {}, { StorageEncrypted: true }, 'replaced'],
];

test.each(DOCUMENTED)('%s', (_name, type, fixed, from, to, outcome) => {
  const { before, after } = changed(type, fixed, from, to, outcome);
  expect(classAndRules(transition(before, after), 'X')).toBe(outcome);
});

// AWS::Elasticsearch::Domain: "If you set the EnableVersionUpgrade update policy to true, you can update ElasticsearchVersion without
// interruption". OpenSearch developer guide, "Upgrading": there is no downgrade.
test.each([
  ['6.8', '7.10', 'in-place opensearch-version'],
  ['7.10', '7.4', 'rejected opensearch-version'],
])('a domain of the older type from %s to %s with EnableVersionUpgrade', (from, to, outcome) => {
  const pair = changed('AWS::Elasticsearch::Domain', {}, { ElasticsearchVersion: from }, { ElasticsearchVersion: to }, outcome, {
    UpdatePolicy: { EnableVersionUpgrade: true },
  });
  expect(classAndRules(transition(pair.before, pair.after), 'X')).toBe(outcome);
});

// Amazon S3: "You can only delete empty buckets" (CloudFormation template reference, AWS::S3::Bucket). The CDK marks the buckets that it
// empties before their deletion.
test.each([
  ['retained', {}],
  ['lost', { Tags: [{ Key: 'aws-cdk:auto-delete-objects', Value: 'true' }] }],
])('the data of a removed bucket is %s', (data, properties) => {
  const topic = { Y: resource('AWS::SNS::Topic', {}) };
  expect(of(transition({ X: resource('AWS::S3::Bucket', properties), ...topic }, topic), 'X').data).toBe(data);
});

// EC2 API reference, InvalidSubnet.Conflict: the range of a subnet is in use until the old subnet is deleted.
test('a subnet in another zone states the zone that keeps it', () => {
  const pair = changed(
    'AWS::EC2::Subnet',
    { VpcId: 'v', CidrBlock: '10.0.0.0/24' },
    { AvailabilityZone: 'us-east-1a' },
    { AvailabilityZoneId: 'use1-az1' },
    '',
  );
  const { class: changeClass, reasons } = of(transition(pair.before, pair.after), 'X');
  expect(changeClass).toBe('rejected');
  expect(reasons.map(reasonText).join()).toContain('set its zone to us-east-1a again (option zones of a tier)');
});

describe('the update policy of a group', () => {
  const configuration = (type: string, policy: object): RawResources => ({
    Launch: resource('AWS::AutoScaling::LaunchConfiguration', { ImageId: 'ami-1', InstanceType: type }),
    X: resource('AWS::AutoScaling::AutoScalingGroup', { MinSize: '1', MaxSize: '2', LaunchConfigurationName: { Ref: 'Launch' } }, policy),
  });
  const subnets = (subnet: string, policy: object): RawResources => ({
    X: resource('AWS::AutoScaling::AutoScalingGroup', { MinSize: '1', MaxSize: '2', VPCZoneIdentifier: [subnet] }, policy),
  });
  const rolling = { UpdatePolicy: { AutoScalingRollingUpdate: { MinInstancesInService: 0 } } };
  const replacing = { UpdatePolicy: { AutoScalingReplacingUpdate: { WillReplace: true } } };

  // CloudFormation template reference, UpdatePolicy: the policies apply to another launch configuration, launch template or VPCZoneIdentifier.
  test.each<[string, (value: string, policy: object) => RawResources, object, string]>([
    ['another launch configuration, rolling', configuration, rolling, 'in-place-with-interruption auto-scaling-rolling-update'],
    ['another launch configuration, replacing', configuration, replacing, 'replaced auto-scaling-rolling-update'],
    ['another launch configuration, without a policy', configuration, {}, 'in-place auto-scaling-rolling-update'],
    ['other subnets, rolling', subnets, rolling, 'in-place-with-interruption auto-scaling-rolling-update'],
    ['other subnets, without a policy', subnets, {}, 'in-place'],
  ])('%s', (_name, group, policy, outcome) => {
    expect(classAndRules(transition(group('t3.large', policy), group('t3.xlarge', policy)), 'X')).toBe(outcome);
  });
});

/**
 * Properties that replace a resource by the specification of its type, always or under conditions, and that a rule classifies otherwise.
 * Each needs a source that is newer or more exact than the specification, in its rule.
 */
const MILDER_THAN_THE_SPECIFICATION: readonly string[] = [
  'AWS::EC2::Instance InstanceType: maybe, ec2-instance-restart',
  'AWS::EC2::Instance SecurityGroupIds: maybe, ec2-instance-restart',
  'AWS::EC2::Instance UserData: maybe, ec2-instance-restart',
  'AWS::ElastiCache::ReplicationGroup AuthToken: maybe, cache-auth-token',
  'AWS::ElastiCache::ReplicationGroup NumNodeGroups: maybe, cache-shards',
  'AWS::ElastiCache::ReplicationGroup ReplicasPerNodeGroup: yes, cache-replicas',
  'AWS::ElasticLoadBalancing::LoadBalancer AvailabilityZones: maybe, classic-load-balancer',
  'AWS::ElasticLoadBalancing::LoadBalancer HealthCheck: maybe, classic-load-balancer',
  'AWS::ElasticLoadBalancing::LoadBalancer Subnets: maybe, classic-load-balancer',
  'AWS::RDS::DBInstance AutoMinorVersionUpgrade: maybe, rds-settings',
  'AWS::RDS::DBInstance BackupRetentionPeriod: maybe, rds-settings',
  'AWS::RDS::DBInstance DBParameterGroupName: maybe, rds-parameter-group',
  'AWS::RDS::DBInstance MultiAZ: maybe, rds-multi-az',
  'AWS::RDS::DBInstance PreferredMaintenanceWindow: maybe, rds-settings',
  'AWS::RDS::DBInstance SourceDBInstanceIdentifier: maybe, rds-replica-promoted',
  'AWS::RDS::DBInstance StorageType: maybe, rds-storage-type',
  'AWS::SSM::Document Content: maybe, ssm-document',
];

test('the properties whose replacement a rule overrides are known', () => {
  const pairs = [...Object.values(PAIRS).flat(), ...DOCUMENTED.map(([, type, fixed, from, to]) => changed(type, fixed, from, to, ''))];
  const types = new Set(pairs.flatMap(({ before }) => Object.values(before).map(({ Type }) => Type)));
  const statement = (type: string, property: string) => {
    const stated = loadResourceModel(type)?.properties[property]?.causesReplacement;
    return stated === undefined || stated === 'no' ? [] : [`${type} ${property}: ${stated}`];
  };
  const perProperty = [...types].flatMap((type) =>
    Object.keys(loadResourceModel(type)?.properties ?? {})
      .filter((name) => statement(type, name).length > 0)
      .map((name) => changed(type, {}, { [name]: 'a' }, { [name]: 'b' }, '')),
  );
  const found = [...pairs, ...perProperty].flatMap(({ before, after }) =>
    transition(before, after).resources.flatMap(({ type, reasons }) =>
      reasons
        .filter((reason) => reason.rule !== 'cloudformation' && !['replaced', 'needs-data-migration', 'rejected'].includes(reason.class))
        .flatMap(({ properties, rule }) => properties.flatMap((property) => statement(type, property).map((text) => `${text}, ${rule}`))),
    ),
  );
  expect([...new Set(found)].sort()).toEqual(MILDER_THAN_THE_SPECIFICATION);
});

test('another class of a Multi-AZ DB cluster interrupts its connections, by a failover of less than 35 seconds', () => {
  const from = { DBClusterInstanceClass: 'db.m6gd.large' };
  const pair = changed('AWS::RDS::DBCluster', { Engine: 'postgres' }, from, { DBClusterInstanceClass: 'db.m6gd.xlarge' }, '');
  expect(classAndRules(transition(pair.before, pair.after), 'X')).toBe('in-place-with-interruption rds-instance-class');
});

describe('the table of rules', () => {
  const all = [...RULES, ...ORDER_RULES];

  test('prints no placeholder that a reader must replace', () => {
    const pairs = Object.values(PAIRS).flat();
    const reasons = pairs.flatMap(({ before, after }) => transition(before, after).resources.flatMap((each) => each.reasons));
    const texts = reasons.flatMap((reason) => [
      reasonText(reason),
      ...(reason.first ?? []).map(({ title }) => title),
      ...(reason.followUp === undefined ? [] : [reason.followUp.title, reason.followUp.command]),
    ]);
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => PLACEHOLDER.test(text))).toEqual([]);
  });

  test('has a test for each', () => {
    expect([...Object.keys(PAIRS), 'export-in-use', 'ecs-roll'].sort()).toEqual(all.map(({ id }) => id).sort());
  });

  test.each(all.map((rule) => [rule.id, rule] as const))('%s has sources and a date', (_id, { sources, asOf, description }) => {
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !/^https:\/\/(?:docs\.aws\.amazon\.com|repost\.aws|github\.com)\//.test(source))).toEqual([]);
    expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(description).not.toMatch(/\.$/);
  });
});

// Amazon RDS user guide, "Upgrading the PostgreSQL DB engine": 16.3 to 16.4 is a minor upgrade. RDS reads engine names in any case.
test.each(['postgres', 'Postgres', 'Aurora-PostgreSQL'])('majors of %s are one number', (engine) => {
  expect([majorVersion(engine, '16.4'), majorVersion(engine, '9.6.24')]).toEqual(['16', '9.6']);
});
