import { describe, expect, test } from 'vitest';
import { chargesOf, freeReasonOf } from '../../support/charges';
import { invoice } from '../../support/invoices';

/** The invoice of one resource in us-east-1, calculated manually from the price lists of AWS. */
const one = (type: string, properties: Record<string, unknown> = {}, use: Record<string, number> = {}) =>
  invoice({ It: [type, properties] }, { It: use });
const problemOf = (type: string, properties: Record<string, unknown>) => () => chargesOf({ It: [type, properties] }, 'It');

// https://aws.amazon.com/appsync/pricing/: $4 per million operations, $2 per million updates, $0.08 per million minutes
test('AWS::AppSync::GraphQLApi', () => {
  expect(one('AWS::AppSync::GraphQLApi', {}, { apiRequests: 2_500_000, apiMessages: 750_000, connectionMinutes: 12_500_000 })).toEqual([
    'API requests (GraphQL): $10.00',
    'Real-time updates: $1.50',
    'WebSocket connection minutes: $1.00',
  ]);
});

// https://aws.amazon.com/codecommit/pricing/: $1 for each active user after the first five of the account
test('AWS::CodeCommit::Repository', () => {
  expect(one('AWS::CodeCommit::Repository', {}, { monthlyActiveUsers: 12 })).toEqual(['CodeCommit active users: $12.00']);
});

// https://aws.amazon.com/firehose/pricing/: $0.029 per GB for the first 500 TB, $0.025 for the next 1.5 PB
describe('AWS::KinesisFirehose::DeliveryStream', () => {
  const TYPE = 'AWS::KinesisFirehose::DeliveryStream';

  test('ingested data', () => {
    expect(one(TYPE, { S3DestinationConfiguration: {} }, { ingestedGb: 1_000 })).toEqual([
      'Firehose data ingested (first 512,000 GB): $29.00',
    ]);
    // 512,000 GB × $0.029 + 88,000 GB × $0.025
    expect(one(TYPE, { DeliveryStreamType: 'KinesisStreamAsSource' }, { ingestedGb: 600_000 })).toEqual([
      'Firehose data ingested (first 512,000 GB): $14848.00',
      'Firehose data ingested (next 1,536,000 GB): $2200.00',
    ]);
  });

  test.each([
    ['delivery into a VPC', { AmazonopensearchserviceDestinationConfiguration: { VpcConfiguration: { SubnetIds: ['a'] } } }],
    ['dynamic partitioning', { ExtendedS3DestinationConfiguration: { DynamicPartitioningConfiguration: { Enabled: true } } }],
    ['conversion of record formats', { ExtendedS3DestinationConfiguration: { DataFormatConversionConfiguration: {} } }],
    ['MSKAsSource', { DeliveryStreamType: 'MSKAsSource' }],
    ['DatabaseAsSource', { DeliveryStreamType: 'DatabaseAsSource' }],
    ['SnowflakeDestinationConfiguration', { SnowflakeDestinationConfiguration: {} }],
    ['IcebergDestinationConfiguration', { IcebergDestinationConfiguration: {} }],
  ])('%s has no price', (problem, properties) => {
    expect(problemOf(TYPE, properties)).toThrow(problem);
  });

  test('a feature that is off has no charge', () => {
    const ExtendedS3DestinationConfiguration = { DataFormatConversionConfiguration: { Enabled: false } };
    expect(chargesOf({ It: [TYPE, { ExtendedS3DestinationConfiguration }] }, 'It')).toHaveLength(1);
  });
});

// https://aws.amazon.com/iot-core/pricing/: $0.15 per million rules triggered, $0.15 per million actions executed
test('AWS::IoT::TopicRule', () => {
  const TopicRulePayload = { Actions: [{ Lambda: {} }, { S3: {} }] };
  expect(one('AWS::IoT::TopicRule', { TopicRulePayload }, { invocations: 10_000_000 })).toEqual([
    'IoT rules triggered: $1.50',
    'IoT rule actions executed: $3.00',
  ]);
});

// https://aws.amazon.com/cloudwatch/pricing/: logs delivered to S3 are $0.25 per GB for the first 10 TB, $0.15 for the next 20 TB
describe('AWS::EC2::FlowLog', () => {
  test.each([
    ['s3', 100, 'Flow log delivery (to s3, first 10,240 GB): $25.00'],
    ['kinesis-data-firehose', 100, 'Flow log delivery (to kinesis-data-firehose, first 10,240 GB): $25.00'],
  ])('to %s', (LogDestinationType, logIngestGb, line) => {
    expect(one('AWS::EC2::FlowLog', { LogDestinationType }, { logIngestGb })).toEqual([line]);
  });

  // AWS Price List of eu-west-1: 10,240 GB × $0.285 + 760 GB × $0.171
  test('eu-west-1', () => {
    expect(invoice({ It: ['AWS::EC2::FlowLog', { LogDestinationType: 's3' }] }, { It: { logIngestGb: 11_000 } }, 'eu-west-1')).toEqual([
      'Flow log delivery (to s3, first 10,240 GB): $2918.40',
      'Flow log delivery (to s3, next 20,480 GB): $129.96',
    ]);
  });

  test('conversion to Parquet has no price', () => {
    const properties = { LogDestinationType: 's3', DestinationOptions: { FileFormat: 'parquet' } };
    expect(problemOf('AWS::EC2::FlowLog', properties)).toThrow('conversion to Parquet');
  });
});

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html: metrics of filters are
// charged as custom metrics, one for each combination of dimension values. A custom metric is $0.30.
describe('AWS::Logs::MetricFilter', () => {
  const TYPE = 'AWS::Logs::MetricFilter';
  const errors = { MetricNamespace: 'Shop', MetricName: 'Errors', MetricValue: '1' };
  const filter = (...MetricTransformations: readonly unknown[]) => [TYPE, { MetricTransformations }] as const;

  test('one metric', () => {
    expect(invoice({ It: filter(errors) })).toEqual(['Custom metrics: $0.30']);
    expect(chargesOf({ It: filter(errors) }, 'It')).toEqual(['Custom metrics: 0 – 1 – 1 of cloudwatch/metric']);
  });

  test('a metric with a default value always has data', () => {
    expect(chargesOf({ It: filter({ ...errors, DefaultValue: 0 }) }, 'It')).toEqual(['Custom metrics: 1 of cloudwatch/metric']);
  });

  test('the number of metrics with dimensions is usage', () => {
    const byPath = filter({ ...errors, Dimensions: [{ Key: 'path', Value: '$.path' }] });
    expect(invoice({ It: byPath }, { It: { customMetrics: 40 } })).toEqual(['Custom metrics: $12.00']);
  });

  test('filters that write to the same metric are charged once', () => {
    const resources = { First: filter(errors), Second: filter(errors), Third: filter({ ...errors, MetricName: 'Timeouts' }) };
    expect(chargesOf(resources, 'First')).toHaveLength(1);
    expect(chargesOf(resources, 'Second')).toEqual([]);
    expect(freeReasonOf(resources, 'Second')).toBe('writes to the metrics of another filter, which are billed there');
    expect(chargesOf(resources, 'Third')).toHaveLength(1);
  });
});

// https://aws.amazon.com/iot-core/pricing/: $0.08 per million minutes; $1 per million messages for the first billion, then $0.80
test('AWS::IoT::Thing', () => {
  expect(one('AWS::IoT::Thing', {}, { connectionMinutes: 50_000_000, deviceMessages: 1_500_000_000 })).toEqual([
    'IoT connection minutes: $4.00',
    'IoT messages (first 1,000 million messages): $1000.00',
    'IoT messages (next 4,000 million messages): $400.00',
  ]);
});

// https://aws.amazon.com/sns/pricing/: $0.50 per million requests; per million deliveries $0.60 over HTTP, $20 by email
describe('Amazon SNS', () => {
  test('a topic with subscriptions inside delivers each message to each of them', () => {
    const Subscription = [{ Protocol: 'email' }, { Protocol: 'https' }, { Protocol: 'lambda' }];
    expect(one('AWS::SNS::Topic', { Subscription }, { publishedMessages: 2_000_000 })).toEqual([
      'Topic requests: $1.00',
      'Topic notification deliveries (email): $40.00',
      'Topic notification deliveries (HTTP): $1.20',
    ]);
  });

  test('subscriptions', () => {
    const of = (Protocol: string) => one('AWS::SNS::Subscription', { Protocol, TopicArn: 'a' }, { deliveredMessages: 500_000 });
    expect(of('email-json')).toEqual(['Topic notification deliveries (email): $10.00']);
    expect(of('http')).toEqual(['Topic notification deliveries (HTTP): $0.30']);
    expect(of('application')).toEqual(['Topic notification deliveries (mobile push): $0.25']);
    expect(of('firehose')).toEqual(['Topic notification deliveries (Firehose): $0.10']);
    // The price of a text message depends on its country.
    expect(of('sms')).toEqual(['Topic notification deliveries (sms): unpriced']);
    for (const Protocol of ['lambda', 'sqs']) {
      expect(freeReasonOf({ It: ['AWS::SNS::Subscription', { Protocol, TopicArn: 'a' }] }, 'It')).toContain('topic');
    }
  });

  // FIFO: $0.30 per million requests, $0.017 per GB; $0.01 per million deliveries, $0.001 per GB
  test('FIFO topics', () => {
    const resources = {
      Topic: ['AWS::SNS::Topic', { FifoTopic: true }],
      Queue: ['AWS::SNS::Subscription', { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs' }],
    } as const;
    const use = {
      Topic: { publishedMessages: 10_000_000, ingestedGb: 1_000 },
      Queue: { deliveredMessages: 100_000_000, retrievedGb: 500 },
    };
    expect(invoice(resources, use)).toEqual([
      'Topic requests (FIFO): $3.00',
      'Topic message data (published): $17.00',
      'Topic notification deliveries (FIFO): $1.00',
      'Topic message data (delivered): $0.50',
    ]);
    const outside = { TopicArn: 'arn:aws:sns:us-east-1:111122223333:orders.fifo', Protocol: 'sqs' };
    expect(chargesOf({ It: ['AWS::SNS::Subscription', outside] }, 'It')).toHaveLength(2);
  });
});

// https://aws.amazon.com/dynamodb/pricing/on-demand/: $0.10 per million change data capture units
test('a table with a stream of Kinesis', () => {
  const properties = { BillingMode: 'PAY_PER_REQUEST', KinesisStreamSpecification: { StreamArn: 'a' } };
  const use = { readRequestUnits: 0, writeRequestUnits: 0, storedGb: 0, changeCaptureUnits: 30_000_000 };
  expect(one('AWS::DynamoDB::Table', properties, use)).toContain('Change data capture units: $3.00');
});

// https://aws.amazon.com/redshift/pricing/: $0.375 per RPU-hour, $0.024 per GB of managed storage
test('Redshift Serverless', () => {
  expect(one('AWS::RedshiftServerless::Workgroup', { BaseCapacity: 8 }, { rpuHours: 400 })).toEqual([
    'Redshift Processing Unit hours: $150.00',
  ]);
  expect(one('AWS::RedshiftServerless::Namespace', {}, { storedGb: 500 })).toEqual(['Redshift managed storage: $12.00']);
});

// https://aws.amazon.com/vpn/pricing/: $0.10 for each association hour, $0.05 for each connection hour
test('Client VPN', () => {
  expect(one('AWS::EC2::ClientVpnTargetNetworkAssociation')).toEqual(['Client VPN endpoint association hours: $73.00']);
  expect(one('AWS::EC2::ClientVpnEndpoint', {}, { connectionMinutes: 60_000 })).toEqual(['Client VPN connection hours: $50.00']);
});

// https://aws.amazon.com/private-ca/pricing/: $400 per CA, $50 with short-lived certificates; $0.75 for each of the first 1,000
// certificates of the month, $0.35 for the next 9,000; $0.058 for short-lived ones
describe('AWS Private CA', () => {
  const AUTHORITY = 'AWS::ACMPCA::CertificateAuthority';
  const CertificateAuthorityArn = { Ref: 'Authority' };

  test('general purpose', () => {
    const resources = {
      Authority: [AUTHORITY],
      Server: ['AWS::ACMPCA::Certificate', { CertificateAuthorityArn }],
      Balancer: ['AWS::CertificateManager::Certificate', { CertificateAuthorityArn }],
    } as const;
    expect(invoice(resources, { Server: { issuedCertificates: 1_200 }, Balancer: { issuedCertificates: 2 } })).toEqual([
      'Private CA operation (general-purpose): $400.00',
      'Private certificates (general-purpose, first 1,000 certificates): $750.00',
      'Private certificates (general-purpose, next 9,000 certificates): $70.00',
      'Private certificates (general-purpose, first 1,000 certificates): $1.50',
    ]);
  });

  test('short-lived certificates', () => {
    const resources = {
      Authority: [AUTHORITY, { UsageMode: 'SHORT_LIVED_CERTIFICATE' }],
      Server: ['AWS::ACMPCA::Certificate', { CertificateAuthorityArn }],
    } as const;
    expect(invoice(resources, { Server: { issuedCertificates: 10_000 } })).toEqual([
      'Private CA operation (short-lived): $50.00',
      'Private certificates (short-lived): $580.00',
    ]);
  });

  test('OCSP and authorities outside of the template have no price', () => {
    const RevocationConfiguration = { OcspConfiguration: { Enabled: true } };
    expect(problemOf(AUTHORITY, { RevocationConfiguration })).toThrow('OCSP');
    expect(problemOf('AWS::ACMPCA::Certificate', { CertificateAuthorityArn: 'arn' })).toThrow('not in this template');
  });
});
