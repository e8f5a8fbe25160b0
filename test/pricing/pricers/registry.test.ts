import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPriceBook } from '../../../lib/catalog/price-book';
import { freeReasonText } from '../../../lib/output/free-reasons';
import { chargeName } from '../../../lib/pricing/charge-kinds';
import { FREE_RESOURCES } from '../../../lib/pricing/free-resources';
import { PRICERS } from '../../../lib/pricing/pricers';
import { type Resources, rawCharges } from '../../support/charges';

const TYPES = PRICERS.flatMap(({ types }) => types);

describe('the registry', () => {
  test('every file that has a pricer is in the list', () => {
    const folder = join(__dirname, '../../../lib/pricing/pricers');
    const files = readdirSync(folder).filter((file) => /export const \w+: Pricer/.test(readFileSync(join(folder, file), 'utf8')));
    const list = readFileSync(join(folder, 'index.ts'), 'utf8');
    expect(files.filter((file) => !list.includes(`'./${file.replace('.ts', '')}'`))).toEqual([]);
    expect(files).toHaveLength(PRICERS.length);
  });

  test('no type has two pricers, or one and a reason to be free', () => {
    expect(TYPES.filter((type, index) => TYPES.indexOf(type) !== index)).toEqual([]);
    expect(TYPES.filter((type) => type in FREE_RESOURCES)).toEqual([]);
  });

  test('every type is one that CloudFormation has, spelt as it is', () => {
    const known = cloudFormationTypes();
    const ofTheCdk = /^Custom::|^AWS::CDK::/;
    const types = [...TYPES, ...Object.keys(FREE_RESOURCES)].filter((type) => !ofTheCdk.test(type));
    expect(known.size).toBeGreaterThan(1_000);
    expect(types.filter((type) => !known.has(type))).toEqual([]);
  });

  test('every free type has a reason', () => {
    expect(Object.entries(FREE_RESOURCES).filter(([, reason]) => freeReasonText(reason).trim().length < 10)).toEqual([]);
  });
});

/** Types that the CDK generates classes for. */
function cloudFormationTypes(): ReadonlySet<string> {
  const root = dirname(require.resolve('aws-cdk-lib/package.json'));
  const services = readdirSync(root).filter((name) => /^(?:aws|alexa)-/.test(name));
  const files = services.flatMap((service) => {
    const folder = join(root, service, 'lib');
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => name.endsWith('.generated.js'))
      .map(({ name }) => join(folder, name));
  });
  const names = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/CFN_RESOURCE_TYPE_NAME\s*=\s*"([^"]+)"/g)]);
  return new Set(names.map(([, name]) => name ?? ''));
}

const DISK = { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 500, VolumeType: 'gp3', Iops: 4_000, Throughput: 200 } };
const LAUNCH = { LaunchTemplateId: { Ref: 'Template' }, Version: '1' };
const CLUSTER = { DBClusterIdentifier: { Ref: 'Aurora' } };

/** One stack with a resource for every pricer and the usual other resources. */
const STACK: Resources = {
  Template: [
    'AWS::EC2::LaunchTemplate',
    { LaunchTemplateData: { InstanceType: 't3.large', BlockDeviceMappings: [DISK], Monitoring: { Enabled: true } } },
  ],
  Group: ['AWS::AutoScaling::AutoScalingGroup', { MinSize: 1, MaxSize: 4, LaunchTemplate: LAUNCH }],
  Host: ['AWS::EC2::Instance', { InstanceType: 'm7g.large' }],
  Arm: ['AWS::EC2::Volume', { Size: 10, VolumeType: 'io2', Iops: 100 }],
  Address: ['AWS::EC2::EIP'],
  Nat: ['AWS::EC2::NatGateway'],
  Endpoint: ['AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface', SubnetIds: ['a'] }],
  FlowLog: ['AWS::EC2::FlowLog'],
  Attachment: ['AWS::EC2::TransitGatewayAttachment'],
  VpcAttachment: ['AWS::EC2::TransitGatewayVpcAttachment'],
  Vpn: ['AWS::EC2::VPNConnection'],
  Balancer: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: ['a', 'b'] }],
  Flows: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Subnets: ['a', 'b'] }],
  Classic: ['AWS::ElasticLoadBalancing::LoadBalancer', { Subnets: ['a'] }],
  Db: [
    'AWS::RDS::DBInstance',
    {
      Engine: 'mysql',
      EngineVersion: '8.0',
      DBInstanceClass: 'db.t3.large',
      AllocatedStorage: 400,
      Iops: 13_000,
      StorageType: 'gp3',
      MultiAZ: true,
      EnableCloudwatchLogsExports: ['error'],
    },
  ],
  Replica: ['AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: { Ref: 'Db' } }],
  Postgres: [
    'AWS::RDS::DBInstance',
    { Engine: 'postgres', DBInstanceClass: 'db.r6g.xlarge', AllocatedStorage: 50, StorageType: 'io1', Iops: 1_000 },
  ],
  Magnetic: ['AWS::RDS::DBInstance', { Engine: 'mariadb', DBInstanceClass: 'db.m5.large', AllocatedStorage: 50, StorageType: 'standard' }],
  Aurora: ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql', ServerlessV2ScalingConfiguration: { MinCapacity: 1, MaxCapacity: 4 } }],
  Writer: ['AWS::RDS::DBInstance', { ...CLUSTER, DBInstanceClass: 'db.t4g.medium' }],
  Flexible: ['AWS::RDS::DBInstance', { ...CLUSTER, DBInstanceClass: 'db.serverless' }],
  Proxy: ['AWS::RDS::DBProxy'],
  Targets: ['AWS::RDS::DBProxyTargetGroup', { DBProxyName: { Ref: 'Proxy' }, DBInstanceIdentifiers: [{ Ref: 'Db' }] }],
  Redis: [
    'AWS::ElastiCache::ReplicationGroup',
    { CacheNodeType: 'cache.r7g.large', NumNodeGroups: 2, ReplicasPerNodeGroup: 1, SnapshotRetentionLimit: 1 },
  ],
  Memcached: ['AWS::ElastiCache::CacheCluster', { Engine: 'memcached', CacheNodeType: 'cache.m5.large', NumCacheNodes: 1 }],
  Serverless: ['AWS::ElastiCache::ServerlessCache', { Engine: 'valkey' }],
  Documents: ['AWS::DocDB::DBCluster'],
  DocumentServer: ['AWS::DocDB::DBInstance', { DBClusterIdentifier: { Ref: 'Documents' }, DBInstanceClass: 'db.t3.medium' }],
  Cluster: ['AWS::ECS::Cluster', { ClusterSettings: [{ Name: 'containerInsights', Value: 'enabled' }] }],
  Provider: ['AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { ManagedScaling: { Status: 'ENABLED' } } }],
  Task: ['AWS::ECS::TaskDefinition', { Cpu: '512', Memory: '1024', EphemeralStorage: { SizeInGiB: 30 } }],
  Service: ['AWS::ECS::Service', { LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' } }],
  ArmTask: ['AWS::ECS::TaskDefinition', { Cpu: '512', Memory: '1024', RuntimePlatform: { CpuArchitecture: 'ARM64' } }],
  ArmService: ['AWS::ECS::Service', { LaunchType: 'FARGATE', TaskDefinition: { Ref: 'ArmTask' } }],
  Policy: ['AWS::ApplicationAutoScaling::ScalingPolicy', { PolicyType: 'TargetTrackingScaling' }],
  GroupPolicy: ['AWS::AutoScaling::ScalingPolicy', { PolicyType: 'TargetTrackingScaling' }],
  Kubernetes: ['AWS::EKS::Cluster', { Version: '1.30' }],
  NewKubernetes: ['AWS::EKS::Cluster'],
  Nodes: ['AWS::EKS::Nodegroup', {}],
  Objects: [
    'Custom::AWSCDK-EKS-KubernetesResource',
    {
      ServiceToken: { 'Fn::GetAtt': ['Kubectl', 'Arn'] },
      Manifest: JSON.stringify([
        { kind: 'Service', spec: { type: 'LoadBalancer' } },
        { kind: 'PersistentVolumeClaim', spec: { resources: { requests: { storage: '20Gi' } } } },
      ]),
    },
  ],
  Chart: ['Custom::AWSCDK-EKS-HelmChart', { Chart: 'external-secrets' }],
  Rule: ['AWS::Events::Rule'],
  Bucket: ['AWS::S3::Bucket'],
  Files: ['AWS::EFS::FileSystem'],
  Images: ['AWS::ECR::Repository'],
  Queue: ['AWS::SQS::Queue', { FifoQueue: true }],
  Topic: ['AWS::SNS::Topic'],
  Kafka: [
    'AWS::MSK::Cluster',
    {
      NumberOfBrokerNodes: 2,
      BrokerNodeGroupInfo: { InstanceType: 'kafka.t3.small', StorageInfo: { EBSStorageInfo: { VolumeSize: 10 } } },
    },
  ],
  Broker: ['AWS::AmazonMQ::Broker', { EngineType: 'RABBITMQ', HostInstanceType: 'mq.m5.xlarge', DeploymentMode: 'SINGLE_INSTANCE' }],
  Cdn: ['AWS::CloudFront::Distribution'],
  Zone: ['AWS::Route53::HostedZone'],
  PrivateNames: ['AWS::ServiceDiscovery::PrivateDnsNamespace'],
  PublicNames: ['AWS::ServiceDiscovery::PublicDnsNamespace'],
  Check: ['AWS::Route53::HealthCheck', { HealthCheckConfig: { Type: 'TCP' } }],
  Alarm: ['AWS::CloudWatch::Alarm', { Period: 10 }],
  Dashboard: ['AWS::CloudWatch::Dashboard'],
  Logs: ['AWS::Logs::LogGroup'],
  Key: ['AWS::KMS::Key'],
  KeyCopy: ['AWS::KMS::ReplicaKey'],
  Secret: ['AWS::SecretsManager::Secret'],
  Firewall: ['AWS::WAFv2::WebACL', { Rules: [{}] }],
  Rules: ['AWS::WAFv2::RuleGroup', { Rules: [{}] }],
  Setting: ['AWS::SSM::Parameter'],
  Backups: ['AWS::Backup::BackupVault'],
  BackupPlan: ['AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanRule: [{ TargetBackupVault: 'Default' }] } }],
  Certificate: ['AWS::CertificateManager::Certificate'],
  FunctionVersion: ['AWS::Lambda::Version'],
  FunctionName: ['AWS::Lambda::Alias'],
  Function: ['AWS::Lambda::Function', { EphemeralStorage: { Size: 1_024 } }],
  ArmFunction: ['AWS::Lambda::Function', { Architectures: ['arm64'] }],
  WarmVersion: [
    'AWS::Lambda::Version',
    { FunctionName: { Ref: 'ArmFunction' }, ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 } },
  ],
  EventSource: ['AWS::Lambda::EventSourceMapping'],
  RestApi: ['AWS::ApiGateway::RestApi'],
  RestStage: ['AWS::ApiGateway::Stage', { CacheClusterEnabled: true, CacheClusterSize: '0.5' }],
  HttpApi: ['AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP' }],
  WebSocketApi: ['AWS::ApiGatewayV2::Api', { ProtocolType: 'WEBSOCKET' }],
  Table: [
    'AWS::DynamoDB::Table',
    {
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
    },
  ],
  ProvisionedTable: ['AWS::DynamoDB::Table', { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } }],
  GlobalTable: ['AWS::DynamoDB::GlobalTable', { BillingMode: 'PAY_PER_REQUEST', Replicas: [{ Region: 'us-east-1' }] }],
  Workflow: ['AWS::StepFunctions::StateMachine'],
  ExpressWorkflow: ['AWS::StepFunctions::StateMachine', { StateMachineType: 'EXPRESS' }],
  Bus: ['AWS::Events::EventBus'],
  Archive: ['AWS::Events::Archive'],
  Destination: ['AWS::Events::ApiDestination'],
  Pipe: ['AWS::Pipes::Pipe'],
  Schedule: ['AWS::Scheduler::Schedule'],
  Stream: ['AWS::Kinesis::Stream', { ShardCount: 2, RetentionPeriodHours: 720 }],
  OnDemandStream: ['AWS::Kinesis::Stream', { StreamModeDetails: { StreamMode: 'ON_DEMAND' }, RetentionPeriodHours: 48 }],
  Consumer: ['AWS::Kinesis::StreamConsumer', { StreamARN: { 'Fn::GetAtt': ['Stream', 'Arn'] } }],
  OnDemandConsumer: ['AWS::Kinesis::StreamConsumer', { StreamARN: { 'Fn::GetAtt': ['OnDemandStream', 'Arn'] } }],
  Users: ['AWS::Cognito::UserPool', { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }],
  LiteUsers: ['AWS::Cognito::UserPool', { UserPoolTier: 'LITE' }],
};

/** Types of which only some forms can be priced, none of them in an example without its surroundings. */
const WITHOUT_EXAMPLE = ['AWS::CloudFormation::Stack'];

describe('prices', () => {
  const priced = Object.entries(STACK).filter(([, [type]]) => TYPES.includes(type));

  test('the example STACK has a resource of every type that is priced', () => {
    const asked = new Set(priced.map(([, [type]]) => type));
    expect(TYPES.filter((type) => !asked.has(type) && !WITHOUT_EXAMPLE.includes(type))).toEqual([]);
  });

  test.each(priced.map(([id]) => id))('every price that %s looks up is in the price book of us-east-1', (id) => {
    const book = openPriceBook('us-east-1');
    const skus = rawCharges(STACK, id).map(({ sku }) => sku);
    expect(skus.filter((sku) => book.find(sku) === undefined)).toEqual([]);
  });

  test.each(priced.map(([id]) => id))('names of lines of %s tell them apart, and quantities are in order', (id) => {
    const charges = rawCharges(STACK, id);
    expect(new Set(charges.map(({ kind, details }) => chargeName(kind, details))).size).toBe(charges.length);
    for (const { quantity } of charges) {
      expect(quantity.low).toBeLessThanOrEqual(quantity.mid);
      expect(quantity.mid).toBeLessThanOrEqual(quantity.high);
    }
  });
});
