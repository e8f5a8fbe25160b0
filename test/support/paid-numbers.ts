/** Properties of a resource. */
export type Properties = Readonly<Record<string, unknown>>;
/** The other resources of the template, by logical id. */
export type Others = Readonly<Record<string, { readonly Type: string; readonly Properties: Properties }>>;

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
const LEGACY_MASTERS = { DedicatedMasterEnabled: true, DedicatedMasterType: 'm5.large.elasticsearch' };
const MASTERS = { DedicatedMasterEnabled: true, DedicatedMasterType: 'm6g.large.search' };
const cache = (counts: Properties) => ({ CacheNodeType: 'cache.m5.large', ...counts });
const KEYS = { AttributeDefinitions: [], KeySchema: [] };
const index = (ReadCapacityUnits: number, WriteCapacityUnits: number) => ({
  ...KEYS,
  ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
  GlobalSecondaryIndexes: [{ IndexName: 'index', ...KEYS, ProvisionedThroughput: { ReadCapacityUnits, WriteCapacityUnits } }],
});
const attached = (ManagedEBSVolume: Properties) => ({
  LaunchType: 'FARGATE',
  TaskDefinition: { Ref: 'Task' },
  VolumeConfigurations: [{ Name: 'data', ManagedEBSVolume }],
});
const licensed = (CpuOptions: Properties) => ({
  InstanceType: 'c5.4xlarge',
  ImageId: '{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base}}',
  CpuOptions,
});
const windows = (options: Properties): Others => ({
  Config: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: licensed(options) } },
});
const WINDOWS = group({ MinSize: 1, MaxSize: 2 });
const legacySearch = (cluster: Properties, EBSOptions: Properties = {}) => ({
  ElasticsearchClusterConfig: { InstanceType: 'm5.large.elasticsearch', ...cluster },
  EBSOptions: { EBSEnabled: true, VolumeType: 'gp2', VolumeSize: 100, ...EBSOptions },
});
const version = (ProvisionedConcurrentExecutions: number) => ({
  FunctionName: { Ref: 'Function' },
  ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions },
});
const lambda = (MemorySize: number): Others => ({ Function: { Type: 'AWS::Lambda::Function', Properties: { MemorySize } } });
const template = (Ebs: Properties): Others => ({
  Config: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: disk(Ebs) } },
});
const configuration = (Ebs: Properties): Others => ({
  Settings: { Type: 'AWS::AutoScaling::LaunchConfiguration', Properties: disk(Ebs) },
});
const CONFIGURED = { MinSize: 1, MaxSize: 2, LaunchConfigurationName: { Ref: 'Settings' } };
const action = (sizes: Properties): Others => ({
  ...CONFIG,
  Action: { Type: 'AWS::AutoScaling::ScheduledAction', Properties: { AutoScalingGroupName: { Ref: 'Paid' }, ...sizes } },
});
const target = (sizes: Properties): Others => ({
  ...task({}),
  Target: {
    Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    Properties: {
      ScalableDimension: 'ecs:service:DesiredCount',
      ResourceId: { 'Fn::Join': ['/', ['service/default', { 'Fn::GetAtt': ['Paid', 'Name'] }]] },
      ...sizes,
    },
  },
});
const SERVICE = { LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' }, DesiredCount: 8 };

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
  ['AWS::AutoScaling::AutoScalingGroup', () => group({ MinSize: 8, MaxSize: 8 }), 2, (MinSize) => action({ MinSize })],
  ['AWS::AutoScaling::AutoScalingGroup', () => group({ MinSize: 1, MaxSize: 2 }), 3, (MaxSize) => action({ MaxSize })],
  ['AWS::AutoScaling::AutoScalingGroup', () => group({ MinSize: 1, MaxSize: 2 }), 50, (VolumeSize) => template({ VolumeSize })],
  [
    'AWS::AutoScaling::AutoScalingGroup',
    () => group({ MinSize: 1, MaxSize: 2 }),
    4_000,
    (Iops) => template({ VolumeType: 'gp3', VolumeSize: 500, Iops }),
  ],
  [
    'AWS::AutoScaling::AutoScalingGroup',
    () => group({ MinSize: 1, MaxSize: 2 }),
    250,
    (Throughput) => template({ VolumeType: 'gp3', VolumeSize: 500, Throughput }),
  ],
  ['AWS::AutoScaling::AutoScalingGroup', () => WINDOWS, 4, (CoreCount) => windows({ CoreCount, ThreadsPerCore: 1 })],
  ['AWS::AutoScaling::AutoScalingGroup', () => WINDOWS, 1, (ThreadsPerCore) => windows({ CoreCount: 8, ThreadsPerCore })],
  ['AWS::AutoScaling::AutoScalingGroup', () => CONFIGURED, 50, (VolumeSize) => configuration({ VolumeSize })],
  ['AWS::AutoScaling::AutoScalingGroup', () => CONFIGURED, 4_000, (Iops) => configuration({ VolumeType: 'gp3', VolumeSize: 500, Iops })],
  [
    'AWS::AutoScaling::AutoScalingGroup',
    () => CONFIGURED,
    250,
    (Throughput) => configuration({ VolumeType: 'gp3', VolumeSize: 500, Throughput }),
  ],
  ['AWS::DynamoDB::Table', (units) => index(units, 5), 5],
  ['AWS::DynamoDB::Table', (units) => index(5, units), 5],
  ['AWS::DynamoDB::Table', (units) => ({ ...KEYS, ProvisionedThroughput: { ReadCapacityUnits: units, WriteCapacityUnits: 5 } }), 5],
  ['AWS::DynamoDB::Table', (units) => ({ ...KEYS, ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: units } }), 5],
  ['AWS::EC2::Instance', (VolumeSize) => disk({ VolumeSize }), 50],
  ['AWS::EC2::Instance', (Iops) => disk({ VolumeType: 'gp3', VolumeSize: 500, Iops }), 4_000],
  ['AWS::EC2::Instance', (Throughput) => disk({ VolumeType: 'gp3', VolumeSize: 500, Throughput }), 250],
  ['AWS::EC2::Instance', (CoreCount) => licensed({ CoreCount, ThreadsPerCore: 1 }), 4],
  ['AWS::EC2::Instance', (ThreadsPerCore) => licensed({ CoreCount: 8, ThreadsPerCore }), 1],
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
  ['AWS::ECS::Service', (SizeInGiB) => attached({ SizeInGiB }), 50, () => task({})],
  ['AWS::ECS::Service', (Iops) => attached({ VolumeType: 'gp3', SizeInGiB: 500, Iops }), 4_000, () => task({})],
  ['AWS::ECS::Service', (Throughput) => attached({ VolumeType: 'gp3', SizeInGiB: 500, Throughput }), 250, () => task({})],
  ['AWS::ECS::Service', () => SERVICE, 2, (MinCapacity) => target({ MinCapacity, MaxCapacity: 8 })],
  ['AWS::ECS::Service', () => SERVICE, 8, (MaxCapacity) => target({ MinCapacity: 8, MaxCapacity })],
  [
    'AWS::ECS::Service',
    () => SERVICE,
    2,
    (MinCapacity) => target({ MinCapacity: 8, MaxCapacity: 8, ScheduledActions: [{ ScalableTargetAction: { MinCapacity } }] }),
  ],
  [
    'AWS::ECS::Service',
    () => SERVICE,
    9,
    (MaxCapacity) => target({ MinCapacity: 8, MaxCapacity: 8, ScheduledActions: [{ ScalableTargetAction: { MaxCapacity } }] }),
  ],
  ['AWS::EFS::FileSystem', (mbps) => ({ ThroughputMode: 'provisioned', ProvisionedThroughputInMibps: mbps }), 10],
  ['AWS::EKS::Nodegroup', (DiskSize) => ({ DiskSize }), 50],
  ['AWS::EKS::Nodegroup', (MinSize) => ({ ScalingConfig: { MinSize, DesiredSize: 8, MaxSize: 8 } }), 2],
  ['AWS::EKS::Nodegroup', (MaxSize) => ({ ScalingConfig: { MinSize: 1, DesiredSize: 1, MaxSize } }), 2],
  ['AWS::EKS::Nodegroup', (DesiredSize) => ({ ScalingConfig: { MinSize: 1, DesiredSize, MaxSize: 8 } }), 2],
  ['AWS::ElastiCache::CacheCluster', (NumCacheNodes) => ({ Engine: 'memcached', CacheNodeType: 'cache.m5.large', NumCacheNodes }), 2],
  ['AWS::ElastiCache::ReplicationGroup', (NumCacheClusters) => cache({ NumCacheClusters }), 2],
  ['AWS::ElastiCache::ReplicationGroup', (NumNodeGroups) => cache({ NumNodeGroups }), 2],
  ['AWS::ElastiCache::ReplicationGroup', (ReplicasPerNodeGroup) => cache({ NumNodeGroups: 2, ReplicasPerNodeGroup }), 2],
  ['AWS::ElastiCache::ReplicationGroup', (ReplicaCount) => cache({ NodeGroupConfiguration: [{ ReplicaCount }] }), 2],
  ['AWS::ElastiCache::ServerlessCache', (Minimum) => ({ Engine: 'redis', CacheUsageLimits: { DataStorage: { Minimum } } }), 10],
  ['AWS::ElastiCache::ServerlessCache', (Minimum) => ({ Engine: 'redis', CacheUsageLimits: { ECPUPerSecond: { Minimum } } }), 1_000],
  ['AWS::Elasticsearch::Domain', (InstanceCount) => legacySearch({ InstanceCount }), 2],
  ['AWS::Elasticsearch::Domain', (DedicatedMasterCount) => legacySearch({ ...LEGACY_MASTERS, DedicatedMasterCount }), 3],
  ['AWS::Elasticsearch::Domain', (VolumeSize) => legacySearch({}, { VolumeSize }), 100],
  ['AWS::Elasticsearch::Domain', (Iops) => legacySearch({}, { VolumeType: 'io1', Iops }), 1_000],
  ['AWS::Kinesis::Stream', (ShardCount) => ({ ShardCount }), 2],
  ['AWS::Kinesis::Stream', (RetentionPeriodHours) => ({ ShardCount: 2, RetentionPeriodHours }), 24],
  ['AWS::Lambda::Version', version, 5, () => lambda(1_024)],
  ['AWS::Lambda::Version', () => version(5), 1_024, lambda],
  ['AWS::MSK::Cluster', (NumberOfBrokerNodes) => ({ ...broker({ VolumeSize: 100 }), NumberOfBrokerNodes }), 3],
  ['AWS::MSK::Cluster', (VolumeSize) => broker({ VolumeSize }), 100],
  ['AWS::MSK::Cluster', (VolumeThroughput) => broker({ VolumeSize: 100, ProvisionedThroughput: { Enabled: true, VolumeThroughput } }), 300],
  ['AWS::OpenSearchService::Domain', (InstanceCount) => search({ InstanceCount }), 2],
  ['AWS::OpenSearchService::Domain', (DedicatedMasterCount) => search({ ...MASTERS, DedicatedMasterCount }), 3],
  [
    'AWS::OpenSearchService::Domain',
    (Count) => search({ NodeOptions: [{ NodeType: 'coordinator', NodeConfig: { Enabled: true, Count, Type: 'm6g.large.search' } }] }),
    3,
  ],
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

/** The rows of the table. */
export const PAID_ROWS = PAID_NUMBERS.map(([type, properties, amount, others = () => ({})]) => ({ type, properties, amount, others }));
