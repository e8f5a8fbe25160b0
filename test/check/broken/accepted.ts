import type { Broken } from '../texts';
import { addition, type Properties, type Resources, rowsOf } from './rows';

const ref = (id: string) => ({ Ref: id });
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const ROLE = 'arn:aws:iam::123456789012:role/a';
const VPC: Resources = { Net: ['AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }] };
/** Zones without names do not depend on the region, and are two all the same. */
const zone = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });
const subnet = (id: string, index: number): Resources => ({
  [id]: ['AWS::EC2::Subnet', { VpcId: ref('Net'), CidrBlock: `10.0.${index}.0/24`, AvailabilityZone: zone(index) }],
});
const called = (more: Properties = {}): Resources => ({
  Called: [
    'AWS::Lambda::Function',
    {
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: ROLE,
      LoggingConfig: { LogGroup: ref('Logs') },
      Code: { ZipFile: 'exports.handler = async () => 1;' },
      ...more,
    },
  ],
});
const permission = (id: string, action: string, more: Properties): Resources => ({
  [id]: ['AWS::Lambda::Permission', { Action: action, FunctionName: ref('Called'), Principal: '*', ...more }],
});
const URL: Resources = {
  ...called(),
  Address: ['AWS::Lambda::Url', { AuthType: 'NONE', TargetFunctionArn: ref('Called') }],
};
const BY_URL = permission('ByUrl', 'lambda:InvokeFunctionUrl', { FunctionUrlAuthType: 'NONE' });
const INVOKES = permission('Invokes', 'lambda:InvokeFunction', { InvokedViaFunctionUrl: true });
/** A rule with a function that has a name, and a permission of the function with a name. */
const scheduled = (name: string): Resources => ({
  ...called({ FunctionName: 'shop-report' }),
  Nightly: ['AWS::Events::Rule', { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'report', Arn: arn('Called') }] }],
  Allows: [
    'AWS::Lambda::Permission',
    { Action: 'lambda:InvokeFunction', FunctionName: name, Principal: 'events.amazonaws.com', SourceArn: arn('Nightly') },
  ],
});
const disk = (zoneOfDisk: unknown): Resources => ({
  Disk: ['AWS::EC2::Volume', { Size: 10, VolumeType: 'gp3', Encrypted: true, AvailabilityZone: zoneOfDisk }],
});
const ATTACHED: Resources = {
  ...VPC,
  ...subnet('First', 0),
  Machine: [
    'AWS::EC2::Instance',
    { ImageId: 'ami-1', InstanceType: 'm7g.large', SubnetId: ref('First'), MetadataOptions: { HttpTokens: 'required' } },
  ],
  Attached: ['AWS::EC2::VolumeAttachment', { InstanceId: ref('Machine'), VolumeId: ref('Disk'), Device: '/dev/sdf' }],
};
const shared = (more: Properties) => ({ Size: 10, Encrypted: true, AvailabilityZone: zone(0), MultiAttachEnabled: true, ...more });
const mount = (place: unknown): Resources => ({
  Mount: ['AWS::EFS::MountTarget', { FileSystemId: ref('OneZone'), SubnetId: place, SecurityGroups: ['sg-1'] }],
});
const oneZone = (index: number): Resources => ({
  ...VPC,
  ...subnet('First', 0),
  OneZone: ['AWS::EFS::FileSystem', { Encrypted: true, AvailabilityZoneName: zone(index) }],
  ...mount(ref('First')),
});
/** A function with the access point of a file system, which has one mount target. */
const mounted = (more: Properties): Resources => ({
  ...oneZone(0),
  Point: ['AWS::EFS::AccessPoint', { FileSystemId: ref('OneZone') }],
  ...called({
    VpcConfig: { SubnetIds: [ref('First')], SecurityGroupIds: ['sg-1'] },
    FileSystemConfigs: [{ Arn: arn('Point'), LocalMountPath: '/mnt/shared' }],
    ...more,
  }),
});
/** A reference has the order of DependsOn, and a name has none. */
const tagged = (value: unknown) => mounted({ Tags: [{ Key: 'after', Value: value }] });
const job = (more: Properties) => ({
  Type: 'container',
  PlatformCapabilities: ['FARGATE'],
  ContainerProperties: {
    Image: 'shop/report:1.4.2',
    ExecutionRoleArn: ROLE,
    ResourceRequirements: [
      { Type: 'VCPU', Value: '1' },
      { Type: 'MEMORY', Value: '2048' },
    ],
    ...more,
  },
});
const project = (more: Properties) => ({
  ServiceRole: ROLE,
  Source: { Type: 'NO_SOURCE', BuildSpec: 'version: 0.2\nphases: { build: { commands: [docker build -t shop .] } }' },
  Artifacts: { Type: 'NO_ARTIFACTS' },
  Environment: { Type: 'LINUX_CONTAINER', ComputeType: 'BUILD_GENERAL1_SMALL', Image: 'aws/codebuild/standard:7.0', ...more },
});
const broker = (engine: string, mode: string, ...subnets: readonly string[]) => ({
  BrokerName: 'a',
  EngineType: engine,
  DeploymentMode: mode,
  HostInstanceType: 'mq.m5.large',
  PubliclyAccessible: false,
  SubnetIds: subnets,
});
const cluster = (list: string) => ({ ClusterName: 'a', NodeType: 'db.t4g.small', TLSEnabled: false, ACLName: list });
const notifying = (isFifo: boolean): Resources => ({
  Ordered: ['AWS::SQS::Queue', isFifo ? { FifoQueue: true } : {}],
  Tested: [
    'AWS::S3::Bucket',
    {
      Tags: [{ Key: 'after', Value: ref('Allowed') }],
      NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: arn('Ordered') }] },
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }] },
    },
  ],
  Allowed: [
    'AWS::SQS::QueuePolicy',
    {
      Queues: [ref('Ordered')],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: arn('Ordered') }],
      },
    },
  ],
});
const domain = (version: string) => ({
  EngineVersion: version,
  ClusterConfig: { InstanceType: 'm7g.large.search', InstanceCount: 2, ZoneAwarenessEnabled: true },
  EBSOptions: { EBSEnabled: true, VolumeType: 'gp3', VolumeSize: 20 },
  EncryptionAtRestOptions: { Enabled: true },
  NodeToNodeEncryptionOptions: { Enabled: true },
  DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-2019-07' },
  VPCOptions: { SubnetIds: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] },
});
const cache = (version: string) => ({
  ReplicationGroupDescription: 'a',
  Engine: 'redis',
  EngineVersion: version,
  CacheNodeType: 'cache.r7g.large',
  NumCacheClusters: 2,
  AutomaticFailoverEnabled: true,
  TransitEncryptionEnabled: true,
  AtRestEncryptionEnabled: true,
});
const documents = (version: string) => ({
  EngineVersion: version,
  MasterUsername: 'app',
  ManageMasterUserPassword: true,
  StorageEncrypted: true,
});
const client = (more: Properties) => ({
  UserPoolId: 'us-east-1_a',
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid'],
  ...more,
});

/** Requests that AWS refuses although the template is valid, and functions that nobody may call. */
export const BROKEN_ACCEPTED: readonly Broken[] = [
  addition('lambda-url-permission', 'a URL without a permission', URL, { ...BY_URL, ...INVOKES }, 'Address Properties.AuthType'),
  addition('lambda-url-permission', 'a URL without the invocation', { ...URL, ...BY_URL }, INVOKES, 'ByUrl Properties.Action'),
  addition(
    'events-permission',
    'a permission of another function',
    scheduled('arn:aws:lambda:us-east-1:123456789012:function:shop-reports'),
    scheduled('arn:aws:lambda:us-east-1:123456789012:function:shop-report'),
    'Nightly Properties.Targets[0].Arn',
  ),
  addition('ec2-volume-zone', 'the next zone', { ...ATTACHED, ...disk(zone(1)) }, disk(zone(0)), 'Disk Properties.AvailabilityZone'),
  ...rowsOf('ec2-volume-setting', 'AWS::EC2::Volume', [
    ['Multi-Attach of gp3', shared({ VolumeType: 'gp3' }), shared({ VolumeType: 'io2', Iops: 3000 }), 'MultiAttachEnabled'],
  ]),
  addition('efs-mount-target', 'outside of its zone', oneZone(1), oneZone(0), 'Mount Properties.SubnetId'),
  addition('lambda-file-system', 'before its mount target', tagged('Mount'), tagged(ref('Mount')), 'Called DependsOn'),
  ...rowsOf('batch-job', 'AWS::Batch::JobDefinition', [
    ['no execution role', job({ ExecutionRoleArn: undefined }), job({}), 'ContainerProperties.ExecutionRoleArn'],
    ['privileges', job({ Privileged: true }), job({ Privileged: false }), 'ContainerProperties.Privileged'],
  ]),
  ...rowsOf('codebuild-docker', 'AWS::CodeBuild::Project', [
    ['no privileges', project({}), project({ PrivilegedMode: true }), 'Environment.PrivilegedMode'],
  ]),
  ...rowsOf('mq-broker', 'AWS::AmazonMQ::Broker', [
    [
      'a standby of RabbitMQ',
      broker('RABBITMQ', 'ACTIVE_STANDBY_MULTI_AZ', 'subnet-1', 'subnet-2'),
      broker('RABBITMQ', 'CLUSTER_MULTI_AZ', 'subnet-1', 'subnet-2'),
      'DeploymentMode',
    ],
    [
      'one instance in two subnets',
      broker('ACTIVEMQ', 'SINGLE_INSTANCE', 'subnet-1', 'subnet-2'),
      broker('ACTIVEMQ', 'SINGLE_INSTANCE', 'subnet-1'),
      'SubnetIds',
    ],
  ]),
  ...rowsOf('memorydb-access', 'AWS::MemoryDB::Cluster', [['a list without TLS', cluster('shop'), cluster('open-access'), 'ACLName']]),
  ...rowsOf('cognito-client', 'AWS::Cognito::UserPoolClient', [
    ['no callback URL', client({}), client({ CallbackURLs: ['https://example.com/'] }), 'CallbackURLs'],
  ]),
  ...rowsOf('cognito-pool', 'AWS::Cognito::UserPool', [
    [
      'SMS without a sender',
      { EnabledMfas: ['SMS_MFA'] },
      { EnabledMfas: ['SMS_MFA'], SmsConfiguration: { SnsCallerArn: ROLE } },
      'SmsConfiguration',
    ],
  ]),
  addition(
    's3-notification-queue',
    'a FIFO queue',
    notifying(true),
    notifying(false),
    'Tested Properties.NotificationConfiguration.QueueConfigurations[0].Queue',
  ),
  ...rowsOf('store-extended-support', 'AWS::OpenSearchService::Domain', [
    ['OpenSearch 2.9', domain('OpenSearch_2.9'), domain('OpenSearch_2.19'), 'EngineVersion'],
  ]),
  ...rowsOf('store-extended-support', 'AWS::ElastiCache::ReplicationGroup', [['Redis 5', cache('5.0.6'), cache('6.2'), 'EngineVersion']]),
  ...rowsOf('store-extended-support', 'AWS::DocDB::DBCluster', [
    ['DocumentDB 3.6', documents('3.6.0'), documents('5.0.0'), 'EngineVersion'],
  ]),
  addition(
    'service-ended',
    'a mesh',
    { Mesh: ['AWS::AppMesh::Mesh', {}] },
    { Mesh: ['AWS::ServiceDiscovery::HttpNamespace', { Name: 'a' }] },
    'Mesh Type',
  ),
  addition(
    'service-closed',
    'an App Runner service',
    { Web: ['AWS::AppRunner::Service', {}] },
    { Web: ['AWS::ServiceDiscovery::HttpNamespace', { Name: 'a' }] },
    'Web Type',
  ),
];
