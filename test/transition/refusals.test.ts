import { describe, expect, test } from 'vitest';
import { classAndRules, of, type RawResource, type RawResources, transition } from './support';

const resource = (Type: string, Properties: object, attributes: object = {}): RawResource => ({
  Type,
  Properties: { ...Properties },
  ...attributes,
});

// ElastiCache user guide, "How to upgrade from Redis OSS to Valkey" and "How to downgrade from Valkey to Redis OSS".
describe('the engine of a cache', () => {
  const cache = (Engine: string, EngineVersion: string, family?: string): RawResources => ({
    ...(family !== undefined && { Parameters: resource('AWS::ElastiCache::ParameterGroup', { CacheParameterGroupFamily: family }) }),
    X: resource('AWS::ElastiCache::ReplicationGroup', {
      Engine,
      EngineVersion,
      ...(family !== undefined && { CacheParameterGroupName: { Ref: 'Parameters' } }),
    }),
  });

  test.each<[string, RawResources, RawResources, string]>([
    ['becomes Valkey with the default group', cache('redis', '7.1'), cache('valkey', '8.0'), 'in-place cache-engine'],
    [
      'becomes Valkey with a group of its family',
      cache('redis', '7.1', 'redis7'),
      cache('valkey', '8.0', 'valkey8'),
      'in-place cache-engine',
    ],
    ['keeps a group of Redis OSS', cache('redis', '7.1', 'redis7'), cache('valkey', '8.0', 'redis7'), 'rejected cache-engine'],
    ['returns from Valkey 7.2', cache('valkey', '7.2'), cache('redis', '7.1'), 'in-place cache-engine'],
    ['returns from Valkey 8.0', cache('valkey', '8.0'), cache('redis', '7.1'), 'rejected cache-engine'],
    ['is written in another case', cache('Redis', '7.1'), cache('redis', '7.1'), 'in-place cache-engine'],
  ])('%s', (_name, before, after, expected) => {
    expect(classAndRules(transition(before, after), 'X')).toBe(expected);
  });
});

// CloudFormation user guide, UpdatePolicy: EnableVersionUpgrade. OpenSearch Service developer guide, "Upgrading Amazon OpenSearch Service domains".
test.each([
  ['OpenSearch_2.11', 'OpenSearch_2.13', 'in-place opensearch-version'],
  ['Elasticsearch_7.10', 'OpenSearch_1.3', 'in-place opensearch-version'],
  ['OpenSearch_2.13', 'OpenSearch_2.11', 'rejected opensearch-version'],
  ['OpenSearch_1.3', 'Elasticsearch_7.10', 'rejected opensearch-version'],
])('a domain with its update policy changes from %s to %s', (from, to, expected) => {
  const domain = (EngineVersion: string) => ({
    X: resource('AWS::OpenSearchService::Domain', { EngineVersion }, { UpdatePolicy: { EnableVersionUpgrade: true } }),
  });
  expect(classAndRules(transition(domain(from), domain(to)), 'X')).toBe(expected);
});

// RDS rejects downgrades. AWS::RDS::DBCluster has no AllowMajorVersionUpgrade: the provider of the type allows major upgrades itself, in
// Translator.java of aws-cloudformation-resource-providers-rds.
test.each([
  ['16.4', '15.8', 'rejected rds-engine-version'],
  ['15.8', '16.4', 'in-place-with-interruption rds-engine-version'],
  ['16.4', '16.8', 'in-place-with-interruption rds-engine-version'],
])('an Aurora cluster changes from %s to %s', (from, to, expected) => {
  const cluster = (EngineVersion: string) => ({ X: resource('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', EngineVersion }) });
  expect(classAndRules(transition(cluster(from), cluster(to)), 'X')).toBe(expected);
});

// CloudFormation user guide, "Perform ECS blue/green deployments through CodeDeploy using CloudFormation".
test('a template with the hook of CodeDeploy deploys another task definition', () => {
  const service = (TaskDefinition: string) =>
    resource('AWS::ECS::Service', { LaunchType: 'FARGATE', DeploymentController: { Type: 'CODE_DEPLOY' }, TaskDefinition });
  const hook = { Hooks: { Green: { Type: 'AWS::CodeDeploy::BlueGreen' } } };
  const moved = transition({ X: service('web:1') }, { X: service('web:2') }, {}, [{}, {}], hook);
  expect(classAndRules(moved, 'X')).toBe('in-place');
});

// DynamoDB developer guide, "Local secondary indexes": they are created with the table.
test('a table gets no local secondary index', () => {
  const table = (own: object) => ({ X: resource('AWS::DynamoDB::Table', { KeySchema: [], ...own }) });
  expect(classAndRules(transition(table({}), table({ LocalSecondaryIndexes: [{ IndexName: 'a' }] })), 'X')).toBe(
    'rejected dynamodb-indexes',
  );
});

// RDS API reference, ModifyDBSubnetGroup: SubnetAlreadyInUse. The template does not say which subnets the instance is in.
test('a subnet group that loses some of its subnets states the condition', () => {
  const group = (...SubnetIds: readonly string[]) => ({
    X: resource('AWS::RDS::DBSubnetGroup', { SubnetIds }),
    Database: resource('AWS::RDS::DBInstance', { Engine: 'mysql', DBSubnetGroupName: { Ref: 'X' } }),
  });
  expect(classAndRules(transition(group('s-1', 's-2', 's-3'), group('s-1', 's-2')), 'X')).toBe('in-place subnet-group-in-use');
});

// ElastiCache API reference, ModifyReplicationGroup, AuthTokenUpdateStrategy: "ROTATE - default, if no update strategy is provided".
test('a cache gets another token while the previous one works', () => {
  const cache = (AuthToken: string) => ({ X: resource('AWS::ElastiCache::ReplicationGroup', { AuthToken }) });
  expect(classAndRules(transition(cache('first-token-of-the-cache'), cache('second-token-of-the-cache')), 'X')).toBe(
    'in-place cache-auth-token',
  );
});

// RDS user guide, "Publishing database logs to Amazon CloudWatch Logs"; EKS user guide, "Send control plane logs to CloudWatch Logs".
test.each<[string, object, unknown, string]>([
  ['AWS::RDS::DBInstance', { EnableCloudwatchLogsExports: ['error'] }, '/aws/rds/instance/shop/error', 'rejected log-group-of-service'],
  ['AWS::RDS::DBInstance', { EnableCloudwatchLogsExports: ['error'] }, '/aws/rds/instance/shop/slowquery', 'created'],
  ['AWS::RDS::DBInstance', {}, '/aws/rds/instance/shop/error', 'created'],
  [
    'AWS::EKS::Cluster',
    { Logging: {} },
    { 'Fn::Join': ['', ['/aws/eks/', { Ref: 'Store' }, '/cluster']] },
    'rejected log-group-of-service',
  ],
  ['AWS::EKS::Cluster', { Logging: {} }, { 'Fn::Join': ['', ['/aws/eks/', { Ref: 'Store' }, '/api']] }, 'created'],
  ['AWS::Lambda::Function', { FunctionName: 'shop', LoggingConfig: { LogGroup: '/shop' } }, '/aws/lambda/shop', 'created'],
  ['AWS::Lambda::Function', { FunctionName: 'shop' }, '/aws/lambda/shop', 'rejected log-group-of-service'],
])('a log group beside %s %j with the name %j is %s', (type, properties, LogGroupName, expected) => {
  const Store = resource(type, { DBInstanceIdentifier: 'shop', ...properties });
  expect(
    classAndRules(transition({ Store }, { Store, X: resource('AWS::Logs::LogGroup', { LogGroupName, RetentionInDays: 30 }) }), 'X'),
  ).toBe(expected);
});

// Amazon Aurora MySQL Database Administrator's Handbook, "Designing for fault tolerance and quick recovery": a failover typically happens
// within 30 seconds. DocumentDB developer guide, "Understanding Amazon DocumentDB cluster fault tolerance": less than 30 seconds, service
// restored in less than 120 seconds; without a replica a few minutes. hashicorp/terraform-provider-aws#27910: instances of a cluster that
// change at the same time cause downtime.
describe('the class of instances of a cluster', () => {
  const instances = (type: string, classes: readonly string[], attributes: readonly object[] = []): RawResources =>
    Object.fromEntries(
      classes.map((DBInstanceClass, index) => [
        `I${index}`,
        resource(type, { DBClusterIdentifier: { Ref: 'Cluster' }, DBInstanceClass }, attributes[index]),
      ]),
    );

  test.each([
    ['fails over to a reader that does not change', ['small', 'small'], ['large', 'small'], [], [0.5, 1], [0.5, 2]],
    ['fails over to a reader that changes later', ['small', 'small'], ['large', 'large'], [{}, { DependsOn: ['I0'] }], [0.5, 1], [0.5, 2]],
    ['fails over to one that changed before', ['small', 'small'], ['large', 'large'], [{ DependsOn: 'I1' }], [0.5, 1], [0.5, 2]],
    ['has no one to fail over to while all change', ['small', 'small'], ['large', 'large'], [], [3, undefined], [3, undefined]],
    ['has no one to fail over to alone', ['small'], ['large'], [], [3, undefined], [3, undefined]],
  ])('%s', (_name, before, after, attributes, aurora, documentDb) => {
    const minutes = (type: string) => {
      const update = transition(instances(type, before, attributes), instances(type, after, attributes));
      const [found] = of(update, 'I0').reasons.flatMap(({ interruption }) => interruption ?? []);
      return [found?.lowMinutes, found?.highMinutes];
    };
    expect(minutes('AWS::RDS::DBInstance')).toEqual(aurora);
    expect(minutes('AWS::DocDB::DBInstance')).toEqual(documentDb);
  });

  test('does not count a reader that this update creates', () => {
    const update = transition(instances('AWS::RDS::DBInstance', ['small']), instances('AWS::RDS::DBInstance', ['large', 'large']));
    expect(of(update, 'I0').reasons[0]?.interruption).toEqual({ of: 'connections to the database', lowMinutes: 3 });
  });
});

// CloudFormation template reference, AWS::EC2::Subnet, return values: AvailabilityZone is the zone of the subnet.
describe('the zone of a volume', () => {
  const volume = (zone: unknown, ofSubnet: string): RawResources => ({
    Subnet: resource('AWS::EC2::Subnet', { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24', AvailabilityZone: ofSubnet }),
    X: resource('AWS::EC2::Volume', { AvailabilityZone: zone, Size: 50 }),
  });
  const ofSubnet = { 'Fn::GetAtt': ['Subnet', 'AvailabilityZone'] };

  test.each<[string, RawResources, RawResources, string]>([
    ['refers to a subnet in it', volume('us-east-1a', 'us-east-1a'), volume(ofSubnet, 'us-east-1a'), 'unchanged'],
    ['is that of another subnet', volume('us-east-1a', 'us-east-1b'), volume(ofSubnet, 'us-east-1b'), 'rejected ebs-volume'],
    ['follows its subnet', volume(ofSubnet, 'us-east-1a'), volume(ofSubnet, 'us-east-1b'), 'rejected ebs-volume'],
  ])('%s', (_name, before, after, expected) => {
    expect(classAndRules(transition(before, after), 'X')).toBe(expected);
  });
});
