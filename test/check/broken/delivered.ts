import type { Broken } from '../texts';
import { addition, type Properties, type Resources, rowsOf } from './rows';

const ROLE = 'arn:aws:iam::123456789012:role/a';
const FUNCTION = 'AWS::Lambda::Function';
const MACHINE = 'AWS::StepFunctions::StateMachine';
const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:a';
const LAMBDA = 'arn:aws:lambda:us-east-1:123456789012:function:a';
const RULES = 'DistributionConfig';
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
const custom = (more: Properties) => site({ CustomOriginConfig: { OriginProtocolPolicy: 'https-only', ...more } });
const origins = (...ids: readonly string[]) =>
  site(
    {},
    { Origins: ids.map((Id) => ({ Id, DomainName: `${Id}.example.com`, CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } })) },
  );
const bucket = (more: Properties) =>
  site({}, { Origins: [{ Id: 'a', DomainName: 'a.s3.us-east-1.amazonaws.com', OriginAccessControlId: 'E1', ...more }] });
const website = (more: Properties) => site({}, { Origins: [{ Id: 'a', DomainName: 'a.s3-website-us-east-1.amazonaws.com', ...more }] });
const header = (name: string) => site({ OriginCustomHeaders: [{ HeaderName: name, HeaderValue: 'a' }] });
const countries = (more: Properties) => site({}, { Restrictions: { GeoRestriction: more } });
const code = (more: Properties) => ({
  Runtime: 'nodejs22.x',
  Handler: 'index.handler',
  Role: ROLE,
  LoggingConfig: { LogGroup: 'a' },
  Code: { ZipFile: 'a' },
  ...more,
});
const logged = (format: string) => code({ LoggingConfig: { LogGroup: 'a', LogFormat: format, ApplicationLogLevel: 'INFO' } });
const variable = (name: string) => code({ Environment: { Variables: { [name]: 'a' } } });
const alias = (version: string, weight: number) => ({
  FunctionName: 'a',
  Name: 'live',
  FunctionVersion: version,
  RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: '2', FunctionWeight: weight }] },
});
const stage = (name: string) => ({ RestApiId: 'a', DeploymentId: 'a', StageName: name });
const record = (more: Properties) => ({ HostedZoneName: 'example.com.', Name: 'www.example.com', Type: 'A', ...more });
const ADDRESS = { ResourceRecords: ['192.0.2.1'] };
const multivalue = (more: Properties) => record({ SetIdentifier: 'a', MultiValueAnswer: true, ...more });
const alarm = (more: Properties) => ({
  Namespace: 'AWS/SQS',
  MetricName: 'ApproximateAgeOfOldestMessage',
  EvaluationPeriods: 1,
  Period: 60,
  Statistic: 'Maximum',
  ComparisonOperator: 'GreaterThanThreshold',
  ...more,
});
const sources = (more: Properties) => ({ RedriveAllowPolicy: { redrivePermission: 'byQueue', ...more } });
const endpoint = (protocol: string, address: string) => ({ TopicArn: 'a', Protocol: protocol, Endpoint: address });
const machine = (state: Properties) => ({
  RoleArn: ROLE,
  Definition: { StartAt: 'Work', States: { Work: { Type: 'Task', End: true, ...state } } },
});
const retried = (rate: number) => machine({ Resource: LAMBDA, Retry: [{ ErrorEquals: ['States.Timeout'], BackoffRate: rate }] });
const callback = (body: Properties) =>
  machine({
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/a', MessageBody: body },
  });
const passed = (path: string) => machine({ Resource: LAMBDA, Parameters: { 'id.$': path } });
const group = (more: Properties) => ({
  ApplicationName: 'a',
  ServiceRoleArn: ROLE,
  ECSServices: [{ ClusterName: 'a', ServiceName: 'web' }],
  DeploymentStyle: more,
});

const CLUSTER = 'arn:aws:kafka:us-east-1:123456789012:cluster/a/1';
const mapping = (more: Properties) => ({ FunctionName: 'a', EventSourceArn: CLUSTER, StartingPosition: 'LATEST', ...more });
const filter = (...counts: readonly number[]) => ({
  TopicArn: 'a',
  Protocol: 'sqs',
  Endpoint: QUEUE,
  FilterPolicy: Object.fromEntries(counts.map((count, key) => [`key${key}`, Array.from({ length: count }, (_, index) => `${index}`)])),
});
const destination = (isFifo: boolean): Resources => ({
  Failed: ['AWS::SQS::Queue', isFifo ? { FifoQueue: true } : {}],
  Tested: [
    'AWS::Lambda::EventInvokeConfig',
    { FunctionName: 'a', Qualifier: 'live', DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Failed', 'Arn'] } } } },
  ],
});
const scheduled = (more: Properties): Resources => ({
  Cluster: ['AWS::ECS::Cluster', {}],
  Tested: [
    'AWS::Events::Rule',
    {
      ScheduleExpression: 'rate(1 day)',
      Targets: [{ Id: 'a', RoleArn: ROLE, Arn: { 'Fn::GetAtt': ['Cluster', 'Arn'] }, ...more }],
    },
  ],
});
const pipe = (more: Properties): Resources => ({
  Stream: ['AWS::Kinesis::Stream', { ShardCount: 1 }],
  Tested: ['AWS::Pipes::Pipe', { RoleArn: ROLE, Source: { 'Fn::GetAtt': ['Stream', 'Arn'] }, Target: QUEUE, ...more }],
});

/** Broken distributions, functions, records, alarms, queues, topics and state machines. */
export const BROKEN_DELIVERED: readonly Broken[] = [
  ...rowsOf('cloudfront-origin-setting', 'AWS::CloudFront::Distribution', [
    ['two origins of one ID', origins('a', 'a'), origins('a', 'b'), `${RULES}.Origins[1].Id`],
    ['port 22', custom({ HTTPSPort: 22 }), custom({ HTTPSPort: 1024 }), `${RULES}.Origins[0].CustomOriginConfig.HTTPSPort`],
    ['port 65536', custom({ HTTPPort: 65536 }), custom({ HTTPPort: 65535 }), `${RULES}.Origins[0].CustomOriginConfig.HTTPPort`],
    [
      'a timeout of 0 s',
      custom({ OriginReadTimeout: 0 }),
      custom({ OriginReadTimeout: 1 }),
      `${RULES}.Origins[0].CustomOriginConfig.OriginReadTimeout`,
    ],
    ['four attempts', site({ ConnectionAttempts: 4 }), site({ ConnectionAttempts: 3 }), `${RULES}.Origins[0].ConnectionAttempts`],
    [
      'a website as a bucket',
      website({ S3OriginConfig: {} }),
      website({ CustomOriginConfig: { OriginProtocolPolicy: 'http-only' } }),
      `${RULES}.Origins[0].S3OriginConfig`,
    ],
    [
      'an identity next to access control',
      bucket({
        S3OriginConfig: { OriginAccessIdentity: { 'Fn::Join': ['', ['origin-access-identity/cloudfront/', { Ref: 'AWS::StackName' }]] } },
      }),
      bucket({ S3OriginConfig: { OriginAccessIdentity: '' } }),
      `${RULES}.Origins[0].S3OriginConfig.OriginAccessIdentity`,
    ],
  ]),
  ...rowsOf('cloudfront-custom-header', 'AWS::CloudFront::Distribution', [
    ['the host', header('host'), header('X-Host'), `${RULES}.Origins[0].OriginCustomHeaders[0].HeaderName`],
    ['a header of AWS', header('X-Amz-Key'), header('X-Amzn-Key'), `${RULES}.Origins[0].OriginCustomHeaders[0].HeaderName`],
  ]),
  ...rowsOf('cloudfront-geo-restriction', 'AWS::CloudFront::Distribution', [
    [
      'no countries',
      countries({ RestrictionType: 'whitelist' }),
      countries({ RestrictionType: 'whitelist', Locations: ['DE'] }),
      `${RULES}.Restrictions.GeoRestriction.Locations`,
    ],
    [
      'countries without a restriction',
      countries({ RestrictionType: 'none', Locations: ['DE'] }),
      countries({ RestrictionType: 'none' }),
      `${RULES}.Restrictions.GeoRestriction.Locations`,
    ],
  ]),
  ...rowsOf('lambda-environment-name', FUNCTION, [
    ['a hyphen', variable('MY-KEY'), variable('MY_KEY'), 'Environment.Variables.MY-KEY'],
    ['one letter', variable('A'), variable('AB'), 'Environment.Variables.A'],
  ]),
  ...rowsOf('lambda-vpc-setting', FUNCTION, [
    [
      'subnets alone',
      code({ VpcConfig: { SubnetIds: ['subnet-1'] } }),
      code({ VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] } }),
      'VpcConfig.SecurityGroupIds',
    ],
  ]),
  ...rowsOf('lambda-package', FUNCTION, [
    ['no handler', { Runtime: 'nodejs22.x', Role: ROLE, LoggingConfig: { LogGroup: 'a' }, Code: { ZipFile: 'a' } }, code({}), 'Handler'],
  ]),
  ...rowsOf('lambda-log-format', FUNCTION, [['a level of texts', logged('Text'), logged('JSON'), 'LoggingConfig.LogFormat']]),
  ...rowsOf('lambda-version', 'AWS::Lambda::Alias', [
    ['routing from the latest version', alias('$LATEST', 0.5), alias('1', 0.5), 'RoutingConfig'],
    ['a weight of 1.5', alias('1', 1.5), alias('1', 1), 'RoutingConfig.AdditionalVersionWeights[0].FunctionWeight'],
  ]),
  ...rowsOf('apigateway-stage-name', 'AWS::ApiGateway::Stage', [['a period', stage('v1.0'), stage('v1_0'), 'StageName']]),
  ...rowsOf('route53-ttl', 'AWS::Route53::RecordSet', [['no time to live', record(ADDRESS), record({ ...ADDRESS, TTL: '60' }), 'TTL']]),
  ...rowsOf('route53-routing', 'AWS::Route53::RecordSet', [
    [
      'a weight of 256',
      record({ ...ADDRESS, TTL: '60', SetIdentifier: 'a', Weight: 256 }),
      record({ ...ADDRESS, TTL: '60', SetIdentifier: 'a', Weight: 255 }),
      'Weight',
    ],
    [
      'a multivalue alias',
      multivalue({ AliasTarget: { DNSName: 'a.example.com', HostedZoneId: 'Z1' } }),
      multivalue({ ...ADDRESS, TTL: '60' }),
      'AliasTarget',
    ],
  ]),
  ...rowsOf('cloudwatch-alarm-threshold', 'AWS::CloudWatch::Alarm', [
    ['no threshold', alarm({}), alarm({ Threshold: 1 }), 'Threshold'],
    ['no band of anomalies', alarm({ ComparisonOperator: 'GreaterThanUpperThreshold' }), alarm({ Threshold: 1 }), 'ThresholdMetricId'],
    [
      'no statistic',
      {
        Namespace: 'a',
        MetricName: 'a',
        EvaluationPeriods: 1,
        Period: 60,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
      },
      alarm({ Threshold: 1 }),
      'Statistic',
    ],
  ]),
  ...rowsOf('sqs-queue', 'AWS::SQS::Queue', [
    ['the name of a FIFO queue', { QueueName: 'a.fifo' }, { QueueName: 'a.fifo', FifoQueue: true }, 'QueueName'],
    ['no sources', sources({}), sources({ sourceQueueArns: [QUEUE] }), 'RedriveAllowPolicy.sourceQueueArns'],
  ]),
  ...rowsOf('sns-topic', 'AWS::SNS::Topic', [
    [
      'deduplication of a standard topic',
      { ContentBasedDeduplication: true },
      { ContentBasedDeduplication: true, FifoTopic: true },
      'ContentBasedDeduplication',
    ],
  ]),
  ...rowsOf('sns-endpoint', 'AWS::SNS::Subscription', [
    ['a queue for a function', endpoint('lambda', QUEUE), endpoint('sqs', QUEUE), 'Endpoint'],
    ['no phone number', endpoint('sms', 'operations'), endpoint('sms', '+15555550100'), 'Endpoint'],
  ]),
  ...rowsOf('lambda-event-source', 'AWS::Lambda::EventSourceMapping', [
    ['Kafka without a topic', mapping({}), mapping({ Topics: ['orders'] }), 'Topics'],
  ]),
  addition(
    'lambda-dead-letter',
    'a FIFO queue as a destination',
    destination(true),
    destination(false),
    'Tested Properties.DestinationConfig.OnFailure.Destination',
  ),
  ...rowsOf('sns-filter-keys', 'AWS::SNS::Subscription', [['156 combinations', filter(12, 13), filter(10, 15), 'FilterPolicy']]),
  addition(
    'events-target',
    'a cluster without a task',
    scheduled({}),
    scheduled({ EcsParameters: { TaskDefinitionArn: 'a' } }),
    'Tested Properties.Targets[0].EcsParameters',
  ),
  addition(
    'pipes-source',
    'a stream without a starting position',
    pipe({}),
    pipe({ SourceParameters: { KinesisStreamParameters: { StartingPosition: 'LATEST' } } }),
    'Tested Properties.SourceParameters.KinesisStreamParameters.StartingPosition',
  ),
  ...rowsOf('stepfunctions-retry', MACHINE, [['a rate of 0.5', retried(0.5), retried(1), 'Definition.States.Work.Retry[0].BackoffRate']]),
  ...rowsOf('stepfunctions-task-token', MACHINE, [
    ['no token', callback({ id: 'a' }), callback({ 'token.$': '$$.Task.Token' }), 'Definition.States.Work'],
  ]),
  ...rowsOf('stepfunctions-path', MACHINE, [['a text', passed('id'), passed('$.id'), 'Definition.States.Work.Parameters.id.$']]),
  ...rowsOf('codedeploy-ecs', 'AWS::CodeDeploy::DeploymentGroup', [
    [
      'a deployment in place',
      group({ DeploymentType: 'IN_PLACE', DeploymentOption: 'WITH_TRAFFIC_CONTROL' }),
      group({ DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' }),
      'DeploymentStyle.DeploymentType',
    ],
  ]),
  ...rowsOf('kinesis-shards', 'AWS::Kinesis::Stream', [
    [
      'no shards',
      { StreamModeDetails: { StreamMode: 'PROVISIONED' } },
      { StreamModeDetails: { StreamMode: 'PROVISIONED' }, ShardCount: 1 },
      'ShardCount',
    ],
  ]),
  ...rowsOf('ssm-parameter', 'AWS::SSM::Parameter', [
    [
      'a value without its pattern',
      { Type: 'String', Value: 'ten', AllowedPattern: '^\\d+$' },
      { Type: 'String', Value: '10', AllowedPattern: '^\\d+$' },
      'Value',
    ],
  ]),
];
