import type { Broken } from '../texts';

const REDIS = { base: 'redis.yaml' } as const;
const DOCUMENTS = { base: 'documentdb.yaml' } as const;
const SITE = { base: 'static-site.yaml' } as const;
const SITE_CONDITION = `{ StringEquals: { 'AWS:SourceArn': !Sub 'arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${Cdn}' } }`;
const API = { base: 'serverless-api.yaml' } as const;

const cacheCluster = (nodes: number) =>
  `  Single: { Type: AWS::ElastiCache::CacheCluster, Properties: { Engine: redis, CacheNodeType: cache.t4g.small, NumCacheNodes: ${nodes}, TransitEncryptionEnabled: true } }\n`;
const userGroup = (
  ids: string,
) => `  Shop: { Type: AWS::ElastiCache::User, Properties: { Engine: redis, UserId: shop, UserName: shop, AccessString: on ~* +@read, NoPasswordRequired: true } }
  Users: { Type: AWS::ElastiCache::UserGroup, Properties: { Engine: redis, UserGroupId: shop, UserIds: ${ids} } }
`;
const rotation = (
  principal: string,
) => `  Key: { Type: AWS::SecretsManager::Secret, Properties: { GenerateSecretString: { PasswordLength: 32 } } }
  MayRotate: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Worker, Action: 'lambda:InvokeFunction', Principal: ${principal} } }
  Rotation: { Type: AWS::SecretsManager::RotationSchedule, DependsOn: MayRotate, Properties: { SecretId: !Ref Key, RotationLambdaARN: !GetAtt Worker.Arn, RotationRules: { AutomaticallyAfterDays: 30 } } }
`;
const copied = (versioning: string) =>
  `  Copied: { Type: AWS::S3::Bucket, Properties: { ${versioning}ReplicationConfiguration: { Role: replication, Rules: [{ Status: Enabled, Prefix: '', Destination: { Bucket: 'arn:aws:s3:::copy' } }] } } }\n`;
const locked = (lock: string) =>
  `  Locked: { Type: AWS::S3::Bucket, Properties: { ${lock}ObjectLockConfiguration: { ObjectLockEnabled: Enabled, Rule: { DefaultRetention: { Mode: GOVERNANCE, Days: 7 } } } } }\n`;
const MAY_NOTIFY = `  MayNotify: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Worker, Action: 'lambda:InvokeFunction', Principal: s3.amazonaws.com, SourceAccount: !Ref AWS::AccountId } }\n`;
const uploads = (dependsOn: string, permission: string) =>
  `  Uploads: { Type: AWS::S3::Bucket, ${dependsOn}Properties: { NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: !GetAtt Worker.Arn }] } } }\n${permission}`;

/** Broken caches, document stores, buckets, queues and secrets. */
export const BROKEN_STORES: readonly Broken[] = [
  {
    rule: 'elasticache-node-count',
    what: 'two nodes of Redis in a cache cluster',
    ...REDIS,
    change: { add: cacheCluster(2) },
    fixed: { add: cacheCluster(1) },
    at: 'Single Properties.NumCacheNodes',
  },
  {
    rule: 'elasticache-default-user',
    what: 'a user group without the user default',
    ...REDIS,
    change: { add: userGroup('[!Ref Shop]') },
    fixed: { add: userGroup('[default, !Ref Shop]') },
    at: 'Users Properties.UserIds',
  },
  {
    rule: 'secret-value',
    what: 'a value next to a generated one',
    ...REDIS,
    change: [['{ GenerateSecretString: { PasswordLength: 64,', '{ SecretString: token, GenerateSecretString: { PasswordLength: 64,']],
    at: 'Token Properties.SecretString',
  },
  {
    rule: 'secret-value',
    what: 'a template without the key of the password',
    ...DOCUMENTS,
    change: [['GenerateStringKey: password, ', '']],
    at: 'Password Properties.GenerateSecretString.GenerateStringKey',
  },
  {
    rule: 'secret-rotation-permission',
    what: 'a function that Secrets Manager may not call',
    ...API,
    change: { add: rotation('events.amazonaws.com') },
    fixed: { add: rotation('secretsmanager.amazonaws.com') },
    at: 'Rotation Properties.RotationLambdaARN',
  },
  {
    rule: 's3-versioning',
    what: 'replication without versioning',
    ...SITE,
    change: { add: copied('') },
    fixed: { add: copied('VersioningConfiguration: { Status: Enabled }, ') },
    at: 'Copied Properties.VersioningConfiguration.Status',
  },
  {
    rule: 's3-versioning',
    what: 'a retention without Object Lock',
    ...SITE,
    change: { add: locked('') },
    fixed: { add: locked('ObjectLockEnabled: true, ') },
    at: 'Locked Properties.ObjectLockEnabled',
  },
  {
    rule: 's3-notification-permission',
    what: 'a function that S3 may not call',
    ...API,
    change: { add: uploads('', '') },
    fixed: { add: uploads('DependsOn: MayNotify, ', MAY_NOTIFY) },
    at: 'Uploads Properties.NotificationConfiguration.LambdaConfigurations[0].Function',
  },
  {
    rule: 's3-notification-permission',
    what: 'a permission that may be created after the bucket',
    ...API,
    change: { add: uploads('', MAY_NOTIFY) },
    fixed: { add: uploads('DependsOn: MayNotify, ', MAY_NOTIFY) },
    at: 'Uploads DependsOn',
  },
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
    what: 'an archive less than 30 days after infrequent access',
    ...SITE,
    change: [['GLACIER, TransitionInDays: 90', 'GLACIER, TransitionInDays: 59']],
    fixed: [['GLACIER, TransitionInDays: 90', 'GLACIER, TransitionInDays: 60']],
    at: 'Site Properties.LifecycleConfiguration.Rules[0].Transitions[1].TransitionInDays',
  },
  {
    rule: 's3-lifecycle',
    what: 'from one zone to instant retrieval',
    ...SITE,
    change: [
      ['STANDARD_IA, TransitionInDays: 30', 'ONEZONE_IA, TransitionInDays: 30'],
      ['GLACIER, TransitionInDays: 90', 'GLACIER_IR, TransitionInDays: 90'],
    ],
    fixed: [['GLACIER, TransitionInDays: 90', 'GLACIER_IR, TransitionInDays: 31']],
    at: 'Site Properties.LifecycleConfiguration.Rules[0].Transitions[1].TransitionInDays',
  },
  {
    rule: 's3-lifecycle',
    what: 'noncurrent versions too early, in any order of the list',
    ...SITE,
    change: [
      [
        'ExpirationInDays: 400',
        'NoncurrentVersionTransitions:\n              - { StorageClass: GLACIER, TransitionInDays: 90 }\n              - { StorageClass: STANDARD_IA, TransitionInDays: 7 }',
      ],
    ],
    fixed: [
      [
        'ExpirationInDays: 400',
        'NoncurrentVersionTransitions:\n              - { StorageClass: GLACIER, TransitionInDays: 90 }\n              - { StorageClass: STANDARD_IA, TransitionInDays: 30 }',
      ],
    ],
    at: 'Site Properties.LifecycleConfiguration.Rules[0].NoncurrentVersionTransitions[1].TransitionInDays',
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
  {
    rule: 'elasticache-parameter-family',
    what: 'a group of another engine',
    ...REDIS,
    change: [['CacheParameterGroupFamily: valkey8', 'CacheParameterGroupFamily: redis7']],
    at: 'Cache Properties.CacheParameterGroupName',
  },
  {
    rule: 'elasticache-parameter-family',
    what: 'the default group of another version',
    ...REDIS,
    change: [['CacheParameterGroupName: default.redis7', 'CacheParameterGroupName: default.redis6.x']],
    at: 'Sessions Properties.CacheParameterGroupName',
    fixed: [
      ['CacheParameterGroupName: default.redis7', 'CacheParameterGroupName: default.redis6.x'],
      ["EngineVersion: '7.1'", "EngineVersion: '6.2'"],
    ],
  },
  {
    rule: 'docdb-parameter-family',
    what: 'a group of another version',
    ...DOCUMENTS,
    change: [['Family: docdb5.0', 'Family: docdb4.0']],
    at: 'Cluster Properties.DBClusterParameterGroupName',
  },
  {
    rule: 's3-public-policy',
    what: 'a public site in a bucket that blocks public policies',
    ...SITE,
    change: [
      ['Principal: { Service: cloudfront.amazonaws.com }', "Principal: '*'"],
      [`            Condition: ${SITE_CONDITION}\n`, ''],
    ],
    at: 'SitePolicy Properties.PolicyDocument.Statement[0].Principal',
    fixed: [
      ['Principal: { Service: cloudfront.amazonaws.com }', "Principal: '*'"],
      [`            Condition: ${SITE_CONDITION}\n`, ''],
      [
        'BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true',
        'BlockPublicAcls: true, BlockPublicPolicy: false, IgnorePublicAcls: true, RestrictPublicBuckets: false',
      ],
    ],
  },
  {
    rule: 's3-public-policy',
    what: 'a bucket without settings, which blocks public policies when it is new',
    ...SITE,
    change: {
      add: `  Open: { Type: AWS::S3::Bucket, DeletionPolicy: RetainExceptOnCreate }
  OpenPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Open
      PolicyDocument: { Statement: { Effect: Allow, Principal: { AWS: ['*'] }, Action: 's3:GetObject', Resource: !Sub '\${Open.Arn}/*' } }
`,
    },
    at: 'OpenPolicy Properties.PolicyDocument.Statement.Principal',
  },
  {
    rule: 'secret-rotation-function',
    what: 'a schedule without a function',
    ...API,
    change: {
      add: `  Key: { Type: AWS::SecretsManager::Secret, Properties: { GenerateSecretString: { PasswordLength: 32 } } }
  Rotation: { Type: AWS::SecretsManager::RotationSchedule, Properties: { SecretId: !Ref Key, RotationRules: { AutomaticallyAfterDays: 30 } } }
`,
    },
    fixed: { add: rotation('secretsmanager.amazonaws.com') },
    at: 'Rotation Properties.RotationLambdaARN',
  },
];
