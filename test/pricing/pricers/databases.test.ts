import { describe, expect, test } from 'vitest';
import { UnreadableProperty } from '../../../lib/pricing/property-problem';
import { chargesOf, type Resources } from '../../support/charges';

const BACKUP = 'Backup storage (above the free allocation): 0 of rds/backup, assumed';

describe('AWS::RDS::DBInstance', () => {
  const MINIMAL = { Engine: 'mysql', DBInstanceClass: 'db.m6g.large', AllocatedStorage: '100', DBSubnetGroupName: 'private' };
  const STANDBYS = { Engine: 'mysql', DBClusterInstanceClass: 'db.m6gd.large', AllocatedStorage: 100, StorageType: 'gp3' };
  const database = (properties: Record<string, unknown>, others: Resources = {}, use = {}) =>
    chargesOf({ Db: ['AWS::RDS::DBInstance', { ...MINIMAL, ...properties }], ...others }, 'Db', use);

  test('at its least', () => {
    expect(database({})).toEqual([
      'DB instance hours (db.m6g.large, Single-AZ): 730 of rds/mysql/db.m6g.large/single-az',
      'Database storage (gp3, Single-AZ): 100 of rds/storage/gp3/single-az',
      BACKUP,
    ]);
  });

  // Amazon RDS user guide, "Managing capacity automatically with Amazon RDS storage autoscaling".
  test('storage may grow to its maximum, which is in high', () => {
    const GROWS = 'Database storage (gp3, Single-AZ, grows to 1,000 GB): 100 – 100 – 1000 of rds/storage/gp3/single-az';
    expect(database({ MaxAllocatedStorage: 1_000 })).toContain(GROWS);
    expect(database({ MaxAllocatedStorage: '100' })).toContain('Database storage (gp3, Single-AZ): 100 of rds/storage/gp3/single-az');
    // Declared usage is that of the stated size, without growth.
    expect(database({ MaxAllocatedStorage: 1_000 }, {}, { Db: { backupGb: 5 } })).toContain(
      'Database storage (gp3, Single-AZ): 100 of rds/storage/gp3/single-az',
    );
    expect(() => database({ MaxAllocatedStorage: { Ref: 'Limit' } })).toThrow('MaxAllocatedStorage decides the price');
  });

  test('Multi-AZ prices: hours, storage and IOPS are those of Multi-AZ', () => {
    expect(database({ MultiAZ: 'true', Engine: 'postgres', AllocatedStorage: 400, StorageType: 'gp3', Iops: 15_000 })).toEqual([
      'DB instance hours (db.m6g.large, Multi-AZ): 730 of rds/postgres/db.m6g.large/multi-az',
      'Database storage (gp3, Multi-AZ): 400 of rds/storage/gp3/multi-az',
      'Provisioned IOPS (gp3, Multi-AZ, over 12,000): 3000 of rds/iops/gp3/multi-az',
      BACKUP,
    ]);
  });

  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html and API_CreateDBCluster.html, PubliclyAccessible:
  // without a DB subnet group, an instance of another engine than Aurora is public if the default VPC has an internet gateway.
  const ONE_ADDRESS = 'Public IPv4 address hours: 730 of ipv4/hours';
  const THREE_ADDRESSES = 'Public IPv4 address hours: 2190 of ipv4/hours';
  const perhaps = (hours: number) => `Public IPv4 address hours (if the VPC is public): 0 – 0 – ${hours} of ipv4/hours`;
  test.each<readonly [string, string, Record<string, unknown>, string | undefined]>([
    ['in the default VPC', 'AWS::RDS::DBInstance', { ...MINIMAL, DBSubnetGroupName: undefined }, perhaps(730)],
    ['in the subnets of the default VPC', 'AWS::RDS::DBInstance', { ...MINIMAL, DBSubnetGroupName: 'default' }, perhaps(730)],
    [
      'in the default VPC, but not public',
      'AWS::RDS::DBInstance',
      { ...MINIMAL, DBSubnetGroupName: 'default', PubliclyAccessible: false },
      undefined,
    ],
    ['in other subnets', 'AWS::RDS::DBInstance', MINIMAL, undefined],
    ['in other subnets of the template', 'AWS::RDS::DBInstance', { ...MINIMAL, DBSubnetGroupName: { Ref: 'Group' } }, undefined],
    ['in other subnets, but public', 'AWS::RDS::DBInstance', { ...MINIMAL, PubliclyAccessible: 'true' }, ONE_ADDRESS],
    ['a replica, in the VPC of its source', 'AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: { Ref: 'Source' } }, undefined],
    ['of Aurora', 'AWS::RDS::DBInstance', { Engine: 'aurora-mysql', DBInstanceClass: 'db.r6g.large' }, undefined],
    ['a cluster with two standbys', 'AWS::RDS::DBCluster', STANDBYS, perhaps(2_190)],
    ['a cluster in other subnets', 'AWS::RDS::DBCluster', { ...STANDBYS, DBSubnetGroupName: 'private' }, undefined],
    [
      'a public cluster in other subnets',
      'AWS::RDS::DBCluster',
      { ...STANDBYS, DBSubnetGroupName: 'private', PubliclyAccessible: true },
      THREE_ADDRESSES,
    ],
  ])('%s: public addresses', (_, type, properties, address) => {
    const Source: Resources[string] = ['AWS::RDS::DBInstance', MINIMAL];
    const charges = chargesOf({ Db: [type, properties], Source }, 'Db').filter((charge) => charge.startsWith('Public IPv4'));
    expect(charges).toEqual(address === undefined ? [] : [address]);
  });

  test('a password that RDS manages is a secret, which no template holds', () => {
    const secret = 'Secrets (master user): 1 of secrets/secret';
    expect(database({ ManageMasterUserPassword: true })).toContain(secret);
    expect(database({ ManageMasterUserPassword: false })).not.toContain(secret);
    for (const [type, properties] of [
      ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }],
      ['AWS::RDS::DBCluster', { Engine: 'mysql', DBClusterInstanceClass: 'db.m6gd.large', AllocatedStorage: 100, StorageType: 'gp3' }],
      ['AWS::DocDB::DBCluster', {}],
    ] as const) {
      const cluster: Resources = { Cluster: [type, { ...properties, ManageMasterUserPassword: 'true' }] };
      expect(chargesOf(cluster, 'Cluster')).toContain(secret);
    }
  });

  test('with everything', () => {
    const properties = {
      Engine: 'mariadb',
      DBInstanceClass: 'db.t4g.large',
      StorageType: 'io1',
      Iops: '5000',
      PubliclyAccessible: true,
      EnableCloudwatchLogsExports: ['error'],
      EnablePerformanceInsights: true,
      PerformanceInsightsRetentionPeriod: 7,
      BackupRetentionPeriod: 0,
    };
    expect(database(properties, {}, { Db: { surplusCreditVcpuHours: 10, logIngestGb: 3, logStoredGb: 2 } })).toEqual([
      'DB instance hours (db.t4g.large, Single-AZ): 730 of rds/mariadb/db.t4g.large/single-az',
      'Surplus CPU credits (db.t4g.large): 10 of rds/cpu-credits, assumed',
      'Database storage (io1, Single-AZ): 100 of rds/storage/io1/single-az',
      'Provisioned IOPS (io1, Single-AZ): 5000 of rds/iops/io1/single-az',
      'Log ingestion (exported by the database): 3 of logs/ingest, assumed',
      'Log storage (exported by the database): 2 of logs/storage, assumed',
      'Public IPv4 address hours: 730 of ipv4/hours',
    ]);
  });

  test.each([
    [{ AllocatedStorage: 399, Iops: 3_000 }, []],
    [{ AllocatedStorage: 399, Iops: 4_000 }, ['Provisioned IOPS (gp3, Single-AZ, over 3,000): 1000 of rds/iops/gp3/single-az']],
    [{ AllocatedStorage: 400, Iops: 12_000 }, []],
    [{ AllocatedStorage: 400, Iops: 12_500 }, ['Provisioned IOPS (gp3, Single-AZ, over 12,000): 500 of rds/iops/gp3/single-az']],
    [
      { AllocatedStorage: 399, StorageThroughput: 200 },
      ['Provisioned throughput (gp3, Single-AZ, over 125): 75 of rds/throughput/gp3/single-az'],
    ],
    [{ AllocatedStorage: 400, StorageThroughput: 500 }, []],
  ])('gp3 IOPS and throughput above the baseline, which depends on the size: %j', (properties, speed) => {
    expect(database({ StorageType: 'gp3', ...properties }).slice(2, -1)).toEqual(speed);
  });

  test('storage is io1 when it has IOPS and no type', () => {
    expect(database({ Iops: 1_000 }).slice(1, 3)).toEqual([
      'Database storage (io1, Single-AZ): 100 of rds/storage/io1/single-az',
      'Provisioned IOPS (io1, Single-AZ): 1000 of rds/iops/io1/single-az',
    ]);
  });

  test.each([
    ['db.t3.medium', true],
    ['db.t4g.small', true],
    ['db.t2.small', false],
    ['db.r6g.large', false],
  ])('T-family unlimited credits: %s: %s', (DBInstanceClass, isUnlimited) => {
    expect(database({ DBInstanceClass }).some((charge) => charge.startsWith('Surplus CPU credits'))).toBe(isUnlimited);
  });

  test.each([
    ['mysql', '8.0.35', {}, 'Extended Support vCPU-hours (mysql 8.0.35): 1460 of rds/extended-support/year-1'],
    ['mysql', '5.7', { MultiAZ: true }, 'Extended Support vCPU-hours (mysql 5.7): 2920 of rds/extended-support/year-3'],
    ['postgres', '11.22', {}, 'Extended Support vCPU-hours (postgres 11.22): 1460 of rds/extended-support/year-3'],
    ['mysql', '8.4.8', {}, undefined],
    ['postgres', '14.2', {}, undefined],
    ['mariadb', '10.6', {}, undefined],
    ['mysql', '8.0.35', { EngineLifecycleSupport: 'open-source-rds-extended-support-disabled' }, undefined],
  ])('extended support of %s %s with %j', (Engine, EngineVersion, more, charge) => {
    expect(database({ Engine, EngineVersion, ...more }).find((text) => text.startsWith('Extended'))).toBe(charge);
  });

  describe('read replicas inherit engine and storage', () => {
    const PRIMARY = {
      Engine: 'postgres',
      DBInstanceClass: 'db.r6g.xlarge',
      AllocatedStorage: 500,
      StorageType: 'gp3',
      Iops: 13_000,
      MultiAZ: true,
    };
    const replica = (properties: Record<string, unknown>, others: Resources = {}) =>
      chargesOf({ Primary: ['AWS::RDS::DBInstance', PRIMARY], Replica: ['AWS::RDS::DBInstance', properties], ...others }, 'Replica');

    test('by reference; but not Multi-AZ and backups', () => {
      expect(replica({ SourceDBInstanceIdentifier: { Ref: 'Primary' } })).toEqual([
        'DB instance hours (db.r6g.xlarge, Single-AZ): 730 of rds/postgres/db.r6g.xlarge/single-az',
        'Database storage (gp3, Single-AZ): 500 of rds/storage/gp3/single-az',
        'Provisioned IOPS (gp3, Single-AZ, over 12,000): 1000 of rds/iops/gp3/single-az',
      ]);
    });

    test('by the ARN that the CDK joins around the reference', () => {
      const arn = {
        'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':rds:us-east-1:', { Ref: 'AWS::AccountId' }, ':db:', { Ref: 'Primary' }]],
      };
      expect(replica({ SourceDBInstanceIdentifier: arn, DBInstanceClass: 'db.r6g.large' })[0]).toBe(
        'DB instance hours (db.r6g.large, Single-AZ): 730 of rds/postgres/db.r6g.large/single-az',
      );
    });

    test('by name, and through another replica', () => {
      const named: Resources = {
        Primary: ['AWS::RDS::DBInstance', { ...PRIMARY, DBInstanceIdentifier: 'orders' }],
        Middle: ['AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: 'orders', AllocatedStorage: 600 }],
      };
      expect(replica({ SourceDBInstanceIdentifier: { Ref: 'Middle' } }, named)[1]).toBe(
        'Database storage (gp3, Single-AZ): 600 of rds/storage/gp3/single-az',
      );
    });

    test('its own properties come first; another storage type does not inherit IOPS and throughput', () => {
      expect(replica({ SourceDBInstanceIdentifier: { Ref: 'Primary' }, StorageType: 'gp2', MultiAZ: true })).toEqual([
        'DB instance hours (db.r6g.xlarge, Multi-AZ): 730 of rds/postgres/db.r6g.xlarge/multi-az',
        'Database storage (gp2, Multi-AZ): 500 of rds/storage/gp2/multi-az',
      ]);
    });

    test('a source outside of the template cannot be followed', () => {
      expect(() => replica({ SourceDBInstanceIdentifier: 'elsewhere', DBInstanceClass: 'db.r6g.large' })).toThrow(UnreadableProperty);
    });

    test('sources that lead back to their replica end', () => {
      const loop: Resources = {
        Other: ['AWS::RDS::DBInstance', { DBInstanceIdentifier: 'b', SourceDBInstanceIdentifier: 'a' }],
      };
      expect(() => replica({ DBInstanceIdentifier: 'a', SourceDBInstanceIdentifier: 'b' }, loop)).toThrow('leads back to');
    });
  });

  test.each([
    [{ AllocatedStorage: undefined }, 'AllocatedStorage is missing'],
    [{ AllocatedStorage: { Ref: 'Size' } }, 'AllocatedStorage decides the price and is known only at deployment'],
    [{ MultiAZ: 'perhaps' }, 'MultiAZ decides the price and is not true or false'],
    [{ StorageType: 'io1' }, 'Iops is missing'],
  ])('%j cannot be priced', (properties, message) => {
    expect(() => database(properties)).toThrow(message);
  });

  test('long retention of Performance Insights is charged for', () => {
    const insights = { EnablePerformanceInsights: true, PerformanceInsightsRetentionPeriod: 731 };
    expect(database(insights)).toContain('Database Insights (731 days of retention): 1 of rds/performance-insights');
  });
});

describe('Aurora', () => {
  const cluster = (properties: Record<string, unknown> = {}): Resources => ({
    Cluster: ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql', ...properties }],
    Writer: ['AWS::RDS::DBInstance', { Engine: 'aurora-mysql', DBClusterIdentifier: { Ref: 'Cluster' }, DBInstanceClass: 'db.r6g.large' }],
    Reader: ['AWS::RDS::DBInstance', { DBClusterIdentifier: { Ref: 'Cluster' }, DBInstanceClass: 'db.t4g.medium' }],
    Flexible: ['AWS::RDS::DBInstance', { DBClusterIdentifier: { Ref: 'Cluster' }, DBInstanceClass: 'db.serverless' }],
  });

  test('a cluster is billed by use, its instances by the hour', () => {
    expect(chargesOf(cluster(), 'Cluster', { Cluster: { storedGb: 200, ioRequests: 3_000_000, backupGb: 50 } })).toEqual([
      'Database storage (Aurora): 200 of aurora/storage, assumed',
      'I/O requests (Aurora): 3 of aurora/io, assumed',
      'Backup storage (Aurora): 50 of aurora/backup, assumed',
    ]);
    expect(chargesOf(cluster(), 'Writer')).toEqual(['DB instance hours (db.r6g.large, Aurora): 730 of aurora/db.r6g.large']);
    expect(chargesOf(cluster(), 'Reader')).toEqual([
      'DB instance hours (db.t4g.medium, Aurora): 730 of aurora/db.t4g.medium',
      'Surplus CPU credits (db.t4g.medium): 0 of aurora/cpu-credits, assumed',
    ]);
  });

  test('serverless capacity goes from the least to the most', () => {
    const scaling = { ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 8 } };
    expect(chargesOf(cluster(scaling), 'Flexible', { Flexible: { expectedCount: 2 } })).toEqual([
      'Aurora Capacity Unit hours (Serverless v2): 365 – 1460 – 5840 of aurora/serverless-v2',
    ]);
    expect(() => chargesOf(cluster(), 'Flexible')).toThrow('MinCapacity is missing');
  });

  test('with reads and writes included other prices hold', () => {
    const included = cluster({ StorageType: 'aurora-iopt1' });
    expect(chargesOf(included, 'Writer')).toEqual(['DB instance hours (db.r6g.large, Aurora): 730 of aurora/io-optimized/db.r6g.large']);
    expect(chargesOf(included, 'Cluster')[0]).toBe('Database storage (Aurora): 0 of aurora/io-optimized/storage, assumed');
    expect(chargesOf(included, 'Cluster')).toHaveLength(2);
  });

  test('the storage of a cluster outside of the template decides the price of an instance', () => {
    const properties = { Engine: 'aurora-mysql', DBClusterIdentifier: 'elsewhere', DBInstanceClass: 'db.r6g.large' };
    expect(chargesOf({ Reader: ['AWS::RDS::DBInstance', properties] }, 'Reader')).toEqual([
      'DB instance hours (db.r6g.large, Aurora Standard): 730 – 730 – 0 of aurora/db.r6g.large',
      'DB instance hours (db.r6g.large, Aurora I/O-Optimized): 0 – 0 – 730 of aurora/io-optimized/db.r6g.large',
    ]);
  });

  test('a Multi-AZ cluster of another engine has servers of its own', () => {
    const properties = {
      Engine: 'mysql',
      EngineVersion: '8.0.39',
      DBClusterInstanceClass: 'db.m6g.large',
      AllocatedStorage: 100,
      Iops: 1_000,
      EnableCloudwatchLogsExports: ['error'],
      DBSubnetGroupName: 'private',
    };
    const [hours, ...others] = chargesOf(cluster(properties), 'Cluster');
    expect(hours).toBe('DB cluster hours (db.m6g.large, Multi-AZ, two readable standbys): 730 of rds/mysql/db.m6g.large/multi-az-cluster');
    // Three servers with 2 vCPU each: MySQL 8.0 is in extended support since 2026-08-01.
    expect(others).toEqual([
      'Extended Support vCPU-hours (mysql 8.0.39): 4380 of rds/extended-support/year-1',
      'Database storage (io1, Multi-AZ, two readable standbys): 100 of rds/storage/io1/multi-az-cluster',
      'Provisioned IOPS (io1, Multi-AZ, two readable standbys): 1000 of rds/iops/io1/multi-az-cluster',
      BACKUP,
      'Log ingestion (exported by the database): 0 of logs/ingest, assumed',
      'Log storage (exported by the database): 0 of logs/storage, assumed',
    ]);
    expect(() => chargesOf(cluster({ ...properties, Iops: undefined }), 'Cluster')).toThrow('Iops is missing');
    expect(() => chargesOf(cluster({ EngineMode: 'serverless' }), 'Cluster')).toThrow('EngineMode is serverless');
  });
});

describe('AWS::RDS::DBProxy', () => {
  const RESOURCES: Resources = {
    Proxy: ['AWS::RDS::DBProxy', {}],
    Alone: ['AWS::RDS::DBProxy', {}],
    Db: ['AWS::RDS::DBInstance', { Engine: 'mysql', DBInstanceClass: 'db.m6g.xlarge', AllocatedStorage: 20 }],
    Targets: ['AWS::RDS::DBProxyTargetGroup', { DBProxyName: { Ref: 'Proxy' }, DBInstanceIdentifiers: [{ Ref: 'Db' }] }],
  };

  test('costs by the vCPU of the DB instance', () => {
    expect(chargesOf(RESOURCES, 'Proxy')).toEqual(['RDS Proxy vCPU-hours (4 vCPU of the DB instance): 2920 of rds/proxy']);
  });

  test('is priced by the vCPU of all instances of a cluster', () => {
    const member = (DBInstanceClass: string) =>
      ['AWS::RDS::DBInstance', { DBClusterIdentifier: { Ref: 'Cluster' }, DBInstanceClass }] as const;
    const resources: Resources = {
      ...RESOURCES,
      Cluster: ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }],
      A: member('db.r6g.large'),
      B: member('db.r6g.2xlarge'),
      Targets: ['AWS::RDS::DBProxyTargetGroup', { DBProxyName: { Ref: 'Proxy' }, DBClusterIdentifiers: [{ Ref: 'Cluster' }] }],
    };
    expect(chargesOf(resources, 'Proxy')).toEqual(['RDS Proxy vCPU-hours (10 vCPU of the DB instance): 7300 of rds/proxy']);
  });

  test('without a database in the template it cannot be priced', () => {
    expect(() => chargesOf(RESOURCES, 'Alone')).toThrow('the databases behind the proxy decide the price');
  });
});

describe('AWS::ElastiCache::ReplicationGroup', () => {
  const group = (properties: Record<string, unknown>, others: Resources = {}, use = {}) =>
    chargesOf(
      { Cache: ['AWS::ElastiCache::ReplicationGroup', { CacheNodeType: 'cache.r6g.large', ...properties }], ...others },
      'Cache',
      use,
    );
  const nodes = (count: number) => [`Cache node hours (cache.r6g.large, redis): ${count * 730} of elasticache/redis/cache.r6g.large`];

  test.each([
    [{}, 1],
    [{ NumCacheClusters: 3 }, 3],
    [{ NumNodeGroups: 3, ReplicasPerNodeGroup: 1 }, 6],
    [{ NumNodeGroups: '3', ReplicasPerNodeGroup: '2' }, 9],
    [{ NumNodeGroups: 3, ReplicasPerNodeGroup: 0 }, 3],
    [{ ReplicasPerNodeGroup: 2 }, 3],
    [{ NumNodeGroups: 2, NodeGroupConfiguration: [{ ReplicaCount: 1 }, { ReplicaCount: 3 }] }, 6],
    [{ NodeGroupConfiguration: [{ Slots: '0-8191' }, { Slots: '8192-16383' }], ReplicasPerNodeGroup: 1 }, 4],
  ])('ElastiCache nodes are shards × (1 + replicas): %j are %i', (properties, count) => {
    expect(group(properties)).toEqual(nodes(count));
  });

  test('with everything', () => {
    expect(
      group({ Engine: 'Valkey', NumNodeGroups: 2, ReplicasPerNodeGroup: 1, SnapshotRetentionLimit: 3 }, {}, { Cache: { backupGb: 40 } }),
    ).toEqual([
      'Cache node hours (cache.r6g.large, valkey): 2920 of elasticache/valkey/cache.r6g.large',
      'Backup storage (above the free snapshot): 40 of elasticache/backup, assumed',
    ]);
  });

  test('shards that scale go from the least to the most', () => {
    const target = {
      MinCapacity: 2,
      MaxCapacity: 5,
      ScalableDimension: 'elasticache:replication-group:NodeGroups',
      ResourceId: { 'Fn::Join': ['/', ['replication-group', { Ref: 'Cache' }]] },
    };
    const others: Resources = { Target: ['AWS::ApplicationAutoScaling::ScalableTarget', target] };
    expect(group({ NumNodeGroups: 3, ReplicasPerNodeGroup: 1 }, others)).toEqual([
      'Cache node hours (cache.r6g.large, redis): 2920 – 4380 – 7300 of elasticache/redis/cache.r6g.large',
    ]);
  });

  test('old engine versions cost more', () => {
    expect(group({ EngineVersion: '5.0.6' })[1]).toBe(
      'Extended Support node hours (80% of node hours): 584 of elasticache/redis/cache.r6g.large',
    );
    expect(group({ EngineVersion: '7.1' })).toHaveLength(1);
  });

  test('a member of a global group takes its nodes from another region', () => {
    expect(() => group({ GlobalReplicationGroupId: 'g' })).toThrow(UnreadableProperty);
  });
});

describe('other caches', () => {
  test('AWS::ElastiCache::CacheCluster', () => {
    const properties = { Engine: 'memcached', CacheNodeType: 'cache.t4g.medium', NumCacheNodes: '3' };
    expect(chargesOf({ Cache: ['AWS::ElastiCache::CacheCluster', properties] }, 'Cache')).toEqual([
      'Cache node hours (cache.t4g.medium, memcached): 2190 of elasticache/memcached/cache.t4g.medium',
    ]);
  });

  test('AWS::ElastiCache::ServerlessCache', () => {
    const use = { Cache: { storedGb: 2, requestsPerSecond: 100 } };
    expect(chargesOf({ Cache: ['AWS::ElastiCache::ServerlessCache', { Engine: 'valkey' }] }, 'Cache', use)).toEqual([
      'Data storage (serverless, valkey): 1460 of elasticache/serverless/valkey/storage, assumed',
      'ElastiCache Processing Units (serverless, valkey): 262.8 of elasticache/serverless/valkey/ecpu, assumed',
    ]);
  });
});

describe('DocumentDB', () => {
  const documents = (properties: Record<string, unknown> = {}): Resources => ({
    Cluster: ['AWS::DocDB::DBCluster', properties],
    Server: ['AWS::DocDB::DBInstance', { DBClusterIdentifier: { Ref: 'Cluster' }, DBInstanceClass: 'db.r5.4xlarge' }],
    Small: ['AWS::DocDB::DBInstance', { DBClusterIdentifier: { Ref: 'Cluster' }, DBInstanceClass: 'db.t3.medium' }],
    Stray: ['AWS::DocDB::DBInstance', { DBClusterIdentifier: 'elsewhere', DBInstanceClass: 'db.t3.medium' }],
  });

  test('a cluster is billed by use, its servers by the hour', () => {
    expect(chargesOf(documents(), 'Cluster', { Cluster: { storedGb: 10, ioRequests: 0, backupGb: 0 } })).toEqual([
      'Database storage (DocumentDB): 10 of documentdb/storage, assumed',
      'I/O requests (DocumentDB): 0 of documentdb/io, assumed',
      'Backup storage (DocumentDB): 0 of documentdb/backup, assumed',
    ]);
    const use = { storedGb: 10, ioRequests: 0, backupGb: 0, logIngestGb: 5, logStoredGb: 20 };
    expect(chargesOf(documents({ EnableCloudwatchLogsExports: ['audit'] }), 'Cluster', { Cluster: use }).slice(3)).toEqual([
      'Log ingestion (exported by the database): 5 of logs/ingest, assumed',
      'Log storage (exported by the database): 20 of logs/storage, assumed',
    ]);
    expect(chargesOf(documents(), 'Server')).toEqual(['DB instance hours (db.r5.4xlarge, DocumentDB): 730 of documentdb/db.r5.4xlarge']);
    expect(chargesOf(documents(), 'Small')[1]).toBe('Surplus CPU credits (db.t3.medium): 0 of documentdb/cpu-credits, assumed');
  });

  test('with reads and writes included other prices hold', () => {
    expect(chargesOf(documents({ StorageType: 'iopt1' }), 'Server')).toEqual([
      'DB instance hours (db.r5.4xlarge, DocumentDB): 730 of documentdb/io-optimized/db.r5.4xlarge',
    ]);
    expect(chargesOf(documents({ StorageType: 'iopt1' }), 'Cluster', { Cluster: { storedGb: 10, backupGb: 0 } })).toEqual([
      'Database storage (DocumentDB): 10 of documentdb/io-optimized/storage, assumed',
      'Backup storage (DocumentDB): 0 of documentdb/backup, assumed',
    ]);
    expect(() => chargesOf(documents(), 'Stray')).toThrow('DBClusterIdentifier refers to a cluster outside of this template');
  });
});
