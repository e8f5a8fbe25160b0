import { describe, expect, test } from 'vitest';
import { chargesOf, type Resources } from '../../support/charges';
import { invoice } from '../../support/invoices';

/** The invoice of one resource in us-east-1, calculated manually from the prices of the cited pages. */
const one = (type: string, properties: Record<string, unknown> = {}, use: Record<string, number> = {}) =>
  invoice({ It: [type, properties] }, { It: use });

describe('Neptune', () => {
  const graph = (cluster: Record<string, unknown>, instance: Record<string, unknown>): Resources => ({
    Graph: ['AWS::Neptune::DBCluster', cluster],
    Server: ['AWS::Neptune::DBInstance', { DBClusterIdentifier: { Ref: 'Graph' }, ...instance }],
  });

  // $0.10 per GB-month and $0.20 per million requests: https://aws.amazon.com/neptune/pricing/, US East (N. Virginia).
  test('storage and requests of a cluster', () => {
    expect(one('AWS::Neptune::DBCluster', {}, { storedGb: 100, ioRequests: 10_000_000, backupGb: 0 })).toEqual([
      'Database storage (Neptune): $10.00',
      'I/O requests (Neptune): $2.00',
      'Backup storage (Neptune): $0.00',
    ]);
  });

  // Amazon Neptune user guide, "Publishing Neptune logs to Amazon CloudWatch Logs": charged as other logs.
  test('exported logs of a cluster', () => {
    const exported = { EnableCloudwatchLogsExports: ['audit'] };
    expect(
      one('AWS::Neptune::DBCluster', exported, { storedGb: 0, ioRequests: 0, backupGb: 0, logIngestGb: 10, logStoredGb: 20 }).slice(3),
    ).toEqual(['Log ingestion (exported by the database): $5.00', 'Log storage (exported by the database): $0.60']);
  });

  // 730 h × $0.348 = $254.04, the fixture of aws_neptune_cluster_instance.toml in c3xdev/c3x.
  test.each([
    ['db.r5.large', '$254.04'],
    ['db.r5.xlarge', '$508.08'],
    ['db.r5.12xlarge', '$6096.96'],
  ])('hours of %s', (DBInstanceClass, cost) => {
    expect(invoice(graph({}, { DBInstanceClass }))).toContain(`DB instance hours (${DBInstanceClass}, Neptune): ${cost}`);
  });

  test('a class without a list price is unpriced, never as another class', () => {
    expect(invoice(graph({}, { DBInstanceClass: 'db.r8g.large' }))).toContain('DB instance hours (db.r8g.large, Neptune): unpriced');
  });

  test('capacity units of Serverless, between the limits of the cluster', () => {
    const limits = { ServerlessScalingConfiguration: { MinCapacity: 1, MaxCapacity: 8 } };
    expect(chargesOf(graph(limits, { DBInstanceClass: 'db.serverless' }), 'Server')).toEqual([
      'Neptune Capacity Unit hours (Serverless): 730 – 730 – 5840 of neptune/serverless',
    ]);
  });

  test('I/O-Optimized storage is unpriced for the cluster and its instances', () => {
    const optimized = graph({ StorageType: 'iopt1' }, { DBInstanceClass: 'db.r5.large' });
    expect(() => chargesOf(optimized, 'Graph')).toThrow('iopt1');
    expect(() => chargesOf(optimized, 'Server')).toThrow('iopt1');
    expect(() => chargesOf({ Server: ['AWS::Neptune::DBInstance', { DBInstanceClass: 'db.r5.large' }] }, 'Server')).toThrow();
  });
});

describe('AWS::EMR::Cluster', () => {
  const TYPE = 'AWS::EMR::Cluster';
  const node = (InstanceType: string, InstanceCount = 1) => ({ InstanceType, InstanceCount });
  const emr = (instances: Record<string, unknown>, properties: Record<string, unknown> = {}) => ({
    Instances: { MasterInstanceGroup: node('m5.xlarge'), ...instances },
    ...properties,
  });
  const lines = (properties: Record<string, unknown>) => chargesOf({ It: [TYPE, properties] }, 'It');

  // 3 m5.xlarge: EC2 3 × 730 × $0.192; EMR 3 × 730 × $0.048 = $105.12, the fixture of aws_emr_cluster.toml in c3xdev/c3x.
  test('EC2 and EMR for each instance', () => {
    expect(one(TYPE, emr({ CoreInstanceGroup: node('m5.xlarge', 2) }), { storedGb: 300 })).toEqual([
      'Instance hours (m5.xlarge, primary): $140.16',
      'EMR instance hours (m5.xlarge, primary): $35.04',
      'Instance hours (m5.xlarge, core): $280.32',
      'EMR instance hours (m5.xlarge, core): $70.08',
      'Volume storage (gp2, disks that EMR adds): $30.00',
    ]);
  });

  test('an instance type without an EMR price is unpriced', () => {
    expect(one(TYPE, emr({ CoreInstanceGroup: node('m7g.xlarge') }))).toContain('EMR instance hours (m7g.xlarge, core): unpriced');
  });

  test('volumes of a group, for each instance', () => {
    const EbsBlockDeviceConfigs = [{ VolumeSpecification: { SizeInGB: 100, VolumeType: 'gp3' }, VolumesPerInstance: 2 }];
    const core = { ...node('m5.xlarge', 3), EbsConfiguration: { EbsBlockDeviceConfigs } };
    expect(lines(emr({ CoreInstanceGroup: core }))).toContain('Volume storage (gp3, core 1): 600 of ebs/gp3/storage');
  });

  test('scaling: between the limits of the policy', () => {
    const core = { ...node('m5.xlarge', 2), AutoScalingPolicy: { Constraints: { MinCapacity: 1, MaxCapacity: 5 } } };
    const HOURS = 'EMR instance hours (m5.xlarge, core): 730 – 1460 – 3650 of emr/m5.xlarge';
    expect(lines(emr({ CoreInstanceGroup: core }))).toContain(HOURS);
    const limits = { UnitType: 'Instances', MinimumCapacityUnits: 1, MaximumCapacityUnits: 5 };
    const managed = { ManagedScalingPolicy: { ComputeLimits: limits } };
    expect(lines(emr({ CoreInstanceGroup: node('m5.xlarge', 2) }, managed))).toContain(HOURS);
    const byVcpu = { ManagedScalingPolicy: { ComputeLimits: { ...limits, UnitType: 'VCPU' } } };
    expect(() => lines(emr({ CoreInstanceGroup: node('m5.xlarge', 2) }, byVcpu))).toThrow('VCPU');
  });

  // AWS CloudFormation, JobFlowInstancesConfig: KeepJobFlowAliveWhenNoSteps is true by default.
  test('a cluster that ends by itself costs between nothing and the month', () => {
    const HOURS = 'EMR instance hours (m5.xlarge, primary, until it ends): 0 – 730 – 730 of emr/m5.xlarge';
    expect(lines(emr({ KeepJobFlowAliveWhenNoSteps: false }))).toContain(HOURS);
    expect(lines(emr({}, { AutoTerminationPolicy: { IdleTimeout: 3_600 } }))).toContain(HOURS);
    expect(lines(emr({ KeepJobFlowAliveWhenNoSteps: true }))).not.toContain(HOURS);
  });

  test('fleets, whose types are known only at deployment, are unpriced', () => {
    expect(() => lines(emr({ CoreInstanceFleet: {} }))).toThrow('CoreInstanceFleet');
  });
});

describe('AWS::EMR::InstanceGroupConfig', () => {
  test('instances, EMR and disks', () => {
    const group = { InstanceType: 'r5.xlarge', InstanceCount: 2, InstanceRole: 'TASK', Market: 'SPOT' };
    expect(one('AWS::EMR::InstanceGroupConfig', group, { storedGb: 0 })).toEqual([
      // 2 × 730 × $0.252, and 2 × 730 × $0.063
      'Instance hours (r5.xlarge, task, On-Demand price for Spot too): $367.92',
      'EMR instance hours (r5.xlarge, task): $91.98',
      'Volume storage (gp2, disks that EMR adds): $0.00',
    ]);
  });
});

describe('AWS::Synthetics::Canary', () => {
  const TYPE = 'AWS::Synthetics::Canary';
  const canary = (Expression: string, others: Record<string, unknown> = {}) => ({
    Schedule: { Expression },
    StartCanaryAfterCreation: true,
    ...others,
  });
  const runs = (properties: Record<string, unknown>) => chargesOf({ It: [TYPE, properties] }, 'It')[0];

  // $0.0012 per canary run in US East: https://aws.amazon.com/cloudwatch/pricing/, Canaries. 730 h × 12 = 8,760 runs.
  test('runs by the rate of the schedule, and what they use', () => {
    const use = { functionSeconds: 87_600, storedGb: 10, logIngestGb: 1, logStoredGb: 1 };
    expect(one(TYPE, canary('rate(5 minutes)', { RunConfig: { MemoryInMB: 1_024 } }), use)).toEqual([
      'Canary runs: $10.51',
      'Lambda duration (runs of the canary, 1024 MB, first 6,000,000,000 GB-seconds): $1.46',
      'S3 storage (results of runs, first 51,200 GB-month): $0.23',
      'Log ingestion (canary logs): $0.50',
      'Log storage (canary logs): $0.03',
    ]);
  });

  test.each([
    ['a minute', canary('rate(1 minute)'), 'Canary runs: 43800 of cloudwatch/canary-run'],
    ['an hour', canary('rate(1 hour)'), 'Canary runs: 730 of cloudwatch/canary-run'],
    ['once', canary('rate(0 hour)'), 'Canary runs: 0 of cloudwatch/canary-run, assumed'],
    ['a cron expression', canary('cron(0 10 * * ? *)'), 'Canary runs: 0 of cloudwatch/canary-run, assumed'],
    ['not started', canary('rate(1 hour)', { StartCanaryAfterCreation: false }), 'Canary runs: 0 of cloudwatch/canary-run, assumed'],
    [
      'for a limited time',
      { ...canary(''), Schedule: { Expression: 'rate(1 hour)', DurationInSeconds: 3_600 } },
      'Canary runs: 0 of cloudwatch/canary-run, assumed',
    ],
  ])('%s', (_, properties, line) => {
    expect(runs(properties)).toBe(line);
  });
});

describe('prices that complete a type', () => {
  // Rates of the feed of the pricing page: 1.6 GB $0.038, 28.4 GB $0.50 for each hour.
  test.each([
    ['1.6', '$27.74'],
    ['28.4', '$365.00'],
    ['237', '$2774.00'],
  ])('API cache of %s GB', (CacheClusterSize, cost) => {
    expect(one('AWS::ApiGateway::Stage', { CacheClusterEnabled: true, CacheClusterSize })).toContain(
      `API cache hours (${CacheClusterSize} GB): ${cost}`,
    );
  });
});
