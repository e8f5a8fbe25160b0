import type { Broken } from '../texts';
import { addition, type Properties, type Resources, rowsOf } from './rows';

const ref = (id: string) => ({ Ref: id });
const attribute = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] });
const TEXT_ATTRIBUTE = (name: string) => ({ AttributeName: name, AttributeType: 'S' });
const partitionKey = (name: string) => ({ AttributeName: name, KeyType: 'HASH' });
const sortKey = (name: string) => ({ AttributeName: name, KeyType: 'RANGE' });
const localIndex = (hash: string, keys: readonly unknown[]) => ({
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['id', 'at', 'user'].map(TEXT_ATTRIBUTE),
  KeySchema: keys,
  LocalSecondaryIndexes: [{ IndexName: 'recent', KeySchema: [partitionKey(hash), sortKey('user')], Projection: { ProjectionType: 'ALL' } }],
});
const database = (more: Properties) => ({
  Engine: 'mysql',
  DBInstanceClass: 'db.m6g.large',
  AllocatedStorage: '100',
  MaxAllocatedStorage: 200,
  StorageType: 'gp3',
  EngineLifecycleSupport: 'open-source-rds-extended-support-disabled',
  MasterUsername: 'shop',
  ManageMasterUserPassword: true,
  ...more,
});
const SQL_SERVER = { Engine: 'sqlserver-ex', LicenseModel: 'license-included', EngineLifecycleSupport: { Ref: 'AWS::NoValue' } };
const withIops = (iops: number, more: Properties = {}) => database({ StorageType: 'io1', Iops: iops, ...more });
const container = (more: Properties = {}) => ({ Name: 'web', Image: 'shop/web:1.4.2', Memory: 256, ...more });
const ROUTED = { LogConfiguration: { LogDriver: 'awsfirelens', Options: { Name: 'cloudwatch_logs' } } };
const router = (name: string) => container({ Name: name, FirelensConfiguration: { Type: 'fluentbit' } });
const task = (...containers: readonly unknown[]) => ({ NetworkMode: 'awsvpc', ContainerDefinitions: containers });
const service = (controller: string) => ({
  Cluster: 'shop',
  TaskDefinition: 'web',
  SchedulingStrategy: 'REPLICA',
  DeploymentController: { Type: controller },
  DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
});
const group = (overrides: readonly unknown[]): Resources => ({
  Machine: [
    'AWS::EC2::LaunchTemplate',
    { LaunchTemplateData: { ImageId: 'ami-1', InstanceType: 'm6i.large', MetadataOptions: { HttpTokens: 'required' } } },
  ],
  Machines: [
    'AWS::AutoScaling::AutoScalingGroup',
    {
      MinSize: 1,
      MaxSize: 2,
      MaxInstanceLifetime: 1_209_600,
      VPCZoneIdentifier: ['subnet-1'],
      MixedInstancesPolicy: {
        LaunchTemplate: {
          LaunchTemplateSpecification: { LaunchTemplateId: ref('Machine'), Version: attribute('Machine', 'LatestVersionNumber') },
          Overrides: overrides,
        },
      },
    },
  ],
});
const mixed = (what: string, broken: readonly unknown[], fixed: readonly unknown[], at: string) =>
  addition(
    'autoscaling-mixed',
    what,
    group(broken),
    group(fixed),
    `Machines Properties.MixedInstancesPolicy.LaunchTemplate.Overrides${at}.InstanceType`,
  );
const REQUIREMENTS = { InstanceRequirements: { VCpuCount: { Min: 2 }, MemoryMiB: { Min: 4096 } } };
const instance = (more: Properties) => ({ ImageId: 'ami-1', InstanceType: 't3.micro', SubnetId: 'subnet-1', ...more });
const SCRIPT = '#!/bin/bash\ndnf install -y nginx\n';
const authorizer = (more: Properties) => ({
  RestApiId: 'a1b2c3',
  Name: 'own',
  Type: 'REQUEST',
  AuthorizerUri:
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:a/invocations',
  ...more,
});
const target = (more: Properties) => ({
  TargetType: 'ip',
  Port: 5000,
  Protocol: 'TCP',
  VpcId: 'vpc-1',
  HealthCheckProtocol: 'TCP',
  TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '60' }],
  ...more,
});
const distribution = (bucket: unknown) =>
  [
    'AWS::CloudFront::Distribution',
    {
      DistributionConfig: {
        Enabled: true,
        Logging: { Bucket: bucket },
        Origins: [{ Id: 'shop', DomainName: 'origin.example.com', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } }],
        DefaultCacheBehavior: {
          TargetOriginId: 'shop',
          ViewerProtocolPolicy: 'redirect-to-https',
          CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
        },
      },
    },
  ] as const;
const domain = (more: Properties) => ({ ClusterConfig: { InstanceType: 't2.small.search', InstanceCount: 1 }, ...more });

const NETWORK: Resources = {
  Vpc: ['AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16', EnableDnsHostnames: true }],
  One: ['AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock: '10.0.0.0/24' }],
};
const firewall = (port: number, more: Properties = {}) =>
  [
    'AWS::EC2::SecurityGroup',
    {
      GroupDescription: 'shop',
      VpcId: ref('Vpc'),
      SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: port, ToPort: port, CidrIp: '10.0.0.0/16', ...more }],
    },
  ] as const;
const FILES: Resources = {
  ...NETWORK,
  Mount: ['AWS::EFS::MountTarget', { FileSystemId: 'fs-1', SubnetId: ref('One'), SecurityGroups: [ref('Firewall')] }],
};
const TASKS: Resources = {
  ...NETWORK,
  Task: ['AWS::ECS::TaskDefinition', task(container({ PortMappings: [{ ContainerPort: 8080 }] }))],
  Web: [
    'AWS::ECS::Service',
    {
      Cluster: 'shop',
      TaskDefinition: ref('Task'),
      HealthCheckGracePeriodSeconds: 60,
      DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
      LoadBalancers: [
        {
          ContainerName: 'web',
          ContainerPort: 8080,
          TargetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/a/b',
        },
      ],
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [ref('One')], SecurityGroups: [ref('Firewall')] } },
    },
  ],
};
const alias = (zone: unknown): Resources => ({
  Zone: ['AWS::Route53::HostedZone', { Name: 'example.com' }],
  Balancer: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal', Subnets: ['subnet-1', 'subnet-2'] }],
  Record: [
    'AWS::Route53::RecordSet',
    {
      HostedZoneId: ref('Zone'),
      Name: 'www.example.com',
      Type: 'A',
      AliasTarget: { HostedZoneId: zone, DNSName: attribute('Balancer', 'DNSName') },
    },
  ],
});
const stage = (name: unknown): Resources => ({
  Rest: ['AWS::ApiGateway::RestApi', { Name: 'rest' }],
  Get: [
    'AWS::ApiGateway::Method',
    {
      RestApiId: ref('Rest'),
      ResourceId: attribute('Rest', 'RootResourceId'),
      HttpMethod: 'GET',
      AuthorizationType: 'NONE',
      Integration: { Type: 'MOCK' },
    },
  ],
  Live: ['AWS::ApiGateway::Stage', { RestApiId: ref('Rest'), DeploymentId: 'a1b2c3', StageName: 'live' }],
  Plan: ['AWS::ApiGateway::UsagePlan', { ApiStages: [{ ApiId: ref('Rest'), Stage: name }] }],
});

/** Broken templates with options that a service refuses for a property, or that block what a resource needs. */
export const BROKEN_REFUSED: readonly Broken[] = [
  ...rowsOf('ecs-deployment-controller', 'AWS::ECS::Service', [
    [
      'a circuit breaker with CodeDeploy',
      service('CODE_DEPLOY'),
      service('ECS'),
      'DeploymentConfiguration.DeploymentCircuitBreaker.Enable',
    ],
  ]),
  ...rowsOf('ecs-firelens', 'AWS::ECS::TaskDefinition', [
    [
      'no log router',
      task(container(ROUTED)),
      task(container(ROUTED), router('log')),
      'ContainerDefinitions[0].LogConfiguration.LogDriver',
    ],
    [
      'two log routers',
      task(container(ROUTED), router('log'), router('other')),
      task(container(ROUTED), router('log')),
      'ContainerDefinitions[2].FirelensConfiguration',
    ],
  ]),
  ...rowsOf('rds-iops-ratio', 'AWS::RDS::DBInstance', [
    ['more than 50 IOPS for each GiB', withIops(5001), withIops(5000), 'Iops'],
    [
      'less than 0.5 IOPS for each GiB',
      withIops(1000, { AllocatedStorage: '2001', MaxAllocatedStorage: 4000 }),
      withIops(1000, { AllocatedStorage: '2000', MaxAllocatedStorage: 4000 }),
      'Iops',
    ],
    [
      'less than 1 IOPS for each GiB of SQL Server on io1, which is enough on io2',
      withIops(1000, { ...SQL_SERVER, AllocatedStorage: '1001', MaxAllocatedStorage: 2000 }),
      withIops(1000, { ...SQL_SERVER, AllocatedStorage: '1001', MaxAllocatedStorage: 2000, StorageType: 'io2' }),
      'Iops',
    ],
    ['more than 50 IOPS of io1, which io2 offers', withIops(6000), withIops(6000, { StorageType: 'io2' }), 'Iops'],
  ]),
  ...rowsOf('rds-engine-feature', 'AWS::RDS::DBInstance', [
    ['Multi-AZ of SQL Server Express', database({ ...SQL_SERVER, MultiAZ: true }), database(SQL_SERVER), 'MultiAZ'],
    ['encryption of SQL Server Express', database({ ...SQL_SERVER, StorageEncrypted: true }), database(SQL_SERVER), 'StorageEncrypted'],
    ['a time zone of MySQL', database({ Timezone: 'Europe/Berlin' }), database({}), 'Timezone'],
    ['a character set of MySQL', database({ CharacterSetName: 'AL32UTF8' }), database({}), 'CharacterSetName'],
  ]),
  ...rowsOf('dynamodb-index', 'AWS::DynamoDB::Table', [
    [
      'a local index with another partition key',
      localIndex('at', [partitionKey('id'), sortKey('at')]),
      localIndex('id', [partitionKey('id'), sortKey('at')]),
      'LocalSecondaryIndexes[0].KeySchema',
    ],
    [
      'a local index of a table without a sort key',
      localIndex('id', [partitionKey('id')]),
      localIndex('id', [partitionKey('id'), sortKey('at')]),
      'LocalSecondaryIndexes[0].KeySchema',
    ],
  ]),
  ...rowsOf('ec2-network-interface', 'AWS::EC2::Instance', [
    [
      'names of security groups in a subnet',
      instance({ SecurityGroups: ['shop'] }),
      instance({ SecurityGroupIds: ['sg-1'] }),
      'SecurityGroups',
    ],
  ]),
  ...rowsOf('ec2-user-data', 'AWS::EC2::Instance', [
    ['a script that is not encoded', instance({ UserData: SCRIPT }), instance({ UserData: { 'Fn::Base64': SCRIPT } }), 'UserData'],
    [
      'Fn::Sub that is not encoded',
      instance({ UserData: { 'Fn::Sub': SCRIPT } }),
      instance({ UserData: { 'Fn::Base64': { 'Fn::Sub': SCRIPT } } }),
      'UserData',
    ],
  ]),
  ...rowsOf('apigateway-method-authorizer', 'AWS::ApiGateway::Authorizer', [
    ['a cache without an identity source', authorizer({}), authorizer({ AuthorizerResultTtlInSeconds: 0 }), 'IdentitySource'],
    [
      'TOKEN without an identity source',
      authorizer({ Type: 'TOKEN', AuthorizerResultTtlInSeconds: 0 }),
      authorizer({ Type: 'TOKEN', AuthorizerResultTtlInSeconds: 0, IdentitySource: 'method.request.header.Authorization' }),
      'IdentitySource',
    ],
  ]),
  ...rowsOf('elb-health-check', 'AWS::ElasticLoadBalancingV2::TargetGroup', [
    ['a path over TCP', target({ HealthCheckPath: '/health' }), target({}), 'HealthCheckPath'],
    ['codes over TCP', target({ Matcher: { HttpCode: '200' } }), target({}), 'Matcher'],
  ]),
  ...rowsOf('opensearch-security', 'AWS::OpenSearchService::Domain', [
    ['encryption at rest on T2', domain({ EncryptionAtRestOptions: { Enabled: true } }), domain({}), 'EncryptionAtRestOptions.Enabled'],
  ]),
  mixed('a type and requirements', [{ InstanceType: 'm6i.large', ...REQUIREMENTS }], [REQUIREMENTS], '[0]'),
  mixed(
    'two architectures',
    [{ InstanceType: 'm6i.large' }, { InstanceType: 'm6g.large' }],
    [{ InstanceType: 'm6i.large' }, { InstanceType: 'm6g.large', LaunchTemplateSpecification: { LaunchTemplateId: 'lt-1', Version: '1' } }],
    '[1]',
  ),
  addition(
    'cloudfront-log-bucket',
    'the name of a bucket',
    { Shop: distribution('shop-logs') },
    { Shop: distribution('shop-logs.s3.amazonaws.com') },
    'Shop Properties.DistributionConfig.Logging.Bucket',
  ),
  addition(
    'ec2-blocked-port',
    'a file system without NFS',
    { ...FILES, Firewall: firewall(22) },
    { Firewall: firewall(2049) },
    'Mount Properties.SecurityGroups',
  ),
  addition(
    'ec2-blocked-port',
    'a file system with UDP only',
    { ...FILES, Firewall: firewall(2049, { IpProtocol: 'udp' }) },
    { Firewall: firewall(2049, { IpProtocol: '-1' }) },
    'Mount Properties.SecurityGroups',
  ),
  addition(
    'ec2-blocked-port',
    'a task behind a load balancer',
    { ...TASKS, Firewall: firewall(8000, { ToPort: 8079 }) },
    { Firewall: firewall(8000, { ToPort: 8080 }) },
    'Web Properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
  ),
  addition(
    'route53-alias-zone',
    'the zone of the record',
    alias(ref('Zone')),
    alias(attribute('Balancer', 'CanonicalHostedZoneID')),
    'Record Properties.AliasTarget.HostedZoneId',
  ),
  addition('apigateway-stage-order', 'the text of a stage', stage('live'), stage(ref('Live')), 'Plan Properties.ApiStages[0].Stage'),
];
