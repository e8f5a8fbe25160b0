import { describe, expect, test } from 'vitest';
import { chargesOf, freeReasonOf, type Resources } from '../../support/charges';
import { invoice } from '../../support/invoices';

/** The invoice of one resource in us-east-1, calculated manually from the price lists of AWS. */
const one = (type: string, properties: Record<string, unknown> = {}, use: Record<string, number> = {}) =>
  invoice({ It: [type, properties] }, { It: use });
const problemOf = (type: string, properties: Record<string, unknown>, others: Resources = {}) => {
  return () => chargesOf({ ...others, It: [type, properties] }, 'It');
};

describe('AWS::Lambda::Function', () => {
  const invocations = 10_000_000;
  const functionSeconds = 2_000_000;
  const logs = { logIngestGb: 10, logStoredGb: 20 };
  // $0.50 per GB and $0.03 per GB-month: https://aws.amazon.com/cloudwatch/pricing/
  const LOGS = ['Log ingestion (function logs): $5.00', 'Log storage (function logs): $0.60'];

  test('requests, and duration by memory and architecture', () => {
    expect(one('AWS::Lambda::Function', { MemorySize: 512, Architectures: ['arm64'] }, { invocations, functionSeconds, ...logs })).toEqual([
      'Lambda requests: $2.00',
      // 2,000,000 s × 0.5 GB × $0.0000133334
      'Lambda duration (arm64, 512 MB, first 7,500,000,000 GB-seconds): $13.33',
      ...LOGS,
    ]);
    expect(one('AWS::Lambda::Function', {}, { invocations, functionSeconds, ...logs })).toEqual([
      'Lambda requests: $2.00',
      // 2,000,000 s × 0.125 GB × $0.0000166667
      'Lambda duration (x86, 128 MB, first 6,000,000,000 GB-seconds): $4.17',
      ...LOGS,
    ]);
  });

  test('duration above a tier', () => {
    const use = { invocations: 0, functionSeconds: 10_000_000_000, ...logs };
    expect(one('AWS::Lambda::Function', { MemorySize: 1024 }, use).slice(1, 3)).toEqual([
      'Lambda duration (x86, 1024 MB, first 6,000,000,000 GB-seconds): $100000.20',
      'Lambda duration (x86, 1024 MB, next 9,000,000,000 GB-seconds): $60000.00',
    ]);
  });

  test('ephemeral storage above 512 MB', () => {
    const disk = (Size: number) => one('AWS::Lambda::Function', { EphemeralStorage: { Size } }, { invocations, functionSeconds, ...logs });
    expect(disk(512)).toHaveLength(4);
    // 2,000,000 s × 9.5 GB × $0.0000000309
    expect(disk(10_240)[2]).toBe('Lambda ephemeral storage: $0.59');
  });

  // Lambda creates /aws/lambda/<name>: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html
  test.each<[string, Record<string, unknown>, unknown, boolean]>([
    ['no log group', {}, undefined, true],
    ['the log group that it names', { LoggingConfig: { LogGroup: { Ref: 'Logs' } } }, 'shop', false],
    ['a log group outside of the template', { LoggingConfig: { LogGroup: 'shared' } }, 'shop', true],
    ['a log group whose name refers to it', {}, { 'Fn::Sub': `/aws/lambda/\${It}` }, false],
    ['a log group with its name', { FunctionName: 'shop' }, '/aws/lambda/shop', false],
    ['a log group of another function', { FunctionName: 'shop' }, '/aws/lambda/shop-2', true],
    ['names with the same parameter', { FunctionName: { 'Fn::Sub': `\${Stage}-a` } }, { 'Fn::Sub': `/aws/lambda/\${Stage}-a` }, false],
    ['a joined name', { FunctionName: { Ref: 'Stage' } }, { 'Fn::Join': ['', ['/aws/lambda/', { Ref: 'Stage' }]] }, false],
    ['a log group of another service', { FunctionName: 'shop' }, '/aws/eks/shop/cluster', true],
  ])('logs with %s', (_, properties, LogGroupName, isCharged) => {
    const others: Resources = LogGroupName === undefined ? {} : { Logs: ['AWS::Logs::LogGroup', { LogGroupName }] };
    const lines = chargesOf({ It: ['AWS::Lambda::Function', properties], ...others }, 'It').filter((line) => line.includes('logs/'));
    expect(lines).toHaveLength(isCharged ? 2 : 0);
  });

  test('logs beside a log group without a name, which CloudFormation names', () => {
    const resources: Resources = { It: ['AWS::Lambda::Function'], Logs: ['AWS::Logs::LogGroup'] };
    expect(chargesOf(resources, 'It').filter((line) => line.includes('logs/'))).toHaveLength(2);
  });

  test('provisioned concurrency of an alias, for the whole month', () => {
    const resources: Resources = {
      Shop: ['AWS::Lambda::Function', { MemorySize: 1024 }],
      Live: [
        'AWS::Lambda::Alias',
        { FunctionName: { Ref: 'Shop' }, ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 10 } },
      ],
    };
    // 10 × 1 GB × 2,628,000 s × $0.0000041667
    expect(invoice(resources).at(-1)).toBe('Provisioned concurrency (x86, 1024 MB): $109.50');
    expect(freeReasonOf({ Live: ['AWS::Lambda::Alias', { FunctionName: { Ref: 'Shop' } }] }, 'Live')).toBe('billed as the function');
    expect(
      problemOf('AWS::Lambda::Version', { FunctionName: 'other', ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 } }),
    ).toThrow('outside of this template');
  });

  test('has no price with features that the price list does not contain', () => {
    expect(problemOf('AWS::Lambda::Function', { CapacityProviderConfig: {} })).toThrow('Lambda Managed Instances');
    expect(problemOf('AWS::Lambda::Function', { DurableConfig: {} })).toThrow('durable functions');
    const snapStart = { SnapStart: { ApplyOn: 'PublishedVersions' } };
    expect(problemOf('AWS::Lambda::Function', { ...snapStart, Runtime: 'python3.13' })).toThrow('SnapStart');
    expect(one('AWS::Lambda::Function', { ...snapStart, Runtime: 'java21' })).toHaveLength(4);
    expect(problemOf('AWS::Lambda::Function', { Architectures: ['riscv'] })).toThrow('Architectures');
    expect(freeReasonOf({ It: ['AWS::Lambda::EventSourceMapping'] }, 'It')).toBe('billed as the function');
    expect(problemOf('AWS::Lambda::EventSourceMapping', { ProvisionedPollerConfig: { MinimumPollers: 1 } })).toThrow('provisioned pollers');
  });

  // $0.60 per million requests, $0.00005001 per GB-second: https://aws.amazon.com/lambda/pricing/, Lambda@Edge. 0.125 GB for 8,000,000 s.
  test('at the edges of CloudFront has the prices of Lambda@Edge, by its version too', () => {
    const association = { LambdaFunctionAssociations: [{ LambdaFunctionARN: { Ref: 'Version' } }] };
    const edge: Resources = {
      Version: ['AWS::Lambda::Version', { FunctionName: { Ref: 'It' } }],
      Cdn: ['AWS::CloudFront::Distribution', { DistributionConfig: { DefaultCacheBehavior: association } }],
    };
    const use = { It: { invocations: 10_000_000, functionSeconds: 8_000_000, logIngestGb: 0, logStoredGb: 0 } };
    expect(invoice({ It: ['AWS::Lambda::Function'], ...edge }, use).slice(0, 2)).toEqual([
      'Lambda requests (Lambda@Edge): $6.00',
      'Lambda duration (Lambda@Edge, 128 MB): $50.01',
    ]);
  });
});

describe('API Gateway', () => {
  test('requests to a REST API', () => {
    expect(one('AWS::ApiGateway::RestApi', {}, { apiRequests: 400_000_000 })).toEqual([
      'API requests (REST, first 333 million requests): $1165.50',
      'API requests (REST, next 667 million requests): $187.60',
    ]);
  });

  test('the cache of a stage', () => {
    const cached = { CacheClusterEnabled: true, CacheClusterSize: '0.5' };
    expect(one('AWS::ApiGateway::Stage', cached)).toEqual(['API cache hours (0.5 GB): $14.60']);
    expect(freeReasonOf({ It: ['AWS::ApiGateway::Stage', { CacheClusterSize: '0.5' }] }, 'It')).toBe('billed as the requests of its API');
    expect(one('AWS::ApiGateway::Stage', { ...cached, CacheClusterSize: '7' })).toEqual(['API cache hours (7 GB): unpriced']);
  });

  test('requests to an HTTP API, and messages of a WebSocket API', () => {
    expect(one('AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP' }, { apiRequests: 400_000_000 })).toEqual([
      'API requests (HTTP, first 300 million requests): $300.00',
      'API requests (HTTP, above 300 million requests): $90.00',
    ]);
    expect(one('AWS::ApiGatewayV2::Api', { Body: {} }, { apiRequests: 1_000_000 })).toHaveLength(1);
    const use = { apiMessages: 5_000_000, connectionMinutes: 10_000_000 };
    expect(one('AWS::ApiGatewayV2::Api', { ProtocolType: 'WEBSOCKET' }, use)).toEqual([
      'WebSocket messages (first 1,000 million messages): $5.00',
      'WebSocket connection minutes: $2.50',
    ]);
    expect(problemOf('AWS::ApiGatewayV2::Api', {})).toThrow('ProtocolType is missing');
    expect(problemOf('AWS::ApiGatewayV2::Api', { ProtocolType: 'SMTP' })).toThrow('ProtocolType');
  });

  test('costs more in Europe', () => {
    const api: Resources = { It: ['AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP' }] };
    const use = { It: { apiRequests: 100_000_000 } };
    expect(invoice(api, use, 'eu-west-1')).toEqual(['API requests (HTTP, first 300 million requests): $111.00']);
    expect(invoice(api, use, 'eu-central-1')).toEqual(['API requests (HTTP, first 300 million requests): $120.00']);
  });
});

describe('DynamoDB', () => {
  const onDemand = { BillingMode: 'PAY_PER_REQUEST' };
  const use = { writeRequestUnits: 8_000_000, readRequestUnits: 20_000_000, storedGb: 100 };
  const basic = ['Write request units: $5.00', 'Read request units: $2.50', 'Table storage: $25.00'];

  test('a table on demand', () => {
    expect(one('AWS::DynamoDB::Table', onDemand, use)).toEqual(basic);
    expect(
      one('AWS::DynamoDB::Table', { ...onDemand, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }, use),
    ).toEqual([...basic, 'Point-in-time recovery: $20.00']);
    expect(
      one(
        'AWS::DynamoDB::Table',
        { ...onDemand, StreamSpecification: { StreamViewType: 'KEYS_ONLY' } },
        { ...use, streamReads: 10_000_000 },
      ),
    ).toEqual([...basic, 'DynamoDB Streams read requests: $2.00']);
    expect(invoice({ It: ['AWS::DynamoDB::Table', onDemand] }, { It: use }, 'eu-central-1')).toEqual([
      'Write request units: $6.10',
      'Read request units: $3.05',
      'Table storage: $30.60',
    ]);
  });

  const provisioned = { ProvisionedThroughput: { ReadCapacityUnits: 10, WriteCapacityUnits: '5' } };
  test('a table and its index with provisioned capacity', () => {
    const index = { IndexName: 'by-date', ProvisionedThroughput: { ReadCapacityUnits: 100, WriteCapacityUnits: 100 } };
    expect(one('AWS::DynamoDB::Table', { ...provisioned, GlobalSecondaryIndexes: [index] }, { storedGb: 0 })).toEqual([
      // 5 × 730 h × $0.00065, 10 × 730 h × $0.00013
      'Write capacity units: $2.37',
      'Read capacity units: $0.95',
      'Write capacity units (index by-date): $47.45',
      'Read capacity units (index by-date): $9.49',
      'Table storage: $0.00',
    ]);
    expect(problemOf('AWS::DynamoDB::Table', {})).toThrow('ReadCapacityUnits is missing');
  });

  test('autoscaling of a table and of an index', () => {
    const target = (dimension: string, ResourceId: unknown): Resources[string] => [
      'AWS::ApplicationAutoScaling::ScalableTarget',
      { MinCapacity: 5, MaxCapacity: 50, ScalableDimension: `dynamodb:${dimension}:ReadCapacityUnits`, ResourceId },
    ];
    const index = { IndexName: 'by-date', ...provisioned };
    const charges = chargesOf(
      {
        It: ['AWS::DynamoDB::Table', { ...provisioned, GlobalSecondaryIndexes: [index] }],
        Table: target('table', { 'Fn::Join': ['/', ['table', { Ref: 'It' }]] }),
        Index: target('index', { 'Fn::Sub': `table/\${It}/index/by-date` }),
      },
      'It',
    );
    expect(charges.slice(0, 4)).toEqual([
      'Write capacity units: 3650 of dynamodb/standard/write-capacity',
      'Read capacity units: 3650 – 7300 – 36500 of dynamodb/standard/read-capacity',
      'Write capacity units (index by-date): 3650 of dynamodb/standard/write-capacity',
      'Read capacity units (index by-date): 3650 – 7300 – 36500 of dynamodb/standard/read-capacity',
    ]);
  });

  test('a global table in one region', () => {
    expect(one('AWS::DynamoDB::GlobalTable', { ...onDemand, Replicas: [{ Region: 'us-east-1' }] }, use)).toEqual(basic);
    const properties = {
      WriteProvisionedThroughputSettings: { WriteCapacityAutoScalingSettings: { MinCapacity: 5, MaxCapacity: 50, SeedCapacity: 10 } },
      Replicas: [{ Region: 'us-east-1', ReadProvisionedThroughputSettings: { ReadCapacityUnits: 10 } }],
    };
    expect(chargesOf({ It: ['AWS::DynamoDB::GlobalTable', properties] }, 'It').slice(0, 2)).toEqual([
      'Write capacity units: 3650 – 7300 – 36500 of dynamodb/standard/write-capacity',
      'Read capacity units: 7300 of dynamodb/standard/read-capacity',
    ]);
  });

  test('has no price with features that the price list does not contain', () => {
    const global = (Replicas: readonly unknown[]) => problemOf('AWS::DynamoDB::GlobalTable', { ...onDemand, Replicas });
    expect(global([])).toThrow('Replicas is missing');
    expect(global([{ Region: 'us-east-1' }, { Region: 'eu-west-1' }])).toThrow('replicas in other regions');
    expect(problemOf('AWS::DynamoDB::Table', { ...onDemand, TableClass: 'COLD' })).toThrow('TableClass');
  });

  // $0.78 and $0.155 per million request units, $0.10 per GB-month: AWS Price List of us-east-1, IA-WriteRequestUnits and others.
  test('the class Standard-IA, whose provisioned capacity has no list price', () => {
    const rare = { ...onDemand, TableClass: 'STANDARD_INFREQUENT_ACCESS' };
    const use = { writeRequestUnits: 10_000_000, readRequestUnits: 10_000_000, storedGb: 100 };
    expect(one('AWS::DynamoDB::Table', rare, use)).toEqual([
      'Write request units: $7.80',
      'Read request units: $1.55',
      'Table storage: $10.00',
    ]);
    const provisioned = { ...rare, BillingMode: 'PROVISIONED', ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } };
    expect(one('AWS::DynamoDB::Table', provisioned)).toContain('Write capacity units: unpriced');
  });
});

describe('workflows and events', () => {
  test('AWS::StepFunctions::StateMachine', () => {
    expect(one('AWS::StepFunctions::StateMachine', {}, { stateTransitions: 4_000_000 })).toEqual(['State transitions: $100.00']);
    expect(
      one('AWS::StepFunctions::StateMachine', { StateMachineType: 'EXPRESS' }, { executions: 3_000_000, executionGbHours: 2_000 }),
    ).toEqual([
      'Express workflow requests: $3.00',
      'Express workflow duration (first 1,000 GB-hours): $60.01',
      'Express workflow duration (next 4,000 GB-hours): $29.99',
    ]);
  });

  test('EventBridge', () => {
    expect(one('AWS::Events::EventBus', {}, { events: 5_000_000 })).toEqual(['Custom events: $5.00']);
    expect(one('AWS::Events::Archive', {}, { ingestedGb: 10, storedGb: 10 })).toEqual([
      'Event archive processing: $1.00',
      'Event archive storage: $0.23',
    ]);
    expect(one('AWS::Events::ApiDestination', {}, { invocations: 10_000_000 })).toEqual(['API destination invocations: $2.00']);
    expect(one('AWS::Pipes::Pipe', {}, { events: 5_000_000 })).toEqual(['Pipe requests: $2.00']);
    expect(one('AWS::Scheduler::Schedule', {}, { invocations: 2_000_000 })).toEqual(['Scheduler invocations: $2.00']);
    expect(problemOf('AWS::Scheduler::Schedule', { Target: { EcsParameters: {} } })).toThrow('starts tasks');
  });

  test('AWS::Kinesis::Stream', () => {
    const payloadUnits = 100_000_000;
    // 4 × 730 h × $0.015
    const shards = ['Shard hours: $43.80', 'PUT payload units: $1.40'];
    expect(one('AWS::Kinesis::Stream', { ShardCount: 4 }, { payloadUnits })).toEqual(shards);
    expect(one('AWS::Kinesis::Stream', { ShardCount: 4, RetentionPeriodHours: 48 }, { payloadUnits })).toEqual([
      ...shards,
      'Extended data retention shard hours: $58.40',
    ]);
    expect(one('AWS::Kinesis::Stream', { ShardCount: 4, RetentionPeriodHours: 720 }, { payloadUnits, storedGb: 1_000 })).toEqual([
      ...shards,
      'Extended data retention shard hours: $58.40',
      'Long-term data retention: $23.00',
    ]);
    const onDemand = { StreamModeDetails: { StreamMode: 'ON_DEMAND' } };
    const use = { ingestedGb: 100, retrievedGb: 200 };
    const basic = ['Stream hours (on-demand): $29.20', 'Stream data in (on-demand): $8.00', 'Stream data out (on-demand): $8.00'];
    expect(one('AWS::Kinesis::Stream', onDemand, use)).toEqual(basic);
    expect(one('AWS::Kinesis::Stream', { ...onDemand, RetentionPeriodHours: 168 }, { ...use, extendedRetentionGb: 50 })).toEqual([
      ...basic,
      'Extended data retention: $5.00',
    ]);
    expect(problemOf('AWS::Kinesis::Stream', {})).toThrow('ShardCount is missing');
  });

  test('AWS::Kinesis::StreamConsumer', () => {
    const consumer = (stream: Record<string, unknown>): Resources => ({
      Stream: ['AWS::Kinesis::Stream', stream],
      It: ['AWS::Kinesis::StreamConsumer', { StreamARN: { 'Fn::GetAtt': ['Stream', 'Arn'] } }],
    });
    expect(invoice(consumer({ ShardCount: 4 }), { It: { retrievedGb: 100 } }).slice(2)).toEqual([
      'Enhanced fan-out consumer-shard hours: $43.80',
      'Enhanced fan-out data retrievals: $1.30',
    ]);
    const onDemand = consumer({ StreamModeDetails: { StreamMode: 'ON_DEMAND' } });
    expect(invoice(onDemand, { It: { retrievedGb: 100 } }).slice(3)).toEqual(['Enhanced fan-out data retrievals: $5.00']);
    expect(problemOf('AWS::Kinesis::StreamConsumer', { StreamARN: 'arn' })).toThrow('outside of this template');
  });
});

test('AWS::Cognito::UserPool', () => {
  const users = { monthlyActiveUsers: 1_000 };
  expect(one('AWS::Cognito::UserPool', {}, users)).toEqual(['Monthly active users (essentials): $15.00']);
  expect(one('AWS::Cognito::UserPool', { UserPoolTier: 'LITE' }, users)).toEqual([
    'Monthly active users (lite, first 90,000 users): $5.50',
  ]);
  const protectedPool = { UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } };
  expect(one('AWS::Cognito::UserPool', { UserPoolTier: 'LITE', ...protectedPool }, users).at(-1)).toBe(
    'Monthly active users (advanced security, first 50,000 users): $50.00',
  );
  expect(one('AWS::Cognito::UserPool', { UserPoolTier: 'PLUS', ...protectedPool }, users)).toEqual(['Monthly active users (plus): $20.00']);
});
