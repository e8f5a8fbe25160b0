import { describe, expect, test } from 'vitest';
import { chargesOf, freeReasonOf } from '../../support/charges';
import { invoice } from '../../support/invoices';

/** The invoice of one resource in us-east-1, calculated manually from the price lists of AWS. */
const one = (type: string, properties: Record<string, unknown> = {}, use: Record<string, number> = {}) =>
  invoice({ It: [type, properties] }, { It: use });
const problemOf = (type: string, properties: Record<string, unknown>) => () => chargesOf({ It: [type, properties] }, 'It');

describe('builds and deployments', () => {
  test('AWS::CodeBuild::Project', () => {
    const use = { buildMinutes: 1_000, logIngestGb: 2, logStoredGb: 10 };
    const LINUX = { Type: 'LINUX_CONTAINER', ComputeType: 'BUILD_GENERAL1_SMALL' };
    const disabled = { CloudWatchLogs: { Status: 'DISABLED' } };
    const build = (Environment: Record<string, unknown>) =>
      one('AWS::CodeBuild::Project', { Environment, LogsConfig: disabled }, { buildMinutes: 1_000 });
    // Builds write to CloudWatch Logs unless that is disabled: $0.50 per GB, and $0.03 per GB-month.
    expect(one('AWS::CodeBuild::Project', { Environment: LINUX }, use)).toEqual([
      'Build minutes (linux, small): $5.00',
      'Log ingestion (build logs): $1.00',
      'Log storage (build logs): $0.30',
    ]);
    const LogsConfig = { CloudWatchLogs: { Status: 'ENABLED', GroupName: { Ref: 'Logs' } } };
    const It = ['AWS::CodeBuild::Project', { Environment: LINUX, LogsConfig }] as const;
    expect(chargesOf({ It, Logs: ['AWS::Logs::LogGroup'] }, 'It')).toHaveLength(1);
    expect(build(LINUX)).toEqual(['Build minutes (linux, small): $5.00']);
    expect(build({ ...LINUX, Type: 'linuxContainer' })).toEqual(['Build minutes (linux, small): $5.00']);
    expect(build({ ...LINUX, Type: 'ARM_CONTAINER' })).toEqual(['Build minutes (arm, small): $3.40']);
    expect(build({ ...LINUX, ComputeType: 'BUILD_GENERAL1_LARGE' })).toEqual(['Build minutes (linux, large): $20.00']);
    expect(build({ Type: 'WINDOWS_SERVER_2022_CONTAINER', ComputeType: 'BUILD_GENERAL1_LARGE' })).toEqual([
      'Build minutes (windows, large): $36.00',
    ]);
    expect(build({ Type: 'ARM_LAMBDA_CONTAINER', ComputeType: 'BUILD_LAMBDA_1GB' })).toEqual([
      'Build minutes (arm_lambda_container, build_lambda_1gb): unpriced',
    ]);
    expect(problemOf('AWS::CodeBuild::Project', { Environment: { Fleet: {} } })).toThrow('reserved capacity');
  });

  test('AWS::CodePipeline::Pipeline', () => {
    expect(chargesOf({ It: ['AWS::CodePipeline::Pipeline'] }, 'It')).toEqual([
      'Active pipelines: 0 – 1 – 1 of codepipeline/active-pipelines',
    ]);
    expect(one('AWS::CodePipeline::Pipeline', {})).toEqual(['Active pipelines: $1.00']);
    expect(one('AWS::CodePipeline::Pipeline', { PipelineType: 'V2' }, { pipelineMinutes: 1_500 })).toEqual([
      'Action execution minutes: $3.00',
    ]);
  });
});

describe('jobs and images', () => {
  const environment = (ComputeResources: Record<string, unknown>) => ({ Type: 'MANAGED', ComputeResources });

  // Fargate in us-east-1: $0.04048 per vCPU-hour and $0.004445 per GB-hour, infracost ecs_service_test.
  test('AWS::Batch::ComputeEnvironment on Fargate', () => {
    const use = { jobVcpuHours: 1_000, jobGbHours: 2_000 };
    expect(one('AWS::Batch::ComputeEnvironment', environment({ Type: 'FARGATE', MaxvCpus: 4 }), use)).toEqual([
      'Fargate vCPU-hours (amd64): $40.48',
      'Fargate GB-hours (amd64): $8.89',
    ]);
    expect(freeReasonOf({ It: ['AWS::Batch::ComputeEnvironment', { Type: 'UNMANAGED' }] }, 'It')).toBe('billed as its nodes');
  });

  // Per vCPU-hour of `optimal`, from c6i ($0.085 for c6i.large) to r6i ($0.126 for r6i.large), each with 2 vCPUs.
  test('AWS::Batch::ComputeEnvironment on instances that AWS Batch chooses', () => {
    const jobs = (InstanceTypes: readonly unknown[], more: object = {}) => ({
      It: ['AWS::Batch::ComputeEnvironment', environment({ Type: 'EC2', InstanceTypes, ...more })] as const,
    });
    expect(chargesOf(jobs(['optimal']), 'It', { It: { jobVcpuHours: 100, storedGb: 30 } })).toEqual([
      'Instance hours (c6i.large): 50 – 50 – 0 of ec2/c6i.large, assumed',
      'Instance hours (r6i.large): 0 – 0 – 50 of ec2/r6i.large, assumed',
      'Volume storage (gp2, disks of the instances): 30 of ebs/gp2/storage, assumed',
    ]);
    expect(chargesOf(jobs(['c5.4xlarge'], { Type: 'SPOT' }), 'It')).toEqual([
      'Instance hours (c5.4xlarge, On-Demand price for Spot too): 0 of ec2/c5.4xlarge, assumed',
      'Volume storage (gp2, disks of the instances): 0 of ebs/gp2/storage, assumed',
    ]);
    expect(() => chargesOf(jobs(['m5'], { MinvCpus: 4 }), 'It')).toThrow('MinvCpus');
    expect(() => chargesOf(jobs([]), 'It')).toThrow('InstanceTypes is missing');
    expect(invoice(jobs(['p9']), {})).toContain('Instance hours (p9): unpriced');
  });

  // https://aws.amazon.com/cloud9/pricing/: a t2.micro at $0.0116 an hour and 10 GB of gp2 at $0.10.
  test('AWS::Cloud9::EnvironmentEC2', () => {
    const editor = (more: object) => ({ InstanceType: 't2.micro', ImageId: 'amazonlinux-2023-x86_64', ...more });
    expect(one('AWS::Cloud9::EnvironmentEC2', editor({}))).toEqual([
      'Instance hours (t2.micro): $8.47',
      'Volume storage (gp2, /dev/xvda): $1.00',
      'Public IPv4 address hours: $3.65',
    ]);
    expect(chargesOf({ It: ['AWS::Cloud9::EnvironmentEC2', editor({ AutomaticStopTimeMinutes: 30 })] }, 'It')).toEqual([
      'Instance hours (t2.micro): 0 – 730 – 730 of ec2/t2.micro',
      'Volume storage (gp2, /dev/xvda): 10 of ebs/gp2/storage',
      'Public IPv4 address hours: 0 – 730 – 730 of ipv4/hours',
    ]);
  });

  // Amounts are given in US dollars: AWS CloudFormation itself has no charge for stack sets, https://aws.amazon.com/cloudformation/pricing/.
  test('AWS::CloudFormation::StackSet', () => {
    expect(one('AWS::CloudFormation::StackSet', {}, { createdResourcesUsd: 25.5 })).toEqual([
      'Created resources (stack instances): $25.50',
    ]);
    expect(chargesOf({ It: ['AWS::CloudFormation::StackSet'] }, 'It')).toEqual([
      'Created resources (stack instances): 0 of cloudformation/created-resources, assumed',
    ]);
  });

  // m5.large $0.096 and t3.large $0.0832 an hour, snapshots $0.05 per GB-month.
  test('AWS::ImageBuilder::Image and ImagePipeline', () => {
    const built = (InstanceTypes: readonly unknown[]) => ({
      Settings: ['AWS::ImageBuilder::InfrastructureConfiguration', { InstanceTypes }] as const,
      It: ['AWS::ImageBuilder::ImagePipeline', { InfrastructureConfigurationArn: { Ref: 'Settings' } }] as const,
    });
    const use = { It: { imageBuildHours: 10, backupGb: 20 } };
    expect(invoice(built(['m5.large']), use).slice(1)).toEqual(['Instance hours (m5.large): $0.96', 'Snapshot storage: $1.00']);
    expect(chargesOf(built(['m5.large', 't3.large']), 'It', use).slice(0, 2)).toEqual([
      'Instance hours (t3.large): 10 – 10 – 0 of ec2/t3.large, assumed',
      'Instance hours (m5.large): 0 – 0 – 10 of ec2/m5.large, assumed',
    ]);
    expect(() => chargesOf(built([]), 'It')).toThrow('InstanceTypes');
    expect(problemOf('AWS::ImageBuilder::Image', { InfrastructureConfigurationArn: 'arn' })).toThrow('infrastructure configuration');
  });
});

// AWS Security Services Best Practices, WAF Cost: $10 a month, $1 per million requests, or $10 at the targeted level.
test('AWS::WAFv2::WebACL with Bot Control', () => {
  const Name = 'AWSManagedRulesBotControlRuleSet';
  const acl = (more: object) => ({ Rules: [{ Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name, ...more } } }] });
  const bots = (more: object) => one('AWS::WAFv2::WebACL', acl(more), { requestsPerSecond: 0, botControlRequests: 3_000_000 }).slice(3);
  expect(bots({})).toEqual(['Bot Control subscriptions: $10.00', 'Bot Control requests (common): $3.00']);
  expect(bots({ ManagedRuleGroupConfigs: [{ [Name]: { InspectionLevel: 'TARGETED' } }] })).toEqual([
    'Bot Control subscriptions: $10.00',
    'Bot Control requests (targeted): $30.00',
  ]);
});

describe('data', () => {
  // db.m6gd.large with two readable standbys $0.522 an hour, yeo/ec2.shop data/rds@44337592b; io1 $0.125 per GB-month and $0.10 per IOPS-month
  // for each of three servers
  test('AWS::RDS::DBCluster with two readable standbys', () => {
    const properties = {
      Engine: 'mysql',
      DBClusterInstanceClass: 'db.m6gd.large',
      AllocatedStorage: 100,
      Iops: 1_000,
      BackupRetentionPeriod: 0,
      DBSubnetGroupName: 'private',
    };
    expect(one('AWS::RDS::DBCluster', properties)).toEqual([
      'DB cluster hours (db.m6gd.large, Multi-AZ, two readable standbys): $381.06',
      'Database storage (io1, Multi-AZ, two readable standbys): $37.50',
      'Provisioned IOPS (io1, Multi-AZ, two readable standbys): $300.00',
    ]);
  });

  test('AWS::OpenSearchService::Domain', () => {
    const properties = {
      ClusterConfig: {
        InstanceType: 'm6g.large.search',
        InstanceCount: 3,
        DedicatedMasterEnabled: true,
        DedicatedMasterType: 't3.small.search',
        DedicatedMasterCount: 3,
      },
      EBSOptions: { EBSEnabled: true, VolumeType: 'gp3', VolumeSize: 100, Iops: 3_000, Throughput: 225 },
    };
    expect(one('AWS::OpenSearchService::Domain', properties)).toEqual([
      // 3 × 730 h × $0.128, 3 × 730 h × $0.036
      'Search instance hours (m6g.large.search, data): $280.32',
      'Search instance hours (t3.small.search, dedicated master): $78.84',
      // 300 GB × $0.122, 3 × 100 MB/s × $0.064
      'Search EBS storage (gp3): $36.60',
      'Search provisioned throughput (gp3): $19.20',
    ]);
    const io1 = { EBSEnabled: true, VolumeType: 'io1', VolumeSize: 100, Iops: 1_000 };
    const ClusterConfig = { InstanceType: 'm6g.large.search' };
    expect(one('AWS::OpenSearchService::Domain', { ClusterConfig, EBSOptions: io1 }).slice(1)).toEqual([
      'Search EBS storage (io1): $16.90',
      'Search provisioned IOPS (io1): $88.00',
    ]);
    expect(one('AWS::OpenSearchService::Domain', { ClusterConfig })).toHaveLength(1);
    // Amazon OpenSearch Service developer guide: the extended support of these versions costs as much again as the instances.
    const supported = (EngineVersion: string) => one('AWS::OpenSearchService::Domain', { ClusterConfig, EngineVersion }).slice(1);
    for (const version of ['OpenSearch_1.2', 'OpenSearch_2.9', 'Elasticsearch_5.5', 'Elasticsearch_7.8']) {
      expect(supported(version)).toEqual(['Search Extended Support hours (m6g.large.search, data): $93.44']);
    }
    for (const version of ['OpenSearch_1.3', 'OpenSearch_2.11', 'OpenSearch_3.1', 'Elasticsearch_6.8', 'Elasticsearch_7.10']) {
      expect(supported(version)).toEqual([]);
    }
    const elastic = (more: object) =>
      one('AWS::Elasticsearch::Domain', { ElasticsearchClusterConfig: { InstanceType: 'm6g.large.elasticsearch' }, ...more });
    expect(elastic({})).toHaveLength(2);
    expect(elastic({ ElasticsearchVersion: '7.10' })).toHaveLength(1);
    // m4.large.search $0.151 an hour and gp2 $0.135 per GB-month in us-east-1: two data nodes with 10 GB each, three master nodes.
    // Without a type, a node is an m4.large: https://github.com/awsdocs/aws-cloudformation-user-guide/pull/468
    const defaults = { InstanceCount: 2, DedicatedMasterEnabled: true, DedicatedMasterCount: 3 };
    expect(one('AWS::OpenSearchService::Domain', { ClusterConfig: defaults, EBSOptions: { EBSEnabled: true, VolumeSize: 10 } })).toEqual([
      'Search instance hours (m4.large.search, data, default type): $220.46',
      'Search instance hours (m4.large.search, dedicated master, default type): $330.69',
      'Search EBS storage (gp2): $2.70',
    ]);
    expect(problemOf('AWS::OpenSearchService::Domain', { EBSOptions: { EBSEnabled: true } })).toThrow('VolumeSize is missing');
  });

  test('AWS::Elasticsearch::Domain has the prices of OpenSearch', () => {
    const ElasticsearchClusterConfig = { InstanceType: 'c4.2xlarge.elasticsearch' };
    // 730 h × $0.587
    expect(one('AWS::Elasticsearch::Domain', { ElasticsearchVersion: '7.10', ElasticsearchClusterConfig })).toEqual([
      'Search instance hours (c4.2xlarge.search, data): $428.51',
    ]);
  });

  test('AWS::Redshift::Cluster', () => {
    // 2 × 730 h × $3.26, 1,000 GB × $0.024, 100 GB × $0.023
    expect(one('AWS::Redshift::Cluster', { NodeType: 'ra3.4xlarge', NumberOfNodes: 2 }, { storedGb: 1_000, backupGb: 100 })).toEqual([
      'Redshift node hours (ra3.4xlarge): $4759.60',
      'Redshift managed storage: $24.00',
      'Redshift backup storage (first 51,200 GB-month): $2.30',
    ]);
    expect(one('AWS::Redshift::Cluster', { NodeType: 'dc2.large' }, { backupGb: 0 })).toEqual([
      'Redshift node hours (dc2.large): $182.50',
      'Redshift backup storage: $0.00',
    ]);
  });

  test('AWS::Glue', () => {
    expect(one('AWS::Glue::Job', {}, { dpuHours: 100 })).toEqual(['DPU-hours: $44.00']);
    expect(one('AWS::Glue::Crawler', {}, { dpuHours: 10 })).toEqual(['DPU-hours: $4.40']);
    expect(one('AWS::Glue::Job', { ExecutionClass: 'FLEX' }, { dpuHours: 10 })).toEqual(['DPU-hours (Flex): unpriced']);
    expect(one('AWS::Glue::Database', {}, { apiCalls: 3_000_000 })).toEqual(['Data Catalog requests: $3.00']);
  });

  test('AWS::Transfer::Server', () => {
    const use = { ingestedGb: 100, retrievedGb: 50 };
    // 730 h × $0.3 for each protocol
    const data = ['Transfer Family data (uploads): $4.00', 'Transfer Family data (downloads): $2.00'];
    expect(one('AWS::Transfer::Server', {}, use)).toEqual(['Protocol hours: $219.00', ...data]);
    expect(one('AWS::Transfer::Server', { Protocols: ['SFTP', 'FTPS'] }, use)).toEqual(['Protocol hours: $438.00', ...data]);
  });
});

describe('network', () => {
  test('AWS::Route53Resolver::ResolverEndpoint', () => {
    // 2 × 730 h × $0.125
    expect(one('AWS::Route53Resolver::ResolverEndpoint', { IpAddresses: [{}, {}] }, { dnsQueries: 10_000_000 })).toEqual([
      'Resolver network interface hours: $182.50',
      'DNS queries (first 1,000 million queries): $4.00',
    ]);
    expect(problemOf('AWS::Route53Resolver::ResolverEndpoint', {})).toThrow('IpAddresses is missing');
  });

  test('AWS::NetworkFirewall::Firewall', () => {
    // 2 × 730 h × $0.395, 100 GB × $0.065
    expect(one('AWS::NetworkFirewall::Firewall', { SubnetMappings: [{}, {}] }, { processedGb: 100 })).toEqual([
      'Firewall endpoint hours: $576.70',
      'Firewall traffic processed: $6.50',
    ]);
    expect(problemOf('AWS::NetworkFirewall::Firewall', {})).toThrow('SubnetMappings is missing');
  });

  test('AWS::CloudFront::Function', () => {
    expect(one('AWS::CloudFront::Function', {}, { invocations: 50_000_000 })).toEqual(['CloudFront Functions invocations: $5.00']);
  });
});

describe('governance', () => {
  test('AWS::Config', () => {
    expect(one('AWS::Config::ConfigurationRecorder', {}, { configurationItems: 10_000 })).toEqual(['Configuration items: $30.00']);
    expect(problemOf('AWS::Config::ConfigurationRecorder', { RecordingMode: { RecordingFrequency: 'DAILY' } })).toThrow('daily recording');
    expect(one('AWS::Config::ConfigRule', {}, { ruleEvaluations: 200_000 })).toEqual([
      'Config rule evaluations (first 100,000 evaluations): $100.00',
      'Config rule evaluations (next 400,000 evaluations): $80.00',
    ]);
    // https://cloudgauge.app/blog/governance-cost-trap.html: "Each rule evaluation inside a pack also costs $0.001."
    for (const type of ['ConformancePack', 'OrganizationConfigRule', 'OrganizationConformancePack'])
      expect(one(`AWS::Config::${type}`, {}, { ruleEvaluations: 10_000 })).toEqual([
        'Config rule evaluations (first 100,000 evaluations): $10.00',
      ]);
  });

  test('AWS::CloudTrail::Trail', () => {
    const use = { copiedManagementEvents: 500_000 };
    const copies = 'Additional copies of management events: $10.00';
    expect(one('AWS::CloudTrail::Trail', {}, use)).toEqual([copies]);
    const data = { EventSelectors: [{ DataResources: [{ Type: 'AWS::S3::Object' }] }] };
    expect(one('AWS::CloudTrail::Trail', data, { ...use, dataEvents: 10_000_000 })).toEqual([copies, 'Data events: $10.00']);
    const selector = (category: string) => ({
      AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: [category] }] }],
    });
    expect(one('AWS::CloudTrail::Trail', selector('Data'), { ...use, dataEvents: 10_000_000 })).toEqual([copies, 'Data events: $10.00']);
    expect(one('AWS::CloudTrail::Trail', selector('Management'), use)).toEqual([copies]);
    expect(problemOf('AWS::CloudTrail::Trail', selector('NetworkActivity'))).toThrow('network activity');
    expect(one('AWS::CloudTrail::Trail', { InsightSelectors: [{}] }, { ...use, analyzedEvents: 1_000_000 })).toEqual([
      copies,
      'Insights events analyzed: $3.50',
    ]);
  });

  test('AWS::DirectoryService', () => {
    expect(one('AWS::DirectoryService::MicrosoftAD', { Edition: 'Standard' })).toEqual([
      'Directory hours (Microsoft AD, Standard): $87.60',
    ]);
    expect(one('AWS::DirectoryService::MicrosoftAD')).toEqual(['Directory hours (Microsoft AD, Enterprise): $292.00']);
    expect(one('AWS::DirectoryService::SimpleAD', { Size: 'Large' })).toEqual(['Directory hours (Simple AD, Large): $219.00']);
  });

  test('AWS::EventSchemas::Discoverer', () => {
    expect(one('AWS::EventSchemas::Discoverer', {}, { events: 20_000_000 })).toEqual(['Schema discovery events: $2.00']);
  });
});

describe('services with few prices', () => {
  // us-east-1: $0.49 an hour for a small environment, $0.055 for another worker or scheduler; infracost mwaa_environment_test.
  test('AWS::MWAA::Environment', () => {
    const small = { EnvironmentClass: 'mw1.small', MinWorkers: 3, MaxWorkers: 3, Schedulers: 3 };
    expect(one('AWS::MWAA::Environment', small, { storedGb: 20 })).toEqual([
      'Airflow environment hours (small): $357.70',
      'Additional worker hours (small): $80.30',
      'Additional scheduler hours (small): $40.15',
      'Airflow database storage: $2.00',
    ]);
    // One worker is included, and ten may run: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-mwaa-environment.html.
    expect(chargesOf({ It: ['AWS::MWAA::Environment'] }, 'It').slice(0, 3)).toEqual([
      'Airflow environment hours (small): 730 of mwaa/environment/small',
      'Additional worker hours (small): 0 – 0 – 6570 of mwaa/worker/small',
      // Two by default, of which AWS does not say whether one or both are included.
      'Additional scheduler hours (small): 0 – 0 – 730 of mwaa/scheduler/small',
    ]);
    expect(one('AWS::MWAA::Environment', { EnvironmentClass: 'mw1.2xlarge' })).toContain('Airflow environment hours (2xlarge): unpriced');
  });

  // us-east-1: $0.75 for the cluster and $0.0015 for a partition an hour, $0.10 per GB-month and GB in, $0.05 per GB out.
  test('AWS::MSK::ServerlessCluster', () => {
    const use = { partitionHours: 10 * 730, storedGb: 50, ingestedGb: 100, retrievedGb: 200 };
    expect(one('AWS::MSK::ServerlessCluster', {}, use)).toEqual([
      'Cluster hours (MSK Serverless): $547.50',
      'Partition hours: $10.95',
      'Broker storage: $5.00',
      'Stream data in: $10.00',
      'Stream data out: $10.00',
    ]);
  });

  // The example of c3xdev/c3x aws_amplify_app.toml, 500 minutes, 5 GB stored and 15 GB served: $7.37.
  test('AWS::Amplify::App', () => {
    expect(one('AWS::Amplify::App', {}, { buildMinutes: 500, storedGb: 5, cdnOutGb: 15 })).toEqual([
      'Build minutes: $5.00',
      'Hosted files: $0.12',
      'Hosted data served: $2.25',
    ]);
  });

  // $5 per TB of 1,024 GB: https://aws.amazon.com/athena/pricing/.
  test('AWS::Athena::WorkGroup', () => {
    expect(one('AWS::Athena::WorkGroup', {}, { scannedGb: 512 })).toEqual(['Data scanned by queries: $2.50']);
  });

  // $0.052624 per vCPU-hour, $0.0057785 per GB-hour, $0.000111 per GB-hour of storage: https://aws.amazon.com/emr/pricing/.
  test('AWS::EMRServerless::Application', () => {
    const use = { jobVcpuHours: 1_000, jobGbHours: 4_000, jobDiskGbHours: 10_000 };
    expect(one('AWS::EMRServerless::Application', { Architecture: 'X86_64' }, use)).toEqual([
      'Worker vCPU-hours (x86): $52.62',
      'Worker GB-hours (x86): $23.11',
      'Worker storage (above 20 GB of a worker): $1.11',
    ]);
    expect(one('AWS::EMRServerless::Application', { Architecture: 'ARM64' })).toContain('Worker vCPU-hours (arm64): unpriced');
  });

  // $0.24 an hour: two units with standby replicas, one without, and none for a collection that shares the units of another.
  // Source: Amazon OpenSearch Service developer guide, "Managing capacity limits for Amazon OpenSearch Serverless".
  test('AWS::OpenSearchServerless::Collection', () => {
    const collection = (properties: Record<string, unknown>) => ['AWS::OpenSearchServerless::Collection', properties] as const;
    const hours = (resources: Record<string, ReturnType<typeof collection>>) =>
      invoice(resources, {}).filter((line) => line.startsWith('OpenSearch Compute Unit hours'));
    expect(hours({ It: collection({}) })).toEqual(['OpenSearch Compute Unit hours: $350.40']);
    const single = collection({ Type: 'SEARCH', StandbyReplicas: 'DISABLED' });
    expect(hours({ It: single })).toEqual(['OpenSearch Compute Unit hours: $175.20']);
    const vectors = collection({ Type: 'VECTORSEARCH', StandbyReplicas: 'DISABLED' });
    expect(hours({ One: single, Two: single, Three: vectors })).toEqual([
      'OpenSearch Compute Unit hours: $175.20',
      'OpenSearch Compute Unit hours: $0.00',
      'OpenSearch Compute Unit hours: $175.20',
    ]);
    expect(one('AWS::OpenSearchServerless::Collection', {}, { searchUnitHours: 2_000, storedGb: 100 })[0]).toBe(
      'OpenSearch Compute Unit hours: $480.00',
    );
    expect(problemOf('AWS::OpenSearchServerless::Collection', { CollectionGroupName: 'one' })).toThrow('CollectionGroupName');
    expect(problemOf('AWS::OpenSearchServerless::Collection', { StandbyReplicas: 'SOME' })).toThrow('StandbyReplicas');
  });

  // The accelerator of infracost global_accelerator_test: 730 × $0.025 = $18.25. Two static IPv4 addresses cost $0.005 an hour each, and
  // a premium of $0.015 per GB applies within North America and Europe: https://aws.amazon.com/global-accelerator/pricing/.
  test('AWS::GlobalAccelerator::Accelerator', () => {
    const TYPE = 'AWS::GlobalAccelerator::Accelerator';
    expect(one(TYPE, { Enabled: false }, { acceleratedGb: 5_000 })).toEqual([
      'Accelerator hours: $18.25',
      'Public IPv4 address hours (static addresses): $7.30',
      'Data Transfer-Premium: $75.00',
    ]);
    // Addresses of the customer have no charge: https://aws.amazon.com/vpc/pricing/, public IPv4 addresses.
    const addresses = (IpAddresses: readonly string[]) => one(TYPE, { IpAddresses })[1];
    expect(addresses(['198.51.100.1'])).toBe('Public IPv4 address hours (static addresses): $3.65');
    expect(addresses(['198.51.100.1', '203.0.113.1'])).toBe('Public IPv4 address hours (static addresses): $0.00');
    expect(problemOf(TYPE, { IpAddresses: { Ref: 'Addresses' } })).toThrow('IpAddresses');
  });

  // Licenses of $9 and $5, at least one of an editor: https://aws.amazon.com/grafana/pricing/ and infracost grafana_workspace_test.
  test('AWS::Grafana::Workspace', () => {
    expect(one('AWS::Grafana::Workspace')).toEqual(['Editor licenses: $9.00', 'Viewer licenses: $0.00']);
    expect(one('AWS::Grafana::Workspace', {}, { activeEditors: 2, activeViewers: 3 })).toEqual([
      'Editor licenses: $18.00',
      'Viewer licenses: $15.00',
    ]);
  });

  // The file systems of infracost fsx_openzfs_file_system_test and fsx_windows_file_system_test.
  describe('AWS::FSx::FileSystem', () => {
    const TYPE = 'AWS::FSx::FileSystem';
    const zfs = (configuration: Record<string, unknown> = {}, properties: Record<string, unknown> = {}) => ({
      FileSystemType: 'OPENZFS',
      StorageCapacity: 300,
      OpenZFSConfiguration: { DeploymentType: 'SINGLE_AZ_1', ThroughputCapacity: 1_024, ...configuration },
      ...properties,
    });
    const windows = (StorageType: string, DeploymentType?: string) => ({
      FileSystemType: 'WINDOWS',
      StorageCapacity: 300,
      StorageType,
      WindowsConfiguration: { ThroughputCapacity: 1_024, ...(DeploymentType !== undefined && { DeploymentType }) },
    });

    // $0.09 per GB-month, $0.26 per MB/s-month, $0.006 for each of the 100 IOPS above 3 per GB, $0.05 per GB-month of backups.
    test('of OpenZFS', () => {
      const DiskIopsConfiguration = { Mode: 'USER_PROVISIONED', Iops: 1_000 };
      expect(one(TYPE, zfs({ DiskIopsConfiguration }), { backupGb: 100 })).toEqual([
        'FSx storage (OPENZFS, SINGLE_AZ_1, SSD): $27.00',
        'FSx throughput capacity (OPENZFS, SINGLE_AZ_1): $266.24',
        'FSx provisioned IOPS (OPENZFS, SINGLE_AZ_1): $0.60',
        'Backup storage (FSx): $5.00',
      ]);
      for (const included of [{ Mode: 'AUTOMATIC' }, { Mode: 'USER_PROVISIONED', Iops: 900 }])
        expect(one(TYPE, zfs({ DiskIopsConfiguration: included }))).toHaveLength(3);
    });

    // $0.23 per GB-month of SSD, $0.025 of HDD, $4.50 per MB/s-month.
    test('of Windows in two zones', () => {
      expect(one(TYPE, windows('SSD', 'MULTI_AZ_1'), { backupGb: 10_000 })).toEqual([
        'FSx storage (WINDOWS, MULTI_AZ_1, SSD): $69.00',
        'FSx throughput capacity (WINDOWS, MULTI_AZ_1): $4608.00',
        'Backup storage (FSx): $500.00',
      ]);
      expect(one(TYPE, windows('HDD', 'MULTI_AZ_1'))[0]).toBe('FSx storage (WINDOWS, MULTI_AZ_1, HDD): $7.50');
    });

    // $0.13 per GB-month, $2.20 per MB/s-month, $0.012 for each of the 100 IOPS above 3 per GB; OpenZFS in two zones $0.18 and $0.87.
    test('of other deployments', () => {
      const disks = { DiskIopsConfiguration: { Mode: 'USER_PROVISIONED', Iops: 1_000 } };
      const single = windows('SSD');
      expect(one(TYPE, { ...single, WindowsConfiguration: { ...single.WindowsConfiguration, ...disks } }).slice(0, 3)).toEqual([
        'FSx storage (WINDOWS, SINGLE_AZ_1, SSD): $39.00',
        'FSx throughput capacity (WINDOWS, SINGLE_AZ_1): $2252.80',
        'FSx provisioned IOPS (WINDOWS, SINGLE_AZ_1): $1.20',
      ]);
      expect(one(TYPE, zfs({ DeploymentType: 'MULTI_AZ_1' })).slice(0, 2)).toEqual([
        'FSx storage (OPENZFS, MULTI_AZ_1, SSD): $54.00',
        'FSx throughput capacity (OPENZFS, MULTI_AZ_1): $890.88',
      ]);
    });

    // https://aws.amazon.com/fsx/lustre/pricing/: storage by the throughput of each TiB; c3xdev/c3x: 1,200 GB at 125 MB/s cost $174.
    test('of Lustre', () => {
      const lustre = (configuration: Record<string, unknown>, properties: Record<string, unknown> = {}) =>
        one(TYPE, { FileSystemType: 'LUSTRE', StorageCapacity: 1_200, LustreConfiguration: configuration, ...properties });
      const persistent = { DeploymentType: 'PERSISTENT_2', PerUnitStorageThroughput: 125 };
      expect(lustre(persistent)).toEqual([
        'FSx storage (LUSTRE, PERSISTENT_2, SSD, 125 MB/s per TiB): $174.00',
        'Backup storage (FSx): $0.00',
      ]);
      expect(lustre({})[0]).toBe('FSx storage (LUSTRE, SCRATCH_1, SSD): $168.00');
      const disks = { DeploymentType: 'PERSISTENT_1', PerUnitStorageThroughput: 12 };
      expect(lustre(disks, { StorageType: 'HDD', StorageCapacity: 6_000 })[0]).toBe(
        'FSx storage (LUSTRE, PERSISTENT_1, HDD, 12 MB/s per TiB): $150.00',
      );
      expect(lustre({ ...persistent, PerUnitStorageThroughput: 300 })[0]).toContain('unpriced');
    });

    // $0.055 for each metadata IOPS above those of the capacity: LustreGuide, "File system metadata performance".
    test.each([
      [1_200, 12_000, '$577.50'],
      [2_400, 12_000, '$495.00'],
      [4_800, 12_000, '$330.00'],
      [9_600, 12_000, '$330.00'],
      [12_000, 24_000, '$660.00'],
      [45_600, 24_000, '$660.00'],
      [48_000, 36_000, '$660.00'],
    ])('of Lustre with %d GiB and %d metadata IOPS', (StorageCapacity, Iops, cost) => {
      const MetadataConfiguration = { Mode: 'USER_PROVISIONED', Iops };
      const LustreConfiguration = { DeploymentType: 'PERSISTENT_2', PerUnitStorageThroughput: 125, MetadataConfiguration };
      expect(one(TYPE, { FileSystemType: 'LUSTRE', StorageCapacity, LustreConfiguration })[1]).toBe(
        `FSx provisioned IOPS (LUSTRE, metadata): ${cost}`,
      );
    });

    test('of Lustre is unpriced with properties that have no list price', () => {
      const of = (LustreConfiguration: Record<string, unknown>, StorageType?: string) =>
        problemOf(TYPE, { FileSystemType: 'LUSTRE', StorageCapacity: 1_200, LustreConfiguration, StorageType });
      expect(of({}, 'INTELLIGENT_TIERING')).toThrow('INTELLIGENT_TIERING');
      expect(of({ DeploymentType: 'PERSISTENT_1', DriveCacheType: 'READ' }, 'HDD')).toThrow('SSD cache');
      expect(of({ DeploymentType: 'PERSISTENT_1' })).toThrow('PerUnitStorageThroughput');
      expect(of({ DeploymentType: 'PERSISTENT_3' })).toThrow('PERSISTENT_3');
    });

    test('is unpriced where no price is listed', () => {
      expect(one(TYPE, zfs({}, { StorageType: 'INTELLIGENT_TIERING' }))[0]).toContain('unpriced');
      expect(problemOf(TYPE, { FileSystemType: 'ONTAP', StorageCapacity: 1_024 })).toThrow('ONTAP');
      expect(problemOf(TYPE, zfs({ DiskIopsConfiguration: { Mode: 'SOME' } }))).toThrow('SOME');
      expect(problemOf(TYPE, zfs({ ThroughputCapacity: undefined }))).toThrow('ThroughputCapacity');
      expect(problemOf(TYPE, zfs({}, { StorageCapacity: undefined }))).toThrow('StorageCapacity');
    });
  });
});
