import { describe, expect, test } from 'vitest';
import { priceTemplates } from '../../lib/answers/price-templates';
import { templateFrom } from '../../lib/cloudformation/template-from';

type Properties = Readonly<Record<string, unknown>>;
/** The other resources of the template, by logical id. */
type Others = Readonly<Record<string, { readonly Type: string; readonly Properties: Properties }>>;

const task = (properties: Properties): Others => ({
  Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { Cpu: '1024', Memory: '2048', ...properties } },
});
const TEMPLATE = { LaunchTemplateId: 'Config', Version: '1' };
const disk = (Ebs: Properties) => ({ InstanceType: 'm5.large', BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs }] });
const group = (sizes: Properties) => ({ ...sizes, LaunchTemplate: { ...TEMPLATE, LaunchTemplateId: { Ref: 'Config' } } });
const CONFIG: Others = { Config: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { InstanceType: 'm5.large' } } } };
const AURORA = (scaling: Properties): Others => ({
  Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql', ServerlessV2ScalingConfiguration: scaling } },
});
const FLEXIBLE = { DBInstanceClass: 'db.serverless', DBClusterIdentifier: { Ref: 'Cluster' } };
const database = (storage: Properties) => ({ Engine: 'postgres', DBInstanceClass: 'db.m6g.large', AllocatedStorage: 100, ...storage });
const standbys = (storage: Properties) => ({
  Engine: 'mysql',
  DBClusterInstanceClass: 'db.m6gd.large',
  AllocatedStorage: 100,
  Iops: 1_000,
  ...storage,
});
const broker = (storage: Properties) => ({
  NumberOfBrokerNodes: 3,
  BrokerNodeGroupInfo: { InstanceType: 'kafka.m5.4xlarge', StorageInfo: { EBSStorageInfo: storage } },
});
const search = (cluster: Properties, EBSOptions: Properties = {}) => ({
  ClusterConfig: { InstanceType: 'm6g.large.search', ...cluster },
  EBSOptions: { EBSEnabled: true, VolumeType: 'gp3', VolumeSize: 100, ...EBSOptions },
});
const MASTERS = { DedicatedMasterEnabled: true, DedicatedMasterType: 'm6g.large.search' };
const cache = (counts: Properties) => ({ CacheNodeType: 'cache.m5.large', ...counts });
const KEYS = { AttributeDefinitions: [], KeySchema: [] };

/** Every number of a template that is paid for: its type, the properties with the number, and what leads to it in the same template. */
const PAID_NUMBERS: readonly (readonly [
  type: string,
  number: (amount: number) => Properties,
  amount: number,
  others?: (amount: number) => Others,
])[] = [
  ['AWS::AutoScaling::AutoScalingGroup', (MinSize) => group({ MinSize, MaxSize: 4 }), 2, () => CONFIG],
  ['AWS::AutoScaling::AutoScalingGroup', (MaxSize) => group({ MinSize: 1, MaxSize }), 2, () => CONFIG],
  ['AWS::AutoScaling::AutoScalingGroup', (DesiredCapacity) => group({ MinSize: 1, MaxSize: 8, DesiredCapacity }), 2, () => CONFIG],
  ['AWS::DynamoDB::Table', (units) => ({ ...KEYS, ProvisionedThroughput: { ReadCapacityUnits: units, WriteCapacityUnits: 5 } }), 5],
  ['AWS::DynamoDB::Table', (units) => ({ ...KEYS, ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: units } }), 5],
  ['AWS::EC2::Instance', (VolumeSize) => disk({ VolumeSize }), 50],
  ['AWS::EC2::Instance', (Iops) => disk({ VolumeType: 'gp3', VolumeSize: 500, Iops }), 4_000],
  ['AWS::EC2::Instance', (Throughput) => disk({ VolumeType: 'gp3', VolumeSize: 500, Throughput }), 250],
  ['AWS::EC2::Volume', (Size) => ({ Size }), 50],
  ['AWS::EC2::Volume', (Iops) => ({ Size: 500, VolumeType: 'io2', Iops }), 4_000],
  ['AWS::EC2::Volume', (Throughput) => ({ Size: 500, VolumeType: 'gp3', Throughput }), 250],
  ['AWS::ECS::Service', (DesiredCount) => ({ LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' }, DesiredCount }), 2, () => task({})],
  [
    'AWS::ECS::Service',
    () => ({ LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' } }),
    1_024,
    (Cpu) => task({ Cpu: `${Cpu}`, Memory: '4096' }),
  ],
  [
    'AWS::ECS::Service',
    () => ({ LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' } }),
    2_048,
    (Memory) => task({ Memory: `${Memory}` }),
  ],
  [
    'AWS::ECS::Service',
    () => ({ LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' } }),
    50,
    (SizeInGiB) => task({ EphemeralStorage: { SizeInGiB } }),
  ],
  ['AWS::EFS::FileSystem', (mbps) => ({ ThroughputMode: 'provisioned', ProvisionedThroughputInMibps: mbps }), 10],
  ['AWS::EKS::Nodegroup', (DiskSize) => ({ DiskSize }), 50],
  ['AWS::EKS::Nodegroup', (MaxSize) => ({ ScalingConfig: { MinSize: 1, DesiredSize: 1, MaxSize } }), 2],
  ['AWS::EKS::Nodegroup', (DesiredSize) => ({ ScalingConfig: { MinSize: 1, DesiredSize, MaxSize: 8 } }), 2],
  ['AWS::ElastiCache::CacheCluster', (NumCacheNodes) => ({ Engine: 'memcached', CacheNodeType: 'cache.m5.large', NumCacheNodes }), 2],
  ['AWS::ElastiCache::ReplicationGroup', (NumCacheClusters) => cache({ NumCacheClusters }), 2],
  ['AWS::ElastiCache::ReplicationGroup', (NumNodeGroups) => cache({ NumNodeGroups }), 2],
  ['AWS::ElastiCache::ReplicationGroup', (ReplicasPerNodeGroup) => cache({ NumNodeGroups: 2, ReplicasPerNodeGroup }), 2],
  ['AWS::ElastiCache::ServerlessCache', (Minimum) => ({ Engine: 'redis', CacheUsageLimits: { DataStorage: { Minimum } } }), 10],
  ['AWS::ElastiCache::ServerlessCache', (Minimum) => ({ Engine: 'redis', CacheUsageLimits: { ECPUPerSecond: { Minimum } } }), 1_000],
  ['AWS::Kinesis::Stream', (ShardCount) => ({ ShardCount }), 2],
  ['AWS::Kinesis::Stream', (RetentionPeriodHours) => ({ ShardCount: 2, RetentionPeriodHours }), 24],
  ['AWS::MSK::Cluster', (NumberOfBrokerNodes) => ({ ...broker({ VolumeSize: 100 }), NumberOfBrokerNodes }), 3],
  ['AWS::MSK::Cluster', (VolumeSize) => broker({ VolumeSize }), 100],
  ['AWS::MSK::Cluster', (VolumeThroughput) => broker({ VolumeSize: 100, ProvisionedThroughput: { Enabled: true, VolumeThroughput } }), 300],
  ['AWS::OpenSearchService::Domain', (InstanceCount) => search({ InstanceCount }), 2],
  ['AWS::OpenSearchService::Domain', (DedicatedMasterCount) => search({ ...MASTERS, DedicatedMasterCount }), 3],
  ['AWS::OpenSearchService::Domain', (VolumeSize) => search({}, { VolumeSize }), 100],
  ['AWS::OpenSearchService::Domain', (Iops) => search({}, { VolumeType: 'io1', Iops }), 1_000],
  ['AWS::OpenSearchService::Domain', (Throughput) => search({}, { Throughput }), 250],
  ['AWS::RDS::DBCluster', (AllocatedStorage) => standbys({ AllocatedStorage }), 100],
  ['AWS::RDS::DBCluster', (Iops) => standbys({ Iops }), 1_000],
  ['AWS::RDS::DBInstance', (AllocatedStorage) => database({ AllocatedStorage }), 100],
  ['AWS::RDS::DBInstance', (MaxAllocatedStorage) => database({ MaxAllocatedStorage }), 200],
  ['AWS::RDS::DBInstance', (Iops) => database({ StorageType: 'io1', Iops }), 1_000],
  ['AWS::RDS::DBInstance', (Iops) => database({ StorageType: 'gp3', AllocatedStorage: 400, Iops }), 13_000],
  ['AWS::RDS::DBInstance', () => FLEXIBLE, 1, (MinCapacity) => AURORA({ MinCapacity, MaxCapacity: 8 })],
  ['AWS::RDS::DBInstance', () => FLEXIBLE, 8, (MaxCapacity) => AURORA({ MinCapacity: 1, MaxCapacity })],
  ['AWS::Redshift::Cluster', (NumberOfNodes) => ({ NodeType: 'dc2.large', NumberOfNodes }), 2],
];

function rangeOf(type: string, properties: Properties, others: Others): readonly number[] {
  const template = templateFrom({ Resources: { ...others, Paid: { Type: type, Properties: properties } } }, 'paid');
  const { lineItems, monthlyUsd } = priceTemplates([template], 'us-east-1');
  expect(lineItems.filter(({ state }) => state === 'unpriced')).toEqual([]);
  return [monthlyUsd.low, monthlyUsd.mid, monthlyUsd.high].map(Number);
}

const ROWS = PAID_NUMBERS.map(([type, properties, amount, others = () => ({})]) => ({ type, properties, amount, others }));

describe('numbers that are paid for', () => {
  test.each(ROWS)('$type: twice the number moves the estimate, and lowers no end of it (%#)', ({ type, properties, amount, others }) => {
    const once = rangeOf(type, properties(amount), others(amount));
    const twice = rangeOf(type, properties(2 * amount), others(2 * amount));
    expect(twice).not.toEqual(once);
    expect(twice.filter((usd, index) => usd < (once[index] ?? 0))).toEqual([]);
  });
});
