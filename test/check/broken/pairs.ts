import type { Broken } from '../texts';
import { addition, type Properties, type Resources } from './rows';

const ref = (id: string) => ({ Ref: id });
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const ROLE = 'arn:aws:iam::123456789012:role/a';
const STREAM: Resources = { Stream: ['AWS::Kinesis::Stream', { ShardCount: 1 }] };
const rule = (more: Properties): Resources => ({ Rule: ['AWS::Events::Rule', { ScheduleExpression: 'rate(5 minutes)', ...more }] });
const target = (id: string, more: Properties = {}) => ({ Targets: [{ Id: 'a', Arn: arn(id), ...more }] });
const queue = (more: Properties): Resources => ({ Ordered: ['AWS::SQS::Queue', { FifoQueue: true, ...more }] });
const GROUP = { SqsParameters: { MessageGroupId: 'a' } };
const mount = (id: string, subnet: string): Resources => ({
  [id]: ['AWS::EFS::MountTarget', { FileSystemId: 'fs-1', SubnetId: subnet, SecurityGroups: ['sg-1'] }],
});
const acl = (scope: string): Resources => ({
  Acl: [
    'AWS::WAFv2::WebACL',
    {
      Scope: scope,
      DefaultAction: { Allow: {} },
      VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'a' },
    },
  ],
});
const balancer = (type: string): Resources => ({
  Balancer: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: type, Scheme: 'internal', Subnets: ['subnet-1', 'subnet-2'] }],
});
const ASSOCIATION: Resources = { Protects: ['AWS::WAFv2::WebACLAssociation', { ResourceArn: ref('Balancer'), WebACLArn: arn('Acl') }] };
const logs = (name: string): Resources => ({ Requests: ['AWS::Logs::LogGroup', { LogGroupName: name, RetentionInDays: 30 }] });
const LOGGING: Resources = {
  Logging: ['AWS::WAFv2::LoggingConfiguration', { ResourceArn: 'a', LogDestinationConfigs: [arn('Requests')] }],
};
const launch = (data: Properties): Resources => ({
  Launch: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: { MetadataOptions: { HttpTokens: 'required' }, ...data } }],
});
const LAUNCH = { LaunchTemplateId: ref('Launch'), Version: '1' };
const MIXED = { MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: LAUNCH } } };
const group = (more: Properties): Resources => ({
  Group: [
    'AWS::AutoScaling::AutoScalingGroup',
    { MinSize: '1', MaxSize: '2', VPCZoneIdentifier: ['subnet-1'], MaxInstanceLifetime: 2_592_000, ...more },
  ],
});
const entry = (id: string, number: number): Resources => ({
  [id]: [
    'AWS::EC2::NetworkAclEntry',
    { NetworkAclId: 'acl-1', RuleNumber: number, Protocol: -1, RuleAction: 'allow', CidrBlock: '10.0.0.0/8' },
  ],
});
const route = (id: string, destination: string): Resources => ({
  [id]: ['AWS::EC2::Route', { RouteTableId: 'rtb-1', DestinationCidrBlock: destination, TransitGatewayId: 'tgw-1' }],
});
const vpc = (id: string, block: string): Resources => ({ [id]: ['AWS::EC2::VPC', { CidrBlock: block }] });
const PEERING: Resources = { Peering: ['AWS::EC2::VPCPeeringConnection', { VpcId: ref('One'), PeerVpcId: ref('Two') }] };
const identity = (id: string, account: string): Resources => ({
  [id]: ['AWS::EKS::PodIdentityAssociation', { ClusterName: 'a', Namespace: 'shop', ServiceAccount: account, RoleArn: ROLE }],
});
const network = (gateway: Properties): Resources => ({
  Vpc: ['AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }],
  Gateway: ['AWS::EC2::InternetGateway', {}],
  Attachment: ['AWS::EC2::VPCGatewayAttachment', { VpcId: ref('Vpc'), InternetGatewayId: ref('Gateway') }],
  Subnet: ['AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock: '10.0.0.0/24' }],
  Table: ['AWS::EC2::RouteTable', { VpcId: ref('Vpc') }],
  Association: ['AWS::EC2::SubnetRouteTableAssociation', { SubnetId: ref('Subnet'), RouteTableId: ref('Table') }],
  Out: ['AWS::EC2::Route', { RouteTableId: ref('Table'), DestinationCidrBlock: '0.0.0.0/0', ...gateway }],
  Profile: [
    'AWS::EKS::FargateProfile',
    { ClusterName: 'a', PodExecutionRoleArn: ROLE, Subnets: [ref('Subnet')], Selectors: [{ Namespace: 'shop' }] },
  ],
});
const proxy = (family: string): Resources => ({
  Proxy: [
    'AWS::RDS::DBProxy',
    {
      DBProxyName: 'a',
      EngineFamily: family,
      RoleArn: ROLE,
      Auth: [{ AuthScheme: 'SECRETS', SecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:a' }],
      VpcSubnetIds: ['subnet-1', 'subnet-2'],
    },
  ],
});
const PROXIED: Resources = {
  Cluster: [
    'AWS::RDS::DBCluster',
    {
      Engine: 'aurora-postgresql',
      EngineLifecycleSupport: 'open-source-rds-extended-support-disabled',
      MasterUsername: 'app',
      ManageMasterUserPassword: true,
    },
  ],
  Targets: [
    'AWS::RDS::DBProxyTargetGroup',
    { DBProxyName: ref('Proxy'), TargetGroupName: 'default', DBClusterIdentifiers: [ref('Cluster')] },
  ],
};
const FILTER = { LogGroupName: ref('Logs'), FilterPattern: '', DestinationArn: arn('Stream') };
const path = (id: string, parent: unknown, part: string): Resources => ({
  [id]: ['AWS::ApiGateway::Resource', { RestApiId: 'a', ParentId: parent, PathPart: part }],
});
const FUNCTION = { Runtime: 'nodejs22.x', Handler: 'index.handler', Role: ROLE, LoggingConfig: { LogGroup: 'a' }, Code: { ZipFile: 'a' } };
const HTTP: Resources = { Shop: ['AWS::ApiGatewayV2::Api', { Name: 'shop', ProtocolType: 'HTTP' }] };
const stage = (name: string): Resources => ({ Stage: ['AWS::ApiGatewayV2::Stage', { ApiId: ref('Shop'), StageName: name }] });
const key = (name: string): Resources => ({ Route: ['AWS::ApiGatewayV2::Route', { ApiId: ref('Shop'), RouteKey: name }] });
const origin = (id: string) => ({ Id: id, DomainName: `${id}.example.com`, CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } });
const distribution = (methods: readonly string[]): Resources => ({
  Site: [
    'AWS::CloudFront::Distribution',
    {
      DistributionConfig: {
        Enabled: true,
        Origins: [origin('a'), origin('b')],
        OriginGroups: {
          Quantity: 1,
          Items: [
            {
              Id: 'both',
              FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [503] } },
              Members: { Quantity: 2, Items: [{ OriginId: 'a' }, { OriginId: 'b' }] },
            },
          ],
        },
        DefaultCacheBehavior: {
          TargetOriginId: 'both',
          ViewerProtocolPolicy: 'redirect-to-https',
          CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
          AllowedMethods: methods,
        },
      },
    },
  ],
});
const READS = ['GET', 'HEAD', 'OPTIONS'];

const documents = (log: string): Resources => ({
  DocumentLogs: ['AWS::Logs::LogGroup', { LogGroupName: `/aws/docdb/shop/${log}`, RetentionInDays: 30 }],
  Documents: [
    'AWS::DocDB::DBCluster',
    {
      DBClusterIdentifier: 'shop',
      MasterUsername: 'app',
      MasterUserPassword: 'correct horse',
      StorageEncrypted: true,
      EnableCloudwatchLogsExports: [log],
    },
  ],
});

/** Broken resources whose violation depends on another resource. */
export const BROKEN_PAIRS: readonly Broken[] = [
  addition(
    'events-target',
    'a stream without a role',
    { ...STREAM, ...rule(target('Stream')) },
    rule(target('Stream', { RoleArn: ROLE })),
    'Rule Properties.Targets[0].RoleArn',
  ),
  addition(
    'events-target',
    'a FIFO queue without a message group',
    { ...queue({ ContentBasedDeduplication: true }), ...rule(target('Ordered', { RoleArn: ROLE })) },
    rule(target('Ordered', { ...GROUP, RoleArn: ROLE })),
    'Rule Properties.Targets[0].SqsParameters.MessageGroupId',
  ),
  addition(
    'events-target',
    'a FIFO queue that does not deduplicate by content',
    { ...queue({}), ...rule(target('Ordered', { ...GROUP, RoleArn: ROLE })) },
    queue({ ContentBasedDeduplication: true }),
    'Ordered Properties.ContentBasedDeduplication',
  ),
  addition(
    'events-target',
    'a FIFO queue for dead letters',
    {
      ...queue({}),
      ...rule({ Targets: [{ Id: 'a', Arn: 'arn:aws:sqs:us-east-1:123456789012:a', DeadLetterConfig: { Arn: arn('Ordered') } }] }),
    },
    { Ordered: ['AWS::SQS::Queue', {}] },
    'Rule Properties.Targets[0].DeadLetterConfig.Arn',
  ),
  addition(
    'events-target',
    'a schedule on a custom event bus',
    rule({ EventBusName: 'orders' }),
    rule({ EventBusName: 'default' }),
    'Rule Properties.ScheduleExpression',
  ),
  addition(
    'lambda-dead-letter',
    'a FIFO queue',
    { ...queue({}), Orders2: ['AWS::Lambda::Function', { ...FUNCTION, DeadLetterConfig: { TargetArn: arn('Ordered') } }] },
    { Ordered: ['AWS::SQS::Queue', {}] },
    'Orders2 Properties.DeadLetterConfig.TargetArn',
  ),
  addition(
    'efs-mount-target',
    'two in one subnet',
    { ...mount('One', 'subnet-1'), ...mount('Two', 'subnet-1') },
    mount('Two', 'subnet-2'),
    'Two Properties.SubnetId',
  ),
  addition(
    'wafv2-association',
    'an ACL of CloudFront for a load balancer',
    { ...acl('CLOUDFRONT'), ...balancer('application'), ...ASSOCIATION },
    acl('REGIONAL'),
    'Protects Properties.WebACLArn',
  ),
  addition(
    'wafv2-association',
    'a Network Load Balancer',
    { ...acl('REGIONAL'), ...balancer('network'), ...ASSOCIATION },
    balancer('application'),
    'Protects Properties.ResourceArn',
  ),
  addition(
    'wafv2-log-name',
    'another name of the log group',
    { ...logs('waf-requests'), ...LOGGING },
    logs('aws-waf-logs-requests'),
    'Requests Properties.LogGroupName',
  ),
  addition(
    'autoscaling-mixed',
    'a launch template for Spot Instances',
    { ...launch({ InstanceMarketOptions: { MarketType: 'spot' } }), ...group(MIXED) },
    launch({}),
    'Launch Properties.LaunchTemplateData.InstanceMarketOptions',
  ),
  addition(
    'ec2-network-acl',
    'one number for two entries',
    { ...entry('One', 100), ...entry('Two', 100) },
    entry('Two', 110),
    'Two Properties.RuleNumber',
  ),
  addition(
    'ec2-route',
    'one destination for two routes',
    { ...route('One', '10.1.0.0/16'), ...route('Two', '10.1.0.0/16') },
    route('Two', '10.2.0.0/16'),
    'Two Properties.DestinationCidrBlock',
  ),
  addition(
    'ec2-peering-overlap',
    'a block within the other',
    { ...vpc('One', '10.0.0.0/16'), ...vpc('Two', '10.0.16.0/20'), ...PEERING },
    vpc('Two', '10.1.0.0/16'),
    'Peering Properties.PeerVpcId',
  ),
  addition(
    'eks-pod-identity',
    'one service account twice',
    { ...identity('One', 'api'), ...identity('Two', 'api') },
    identity('Two', 'worker'),
    'Two Properties.ServiceAccount',
  ),
  addition(
    'eks-fargate-profile',
    'a public subnet',
    network({ GatewayId: ref('Attachment') }),
    network({ TransitGatewayId: 'tgw-1' }),
    'Profile Properties.Subnets',
  ),
  addition(
    'rds-proxy-engine',
    'a proxy of MySQL for PostgreSQL',
    { ...proxy('MYSQL'), ...PROXIED },
    proxy('POSTGRESQL'),
    'Proxy Properties.EngineFamily',
  ),
  addition(
    'logs-subscription-role',
    'a stream without a role',
    { ...STREAM, Filter: ['AWS::Logs::SubscriptionFilter', FILTER] },
    { Filter: ['AWS::Logs::SubscriptionFilter', { ...FILTER, RoleArn: ROLE }] },
    'Filter Properties.RoleArn',
  ),
  addition(
    'apigateway-resource',
    'one part twice',
    { ...path('One', 'a', 'orders'), ...path('Two', 'a', 'orders') },
    path('Two', 'a', 'users'),
    'Two Properties.PathPart',
  ),
  addition(
    'apigateway-resource',
    'two variables below one parent',
    { ...path('One', 'a', '{id}'), ...path('Two', 'a', '{name}') },
    path('Two', ref('One'), '{name}'),
    'Two Properties.PathPart',
  ),
  addition(
    'apigateway-resource',
    'a part below a greedy variable',
    { ...path('One', 'a', '{proxy+}'), ...path('Two', ref('One'), 'orders') },
    path('One', 'a', '{id}'),
    'Two Properties.ParentId',
  ),
  addition(
    'apigateway-http-route',
    'a key without a slash',
    { ...HTTP, ...key('GET orders') },
    key('GET /orders'),
    'Route Properties.RouteKey',
  ),
  addition(
    'apigateway-http-route',
    'a stage with a space',
    { ...HTTP, ...stage('my stage') },
    stage('my-stage'),
    'Stage Properties.StageName',
  ),
  addition(
    'cloudfront-origin-group',
    'POST to an origin group',
    distribution([...READS, 'PUT', 'POST', 'PATCH', 'DELETE']),
    distribution(READS),
    'Site Properties.DistributionConfig.DefaultCacheBehavior.AllowedMethods',
  ),
  addition(
    'docdb-cluster',
    'a log of MySQL',
    documents('slowquery'),
    documents('profiler'),
    'Documents Properties.EnableCloudwatchLogsExports[0]',
  ),
];
