import type { Broken } from '../texts';

const API = { base: 'serverless-api.yaml' } as const;
const READING = 'EventSourceArn: !GetAtt Jobs.Arn, FunctionName: !Ref Worker, BatchSize: 10 }';
const queue = (id: string, properties: string) => `  ${id}: { Type: AWS::SQS::Queue, Properties: { ${properties} } }\n`;
const topic = (properties: string, subscription: string) =>
  `  Topic: { Type: AWS::SNS::Topic, Properties: { ${properties} } }\n  Subscription: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref Topic, ${subscription} } }\n`;
const FIFO_QUEUE = queue('Ordered', 'FifoQueue: true, VisibilityTimeout: 360');
const reading = (source: string, properties: string) =>
  `${FIFO_QUEUE}  Stream: { Type: AWS::Kinesis::Stream, Properties: { ShardCount: 1 } }\n  Reads: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt ${source}${properties} } }\n`;
const tableIndex = (projection: string) => [
  [
    'AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]',
    `AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]\n      GlobalSecondaryIndexes: [{ IndexName: all, KeySchema: [{ AttributeName: id, KeyType: HASH }], Projection: { ${projection} } }]`,
  ] as const,
];
const globalTable = (properties: string) =>
  `  Everywhere: { Type: AWS::DynamoDB::GlobalTable, DeletionPolicy: RetainExceptOnCreate, Properties: { KeySchema: [{ AttributeName: id, KeyType: HASH }], AttributeDefinitions: [{ AttributeName: id, AttributeType: S }], Replicas: [{ Region: us-east-1 }, { Region: eu-west-1 }], ${properties} } }\n`;
const httpApi = (resources: string) =>
  `  Shop: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: shop, ProtocolType: HTTP } }\n${resources}`;
const integration = (properties: string) =>
  httpApi(
    `  Calls: { Type: AWS::ApiGatewayV2::Integration, Properties: { ApiId: !Ref Shop, IntegrationUri: 'https://example.com', ${properties} } }\n`,
  );
const routes = (one: string, two: string) =>
  httpApi(
    [one, two]
      .map((key, index) => `  Route${index}: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Shop, RouteKey: '${key}' } }\n`)
      .join(''),
  );
const socketApi = (properties: string) =>
  `  Socket: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: socket, ProtocolType: WEBSOCKET${properties} } }\n`;
const cors = (origin: string) =>
  `  Open: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: open, ProtocolType: HTTP, CorsConfiguration: { AllowCredentials: true, AllowOrigins: ['${origin}'] } } }\n`;
const restApi = (dependsOn: string, authorization: string) =>
  `  Rest: { Type: AWS::ApiGateway::RestApi, Properties: { Name: rest } }
  Pool: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Rest, Name: pool, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Rest, ResourceId: !GetAtt Rest.RootResourceId, HttpMethod: GET, ${authorization}, Integration: { Type: MOCK } } }
  Deployment: { Type: AWS::ApiGateway::Deployment, ${dependsOn}Properties: { RestApiId: !Ref Rest } }
`;
const NO_AUTHORIZATION = 'AuthorizationType: NONE';
const machine = (states: string, properties = '') =>
  `  Machine: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !GetAtt Role.Arn${properties}, Definition: { StartAt: First, States: { ${states} } } } }\n`;
const ecsTask = (wait: string) =>
  `First: { Type: Task, Resource: 'arn:aws:states:::ecs:runTask${wait}', Parameters: { Cluster: shop, TaskDefinition: shop }, End: true }`;
const EXPRESS = ', StateMachineType: EXPRESS';
const logging = (destinations: string) => `, LoggingConfiguration: { Level: ERROR${destinations} }`;
const alarm = (properties: string) =>
  `  Alarm: { Type: AWS::CloudWatch::Alarm, Properties: { Namespace: AWS/SQS, MetricName: ApproximateAgeOfOldestMessage, Statistic: Maximum, Threshold: 60, ComparisonOperator: GreaterThanThreshold, ${properties} } }\n`;
const files = (properties: string) =>
  `  Files: { Type: AWS::EFS::FileSystem, DeletionPolicy: RetainExceptOnCreate, Properties: { Encrypted: true, ${properties} } }\n`;
const role = (statement: string) =>
  `  Trusted: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, ${statement} }] } } }\n`;
const web = (action: string) =>
  role(
    `Principal: { Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com' }, Action: '${action}', Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': sts.amazonaws.com, 'token.actions.githubusercontent.com:sub': 'repo:shop/web:ref:refs/heads/main' } }`,
  );
const requestPolicy = (label: string) =>
  `  Scaling: { Type: AWS::ApplicationAutoScaling::ScalingPolicy, Properties: { PolicyName: requests, PolicyType: TargetTrackingScaling, ScalingTargetId: service/a/b|ecs:service:DesiredCount|ecs, TargetTrackingScalingPolicyConfiguration: { TargetValue: 100, PredefinedMetricSpecification: { PredefinedMetricType: ALBRequestCountPerTarget${label} } } } }\n`;

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:a';
const taskState = (properties: string) => machine(`First: { Type: Task, Resource: '${ARN}', ${properties}, End: true }`);
const vpcLink = (type: string) =>
  `  Balancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: ${type}, Scheme: internal, Subnets: [subnet-1, subnet-2] } }
  Link: { Type: AWS::ApiGateway::VpcLink, Properties: { Name: link, TargetArns: [!Ref Balancer] } }
`;

/** Broken queues, topics, mappings, tables, APIs, state machines, alarms, file systems and roles. */
export const BROKEN_SERVERLESS: readonly Broken[] = [
  {
    rule: 'sns-fifo-subscription',
    what: 'a FIFO queue for a standard topic',
    ...API,
    change: { add: FIFO_QUEUE + topic('DisplayName: orders', 'Protocol: sqs, Endpoint: !GetAtt Ordered.Arn') },
    fixed: { add: FIFO_QUEUE + topic('FifoTopic: true', 'Protocol: sqs, Endpoint: !GetAtt Ordered.Arn') },
    at: 'Subscription Properties.Endpoint',
  },
  {
    rule: 'sns-fifo-subscription',
    what: 'a function for a FIFO topic',
    ...API,
    change: { add: topic('FifoTopic: true', 'Protocol: lambda, Endpoint: !GetAtt Worker.Arn') },
    fixed: { add: topic('DisplayName: orders', 'Protocol: lambda, Endpoint: !GetAtt Worker.Arn') },
    at: 'Subscription Properties.Protocol',
  },
  {
    rule: 'sns-subscription-role',
    what: 'a delivery stream without a role',
    ...API,
    change: {
      add: topic('DisplayName: orders', "Protocol: firehose, Endpoint: 'arn:aws:firehose:us-east-1:123456789012:deliverystream/a'"),
    },
    fixed: {
      add: topic(
        'DisplayName: orders',
        "Protocol: firehose, Endpoint: 'arn:aws:firehose:us-east-1:123456789012:deliverystream/a', SubscriptionRoleArn: 'arn:aws:iam::123456789012:role/a'",
      ),
    },
    at: 'Subscription Properties.SubscriptionRoleArn',
  },
  {
    rule: 'sqs-fifo-throughput',
    what: 'a limit for each message group with deduplication of the queue',
    ...API,
    change: { add: queue('Ordered', 'FifoQueue: true, FifoThroughputLimit: perMessageGroupId, DeduplicationScope: queue') },
    fixed: { add: queue('Ordered', 'FifoQueue: true, FifoThroughputLimit: perMessageGroupId, DeduplicationScope: messageGroup') },
    at: 'Ordered Properties.DeduplicationScope',
  },
  {
    rule: 'lambda-event-source',
    what: 'a stream without a starting position',
    ...API,
    change: { add: reading('Stream.Arn', '') },
    fixed: { add: reading('Stream.Arn', ', StartingPosition: LATEST') },
    at: 'Reads Properties.StartingPosition',
  },
  {
    rule: 'lambda-event-source',
    what: 'a table without a stream',
    ...API,
    change: { add: reading('Orders.StreamArn', ', StartingPosition: LATEST') },
    fixed: { add: reading('Stream.Arn', ', StartingPosition: TRIM_HORIZON') },
    at: 'Orders Properties.StreamSpecification',
  },
  {
    rule: 'lambda-event-source',
    what: 'a batching window for a FIFO queue',
    ...API,
    change: { add: reading('Ordered.Arn', ', MaximumBatchingWindowInSeconds: 5') },
    fixed: { add: reading('Ordered.Arn', ', BatchSize: 10') },
    at: 'Reads Properties.MaximumBatchingWindowInSeconds',
  },
  {
    rule: 'lambda-event-source',
    what: 'a batch of 11 messages without a batching window',
    ...API,
    change: [[READING, READING.replace('BatchSize: 10', 'BatchSize: 11')]],
    fixed: [[READING, READING.replace('BatchSize: 10', 'BatchSize: 11, MaximumBatchingWindowInSeconds: 1')]],
    at: 'Reading Properties.MaximumBatchingWindowInSeconds',
  },
  {
    rule: 'dynamodb-projection',
    what: 'INCLUDE without attributes',
    ...API,
    change: tableIndex('ProjectionType: INCLUDE'),
    fixed: tableIndex('ProjectionType: INCLUDE, NonKeyAttributes: [total]'),
    at: 'Orders Properties.GlobalSecondaryIndexes[0].Projection.NonKeyAttributes',
  },
  {
    rule: 'dynamodb-projection',
    what: 'ALL with attributes',
    ...API,
    change: tableIndex('ProjectionType: ALL, NonKeyAttributes: [total]'),
    fixed: tableIndex('ProjectionType: ALL'),
    at: 'Orders Properties.GlobalSecondaryIndexes[0].Projection.NonKeyAttributes',
  },
  {
    rule: 'dynamodb-global-table',
    what: 'two replicas without a stream',
    ...API,
    change: { add: globalTable('BillingMode: PAY_PER_REQUEST') },
    fixed: { add: globalTable('BillingMode: PAY_PER_REQUEST, StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }') },
    at: 'Everywhere Properties.StreamSpecification',
  },
  {
    rule: 'apigateway-http-api',
    what: 'an AWS integration of an HTTP API',
    ...API,
    change: { add: integration('IntegrationType: AWS') },
    fixed: { add: integration("IntegrationType: HTTP_PROXY, IntegrationMethod: GET, PayloadFormatVersion: '1.0'") },
    at: 'Calls Properties.IntegrationType',
  },
  {
    rule: 'apigateway-http-api',
    what: 'payload format 2.0 for HTTP_PROXY',
    ...API,
    change: { add: integration("IntegrationType: HTTP_PROXY, IntegrationMethod: GET, PayloadFormatVersion: '2.0'") },
    fixed: { add: integration("IntegrationType: AWS_PROXY, PayloadFormatVersion: '2.0'") },
    at: 'Calls Properties.PayloadFormatVersion',
  },
  {
    rule: 'apigateway-http-api',
    what: 'an integration timeout of 31 s',
    ...API,
    change: { add: integration('IntegrationType: HTTP_PROXY, IntegrationMethod: GET, TimeoutInMillis: 31000') },
    fixed: { add: integration('IntegrationType: HTTP_PROXY, IntegrationMethod: GET, TimeoutInMillis: 30000') },
    at: 'Calls Properties.TimeoutInMillis',
  },
  {
    rule: 'apigateway-http-api',
    what: 'a route key twice',
    ...API,
    change: { add: routes('GET /orders', 'GET /orders') },
    fixed: { add: routes('GET /orders', 'POST /orders') },
    at: 'Route1 Properties.RouteKey',
  },
  {
    rule: 'apigateway-http-api',
    what: 'a WebSocket API without a route selection',
    ...API,
    change: { add: socketApi('') },
    fixed: { add: socketApi(", RouteSelectionExpression: '$request.body.action'") },
    at: 'Socket Properties.RouteSelectionExpression',
  },
  {
    rule: 'apigateway-http-api',
    what: 'credentials for every origin',
    ...API,
    change: { add: cors('*') },
    fixed: { add: cors('https://example.com') },
    at: 'Open Properties.CorsConfiguration.AllowOrigins',
  },
  {
    rule: 'apigateway-deployment-order',
    what: 'a deployment that waits for no method',
    ...API,
    change: { add: restApi('', NO_AUTHORIZATION) },
    fixed: { add: restApi('DependsOn: Get, ', NO_AUTHORIZATION) },
    at: 'Deployment DependsOn',
  },
  {
    rule: 'apigateway-method-authorizer',
    what: 'a method that names no authorizer',
    ...API,
    change: { add: restApi('DependsOn: Get, ', 'AuthorizationType: COGNITO_USER_POOLS') },
    fixed: { add: restApi('DependsOn: Get, ', 'AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Pool') },
    at: 'Get Properties.AuthorizerId',
  },
  {
    rule: 'stepfunctions-transition',
    what: 'a next state that does not exist',
    ...API,
    change: { add: machine('First: { Type: Pass, Next: Second }') },
    fixed: { add: machine('First: { Type: Pass, Next: Second }, Second: { Type: Succeed }') },
    at: 'Machine Properties.Definition.States.First.Next',
  },
  {
    rule: 'stepfunctions-transition',
    what: 'a state of a branch that no other reaches',
    ...API,
    change: {
      add: machine(
        'First: { Type: Parallel, End: true, Branches: [{ StartAt: Inner, States: { Inner: { Type: Succeed }, Lost: { Type: Succeed } } }] }',
      ),
    },
    fixed: {
      add: machine(
        'First: { Type: Parallel, End: true, Branches: [{ StartAt: Inner, States: { Inner: { Type: Choice, Choices: [{ Variable: $.a, IsPresent: true, Next: Lost }], Default: Other }, Lost: { Type: Succeed }, Other: { Type: Fail } } }] }',
      ),
    },
    at: 'Machine Properties.Definition.States.First.Branches[0].States.Lost',
  },
  {
    rule: 'stepfunctions-express',
    what: 'an express workflow that waits for a job',
    ...API,
    change: { add: machine(ecsTask('.sync'), EXPRESS) },
    fixed: { add: machine(ecsTask(''), EXPRESS) },
    at: 'Machine Properties.Definition.States.First.Resource',
  },
  {
    rule: 'stepfunctions-log-group',
    what: 'a level without a log group',
    ...API,
    change: { add: machine('First: { Type: Succeed }', logging('')) },
    fixed: {
      add: machine('First: { Type: Succeed }', logging(', Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Logs.Arn } }]')),
    },
    at: 'Machine Properties.LoggingConfiguration.Destinations',
  },
  {
    rule: 'stepfunctions-log-group',
    what: 'an ARN without the asterisk',
    ...API,
    change: {
      add: machine(
        'First: { Type: Succeed }',
        logging(", Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: 'arn:aws:logs:us-east-1:123456789012:log-group:a' } }]"),
      ),
    },
    fixed: {
      add: machine(
        'First: { Type: Succeed }',
        logging(", Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: 'arn:aws:logs:us-east-1:123456789012:log-group:a:*' } }]"),
      ),
    },
    at: 'Machine Properties.LoggingConfiguration.Destinations[0].CloudWatchLogsLogGroup.LogGroupArn',
  },
  // A day has 288 periods of 300 s.
  {
    rule: 'cloudwatch-alarm-period',
    what: 'more than a day of periods below an hour',
    ...API,
    change: { add: alarm('Period: 300, EvaluationPeriods: 289') },
    fixed: { add: alarm('Period: 300, EvaluationPeriods: 288') },
    at: 'Alarm Properties.EvaluationPeriods',
  },
  {
    rule: 'cloudwatch-alarm-period',
    what: 'more data points than periods',
    ...API,
    change: { add: alarm('Period: 3600, EvaluationPeriods: 168, DatapointsToAlarm: 169') },
    fixed: { add: alarm('Period: 3600, EvaluationPeriods: 168, DatapointsToAlarm: 168') },
    at: 'Alarm Properties.DatapointsToAlarm',
  },
  {
    rule: 'efs-throughput',
    what: 'maxIO with elastic throughput',
    ...API,
    change: { add: files('ThroughputMode: elastic, PerformanceMode: maxIO') },
    fixed: { add: files('ThroughputMode: bursting, PerformanceMode: maxIO') },
    at: 'Files Properties.PerformanceMode',
  },
  {
    rule: 'efs-throughput',
    what: 'provisioned throughput without a number',
    ...API,
    change: { add: files('ThroughputMode: provisioned') },
    fixed: { add: files('ThroughputMode: provisioned, ProvisionedThroughputInMibps: 10') },
    at: 'Files Properties.ProvisionedThroughputInMibps',
  },
  {
    rule: 'iam-service-principal',
    what: 'a service without its domain',
    ...API,
    change: { add: role("Principal: { Service: ec2 }, Action: 'sts:AssumeRole'") },
    fixed: { add: role("Principal: { Service: ec2.amazonaws.com }, Action: 'sts:AssumeRole'") },
    at: 'Trusted Properties.AssumeRolePolicyDocument.Statement[0].Principal.Service',
  },
  {
    rule: 'iam-service-principal',
    what: 'an OIDC provider with the action of other principals',
    ...API,
    change: { add: web('sts:AssumeRole') },
    fixed: { add: web('sts:AssumeRoleWithWebIdentity') },
    at: 'Trusted Properties.AssumeRolePolicyDocument.Statement[0].Action',
  },
  {
    rule: 'autoscaling-request-count',
    what: 'requests of no target group',
    ...API,
    change: { add: requestPolicy('') },
    fixed: { add: requestPolicy(', ResourceLabel: app/a/1/targetgroup/b/2') },
    at: 'Scaling Properties.TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.ResourceLabel',
  },
  {
    rule: 'stepfunctions-state',
    what: 'a heartbeat as long as the timeout',
    ...API,
    change: { add: taskState('TimeoutSeconds: 60, HeartbeatSeconds: 60') },
    fixed: { add: taskState('TimeoutSeconds: 60, HeartbeatSeconds: 59') },
    at: 'Machine Properties.Definition.States.First.HeartbeatSeconds',
  },
  {
    rule: 'stepfunctions-state',
    what: 'two waiting times',
    ...API,
    change: { add: machine("First: { Type: Wait, Seconds: 1, Timestamp: '2030-01-01T00:00:00Z', End: true }") },
    fixed: { add: machine('First: { Type: Wait, Seconds: 1, End: true }') },
    at: 'Machine Properties.Definition.States.First',
  },
  {
    rule: 'stepfunctions-state',
    what: 'States.ALL before another error',
    ...API,
    change: { add: taskState('Retry: [{ ErrorEquals: [States.ALL] }, { ErrorEquals: [States.Timeout] }]') },
    fixed: { add: taskState('Retry: [{ ErrorEquals: [States.Timeout] }, { ErrorEquals: [States.ALL] }]') },
    at: 'Machine Properties.Definition.States.First.Retry[0].ErrorEquals',
  },
  {
    rule: 'apigateway-vpc-link',
    what: 'an Application Load Balancer',
    ...API,
    change: { add: vpcLink('application') },
    fixed: { add: vpcLink('network') },
    at: 'Link Properties.TargetArns[0]',
  },
  {
    rule: 'sns-raw-delivery',
    what: 'raw messages for a function',
    ...API,
    change: { add: topic('DisplayName: orders', 'Protocol: lambda, Endpoint: !GetAtt Worker.Arn, RawMessageDelivery: true') },
    fixed: { add: topic('DisplayName: orders', 'Protocol: sqs, Endpoint: !GetAtt Jobs.Arn, RawMessageDelivery: true') },
    at: 'Subscription Properties.RawMessageDelivery',
  },
];
