import type { Broken } from '../texts';

const REDIS = { base: 'redis.yaml' } as const;
const DOCUMENTS = { base: 'documentdb.yaml' } as const;
const SITE = { base: 'static-site.yaml' } as const;
const API = { base: 'serverless-api.yaml' } as const;

/** Broken caches, document stores, buckets, queues and secrets. */
export const BROKEN_STORES: readonly Broken[] = [
  {
    rule: 'fixed-name-retained',
    what: 'a bucket with a name',
    ...SITE,
    change: [
      [
        '    DeletionPolicy: RetainExceptOnCreate\n    Properties:\n      PublicAccess',
        '    DeletionPolicy: Retain\n    Properties:\n      BucketName: www.example.com\n      PublicAccess',
      ],
    ],
    at: 'Site DeletionPolicy',
  },
  {
    rule: 'secret-fixed-name',
    what: 'a name',
    ...REDIS,
    change: [
      ['Properties: { GenerateSecretString: { PasswordLength: 64', 'Properties: { Name: cache, GenerateSecretString: { PasswordLength: 64'],
    ],
    at: 'Token Properties.Name',
  },
  {
    rule: 'elasticache-cluster-mode',
    what: 'the default group',
    ...REDIS,
    change: [['CacheParameterGroupName: !Ref Sharded', 'CacheParameterGroupName: default.valkey8']],
    at: 'Cache Properties.CacheParameterGroupName',
  },
  {
    rule: 'elasticache-cluster-mode',
    what: 'a group without it',
    ...REDIS,
    change: [["cluster-enabled: 'yes', ", '']],
    at: 'Cache Properties.CacheParameterGroupName',
  },
  {
    rule: 'elasticache-failover',
    what: 'one node',
    ...REDIS,
    change: [['NumCacheClusters: 2', 'NumCacheClusters: 1']],
    at: 'Sessions Properties.AutomaticFailoverEnabled',
  },
  {
    rule: 'elasticache-failover',
    what: 'none with shards',
    ...REDIS,
    change: [
      ['ReplicasPerNodeGroup: 1\n      AutomaticFailoverEnabled: true', 'ReplicasPerNodeGroup: 1\n      AutomaticFailoverEnabled: false'],
    ],
    at: 'Cache Properties.AutomaticFailoverEnabled',
  },
  {
    rule: 'elasticache-encryption',
    what: 'none',
    ...REDIS,
    change: [
      [
        'TransitEncryptionEnabled: true\n      AtRestEncryptionEnabled: true\n      SnapshotRetentionLimit',
        'AtRestEncryptionEnabled: true\n      SnapshotRetentionLimit',
      ],
    ],
    at: 'Sessions Properties.TransitEncryptionEnabled',
  },
  {
    rule: 'elasticache-auth',
    what: 'a token without encryption',
    ...REDIS,
    change: [
      [
        'TransitEncryptionEnabled: true\n      AtRestEncryptionEnabled: true\n      AuthToken',
        'AtRestEncryptionEnabled: true\n      AuthToken',
      ],
    ],
    at: 'Cache Properties.TransitEncryptionEnabled',
  },
  {
    rule: 'elasticache-data-tiering',
    what: 'nodes that require it',
    ...REDIS,
    change: [['cache.r7g.large', 'cache.r6gd.xlarge']],
    at: 'Cache Properties.DataTieringEnabled',
  },
  {
    rule: 'docdb-replica-set',
    what: 'one instance',
    ...DOCUMENTS,
    change: [
      [
        '  Second: { Type: AWS::DocDB::DBInstance, Properties: { DBClusterIdentifier: !Ref Cluster, DBInstanceClass: db.r6g.large } }\n',
        '',
      ],
    ],
    at: 'Cluster Properties',
  },
  { rule: 'docdb-tls', what: 'none', ...DOCUMENTS, change: [['tls: enabled', 'tls: disabled']], at: 'Settings Properties.Parameters.tls' },
  {
    rule: 's3-lifecycle',
    what: 'too early',
    ...SITE,
    change: [['STANDARD_IA, TransitionInDays: 30', 'STANDARD_IA, TransitionInDays: 7']],
    at: 'Site Properties.LifecycleConfiguration.Rules[0].Transitions[0].TransitionInDays',
  },
  {
    rule: 's3-lifecycle',
    what: 'gone before the move',
    ...SITE,
    change: [['ExpirationInDays: 400', 'ExpirationInDays: 60']],
    at: 'Site Properties.LifecycleConfiguration.Rules[0].ExpirationInDays',
  },
  {
    rule: 's3-lifecycle',
    what: 'from cold to warm',
    ...SITE,
    change: [
      ['GLACIER, TransitionInDays: 90', 'GLACIER, TransitionInDays: 20'],
      ['STANDARD_IA, TransitionInDays: 30', 'DEEP_ARCHIVE, TransitionInDays: 10'],
    ],
    at: 'Site Properties.LifecycleConfiguration.Rules[0].Transitions[1].TransitionInDays',
  },
  {
    rule: 'sqs-visibility',
    what: 'a timeout of the function',
    ...API,
    change: [['VisibilityTimeout: 360', 'VisibilityTimeout: 45']],
    at: 'Jobs Properties.VisibilityTimeout',
  },
];
