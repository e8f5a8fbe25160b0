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
    cacheChange({ EngineVersion: '7.2' }, { EngineVersion: '8.0' }, 'in-place'),
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
  'ecs-launch-type': [
    changed(SERVICE, {}, { LaunchType: 'EC2' }, { LaunchType: 'FARGATE' }, 'replaced ecs-launch-type'),
    changed(SERVICE, { LaunchType: 'EC2' }, { DesiredCount: 1 }, { DesiredCount: 2 }, 'in-place'),
  ],
  'ecs-capacity-provider': [
    changed(SERVICE, {}, strategy('a'), strategy('b'), 'rejected ecs-capacity-provider'),
    changed(
      SERVICE,
      {},
      { ...strategy('a'), ForceNewDeployment: { EnableForceNewDeployment: true, ForceNewDeploymentNonce: 'a' } },
      { ...strategy('b'), ForceNewDeployment: { EnableForceNewDeployment: true, ForceNewDeploymentNonce: 'b' } },
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
    changed(SERVICE, {}, {}, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['a'] } } }, 'in-place'),
  ],
  'ecs-service-connect': [
    changed(SERVICE, {}, { ServiceConnectConfiguration: { Enabled: true } }, {}, 'rejected ecs-service-connect'),
    changed(
      SERVICE,
      {},
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
