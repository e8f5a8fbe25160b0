import { describe, expect, test } from 'vitest';
import { chargesOf, type Resources } from '../../support/charges';
import { invoice } from '../../support/invoices';

type Properties = Readonly<Record<string, unknown>>;

/** The invoice of one resource in us-east-1, calculated manually from the price lists of AWS. */
const one = (type: string, properties: Properties = {}, use: Record<string, number> = {}) =>
  invoice({ It: [type, properties] }, { It: use });

// https://aws.amazon.com/apprunner/pricing/: $0.007 per GB-hour of provisioned instances, $0.064 per vCPU-hour of active ones, $1 for
// automatic deployments of a service in a month, $0.005 per minute of a build.
describe('AWS::AppRunner::Service', () => {
  const TYPE = 'AWS::AppRunner::Service';
  const IMAGE = { ImageRepository: { ImageIdentifier: 'image', ImageRepositoryType: 'ECR' } };
  const CODE = { CodeRepository: { RepositoryUrl: 'https://example.com' } };

  test('of source code: provisioned memory of one instance, active vCPUs, deployments and builds', () => {
    expect(one(TYPE, { SourceConfiguration: CODE }, { activeVcpuHours: 100, buildMinutes: 60 })).toEqual([
      'Provisioned container instances (memory): $10.22',
      'Active container instances (vCPU): $6.40',
      'Automatic deployments: $1.00',
      'Build minutes (App Runner): $0.30',
    ]);
  });

  test('is between the sizes of its scaling configuration', () => {
    const service = (scaling: unknown, more: object = {}) => ({
      Scaling: ['AWS::AppRunner::AutoScalingConfiguration', { MinSize: 2, MaxSize: 4 }] as const,
      It: [TYPE, { SourceConfiguration: IMAGE, AutoScalingConfigurationArn: scaling, ...more }] as const,
    });
    const arn = { 'Fn::GetAtt': ['Scaling', 'AutoScalingConfigurationArn'] };
    const memory = (Memory: string) => chargesOf(service(arn, { InstanceConfiguration: { Memory } }), 'It')[0];
    expect(memory('3 GB')).toBe('Provisioned container instances (memory): 4380 – 4380 – 8760 of app-runner/memory');
    expect(memory('4096')).toBe('Provisioned container instances (memory): 5840 – 5840 – 11680 of app-runner/memory');
    expect(() => memory('much')).toThrow('Memory');
    expect(chargesOf(service(undefined), 'It')[0]).toBe(
      'Provisioned container instances (memory): 1460 – 1460 – 36500 of app-runner/memory',
    );
    expect(() => chargesOf(service('arn:aws:apprunner:us-east-1:111122223333:autoscalingconfiguration/one'), 'It')).toThrow(
      'AutoScalingConfigurationArn',
    );
  });

  // AWS App Runner API, SourceConfiguration: on by default, but for public images and those of another account.
  test.each([
    [{ ...IMAGE }, 'Automatic deployments: 0 – 1 – 1 of app-runner/automatic-deployments'],
    [{ ...IMAGE, AutoDeploymentsEnabled: true }, 'Automatic deployments: 1 of app-runner/automatic-deployments'],
    [{ ...IMAGE, AutoDeploymentsEnabled: false }, undefined],
    [{ ImageRepository: { ImageRepositoryType: 'ECR_PUBLIC' } }, undefined],
  ])('deployments of %j', (SourceConfiguration, charge) => {
    expect(chargesOf({ It: [TYPE, { SourceConfiguration }] }, 'It')[2]).toBe(charge);
  });
});

// AWS Price List, AmazonSageMaker, published 2026-09-24: ml.t3.medium $0.05 and ml.m5.xlarge $0.23 an hour; ML storage $0.14 per GB-month.
test('AWS::SageMaker::NotebookInstance', () => {
  const TYPE = 'AWS::SageMaker::NotebookInstance';
  expect(one(TYPE, { InstanceType: 'ml.t3.medium' })).toEqual([
    'Instance hours (ml.t3.medium, notebook): $36.50',
    'Volume storage (ML storage, notebook): $0.70',
  ]);
  expect(one(TYPE, { InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 100 })).toEqual([
    'Instance hours (ml.m5.xlarge, notebook): $167.90',
    'Volume storage (ML storage, notebook): $14.00',
  ]);
  // Four times ml.t3.medium: the larger sizes of a family are proportional.
  expect(one(TYPE, { InstanceType: 'ml.t3.xlarge' })[0]).toBe('Instance hours (ml.t3.xlarge, notebook): $146.00');
  expect(one(TYPE, { InstanceType: 'ml.t2.medium' })[0]).toBe('Instance hours (ml.t2.medium, notebook): $33.87');
  expect(one(TYPE, { InstanceType: 'ml.p3.2xlarge' })[0]).toBe('Instance hours (ml.p3.2xlarge, notebook): unpriced');
  expect(() => chargesOf({ It: [TYPE] }, 'It')).toThrow('InstanceType is missing');
});

// AWS Price List, AmazonSageMaker, hosting: ml.m5.xlarge $0.23, ml.c5.large $0.102 an hour; ML storage $0.14 per GB-month.
describe('AWS::SageMaker::Endpoint', () => {
  const endpoint = (ProductionVariants: unknown[], more: Resources = {}, config: Record<string, unknown> = {}): readonly string[] =>
    chargesOf(
      {
        Config: ['AWS::SageMaker::EndpointConfig', { ProductionVariants, ...config }],
        It: ['AWS::SageMaker::Endpoint', { EndpointConfigName: { 'Fn::GetAtt': ['Config', 'EndpointConfigName'] } }],
        ...more,
      },
      'It',
    );
  const VARIANT = { VariantName: 'All', InstanceType: 'ml.m5.xlarge', InitialInstanceCount: 2 };

  test('has the instances of its variants', () => {
    expect(endpoint([{ ...VARIANT, VolumeSizeInGB: 30 }])).toEqual([
      'Instance hours (ml.m5.xlarge, endpoint): 1460 of sagemaker/hosting/ml.m5.xlarge',
      'Volume storage (ML storage, endpoint): 60 of sagemaker/hosting/storage',
    ]);
    expect(endpoint([VARIANT, { VariantName: 'New', InstanceType: 'ml.c5.large' }])).toEqual([
      'Instance hours (ml.m5.xlarge, endpoint, All): 1460 of sagemaker/hosting/ml.m5.xlarge',
      'Volume storage (ML storage, endpoint, All): 0 of sagemaker/hosting/storage, assumed',
      'Instance hours (ml.c5.large, endpoint, New): 730 of sagemaker/hosting/ml.c5.large',
      'Volume storage (ML storage, endpoint, New): 0 of sagemaker/hosting/storage, assumed',
    ]);
    expect(endpoint([VARIANT], {}, { ShadowProductionVariants: [{ ...VARIANT, VariantName: 'Shadow' }] })).toHaveLength(4);
  });

  test('scales between the bounds of its target', () => {
    const ResourceId = { 'Fn::Join': ['', ['endpoint/', { 'Fn::GetAtt': ['It', 'EndpointName'] }, '/variant/All']] };
    const target = { ResourceId, ScalableDimension: 'sagemaker:variant:DesiredInstanceCount', MinCapacity: 1, MaxCapacity: 4 };
    expect(endpoint([VARIANT], { Target: ['AWS::ApplicationAutoScaling::ScalableTarget', target] })[0]).toBe(
      'Instance hours (ml.m5.xlarge, endpoint): 730 – 1460 – 2920 of sagemaker/hosting/ml.m5.xlarge',
    );
  });

  test('is unpriced with serverless inference, and with the configuration of another stack', () => {
    expect(() => endpoint([{ VariantName: 'All', ServerlessConfig: { MemorySizeInMB: 2_048, MaxConcurrency: 1 } }])).toThrow(
      'serverless inference',
    );
    expect(() => chargesOf({ It: ['AWS::SageMaker::Endpoint', { EndpointConfigName: 'other' }] }, 'It')).toThrow('EndpointConfigName');
  });
});

// $0.0007 for each API call: https://aws.amazon.com/servicecatalog/pricing/, pricing example 1.
test('AWS::ServiceCatalog::Portfolio', () => {
  expect(one('AWS::ServiceCatalog::Portfolio', {}, { catalogApiCalls: 6_000 })).toEqual(['Service Catalog API calls: $4.20']);
});

// infracost dx_connection_test: 730 hours of 1Gbps for $219.00, 200 GB out for $4.00.
test('AWS::DirectConnect::Connection', () => {
  const connection = (Bandwidth: string) => one('AWS::DirectConnect::Connection', { Bandwidth }, { connectionOutGb: 200 });
  expect(connection('1Gbps')).toEqual(['Port hours (1Gbps): $219.00', 'Direct Connect data transfer out: $4.00']);
  expect(connection('100Gbps')[0]).toBe('Port hours (100Gbps): unpriced');
  expect(() => chargesOf({ It: ['AWS::DirectConnect::Connection'] }, 'It')).toThrow('Bandwidth is missing');
});

// infracost ec2_traffic_mirror_session_test: 730 hours for $10.95.
test('AWS::EC2::TrafficMirrorSession', () => {
  expect(one('AWS::EC2::TrafficMirrorSession')).toEqual(['Traffic Mirroring hours: $10.95']);
});

// Options and their defaults: AWS Elastic Beanstalk developer guide, "General options for all environments".
describe('AWS::ElasticBeanstalk::Environment', () => {
  const TYPE = 'AWS::ElasticBeanstalk::Environment';
  const LINUX = '64bit Amazon Linux 2023 v4.7.0 running Docker';
  type Setting = readonly [namespace: string, name: string, value: unknown];
  const settings = (list: readonly Setting[]) =>
    list.map(([Namespace, OptionName, Value]) => ({ Namespace: `aws:${Namespace}`, OptionName, Value }));
  const SMALL: Setting = ['autoscaling:launchconfiguration', 'InstanceType', 't3.small'];
  const SINGLE: Setting = ['elasticbeanstalk:environment', 'EnvironmentType', 'SingleInstance'];
  const IN_VPC: readonly Setting[] = [
    ['ec2:vpc', 'VPCId', 'vpc-1'],
    ['ec2:vpc', 'ELBSubnets', 'subnet-1,subnet-2'],
    ['ec2:vpc', 'AssociatePublicIpAddress', 'true'],
  ];
  const environment = (list: readonly Setting[], more: Properties = {}) => ({
    It: [TYPE, { SolutionStackName: LINUX, OptionSettings: settings(list), ...more }] as const,
  });
  const charges = (list: readonly Setting[], more: Properties = {}) => chargesOf(environment(list, more), 'It');

  // t3.small $0.0208 an hour, 8 GB of gp2 $0.80, an Elastic IP $3.65.
  test('of one instance: the instance and its Elastic IP', () => {
    expect(invoice(environment([SMALL, SINGLE]))).toEqual([
      'Instance hours (t3.small): $15.18',
      'Surplus CPU credits (t3.small): $0.00',
      'Volume storage (gp2, root): $0.80',
      'Public IPv4 address hours (Elastic IP of the instance): $3.65',
    ]);
  });

  // One to four instances; the alarms of the triggers; a Classic Load Balancer at $0.025 an hour by default.
  test('with a load balancer: instances between the sizes of the group, alarms and the load balancer', () => {
    expect(charges([SMALL, ...IN_VPC])).toEqual([
      'Instance hours (t3.small): 730 – 730 – 2920 of ec2/t3.small',
      'Surplus CPU credits (t3.small): 0 of ec2/cpu-credits, assumed',
      'Volume storage (gp2, root): 8 – 8 – 32 of ebs/gp2/storage, assumed',
      'Public IPv4 address hours: 730 – 730 – 2920 of ipv4/hours',
      'Alarm metrics (scaling triggers): 2 of cloudwatch/alarm',
      'Load balancer hours (classic): 730 of elb/classic/hours',
      'Load balancer data processed (classic): 0 of elb/classic/data, assumed',
      'Public IPv4 address hours: 1460 of ipv4/hours',
    ]);
    const SIZES: readonly Setting[] = [
      ['autoscaling:asg', 'MinSize', '2'],
      ['autoscaling:asg', 'MaxSize', 6],
    ];
    const APPLICATION: Setting = ['elasticbeanstalk:environment', 'LoadBalancerType', 'application'];
    const INTERNAL: Setting = ['ec2:vpc', 'ELBScheme', 'internal'];
    expect(charges([SMALL, ...SIZES, ...IN_VPC, APPLICATION, INTERNAL]).filter((line) => /hours \((?:t3|appl)|IPv4/.test(line))).toEqual([
      'Instance hours (t3.small): 1460 – 1460 – 4380 of ec2/t3.small',
      'Public IPv4 address hours: 1460 – 1460 – 4380 of ipv4/hours',
      'Load balancer hours (application): 730 of elb/application/hours',
    ]);
    expect(() => charges([SMALL, ['elasticbeanstalk:environment', 'LoadBalancerType', 'global']])).toThrow('LoadBalancerType is global');
    expect(charges([SMALL, ['elasticbeanstalk:environment', 'LoadBalancerIsShared', 'true']]).join()).not.toContain('elb/');
  });

  test('options of the environment override those of its configuration template', () => {
    const resources = {
      Saved: [
        'AWS::ElasticBeanstalk::ConfigurationTemplate',
        { SolutionStackName: LINUX, OptionSettings: settings([SMALL, SINGLE]) },
      ] as const,
      It: [
        TYPE,
        { TemplateName: { Ref: 'Saved' }, OptionSettings: settings([['autoscaling:launchconfiguration', 'InstanceType', 'm5.large']]) },
      ] as const,
    };
    expect(chargesOf(resources, 'It')[0]).toBe('Instance hours (m5.large): 730 of ec2/m5.large');
  });

  test('without an instance type in the template it is unpriced, because its source bundle may state one', () => {
    expect(() => charges([SINGLE])).toThrow('InstanceType is missing');
    expect(() => charges([['autoscaling:launchconfiguration', 'InstanceType', { Ref: 'Type' }]])).toThrow('known only at deployment');
  });

  test.each<readonly [string, readonly Setting[], Properties, string]>([
    [
      'the first of several types',
      [['ec2:instances', 'InstanceTypes', 'm5.large, m5.xlarge']],
      {},
      'Instance hours (m5.large): 730 of ec2/m5.large',
    ],
    [
      'Spot',
      [SMALL, ['ec2:instances', 'EnableSpot', 'true']],
      {},
      'Instance hours (t3.small, On-Demand price for Spot too): 730 of ec2/t3.small',
    ],
    [
      'Windows',
      [SMALL],
      { SolutionStackName: '64bit Windows Server 2022 v2.15.0 running IIS 10.0' },
      'License-included hours (t3.small, Windows Server): 730 of ec2-license/windows/t3.small',
    ],
    [
      'an unknown platform',
      [SMALL],
      { SolutionStackName: { Ref: 'Stack' } },
      'Instance hours (t3.small, Linux assumed): 730 of ec2/t3.small',
    ],
    [
      'a root volume',
      [SMALL, ['autoscaling:launchconfiguration', 'RootVolumeSize', '20'], ['autoscaling:launchconfiguration', 'RootVolumeType', 'gp3']],
      {},
      'Volume storage (gp3, root): 20 of ebs/gp3/storage',
    ],
    [
      'detailed monitoring',
      [SMALL, ['autoscaling:launchconfiguration', 'MonitoringInterval', '1 minute']],
      {},
      'Detailed monitoring metrics: 7 of cloudwatch/metric',
    ],
    [
      'streamed logs',
      [SMALL, ['elasticbeanstalk:cloudwatch:logs', 'StreamLogs', 'true']],
      {},
      'Log ingestion (instance logs): 0 of logs/ingest, assumed',
    ],
    [
      'a database',
      [SMALL, ['rds:dbinstance', 'DBInstanceClass', 'db.t3.micro'], ['rds:dbinstance', 'MultiAZDatabase', 'true']],
      {},
      'DB instance hours (db.t3.micro, Multi-AZ): 730 of rds/mysql/db.t3.micro/multi-az',
    ],
    ['a worker', [SMALL], { Tier: { Name: 'Worker', Type: 'SQS/HTTP' } }, 'Queue requests (Standard, worker): 0 of sqs/standard, assumed'],
  ])('has a line of %s', (_name, list, more, line) => {
    expect(charges([SINGLE, ...list], more)).toContain(line);
  });

  test('a listener whose port a function gives has no charge', () => {
    const Namespace = { 'Fn::Sub': [`aws:elbv2:listener:\${Port}`, { Port: { Ref: 'Port' } }] };
    const OptionSettings = [{ Namespace, OptionName: 'Protocol', Value: 'HTTPS' }, ...settings([SMALL, SINGLE])];
    expect(charges([], { OptionSettings })).toHaveLength(4);
    const other = { 'Fn::Sub': `aws:autoscaling:\${Part}` };
    expect(() => charges([], { OptionSettings: [{ Namespace: other, OptionName: 'MinSize', Value: '9' }] })).toThrow('Namespace');
  });

  test('a database that is not coupled is not created', () => {
    const database: readonly Setting[] = [
      ['rds:dbinstance', 'HasCoupledDatabase', 'false'],
      ['rds:dbinstance', 'DBInstanceClass', 'db.t3.micro'],
    ];
    expect(charges([SMALL, SINGLE, ...database])).toHaveLength(4);
  });
});
