import type { Broken } from '../texts';
import { type Properties, rowsOf } from './rows';

const ROLE = 'arn:aws:iam::123456789012:role/a';
const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:a';
const STREAM = 'arn:aws:kinesis:us-east-1:123456789012:stream/a';
const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:a';
const TABLE_STREAM = 'arn:aws:dynamodb:us-east-1:123456789012:table/a/stream/1';
const mapping = (source: string, more: Properties) => ({ FunctionName: 'a', EventSourceArn: source, ...more });
const VISIBLE = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'a' };
const acl = (...rules: readonly Properties[]) => ({
  Scope: 'REGIONAL',
  DefaultAction: { Allow: {} },
  VisibilityConfig: VISIBLE,
  Rules: rules.map((rule, index) => ({ Name: `rule-${index}`, Priority: index, VisibilityConfig: VISIBLE, ...rule })),
});
const MANAGED = { Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' } } };
const GEO = { GeoMatchStatement: { CountryCodes: ['DE'] } };
const BLOCK = { Action: { Block: {} } };
const rate = (more: Properties) => ({ Statement: { RateBasedStatement: { Limit: 1000, ...more } }, ...BLOCK });
const group = (more: Properties) => ({ MinSize: '1', MaxSize: '2', LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '1' }, ...more });
const SUBNETS = { VPCZoneIdentifier: ['subnet-1', 'subnet-2'], MaxInstanceLifetime: 2_592_000 };
const policy = (type: string, more: Properties) => ({
  AutoScalingGroupName: 'a',
  PolicyType: type,
  AdjustmentType: 'ChangeInCapacity',
  ...more,
});
const CPU = { PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' } };
const CUSTOM = { CustomizedMetricSpecification: { MetricName: 'a', Namespace: 'a', Statistic: 'Average' } };
const step = (lower: number, upper: number | undefined, change: number) => ({
  MetricIntervalLowerBound: lower,
  ...(upper !== undefined && { MetricIntervalUpperBound: upper }),
  ScalingAdjustment: change,
});
const entry = (more: Properties) => ({
  NetworkAclId: 'acl-1',
  RuleNumber: 100,
  RuleAction: 'allow',
  CidrBlock: '10.0.0.0/8',
  Protocol: -1,
  ...more,
});
const route = (more: Properties) => ({ RouteTableId: 'rtb-1', DestinationCidrBlock: '10.1.0.0/16', TransitGatewayId: 'tgw-1', ...more });
const ingress = (from: number, to: number) => ({
  GroupDescription: 'a',
  VpcId: 'vpc-1',
  SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: from, ToPort: to, CidrIp: '10.0.0.0/8' }],
});
const launch = (data: Properties) => ({ LaunchTemplateData: { MetadataOptions: { HttpTokens: 'required' }, ...data } });
const capacity = (more: Properties) => ({
  AutoScalingGroupProvider: { AutoScalingGroupArn: 'arn:aws:autoscaling:us-east-1:123456789012:a' },
  ...more,
});
const container = (name: string, port: number) => ({
  Name: name,
  Image: 'public.ecr.aws/nginx/nginx:1.27',
  Memory: 256,
  Essential: true,
  PortMappings: [{ ContainerPort: port }],
});
const task = (more: Properties) => ({ NetworkMode: 'awsvpc', ContainerDefinitions: [container('web', 80)], ...more });
const network = (more: Properties) => ({
  RoleArn: ROLE,
  Version: '1.35',
  UpgradePolicy: { SupportType: 'STANDARD' },
  ResourcesVpcConfig: { SubnetIds: ['subnet-1', 'subnet-2'], EndpointPrivateAccess: true, EndpointPublicAccess: false },
  KubernetesNetworkConfig: more,
});
const nodes = (more: Properties) => ({
  ClusterName: 'a',
  NodeRole: ROLE,
  Subnets: ['subnet-1', 'subnet-2'],
  ReleaseVersion: '1.35.0-20261101',
  ...more,
});
const profile = (count: number) => ({
  ClusterName: 'a',
  PodExecutionRoleArn: ROLE,
  Subnets: ['subnet-1'],
  Selectors: Array.from({ length: count }, (_, index) => ({ Namespace: `team-${index}` })),
});
const access = (more: Properties) => ({ ClusterName: 'a', PrincipalArn: ROLE, ...more });
const VIEW = 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy';
const targets = (more: Properties) => ({ DBProxyName: 'a', TargetGroupName: 'default', ...more });
const proxy = (name: string) => ({
  DBProxyName: name,
  EngineFamily: 'POSTGRESQL',
  RoleArn: ROLE,
  Auth: [{ AuthScheme: 'SECRETS', SecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:a' }],
  VpcSubnetIds: ['subnet-1', 'subnet-2'],
});
const aurora = (engine: string, more: Properties) => ({
  Engine: engine,
  EngineLifecycleSupport: 'open-source-rds-extended-support-disabled',
  MasterUsername: 'app',
  ManageMasterUserPassword: true,
  ...more,
});
const documents = (more: Properties) => ({ MasterUsername: 'app', StorageEncrypted: true, MasterUserPassword: 'correct horse', ...more });
const cache = (more: Properties) => ({ ServerlessCacheName: 'a', Engine: 'valkey', ...more });
const replicas = (more: Properties) => ({
  ReplicationGroupDescription: 'a',
  Engine: 'valkey',
  CacheNodeType: 'cache.r7g.large',
  NumCacheClusters: 2,
  AutomaticFailoverEnabled: true,
  TransitEncryptionEnabled: true,
  ...more,
});
const cached = (engine: string, more: Properties) => ({ Engine: engine, CacheNodeType: 'cache.t4g.small', NumCacheNodes: 1, ...more });
const warehouse = (more: Properties) => ({
  NodeType: 'ra3.large',
  DBName: 'dev',
  MasterUsername: 'app',
  ManageMasterPassword: true,
  ...more,
});
const TRUST = {
  AssumeRolePolicyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  },
};
const inline = (name: string, action: string, resources: readonly string[] = ['arn:aws:s3:::a/*']) => ({
  PolicyName: name,
  PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: resources }] },
});
const objects = (count: number) => Array.from({ length: count }, (_, index) => `arn:aws:s3:::a-bucket-with-a-long-name-${index}/*`);
const encryption = (algorithm: string) => ({
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, KMSMasterKeyID: 'alias/a' } }],
  },
});
const lifecycle = (rule: Properties) => ({ LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ...rule }] } });
const ABORT = { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 3 } };
const images = (...rules: readonly Properties[]) => ({
  LifecyclePolicy: {
    LifecyclePolicyText: JSON.stringify({
      rules: rules.map((rule, index) => ({ rulePriority: index + 1, action: { type: 'expire' }, ...rule })),
    }),
  },
});
const selection = (tagStatus: string, more: Properties = {}) => ({
  selection: { tagStatus, countType: 'imageCountMoreThan', countNumber: 5, ...more },
});
const compute = (more: Properties) => ({
  Type: 'MANAGED',
  ComputeResources: { MaxvCpus: 16, Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'], ...more },
});
const INSTANCES = { Type: 'EC2', InstanceRole: 'a', InstanceTypes: ['optimal'] };
const metric = (id: string, isReturned: boolean) => ({ Id: id, Expression: '1', ReturnData: isReturned });
const alarm = (...metrics: readonly Properties[]) => ({
  Metrics: metrics,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanThreshold',
});
const method = (integration: Properties) => ({
  RestApiId: 'a',
  ResourceId: 'a',
  HttpMethod: 'GET',
  AuthorizationType: 'NONE',
  Integration: integration,
});
const INVOKE = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${ARN}/invocations`;
const domain = (more: Properties) => ({ DomainName: 'api.example.com', EndpointConfiguration: { Types: ['REGIONAL'] }, ...more });
const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/a';
const health = (more: Properties) => ({ HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: 'example.com', ...more } });
const record = (more: Properties) => ({
  HostedZoneName: 'example.com.',
  Name: 'www.example.com',
  Type: 'A',
  TTL: '60',
  ResourceRecords: ['192.0.2.1'],
  SetIdentifier: 'a',
  ...more,
});
const certificate = (more: Properties) => ({ DomainName: 'www.example.com', ValidationMethod: 'DNS', ...more });
const validation = (more: Properties) => certificate({ DomainValidationOptions: [{ DomainName: 'www.example.com', ...more }] });
const cachePolicy = (maxTtl: number, headers: Properties) => ({
  CachePolicyConfig: {
    Name: 'a',
    MinTTL: 0,
    DefaultTTL: 0,
    MaxTTL: maxTtl,
    ParametersInCacheKeyAndForwardedToOrigin: {
      EnableAcceptEncodingGzip: false,
      HeadersConfig: headers,
      CookiesConfig: { CookieBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'none' },
    },
  },
});
const FUNCTION = { Runtime: 'nodejs22.x', Handler: 'index.handler', Role: ROLE, LoggingConfig: { LogGroup: 'a' }, Code: { ZipFile: 'a' } };
const FILES = {
  FileSystemConfigs: [{ Arn: 'arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/a', LocalMountPath: '/mnt/data' }],
};
const table = (ttl: Properties) => ({
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  TimeToLiveSpecification: { Enabled: true, ...ttl },
});
const SIX_KEYS = { a: ['1'], b: ['1'], c: ['1'], d: ['1'], e: ['1'], f: ['1'] };

/** Broken resources of services with few rules each, whose violation is in their own properties. */
export const BROKEN_SETTINGS: readonly Broken[] = [
  ...rowsOf('lambda-source-setting', 'AWS::Lambda::EventSourceMapping', [
    [
      'no time of AT_TIMESTAMP',
      mapping(STREAM, { StartingPosition: 'AT_TIMESTAMP' }),
      mapping(STREAM, { StartingPosition: 'AT_TIMESTAMP', StartingPositionTimestamp: 1 }),
      'StartingPositionTimestamp',
    ],
    [
      'a starting position of a queue',
      mapping(QUEUE, { StartingPosition: 'LATEST' }),
      mapping(STREAM, { StartingPosition: 'LATEST' }),
      'StartingPosition',
    ],
    [
      'scaling of a stream',
      mapping(STREAM, { StartingPosition: 'LATEST', ScalingConfig: { MaximumConcurrency: 2 } }),
      mapping(QUEUE, { ScalingConfig: { MaximumConcurrency: 2 } }),
      'ScalingConfig',
    ],
    [
      'a time of DynamoDB Streams',
      mapping(TABLE_STREAM, { StartingPosition: 'AT_TIMESTAMP', StartingPositionTimestamp: 1 }),
      mapping(TABLE_STREAM, { StartingPosition: 'LATEST' }),
      'StartingPosition',
    ],
  ]),
  ...rowsOf('lambda-version', 'AWS::Lambda::Alias', [
    [
      'provisioned concurrency of the latest version',
      { FunctionName: 'a', Name: 'live', FunctionVersion: '$LATEST', ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 } },
      { FunctionName: 'a', Name: 'live', FunctionVersion: '1', ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 } },
      'ProvisionedConcurrencyConfig',
    ],
  ]),
  ...rowsOf('lambda-file-system', 'AWS::Lambda::Function', [
    [
      'a file system without a VPC',
      { ...FUNCTION, ...FILES },
      { ...FUNCTION, ...FILES, VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] } },
      'VpcConfig',
    ],
  ]),
  ...rowsOf('wafv2-rule', 'AWS::WAFv2::WebACL', [
    [
      'an action of a rule group',
      acl({ ...MANAGED, OverrideAction: { None: {} }, ...BLOCK }),
      acl({ ...MANAGED, OverrideAction: { None: {} } }),
      'Rules[0].Action',
    ],
    ['no action', acl({ Statement: GEO }), acl({ Statement: GEO, ...BLOCK }), 'Rules[0].Action'],
    [
      'one priority for two rules',
      acl({ Statement: GEO, ...BLOCK }, { Statement: GEO, ...BLOCK, Priority: 0 }),
      acl({ Statement: GEO, ...BLOCK }, { Statement: GEO, ...BLOCK }),
      'Rules[1].Priority',
    ],
    [
      'forwarded addresses without a header',
      acl(rate({ AggregateKeyType: 'FORWARDED_IP' })),
      acl(rate({ AggregateKeyType: 'FORWARDED_IP', ForwardedIPConfig: { HeaderName: 'X-Forwarded-For', FallbackBehavior: 'MATCH' } })),
      'Rules[0].Statement.RateBasedStatement.ForwardedIPConfig',
    ],
    [
      'AND of one statement',
      acl({ Statement: { AndStatement: { Statements: [GEO] } }, ...BLOCK }),
      acl({ Statement: { AndStatement: { Statements: [GEO, GEO] } }, ...BLOCK }),
      'Rules[0].Statement.AndStatement.Statements',
    ],
    ['two default actions', { ...acl(), DefaultAction: { Allow: {}, Block: {} } }, acl(), 'DefaultAction.Block'],
  ]),
  ...rowsOf('wafv2-addresses', 'AWS::WAFv2::IPSet', [
    [
      'an IPv6 block of an IPv4 set',
      { Scope: 'REGIONAL', IPAddressVersion: 'IPV4', Addresses: ['2001:db8::/32'] },
      { Scope: 'REGIONAL', IPAddressVersion: 'IPV6', Addresses: ['2001:db8::/32'] },
      'Addresses[0]',
    ],
    [
      'every address',
      { Scope: 'REGIONAL', IPAddressVersion: 'IPV4', Addresses: ['0.0.0.0/0'] },
      { Scope: 'REGIONAL', IPAddressVersion: 'IPV4', Addresses: ['192.0.2.44/32'] },
      'Addresses[0]',
    ],
  ]),
  ...rowsOf('autoscaling-group', 'AWS::AutoScaling::AutoScalingGroup', [
    ['no subnets', group({ MaxInstanceLifetime: 86_400 }), group(SUBNETS), 'VPCZoneIdentifier'],
    [
      'a lifetime of an hour',
      group({ ...SUBNETS, MaxInstanceLifetime: 3600 }),
      group({ ...SUBNETS, MaxInstanceLifetime: 86_400 }),
      'MaxInstanceLifetime',
    ],
  ]),
  ...rowsOf('autoscaling-policy', 'AWS::AutoScaling::ScalingPolicy', [
    ['no steps', policy('StepScaling', {}), policy('StepScaling', { StepAdjustments: [step(0, undefined, 1)] }), 'StepAdjustments'],
    [
      'two metrics',
      policy('TargetTrackingScaling', { TargetTrackingConfiguration: { TargetValue: 50, ...CPU, ...CUSTOM } }),
      policy('TargetTrackingScaling', { TargetTrackingConfiguration: { TargetValue: 50, ...CPU } }),
      'TargetTrackingConfiguration.CustomizedMetricSpecification',
    ],
  ]),
  ...rowsOf('autoscaling-steps', 'AWS::AutoScaling::ScalingPolicy', [
    [
      'a gap of 10',
      policy('StepScaling', { StepAdjustments: [step(0, 10, 1), step(20, undefined, 2)] }),
      policy('StepScaling', { StepAdjustments: [step(20, undefined, 2), step(0, 20, 1)] }),
      'StepAdjustments',
    ],
  ]),
  ...rowsOf('autoscaling-dimension', 'AWS::ApplicationAutoScaling::ScalableTarget', [
    [
      'a dimension of another service',
      {
        ServiceNamespace: 'ecs',
        ScalableDimension: 'dynamodb:table:ReadCapacityUnits',
        ResourceId: 'service/a/b',
        MinCapacity: 1,
        MaxCapacity: 2,
      },
      { ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount', ResourceId: 'service/a/b', MinCapacity: 1, MaxCapacity: 2 },
      'ScalableDimension',
    ],
  ]),
  ...rowsOf('ec2-network-acl', 'AWS::EC2::NetworkAclEntry', [
    ['no ports of TCP', entry({ Protocol: 6 }), entry({ Protocol: 6, PortRange: { From: 443, To: 443 } }), 'PortRange'],
    ['no ICMP type', entry({ Protocol: 1 }), entry({ Protocol: 1, Icmp: { Type: -1, Code: -1 } }), 'Icmp'],
    ['a reserved number', entry({ RuleNumber: 32_767 }), entry({ RuleNumber: 32_766 }), 'RuleNumber'],
  ]),
  ...rowsOf('ec2-transit-gateway', 'AWS::EC2::TransitGateway', [
    ['a public ASN', { AmazonSideAsn: 70_000 }, { AmazonSideAsn: 64_512 }, 'AmazonSideAsn'],
  ]),
  ...rowsOf('ec2-transit-gateway', 'AWS::EC2::TransitGatewayRoute', [
    [
      'no attachment',
      { TransitGatewayRouteTableId: 'a', DestinationCidrBlock: '10.0.0.0/8' },
      { TransitGatewayRouteTableId: 'a', DestinationCidrBlock: '10.0.0.0/8', Blackhole: true },
      'TransitGatewayAttachmentId',
    ],
  ]),
  ...rowsOf('ec2-flow-log', 'AWS::EC2::FlowLog', [
    [
      'no role',
      { ResourceId: 'vpc-1', ResourceType: 'VPC', TrafficType: 'ALL', LogGroupName: 'a' },
      { ResourceId: 'vpc-1', ResourceType: 'VPC', TrafficType: 'ALL', LogGroupName: 'a', DeliverLogsPermissionArn: ROLE },
      'DeliverLogsPermissionArn',
    ],
  ]),
  ...rowsOf('ec2-address-block', 'AWS::EC2::VPC', [
    ['a block of 16 million addresses', { CidrBlock: '10.0.0.0/8' }, { CidrBlock: '10.0.0.0/16' }, 'CidrBlock'],
  ]),
  ...rowsOf('ec2-address-block', 'AWS::EC2::Subnet', [
    ['a block of 8 addresses', { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/29' }, { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/28' }, 'CidrBlock'],
  ]),
  ...rowsOf('ec2-credits', 'AWS::EC2::LaunchTemplate', [
    [
      'credits of m6i',
      launch({ InstanceType: 'm6i.large', CreditSpecification: { CpuCredits: 'unlimited' } }),
      launch({ InstanceType: 't4g.large', CreditSpecification: { CpuCredits: 'unlimited' } }),
      'LaunchTemplateData.CreditSpecification',
    ],
    [
      '100 hops',
      launch({ MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 100 } }),
      launch({ MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 64 } }),
      'LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit',
    ],
  ]),
  ...rowsOf('ec2-gateway-endpoint', 'AWS::EC2::VPCEndpoint', [
    [
      'two subnets',
      {
        VpcEndpointType: 'GatewayLoadBalancer',
        VpcId: 'vpc-1',
        ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-1',
        SubnetIds: ['subnet-1', 'subnet-2'],
      },
      {
        VpcEndpointType: 'GatewayLoadBalancer',
        VpcId: 'vpc-1',
        ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-1',
        SubnetIds: ['subnet-1'],
      },
      'SubnetIds',
    ],
  ]),
  ...rowsOf('ec2-security-group', 'AWS::EC2::SecurityGroup', [
    ['ports from 8080 to 80', ingress(8080, 80), ingress(80, 8080), 'SecurityGroupIngress[0].FromPort'],
    [
      'a name like an ID',
      { GroupName: 'sg-web', GroupDescription: 'a', VpcId: 'vpc-1' },
      { GroupName: 'web-sg', GroupDescription: 'a', VpcId: 'vpc-1' },
      'GroupName',
    ],
  ]),
  ...rowsOf('ec2-route', 'AWS::EC2::Route', [
    ['two targets', route({ VpcPeeringConnectionId: 'pcx-1' }), route({}), 'VpcPeeringConnectionId'],
  ]),
  ...rowsOf('ecs-capacity-provider', 'AWS::ECS::CapacityProvider', [
    ['a reserved name', capacity({ Name: 'ecs-pool' }), capacity({ Name: 'pool-ecs' }), 'Name'],
  ]),
  ...rowsOf('ecs-runtime-platform', 'AWS::ECS::TaskDefinition', [
    [
      'Windows on ARM',
      task({ RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', CpuArchitecture: 'ARM64' } }),
      task({ RuntimePlatform: { OperatingSystemFamily: 'LINUX', CpuArchitecture: 'ARM64' } }),
      'RuntimePlatform.CpuArchitecture',
    ],
  ]),
  ...rowsOf('ecs-container-port', 'AWS::ECS::TaskDefinition', [
    [
      'two containers on one port',
      task({ ContainerDefinitions: [container('web', 80), container('metrics', 80)] }),
      task({ ContainerDefinitions: [container('web', 80), container('metrics', 81)] }),
      'ContainerDefinitions[1].PortMappings[0].ContainerPort',
    ],
  ]),
  ...rowsOf('eks-network', 'AWS::EKS::Cluster', [
    [
      'a public block of services',
      network({ ServiceIpv4Cidr: '8.8.0.0/16' }),
      network({ ServiceIpv4Cidr: '10.100.0.0/16' }),
      'KubernetesNetworkConfig.ServiceIpv4Cidr',
    ],
    [
      'a block of 128 services',
      network({ ServiceIpv4Cidr: '10.100.0.0/25' }),
      network({ ServiceIpv4Cidr: '10.100.0.0/24' }),
      'KubernetesNetworkConfig.ServiceIpv4Cidr',
    ],
  ]),
  ...rowsOf('eks-node-update', 'AWS::EKS::Nodegroup', [
    [
      'a number and a percentage',
      nodes({ UpdateConfig: { MaxUnavailable: 1, MaxUnavailablePercentage: 20 } }),
      nodes({ UpdateConfig: { MaxUnavailablePercentage: 20 } }),
      'UpdateConfig.MaxUnavailablePercentage',
    ],
  ]),
  ...rowsOf('eks-fargate-profile', 'AWS::EKS::FargateProfile', [['six selectors', profile(6), profile(5), 'Selectors']]),
  ...rowsOf('eks-access-scope', 'AWS::EKS::AccessEntry', [
    [
      'a namespace scope without namespaces',
      access({ AccessPolicies: [{ PolicyArn: VIEW, AccessScope: { Type: 'namespace' } }] }),
      access({ AccessPolicies: [{ PolicyArn: VIEW, AccessScope: { Type: 'namespace', Namespaces: ['shop'] } }] }),
      'AccessPolicies[0].AccessScope.Namespaces',
    ],
    ['a session', access({ PrincipalArn: 'arn:aws:sts::123456789012:assumed-role/a/b' }), access({}), 'PrincipalArn'],
  ]),
  ...rowsOf('rds-proxy-target', 'AWS::RDS::DBProxyTargetGroup', [
    ['two instances', targets({ DBInstanceIdentifiers: ['a', 'b'] }), targets({ DBInstanceIdentifiers: ['a'] }), 'DBInstanceIdentifiers'],
    [
      'more idle connections than connections',
      targets({ ConnectionPoolConfigurationInfo: { MaxConnectionsPercent: 50, MaxIdleConnectionsPercent: 80 } }),
      targets({ ConnectionPoolConfigurationInfo: { MaxConnectionsPercent: 50, MaxIdleConnectionsPercent: 50 } }),
      'ConnectionPoolConfigurationInfo.MaxIdleConnectionsPercent',
    ],
  ]),
  ...rowsOf('rds-proxy-target', 'AWS::RDS::DBProxy', [['two hyphens in a row', proxy('a--b'), proxy('a-b'), 'DBProxyName']]),
  ...rowsOf('rds-engine-feature', 'AWS::RDS::DBCluster', [
    [
      'Backtrack of PostgreSQL',
      aurora('aurora-postgresql', { BacktrackWindow: 3600 }),
      aurora('aurora-mysql', { BacktrackWindow: 3600 }),
      'BacktrackWindow',
    ],
  ]),
  ...rowsOf('docdb-cluster', 'AWS::DocDB::DBCluster', [
    ['a password of 5 characters', documents({ MasterUserPassword: 'horse' }), documents({}), 'MasterUserPassword'],
  ]),
  ...rowsOf('elasticache-serverless', 'AWS::ElastiCache::ServerlessCache', [
    [
      'a minimum above the maximum',
      cache({ CacheUsageLimits: { DataStorage: { Unit: 'GB', Minimum: 10, Maximum: 5 } } }),
      cache({ CacheUsageLimits: { DataStorage: { Unit: 'GB', Minimum: 5, Maximum: 5 } } }),
      'CacheUsageLimits.DataStorage.Minimum',
    ],
    ['users of Memcached', cache({ Engine: 'memcached', UserGroupId: 'a' }), cache({ UserGroupId: 'a' }), 'UserGroupId'],
  ]),
  ...rowsOf('elasticache-group', 'AWS::ElastiCache::ReplicationGroup', [
    [
      'a name of 41 characters',
      replicas({ ReplicationGroupId: 'a'.repeat(41) }),
      replicas({ ReplicationGroupId: 'a'.repeat(40) }),
      'ReplicationGroupId',
    ],
    ['a token of 5 characters', replicas({ AuthToken: 'horse' }), replicas({ AuthToken: 'correcthorsebattery' }), 'AuthToken'],
  ]),
  ...rowsOf('elasticache-memcached', 'AWS::ElastiCache::CacheCluster', [
    [
      'snapshots of Memcached',
      cached('memcached', { SnapshotRetentionLimit: 3 }),
      cached('redis', { SnapshotRetentionLimit: 3 }),
      'SnapshotRetentionLimit',
    ],
    [
      'one node in several zones',
      cached('memcached', { AZMode: 'cross-az' }),
      cached('memcached', { AZMode: 'cross-az', NumCacheNodes: 2 }),
      'NumCacheNodes',
    ],
  ]),
  ...rowsOf('redshift-cluster', 'AWS::Redshift::Cluster', [
    [
      'no number of nodes',
      warehouse({ ClusterType: 'multi-node' }),
      warehouse({ ClusterType: 'multi-node', NumberOfNodes: 2 }),
      'NumberOfNodes',
    ],
    [
      'a reserved user name',
      warehouse({ ClusterType: 'single-node', MasterUsername: 'user' }),
      warehouse({ ClusterType: 'single-node' }),
      'MasterUsername',
    ],
  ]),
  ...rowsOf('iam-path', 'AWS::IAM::Role', [
    ['no slash at the end', { ...TRUST, Path: '/service' }, { ...TRUST, Path: '/service/' }, 'Path'],
  ]),
  ...rowsOf('iam-oidc-url', 'AWS::IAM::OIDCProvider', [
    ['HTTP', { Url: 'http://token.example.com' }, { Url: 'https://token.example.com/a' }, 'Url'],
  ]),
  ...rowsOf('iam-inline-names', 'AWS::IAM::Role', [
    [
      'two policies of one name',
      { ...TRUST, Policies: [inline('a', 's3:GetObject'), inline('a', 's3:PutObject')] },
      { ...TRUST, Policies: [inline('a', 's3:GetObject'), inline('b', 's3:PutObject')] },
      'Policies[1].PolicyName',
    ],
  ]),
  ...rowsOf('iam-action', 'AWS::IAM::Role', [
    [
      'no service',
      { ...TRUST, Policies: [inline('a', 'GetObject')] },
      { ...TRUST, Policies: [inline('a', 's3:GetObject')] },
      'Policies[0].PolicyDocument.Statement[0].Action',
    ],
  ]),
  ...rowsOf('iam-policy-size', 'AWS::IAM::Role', [
    [
      '14,000 characters',
      { ...TRUST, Policies: [inline('a', 's3:GetObject', objects(300))] },
      { ...TRUST, Policies: [inline('a', 's3:GetObject', objects(200))] },
      'Policies',
    ],
  ]),
  ...rowsOf('iam-policy-size', 'AWS::IAM::ManagedPolicy', [
    ['9,000 characters', inline('a', 's3:GetObject', objects(200)), inline('a', 's3:GetObject', objects(100)), 'PolicyDocument'],
  ]),
  ...rowsOf('s3-encryption-key', 'AWS::S3::Bucket', [
    [
      'a key with AES256',
      encryption('AES256'),
      encryption('aws:kms'),
      'BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.KMSMasterKeyID',
    ],
  ]),
  ...rowsOf('s3-abort-filter', 'AWS::S3::Bucket', [
    [
      'uploads with tags',
      lifecycle({ ...ABORT, TagFilters: [{ Key: 'a', Value: 'b' }] }),
      lifecycle({ ...ABORT, Prefix: 'a/' }),
      'LifecycleConfiguration.Rules[0].AbortIncompleteMultipartUpload',
    ],
  ]),
  ...rowsOf('ecr-lifecycle', 'AWS::ECR::Repository', [
    [
      'one priority for two rules',
      images(selection('untagged'), { ...selection('any'), rulePriority: 1 }),
      images(selection('untagged'), selection('any')),
      'LifecyclePolicy.LifecyclePolicyText.rules[1].rulePriority',
    ],
    [
      'a rule after that of all images',
      images(selection('any'), selection('untagged')),
      images(selection('untagged'), selection('any')),
      'LifecyclePolicy.LifecyclePolicyText.rules[0].rulePriority',
    ],
    [
      'no tags',
      images(selection('tagged')),
      images(selection('tagged', { tagPrefixList: ['v'] })),
      'LifecyclePolicy.LifecyclePolicyText.rules[0].selection.tagPrefixList',
    ],
  ]),
  ...rowsOf('batch-compute', 'AWS::Batch::ComputeEnvironment', [
    [
      'instance types on Fargate',
      compute({ Type: 'FARGATE', InstanceTypes: ['optimal'] }),
      compute({ Type: 'FARGATE' }),
      'ComputeResources.InstanceTypes',
    ],
    [
      'a minimum above the maximum',
      compute({ ...INSTANCES, MinvCpus: 32 }),
      compute({ ...INSTANCES, MinvCpus: 16 }),
      'ComputeResources.MinvCpus',
    ],
  ]),
  ...rowsOf('cloudwatch-alarm-metrics', 'AWS::CloudWatch::Alarm', [
    ['two results', alarm(metric('a', true), metric('b', true)), alarm(metric('a', true), metric('b', false)), 'Metrics'],
  ]),
  ...rowsOf('apigateway-integration', 'AWS::ApiGateway::Method', [
    [
      'no HTTP method',
      method({ Type: 'HTTP_PROXY', Uri: 'https://example.com' }),
      method({ Type: 'HTTP_PROXY', Uri: 'https://example.com', IntegrationHttpMethod: 'GET' }),
      'Integration.IntegrationHttpMethod',
    ],
    [
      'GET of a function',
      method({ Type: 'AWS_PROXY', Uri: INVOKE, IntegrationHttpMethod: 'GET' }),
      method({ Type: 'AWS_PROXY', Uri: INVOKE, IntegrationHttpMethod: 'POST' }),
      'Integration.IntegrationHttpMethod',
    ],
    [
      'no VPC link',
      method({ Type: 'HTTP_PROXY', Uri: 'https://example.com', IntegrationHttpMethod: 'GET', ConnectionType: 'VPC_LINK' }),
      method({
        Type: 'HTTP_PROXY',
        Uri: 'https://example.com',
        IntegrationHttpMethod: 'GET',
        ConnectionType: 'VPC_LINK',
        ConnectionId: 'a',
      }),
      'Integration.ConnectionId',
    ],
    [
      'a timeout of 10 ms',
      method({ Type: 'MOCK', TimeoutInMillis: 10 }),
      method({ Type: 'MOCK', TimeoutInMillis: 50 }),
      'Integration.TimeoutInMillis',
    ],
  ]),
  ...rowsOf('apigateway-domain', 'AWS::ApiGateway::DomainName', [
    [
      'an edge certificate of a regional domain',
      domain({ CertificateArn: CERTIFICATE }),
      domain({ RegionalCertificateArn: CERTIFICATE }),
      'CertificateArn',
    ],
  ]),
  ...rowsOf('apigateway-private-policy', 'AWS::ApiGateway::RestApi', [
    [
      'no policy',
      { Name: 'a', EndpointConfiguration: { Types: ['PRIVATE'] } },
      { Name: 'a', EndpointConfiguration: { Types: ['PRIVATE'] }, Policy: {} },
      'Policy',
    ],
  ]),
  ...rowsOf('apigateway-http-route', 'AWS::ApiGatewayV2::Authorizer', [
    [
      'no issuer of tokens',
      { ApiId: 'a', AuthorizerType: 'JWT', Name: 'a' },
      { ApiId: 'a', AuthorizerType: 'JWT', Name: 'a', JwtConfiguration: { Audience: ['a'], Issuer: 'https://example.com' } },
      'JwtConfiguration',
    ],
  ]),
  ...rowsOf('route53-health-check', 'AWS::Route53::HealthCheck', [
    ['an interval of 20 seconds', health({ RequestInterval: 20 }), health({ RequestInterval: 10 }), 'HealthCheckConfig.RequestInterval'],
    [
      'no string',
      health({ Type: 'HTTPS_STR_MATCH' }),
      health({ Type: 'HTTPS_STR_MATCH', SearchString: 'ok' }),
      'HealthCheckConfig.SearchString',
    ],
    ['no port of TCP', health({ Type: 'TCP' }), health({ Type: 'TCP', Port: 443 }), 'HealthCheckConfig.Port'],
  ]),
  ...rowsOf('route53-routing', 'AWS::Route53::RecordSet', [
    ['weight and failover', record({ Weight: 1, Failover: 'PRIMARY' }), record({ Failover: 'PRIMARY' }), 'Weight'],
  ]),
  ...rowsOf('acm-validation', 'AWS::CertificateManager::Certificate', [
    [
      'a zone and a domain',
      validation({ HostedZoneId: 'Z1', ValidationDomain: 'example.com' }),
      validation({ HostedZoneId: 'Z1' }),
      'DomainValidationOptions[0].ValidationDomain',
    ],
    [
      'an algorithm of imported certificates',
      certificate({ KeyAlgorithm: 'RSA_4096' }),
      certificate({ KeyAlgorithm: 'RSA_2048' }),
      'KeyAlgorithm',
    ],
  ]),
  ...rowsOf('sqs-queue', 'AWS::SQS::Queue', [
    [
      'two kinds of encryption',
      { KmsMasterKeyId: 'alias/a', SqsManagedSseEnabled: true },
      { KmsMasterKeyId: 'alias/a', SqsManagedSseEnabled: false },
      'SqsManagedSseEnabled',
    ],
    [
      'no receives',
      { RedrivePolicy: { deadLetterTargetArn: QUEUE, maxReceiveCount: 0 } },
      { RedrivePolicy: { deadLetterTargetArn: QUEUE, maxReceiveCount: 1 } },
      'RedrivePolicy.maxReceiveCount',
    ],
  ]),
  ...rowsOf('sns-topic', 'AWS::SNS::Topic', [
    ['no suffix of a FIFO topic', { FifoTopic: true, TopicName: 'orders' }, { FifoTopic: true, TopicName: 'orders.fifo' }, 'TopicName'],
  ]),
  ...rowsOf('sns-filter-keys', 'AWS::SNS::Subscription', [
    [
      'six keys',
      { TopicArn: 'a', Protocol: 'sqs', Endpoint: QUEUE, FilterPolicy: SIX_KEYS },
      { TopicArn: 'a', Protocol: 'sqs', Endpoint: QUEUE, FilterPolicy: { a: ['1'] } },
      'FilterPolicy',
    ],
  ]),
  ...rowsOf('elb-name', 'AWS::ElasticLoadBalancingV2::LoadBalancer', [
    [
      'a reserved name',
      { Name: 'internal-api', Scheme: 'internal', Subnets: ['subnet-1', 'subnet-2'] },
      { Name: 'api-internal', Scheme: 'internal', Subnets: ['subnet-1', 'subnet-2'] },
      'Name',
    ],
  ]),
  ...rowsOf('elb-alb-target', 'AWS::ElasticLoadBalancingV2::TargetGroup', [
    [
      'HTTP',
      { VpcId: 'vpc-1', Port: 80, Protocol: 'HTTP', TargetType: 'alb' },
      { VpcId: 'vpc-1', Port: 80, Protocol: 'TCP', TargetType: 'alb' },
      'Protocol',
    ],
  ]),
  ...rowsOf('cloudfront-policy', 'AWS::CloudFront::CachePolicy', [
    [
      'no list of headers',
      cachePolicy(60, { HeaderBehavior: 'whitelist' }),
      cachePolicy(60, { HeaderBehavior: 'whitelist', Headers: ['Accept'] }),
      'CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.Headers',
    ],
    [
      'a cache key without a cache',
      cachePolicy(0, { HeaderBehavior: 'whitelist', Headers: ['Accept'] }),
      cachePolicy(0, { HeaderBehavior: 'none' }),
      'CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.HeaderBehavior',
    ],
  ]),
  ...rowsOf('dynamodb-ttl', 'AWS::DynamoDB::Table', [
    ['no attribute', table({}), table({ AttributeName: 'expires' }), 'TimeToLiveSpecification.AttributeName'],
  ]),
  ...rowsOf('msk-brokers', 'AWS::MSK::Cluster', [
    [
      'three brokers in two subnets',
      {
        ClusterName: 'a',
        KafkaVersion: '3.6.0',
        NumberOfBrokerNodes: 3,
        BrokerNodeGroupInfo: { ClientSubnets: ['subnet-1', 'subnet-2'], InstanceType: 'kafka.m7g.large' },
      },
      {
        ClusterName: 'a',
        KafkaVersion: '3.6.0',
        NumberOfBrokerNodes: 4,
        BrokerNodeGroupInfo: { ClientSubnets: ['subnet-1', 'subnet-2'], InstanceType: 'kafka.m7g.large' },
      },
      'NumberOfBrokerNodes',
    ],
  ]),
  ...rowsOf('kms-key-policy', 'AWS::KMS::Key', [
    [
      'a policy without a change of it',
      {
        KeyPolicy: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { AWS: ROLE }, Action: ['kms:Encrypt', 'kms:Decrypt'], Resource: '*' }],
        },
      },
      {
        KeyPolicy: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { AWS: ROLE }, Action: ['kms:Put*', 'kms:Decrypt'], Resource: '*' }],
        },
      },
      'KeyPolicy',
    ],
  ]),
  ...rowsOf('rds-serverless-capacity', 'AWS::RDS::DBCluster', [
    [
      'a capacity of 0.7',
      aurora('aurora-mysql', { ServerlessV2ScalingConfiguration: { MinCapacity: 0.7, MaxCapacity: 4 } }),
      aurora('aurora-mysql', { ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 4 } }),
      'ServerlessV2ScalingConfiguration.MinCapacity',
    ],
  ]),
  ...rowsOf('stepfunctions-state', 'AWS::StepFunctions::StateMachine', [
    [
      'an end after a choice',
      {
        RoleArn: ROLE,
        Definition: {
          StartAt: 'A',
          States: { A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'B' }], End: true }, B: { Type: 'Succeed' } },
        },
      },
      {
        RoleArn: ROLE,
        Definition: {
          StartAt: 'A',
          States: { A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'B' }] }, B: { Type: 'Succeed' } },
        },
      },
      'Definition.States.A.End',
    ],
  ]),
];
