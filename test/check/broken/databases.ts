import type { Broken } from '../texts';

const RDS = { base: 'rds-replicas.yaml' } as const;
const AURORA = { base: 'aurora.yaml' } as const;
const DOCUMENTS = { base: 'documentdb.yaml' } as const;
const REPLICA_STORAGE =
  "      SourceDBInstanceIdentifier: !Ref Primary\n      DBInstanceClass: db.m7g.large\n      AllocatedStorage: '400'\n";

const windows = (backup: string, maintenance: string) =>
  [
    [
      '      MultiAZ: true\n',
      `      MultiAZ: true\n      PreferredBackupWindow: ${backup}\n      PreferredMaintenanceWindow: ${maintenance}\n`,
    ],
  ] as const;

const database = (engine: string, properties: string) =>
  `  Extra: { Type: AWS::RDS::DBInstance, DeletionPolicy: Snapshot, Properties: { Engine: ${engine}, EngineLifecycleSupport: open-source-rds-extended-support-disabled, DBInstanceClass: db.m7g.large, StorageType: gp3, AllocatedStorage: '100', MaxAllocatedStorage: 500, ManageMasterUserPassword: true, BackupRetentionPeriod: 7, StorageEncrypted: true, ${properties} } }\n`;
const sqlServer = (properties: string) =>
  `  Extra: { Type: AWS::RDS::DBInstance, DeletionPolicy: Snapshot, Properties: { Engine: sqlserver-se, LicenseModel: license-included, DBInstanceClass: db.m6i.large, StorageType: gp3, AllocatedStorage: '100', MaxAllocatedStorage: 500, MasterUsername: shop, ManageMasterUserPassword: true, BackupRetentionPeriod: 7, StorageEncrypted: true${properties} } }\n`;
const postgresLogs = (log: string) =>
  `${database('postgres', `MasterUsername: shop, DBInstanceIdentifier: shop, EnableCloudwatchLogsExports: [${log}]`)}  Logs: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /aws/rds/instance/shop/${log}, RetentionInDays: 30 } }\n`;

/** Broken databases. */
export const BROKEN_DATABASES: readonly Broken[] = [
  {
    rule: 'rds-window-overlap',
    what: 'a backup in the maintenance window; one that ends before it is valid',
    ...RDS,
    change: windows('03:00-04:00', 'Sun:03:30-Sun:04:30'),
    fixed: windows('02:30-03:30', 'Sun:03:30-Sun:04:30'),
    at: 'Primary Properties.PreferredBackupWindow',
  },
  {
    rule: 'rds-window-overlap',
    what: 'windows around midnight',
    ...RDS,
    change: windows('23:30-00:30', 'sat:23:45-sun:00:15'),
    fixed: windows('23:30-00:30', 'sun:00:30-sun:01:00'),
    at: 'Primary Properties.PreferredBackupWindow',
  },
  {
    rule: 'rds-monitoring-role',
    what: 'Enhanced Monitoring without a role',
    ...RDS,
    change: [['      MultiAZ: true\n', '      MultiAZ: true\n      MonitoringInterval: 60\n']],
    fixed: [['      MultiAZ: true\n', '      MultiAZ: true\n      MonitoringInterval: 0\n']],
    at: 'Primary Properties.MonitoringRoleArn',
  },
  {
    rule: 'rds-provisioned-iops',
    what: 'io2 without IOPS',
    ...RDS,
    change: [['      StorageType: gp3\n      Iops: 12000\n      StorageThroughput: 500\n', '      StorageType: io2\n']],
    fixed: [['      StorageType: gp3\n      Iops: 12000\n      StorageThroughput: 500\n', '      StorageType: io2\n      Iops: 12000\n']],
    at: 'Primary Properties.Iops',
  },
  {
    rule: 'rds-replica-source-arn',
    what: 'an ARN inside an ARN',
    ...RDS,
    change: [[":db:orders'", ":db:arn:aws:rds:us-east-1:123456789012:db:orders'"]],
    at: 'Copy Properties.SourceDBInstanceIdentifier',
  },
  {
    rule: 'rds-backups-of-source',
    what: 'no backups',
    ...RDS,
    change: [['BackupRetentionPeriod: 7', 'BackupRetentionPeriod: 0']],
    at: 'Primary Properties.BackupRetentionPeriod',
  },
  {
    rule: 'rds-multi-az-zone',
    what: 'two zones in one',
    ...RDS,
    change: [['MultiAZ: true', "MultiAZ: true\n      AvailabilityZone: !Select [0, !GetAZs '']"]],
    at: 'Primary Properties.AvailabilityZone',
  },
  {
    rule: 'rds-gp3-performance',
    what: 'below the baseline',
    ...RDS,
    change: [['Iops: 12000', 'Iops: 6000']],
    at: 'Primary Properties.Iops',
  },
  {
    rule: 'rds-gp3-performance',
    what: 'an engine in capitals',
    ...RDS,
    change: [
      ['Engine: mysql', 'Engine: MySQL'],
      ['Iops: 12000', 'Iops: 6000'],
    ],
    at: 'Primary Properties.Iops',
  },
  {
    rule: 'rds-gp3-performance',
    what: 'below 400 GiB',
    ...RDS,
    change: [
      [
        "AllocatedStorage: '400'\n      MaxAllocatedStorage: 1000\n      StorageType: gp3\n      Iops: 12000\n",
        "AllocatedStorage: '300'\n      MaxAllocatedStorage: 1000\n      StorageType: gp3\n",
      ],
    ],
    at: 'Primary Properties.StorageThroughput',
    fixed: [
      [
        "AllocatedStorage: '400'\n      MaxAllocatedStorage: 1000\n      StorageType: gp3\n      Iops: 12000\n      StorageThroughput: 500\n",
        "AllocatedStorage: '300'\n      MaxAllocatedStorage: 1000\n      StorageType: gp3\n",
      ],
    ],
  },
  {
    rule: 'rds-replica-credentials',
    what: 'a managed password',
    ...RDS,
    change: [['      SourceRegion: us-east-1\n', '      SourceRegion: us-east-1\n      ManageMasterUserPassword: true\n']],
    at: 'Copy Properties.ManageMasterUserPassword',
  },
  {
    rule: 'rds-replica-credentials',
    what: 'a user',
    ...RDS,
    change: [['      SourceRegion: us-east-1\n', '      SourceRegion: us-east-1\n      MasterUsername: admin\n']],
    at: 'Copy Properties.MasterUsername',
  },
  {
    rule: 'rds-managed-password',
    what: 'two passwords',
    ...AURORA,
    change: [['ManageMasterUserPassword: true', 'ManageMasterUserPassword: true\n      MasterUserPassword: !Ref AWS::StackName']],
    at: 'Cluster Properties.MasterUserPassword',
  },
  {
    rule: 'rds-replica-storage',
    what: 'less than the source',
    ...RDS,
    change: [[REPLICA_STORAGE, REPLICA_STORAGE.replace('400', '200')]],
    at: 'Replica Properties.AllocatedStorage',
  },
  {
    rule: 'rds-insights-class',
    what: 'db.t3.medium of Aurora MySQL; db.t4g.medium has them',
    base: 'aurora.yaml',
    change: [
      [
        'Properties: { Engine: aurora-mysql, DBClusterIdentifier: !Ref Cluster, DBInstanceClass: db.serverless } }\n  Reader',
        'Properties: { Engine: aurora-mysql, DBClusterIdentifier: !Ref Cluster, DBInstanceClass: db.t3.medium, EnablePerformanceInsights: true } }\n  Reader',
      ],
    ],
    fixed: [
      [
        'Properties: { Engine: aurora-mysql, DBClusterIdentifier: !Ref Cluster, DBInstanceClass: db.serverless } }\n  Reader',
        'Properties: { Engine: aurora-mysql, DBClusterIdentifier: !Ref Cluster, DBInstanceClass: db.t4g.medium, EnablePerformanceInsights: true } }\n  Reader',
      ],
    ],
    at: 'Writer Properties.EnablePerformanceInsights',
  },
  {
    rule: 'rds-version-support',
    what: 'MySQL 8.0 without extended support',
    ...RDS,
    change: [
      ['EngineVersion: 8.4.7', 'EngineVersion: 8.0.43'],
      ['Family: mysql8.4', 'Family: mysql8.0'],
    ],
    at: 'Primary Properties.EngineVersion',
  },
  {
    rule: 'rds-storage-growth',
    what: 'no maximum',
    ...RDS,
    change: [["AllocatedStorage: '400'\n      MaxAllocatedStorage: 1000\n      StorageType", "AllocatedStorage: '400'\n      StorageType"]],
    at: 'Primary Properties.MaxAllocatedStorage',
  },
  {
    rule: 'rds-storage-growth',
    what: 'a maximum 1 GiB below 10% more than 400 GiB',
    ...RDS,
    change: [
      [
        "AllocatedStorage: '400'\n      MaxAllocatedStorage: 1000\n      StorageType",
        "AllocatedStorage: '400'\n      MaxAllocatedStorage: 439\n      StorageType",
      ],
    ],
    fixed: [
      [
        "AllocatedStorage: '400'\n      MaxAllocatedStorage: 1000\n      StorageType",
        "AllocatedStorage: '400'\n      MaxAllocatedStorage: 440\n      StorageType",
      ],
    ],
    at: 'Primary Properties.MaxAllocatedStorage',
  },
  {
    rule: 'rds-storage-growth',
    what: 'no maximum; magnetic storage has none',
    ...RDS,
    change: [['MaxAllocatedStorage: 1000\n      StorageType: gp3\n', 'StorageType: gp3\n']],
    fixed: [['MaxAllocatedStorage: 1000\n      StorageType: gp3\n', 'StorageType: standard\n']],
    at: 'Primary Properties.MaxAllocatedStorage',
  },
  {
    rule: 'rds-storage-growth',
    what: 'a maximum with hardly any room',
    ...RDS,
    change: [
      [
        "AllocatedStorage: '400'\n      MaxAllocatedStorage: 1000\n      StorageType",
        "AllocatedStorage: '400'\n      MaxAllocatedStorage: 420\n      StorageType",
      ],
    ],
    at: 'Primary Properties.MaxAllocatedStorage',
  },
  {
    rule: 'rds-parameter-memory',
    what: '6 GiB',
    ...RDS,
    change: [["'{DBInstanceClassMemory*3/4}'", "'6442450944'"]],
    at: 'Parameters Properties.Parameters.innodb_buffer_pool_size',
  },
  {
    rule: 'rds-lifecycle-support',
    what: 'nothing stated',
    ...AURORA,
    change: [['      EngineLifecycleSupport: open-source-rds-extended-support-disabled\n', '']],
    at: 'Cluster Properties.EngineLifecycleSupport',
  },
  {
    rule: 'rds-lifecycle-support',
    what: 'an engine in capitals',
    ...AURORA,
    change: [
      [
        'Engine: aurora-mysql\n      EngineVersion: 8.0.mysql_aurora.3.10.1\n      EngineLifecycleSupport: open-source-rds-extended-support-disabled\n',
        'Engine: Aurora-MySQL\n      EngineVersion: 8.0.mysql_aurora.3.10.1\n',
      ],
    ],
    at: 'Cluster Properties.EngineLifecycleSupport',
  },
  {
    rule: 'rds-password-characters',
    what: 'every character',
    ...RDS,
    change: [[`, ExcludeCharacters: ' "/@''\\'`, '']],
    at: 'Password Properties.GenerateSecretString.ExcludeCharacters',
  },
  {
    rule: 'rds-password-characters',
    what: 'an @',
    ...DOCUMENTS,
    change: [['ExcludePunctuation: true', `ExcludeCharacters: '"/'`]],
    at: 'Password Properties.GenerateSecretString.ExcludeCharacters',
  },
  {
    rule: 'rds-subnet-zones',
    what: 'one subnet',
    ...RDS,
    change: [['[!Ref SubnetA, !Ref SubnetB]', '[!Ref SubnetA]']],
    at: 'Subnets Properties.SubnetIds',
  },
  {
    rule: 'rds-subnet-zones',
    what: 'one subnet for documents',
    ...DOCUMENTS,
    change: [['[!Ref SubnetA, !Ref SubnetB]', '[!Ref SubnetA]']],
    at: 'Subnets Properties.SubnetIds',
  },
  {
    rule: 'rds-serverless-capacity',
    what: 'no range',
    ...AURORA,
    change: [['      ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 16 }\n', '']],
    at: 'Cluster Properties.ServerlessV2ScalingConfiguration',
  },
  {
    rule: 'rds-exported-logs',
    what: 'a log without a group',
    ...AURORA,
    change: [['EnableCloudwatchLogsExports: [error]', 'EnableCloudwatchLogsExports: [error, slowquery]']],
    at: 'Cluster Properties.EnableCloudwatchLogsExports[1]',
  },
  {
    rule: 'rds-insights-class',
    what: 'a small class',
    ...RDS,
    change: [
      [
        "DBInstanceClass: db.m7g.large\n      AllocatedStorage: '400'\n      MaxAllocatedStorage: 1000\n      StorageType",
        "DBInstanceClass: db.t4g.small\n      EnablePerformanceInsights: true\n      AllocatedStorage: '400'\n      MaxAllocatedStorage: 1000\n      StorageType",
      ],
    ],
    at: 'Primary Properties.EnablePerformanceInsights',
    fixed: [
      [
        "DBInstanceClass: db.m7g.large\n      AllocatedStorage: '400'\n      MaxAllocatedStorage: 1000\n      StorageType",
        "DBInstanceClass: db.t4g.medium\n      EnablePerformanceInsights: true\n      AllocatedStorage: '400'\n      MaxAllocatedStorage: 1000\n      StorageType",
      ],
    ],
  },
  {
    rule: 'deletion-protection-rollback',
    what: 'a protected cluster',
    ...DOCUMENTS,
    change: [['StorageEncrypted: true', 'StorageEncrypted: true\n      DeletionProtection: true']],
    at: 'Cluster Properties.DeletionProtection',
  },
  {
    rule: 'rds-replica-backups',
    what: 'backups of a copy',
    ...RDS,
    change: [['      SourceRegion: us-east-1\n', '      SourceRegion: us-east-1\n      BackupRetentionPeriod: 7\n']],
    at: 'Copy Properties.BackupRetentionPeriod',
  },
  {
    rule: 'rds-parameter-family',
    what: 'a group of another version',
    ...RDS,
    change: [['Family: mysql8.4', 'Family: mysql8.0']],
    at: 'Primary Properties.DBParameterGroupName',
  },
  {
    rule: 'rds-parameter-family',
    what: 'a group of MySQL for Aurora',
    ...AURORA,
    change: [
      [
        'DBSubnetGroupName: !Ref SubnetGroup\n',
        'DBSubnetGroupName: !Ref SubnetGroup\n      DBClusterParameterGroupName: default.mysql8.0\n',
      ],
    ],
    at: 'Cluster Properties.DBClusterParameterGroupName',
    fixed: [
      [
        'DBSubnetGroupName: !Ref SubnetGroup\n',
        'DBSubnetGroupName: !Ref SubnetGroup\n      DBClusterParameterGroupName: default.aurora-mysql8.0\n',
      ],
    ],
  },
  {
    rule: 'rds-cluster-instance-policy',
    what: 'a snapshot of an instance',
    ...AURORA,
    change: [
      ['Writer: { Type: AWS::RDS::DBInstance, Properties', 'Writer: { Type: AWS::RDS::DBInstance, DeletionPolicy: Snapshot, Properties'],
    ],
    at: 'Writer DeletionPolicy',
  },
  {
    rule: 'rds-restore-version',
    what: 'a snapshot, which RDS may have upgraded',
    ...RDS,
    change: [['      EngineVersion: 8.4.7\n', '      EngineVersion: 8.4.7\n      DBSnapshotIdentifier: orders\n']],
    at: 'Primary Properties.EngineVersion',
    fixed: [['      EngineVersion: 8.4.7\n', '      DBSnapshotIdentifier: orders\n']],
  },
  // https://github.com/aws-cloudformation/cfn-lint/pull/4425: verified against deployments.
  {
    rule: 'rds-master-username',
    what: 'admin for PostgreSQL',
    ...RDS,
    change: { add: database('postgres', 'MasterUsername: admin') },
    fixed: { add: database('mysql', 'MasterUsername: admin') },
    at: 'Extra Properties.MasterUsername',
  },
  {
    rule: 'rds-master-username',
    what: 'a name with the prefix of roles of PostgreSQL',
    ...RDS,
    change: { add: database('postgres', 'MasterUsername: pg_shop') },
    fixed: { add: database('postgres', 'MasterUsername: postgres') },
    at: 'Extra Properties.MasterUsername',
  },
  {
    rule: 'rds-allocated-storage',
    what: 'io2 with 50 GiB',
    ...RDS,
    change: {
      add: database('postgres', 'MasterUsername: shop').replace(
        "StorageType: gp3, AllocatedStorage: '100'",
        "StorageType: io2, Iops: 1000, AllocatedStorage: '50'",
      ),
    },
    fixed: {
      add: database('postgres', 'MasterUsername: shop').replace(
        "StorageType: gp3, AllocatedStorage: '100'",
        "StorageType: io2, Iops: 1000, AllocatedStorage: '100'",
      ),
    },
    at: 'Extra Properties.AllocatedStorage',
  },
  {
    rule: 'rds-database-name',
    what: 'a database name for SQL Server',
    ...RDS,
    change: { add: sqlServer(', DBName: shop') },
    fixed: { add: sqlServer('') },
    at: 'Extra Properties.DBName',
  },
  {
    rule: 'rds-log-type',
    what: 'a log of Aurora exported by RDS for PostgreSQL',
    ...RDS,
    change: { add: postgresLogs('instance') },
    fixed: { add: postgresLogs('upgrade') },
    at: 'Extra Properties.EnableCloudwatchLogsExports[0]',
  },
  {
    rule: 'rds-log-type',
    what: 'a log of MySQL exported by PostgreSQL',
    ...RDS,
    change: { add: postgresLogs('slowquery') },
    fixed: { add: postgresLogs('postgresql') },
    at: 'Extra Properties.EnableCloudwatchLogsExports[0]',
  },
  {
    rule: 'rds-window-length',
    what: 'a backup window of 15 minutes over midnight',
    ...RDS,
    change: { add: database('postgres', "MasterUsername: shop, PreferredBackupWindow: '23:50-00:05'") },
    fixed: { add: database('postgres', "MasterUsername: shop, PreferredBackupWindow: '23:50-00:20'") },
    at: 'Extra Properties.PreferredBackupWindow',
  },
  {
    rule: 'rds-window-length',
    what: 'a maintenance window of 29 minutes over the end of the week',
    ...RDS,
    change: { add: database('postgres', "MasterUsername: shop, PreferredMaintenanceWindow: 'sun:23:45-mon:00:14'") },
    fixed: { add: database('postgres', "MasterUsername: shop, PreferredMaintenanceWindow: 'sun:23:45-mon:00:15'") },
    at: 'Extra Properties.PreferredMaintenanceWindow',
  },
];
