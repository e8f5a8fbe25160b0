import type { Broken } from '../texts';
import { addition, type Properties, type Resources, rowsOf } from './rows';

const ROLE = 'arn:aws:iam::123456789012:role/a';
const files = (configuration: Properties) => ({
  NetworkMode: 'awsvpc',
  Volumes: [{ Name: 'files', EFSVolumeConfiguration: { FilesystemId: 'fs-1', ...configuration } }],
  ContainerDefinitions: [{ Name: 'web', Image: 'public.ecr.aws/nginx/nginx:1.27', Memory: 256, Essential: true }],
});
const POINT = { AuthorizationConfig: { AccessPointId: 'fsap-1' } };
const database = (more: Properties) => ({
  Engine: 'mariadb',
  DBInstanceClass: 'db.m7g.large',
  AllocatedStorage: '100',
  MaxAllocatedStorage: 200,
  StorageType: 'gp3',
  MasterUsername: 'app',
  ManageMasterUserPassword: true,
  ...more,
});
const site = (origin: Properties, more: Properties = {}) => ({
  DistributionConfig: {
    Enabled: true,
    Origins: [{ Id: 'a', DomainName: 'api.example.com', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' }, ...origin }],
    DefaultCacheBehavior: {
      TargetOriginId: 'a',
      ViewerProtocolPolicy: 'redirect-to-https',
      CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
    },
    ...more,
  },
});
const LAYERS = { Layers: ['arn:aws:lambda:us-east-1:123456789012:layer:a:1'] };
const image = (more: Properties) => ({
  PackageType: 'Image',
  Role: ROLE,
  LoggingConfig: { LogGroup: 'a' },
  Code: { ImageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1' },
  ...more,
});
const variables = (text: string) => image({ Environment: { Variables: { SETTINGS: text } } });
const volume = (more: Properties) => ({ AvailabilityZone: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, Size: 100, ...more });
const spot = (strategy: string) => ({
  MinSize: '1',
  MaxSize: '2',
  VPCZoneIdentifier: ['subnet-1'],
  MaxInstanceLifetime: 2_592_000,
  MixedInstancesPolicy: {
    InstancesDistribution: { SpotAllocationStrategy: strategy, SpotInstancePools: 2 },
    LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: 'lt-1', Version: '1' } },
  },
});
const endpoint = (protocol: string, address: string) => ({ TopicArn: 'a', Protocol: protocol, Endpoint: address });
const alarm = (missing: string) => ({
  Namespace: 'AWS/SQS',
  MetricName: 'ApproximateAgeOfOldestMessage',
  Statistic: 'Maximum',
  Threshold: 60,
  Period: 60,
  EvaluationPeriods: 1,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: missing,
});
const managed = (resource: string) => ({
  PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: resource }] },
});
const launch = (bytes: number) => ({
  LaunchTemplateData: { MetadataOptions: { HttpTokens: 'required' }, UserData: { 'Fn::Base64': 'a'.repeat(bytes) } },
});
const rotation = (more: Properties) => ({
  SecretId: 'a',
  RotationLambdaARN: 'arn:aws:lambda:us-east-1:123456789012:function:a',
  RotationRules: more,
});
const bucketPolicy = (resource: unknown, name: string): Resources => ({
  Bucket: ['AWS::S3::Bucket', { BucketName: name }],
  Policy: [
    'AWS::S3::BucketPolicy',
    {
      Bucket: { Ref: 'Bucket' },
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 's3:GetObject', Resource: resource }],
      },
    },
  ],
});
const BUCKET_ARN = { 'Fn::GetAtt': ['Bucket', 'Arn'] };

/** Broken limits and formats of values. */
export const BROKEN_LIMITS: readonly Broken[] = [
  ...rowsOf('ecs-efs-volume', 'AWS::ECS::TaskDefinition', [
    [
      'an access point without encryption',
      files(POINT),
      files({ ...POINT, TransitEncryption: 'ENABLED' }),
      'Volumes[0].EFSVolumeConfiguration.TransitEncryption',
    ],
    [
      'an access point and a directory',
      files({ ...POINT, TransitEncryption: 'ENABLED', RootDirectory: '/data' }),
      files({ ...POINT, TransitEncryption: 'ENABLED', RootDirectory: '/' }),
      'Volumes[0].EFSVolumeConfiguration.RootDirectory',
    ],
  ]),
  ...rowsOf('rds-monitoring-value', 'AWS::RDS::DBInstance', [
    [
      'an interval of 20 seconds',
      database({ MonitoringInterval: 20, MonitoringRoleArn: ROLE }),
      database({ MonitoringInterval: 30, MonitoringRoleArn: ROLE }),
      'MonitoringInterval',
    ],
    [
      'a retention of 94 days',
      database({ EnablePerformanceInsights: true, PerformanceInsightsRetentionPeriod: 94 }),
      database({ EnablePerformanceInsights: true, PerformanceInsightsRetentionPeriod: 93 }),
      'PerformanceInsightsRetentionPeriod',
    ],
  ]),
  ...rowsOf('cloudfront-origin-name', 'AWS::CloudFront::Distribution', [
    ['a URL as the domain name', site({ DomainName: 'https://api.example.com' }), site({}), 'DistributionConfig.Origins[0].DomainName'],
    ['a slash at the end of a path', site({ OriginPath: '/v1/' }), site({ OriginPath: '/v1' }), 'DistributionConfig.Origins[0].OriginPath'],
    [
      'a slash before the default root object',
      site({}, { DefaultRootObject: '/index.html' }),
      site({}, { DefaultRootObject: 'index.html' }),
      'DistributionConfig.DefaultRootObject',
    ],
  ]),
  ...rowsOf('lambda-image-layers', 'AWS::Lambda::Function', [['layers of an image', image(LAYERS), image({}), 'Layers']]),
  ...rowsOf('lambda-environment-size', 'AWS::Lambda::Function', [
    ['5 KB', variables('a'.repeat(5000)), variables('a'.repeat(4000)), 'Environment.Variables'],
  ]),
  ...rowsOf('ec2-description', 'AWS::EC2::SecurityGroup', [
    [
      'an apostrophe',
      { GroupDescription: "the shop's group", VpcId: 'vpc-1' },
      { GroupDescription: 'the group of the shop', VpcId: 'vpc-1' },
      'GroupDescription',
    ],
  ]),
  ...rowsOf('ec2-volume-setting', 'AWS::EC2::Volume', [
    ['IOPS of gp2', volume({ VolumeType: 'gp2', Iops: 3000 }), volume({ VolumeType: 'gp3', Iops: 3000 }), 'Iops'],
    [
      'a key without encryption',
      volume({ VolumeType: 'gp3', KmsKeyId: 'alias/a' }),
      volume({ VolumeType: 'gp3', KmsKeyId: 'alias/a', Encrypted: true }),
      'Encrypted',
    ],
  ]),
  ...rowsOf('ec2-user-data', 'AWS::EC2::LaunchTemplate', [['20,000 bytes', launch(20_000), launch(16_384), 'LaunchTemplateData.UserData']]),
  ...rowsOf('autoscaling-spot-pools', 'AWS::AutoScaling::AutoScalingGroup', [
    [
      'pools of another strategy',
      spot('capacity-optimized'),
      spot('lowest-price'),
      'MixedInstancesPolicy.InstancesDistribution.SpotInstancePools',
    ],
  ]),
  ...rowsOf('sns-endpoint', 'AWS::SNS::Subscription', [
    ['HTTP for HTTPS', endpoint('https', 'http://example.com'), endpoint('https', 'https://example.com'), 'Endpoint'],
    ['no e-mail address', endpoint('email', 'operations'), endpoint('email', 'operations@example.com'), 'Endpoint'],
  ]),
  ...rowsOf('secret-rotation-schedule', 'AWS::SecretsManager::RotationSchedule', [
    [
      'days and a schedule',
      rotation({ AutomaticallyAfterDays: 30, ScheduleExpression: 'rate(30 days)' }),
      rotation({ AutomaticallyAfterDays: 30 }),
      'RotationRules.ScheduleExpression',
    ],
  ]),
  ...rowsOf('cloudwatch-missing-data', 'AWS::CloudWatch::Alarm', [
    ['another word', alarm('ok'), alarm('notBreaching'), 'TreatMissingData'],
  ]),
  ...rowsOf('iam-resource', 'AWS::IAM::ManagedPolicy', [
    ['an ARN of four parts', managed('arn:aws:s3:example'), managed('arn:aws:s3:::example/*'), 'PolicyDocument.Statement[0].Resource'],
  ]),
  addition(
    's3-policy-resource',
    'an action on objects for the bucket',
    bucketPolicy(BUCKET_ARN, 'example-1'),
    bucketPolicy({ 'Fn::Join': ['/', [BUCKET_ARN, '*']] }, 'example-1'),
    'Policy Properties.PolicyDocument.Statement[0].Resource',
  ),
  addition(
    's3-policy-resource',
    'another bucket',
    bucketPolicy('arn:aws:s3:::example-2/*', 'example-1'),
    bucketPolicy('arn:aws:s3:::example-1/*', 'example-1'),
    'Policy Properties.PolicyDocument.Statement[0].Resource',
  ),
];
