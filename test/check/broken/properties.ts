import type { Broken } from '../texts';
import { type Properties, type Row, rowsOf } from './rows';

const ROLE = 'arn:aws:iam::123456789012:role/a';
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:a';
const target = (id: string, more: Properties = {}) => ({ Id: id, Arn: FUNCTION, ...more });
const schedule = (window: Properties) => ({
  ScheduleExpression: 'rate(5 minutes)',
  FlexibleTimeWindow: window,
  Target: { Arn: FUNCTION, RoleArn: ROLE },
});
const index = (name: string, more: Properties = {}) => ({
  IndexName: name,
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'ALL' },
  ...more,
});
const UNITS = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 };
const table = (billing: Properties, ...indexes: readonly unknown[]) => ({
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  GlobalSecondaryIndexes: indexes,
  ...billing,
});
const ON_DEMAND = { BillingMode: 'PAY_PER_REQUEST' };
const BUCKET = { BucketARN: 'arn:aws:s3:::a', RoleARN: ROLE };
const SOURCE = { KinesisStreamARN: 'arn:aws:kinesis:us-east-1:123456789012:stream/a', RoleARN: ROLE };
const files = (destination: Properties) => ({ ExtendedS3DestinationConfiguration: { ...BUCKET, ...destination } });
const buffer = (mib: number) => ({ BufferingHints: { SizeInMBs: mib, IntervalInSeconds: 60 } });
const CONVERSION = { DataFormatConversionConfiguration: { Enabled: true } };
const PARTITIONS = { DynamicPartitioningConfiguration: { Enabled: true } };
const nodes = (cluster: Properties) => ({ ClusterConfig: { InstanceType: 'm6g.large.search', InstanceCount: 3, ...cluster } });
const MASTERS = { DedicatedMasterEnabled: true, DedicatedMasterType: 'm6g.large.search', DedicatedMasterCount: 3 };
const ACCESS_CONTROL = { AdvancedSecurityOptions: { Enabled: true } };
const ENCRYPTION = { EncryptionAtRestOptions: { Enabled: true }, NodeToNodeEncryptionOptions: { Enabled: true } };
const HTTPS = { DomainEndpointOptions: { EnforceHTTPS: true } };
const subnets = (...ids: readonly string[]) => ({ VPCOptions: { SubnetIds: ids, SecurityGroupIds: ['sg-1'] } });
const plan = (rule: Properties) => ({
  BackupPlan: { BackupPlanName: 'daily', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'Default', ...rule }] },
});
const vault = (lock: Properties) => ({ BackupVaultName: 'vault', LockConfiguration: { MinRetentionDays: 7, ...lock } });
const client = (more: Properties) => ({ UserPoolId: 'us-east-1_a', ...more });
const CALLBACK = { CallbackURLs: ['https://example.com/'] };
const oauth = (flows: readonly string[], more: Properties = {}) =>
  client({ AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: flows, AllowedOAuthScopes: ['api/read'], ...more });
const data = (more: Properties) => ({ ApiId: 'a', Name: 'a', ...more });
const resolver = (more: Properties) => ({ ApiId: 'a', TypeName: 'Query', FieldName: 'orders', ...more });
const project = (source: Properties, artifacts: Properties = { Type: 'NO_ARTIFACTS' }, more: Properties = {}) => ({
  ServiceRole: ROLE,
  Environment: { Type: 'LINUX_CONTAINER', ComputeType: 'BUILD_GENERAL1_SMALL', Image: 'aws/codebuild/standard:7.0' },
  Source: source,
  Artifacts: artifacts,
  ...more,
});
const GITHUB = { Type: 'GITHUB', Location: 'https://github.com/example/shop.git' };
const parameter = (more: Properties) => ({ Name: '/shop/a', Type: 'String', Value: 'a', ...more });
const KEY_POLICY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'kms:*', Resource: '*' }],
};
const key = (more: Properties) => ({ KeyPolicy: KEY_POLICY, ...more });

/** Broken resources whose violation is in their own properties. */
export const BROKEN_PROPERTIES: readonly Broken[] = [
  ...rowsOf('events-rule', 'AWS::Events::Rule', [
    [
      'no event pattern and no schedule',
      { Targets: [target('a')] },
      { ScheduleExpression: 'rate(5 minutes)', Targets: [target('a')] },
      'EventPattern',
    ],
    ...(
      [
        ['six targets', ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => target(id)), 'Targets'],
        ['two targets of one ID', [target('a'), target('a')], 'Targets[1].Id'],
        ['two inputs of a target', [target('a', { Input: '{}', InputPath: '$.detail' })], 'Targets[0].InputPath'],
      ] as const
    ).map(
      ([what, targets, at]): Row => [
        what,
        { EventPattern: { source: ['a'] }, Targets: targets },
        { EventPattern: { source: ['a'] }, Targets: [target('a')] },
        at,
      ],
    ),
  ]),
  ...rowsOf('scheduler-window', 'AWS::Scheduler::Schedule', [
    [
      'a flexible window without a length',
      schedule({ Mode: 'FLEXIBLE' }),
      schedule({ Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 }),
      'FlexibleTimeWindow.MaximumWindowInMinutes',
    ],
  ]),
  ...rowsOf('dynamodb-index', 'AWS::DynamoDB::Table', [
    [
      'two indexes of one name',
      table(ON_DEMAND, index('one'), index('one')),
      table(ON_DEMAND, index('one'), index('two')),
      'GlobalSecondaryIndexes[1].IndexName',
    ],
    ['a name of two characters', table(ON_DEMAND, index('ab')), table(ON_DEMAND, index('abc')), 'GlobalSecondaryIndexes[0].IndexName'],
    [
      'throughput of an on-demand table',
      table(ON_DEMAND, index('one', { ProvisionedThroughput: UNITS })),
      table(ON_DEMAND, index('one')),
      'GlobalSecondaryIndexes[0].ProvisionedThroughput',
    ],
    [
      'no throughput in a provisioned table',
      table({ ProvisionedThroughput: UNITS }, index('one')),
      table({ ProvisionedThroughput: UNITS }, index('one', { ProvisionedThroughput: UNITS })),
      'GlobalSecondaryIndexes[0].ProvisionedThroughput',
    ],
  ]),
  ...rowsOf('firehose-source', 'AWS::KinesisFirehose::DeliveryStream', [
    [
      'a stream as the source of direct puts',
      { DeliveryStreamType: 'DirectPut', KinesisStreamSourceConfiguration: SOURCE, ...files({}) },
      { DeliveryStreamType: 'KinesisStreamAsSource', KinesisStreamSourceConfiguration: SOURCE, ...files({}) },
      'KinesisStreamSourceConfiguration',
    ],
    [
      'no source of its type',
      { DeliveryStreamType: 'KinesisStreamAsSource', ...files({}) },
      { DeliveryStreamType: 'DirectPut', ...files({}) },
      'KinesisStreamSourceConfiguration',
    ],
    ['two destinations', { ...files({}), S3DestinationConfiguration: BUCKET }, files({}), 'S3DestinationConfiguration'],
  ]),
  ...rowsOf('firehose-buffer', 'AWS::KinesisFirehose::DeliveryStream', [
    [
      'conversion in files of 5 MiB',
      files({ ...CONVERSION, ...buffer(5) }),
      files({ ...CONVERSION, ...buffer(64) }),
      'ExtendedS3DestinationConfiguration.BufferingHints.SizeInMBs',
    ],
    [
      'compressed files of converted records',
      files({ ...CONVERSION, ...buffer(64), CompressionFormat: 'GZIP' }),
      files({ ...CONVERSION, ...buffer(64), CompressionFormat: 'UNCOMPRESSED' }),
      'ExtendedS3DestinationConfiguration.CompressionFormat',
    ],
    [
      'partitions in files of 5 MiB',
      files({ ...PARTITIONS, ...buffer(5) }),
      files({ ...PARTITIONS, ...buffer(64) }),
      'ExtendedS3DestinationConfiguration.BufferingHints.SizeInMBs',
    ],
  ]),
  ...rowsOf('firehose-prefix', 'AWS::KinesisFirehose::DeliveryStream', [
    [
      'an expression without a prefix for failed records',
      files({ Prefix: '!{timestamp:yyyy}/' }),
      files({ Prefix: '!{timestamp:yyyy}/', ErrorOutputPrefix: 'failed/' }),
      'ExtendedS3DestinationConfiguration.ErrorOutputPrefix',
    ],
  ]),
  ...rowsOf('opensearch-security', 'AWS::OpenSearchService::Domain', [
    [
      'access control over HTTP',
      { ...ACCESS_CONTROL, ...ENCRYPTION },
      { ...ACCESS_CONTROL, ...ENCRYPTION, ...HTTPS },
      'DomainEndpointOptions.EnforceHTTPS',
    ],
  ]),
  ...rowsOf('opensearch-nodes', 'AWS::OpenSearchService::Domain', [
    ['two dedicated master nodes', nodes({ ...MASTERS, DedicatedMasterCount: 2 }), nodes(MASTERS), 'ClusterConfig.DedicatedMasterCount'],
    [
      'warm storage without dedicated master nodes',
      nodes({ WarmEnabled: true }),
      nodes({ ...MASTERS, WarmEnabled: true }),
      'ClusterConfig.DedicatedMasterEnabled',
    ],
    [
      'cold storage without warm storage',
      nodes({ ColdStorageOptions: { Enabled: true } }),
      nodes({ ...MASTERS, WarmEnabled: true, ColdStorageOptions: { Enabled: true } }),
      'ClusterConfig.WarmEnabled',
    ],
  ]),
  ...rowsOf('opensearch-volume', 'AWS::OpenSearchService::Domain', [
    [
      'throughput of a gp2 volume',
      { EBSOptions: { EBSEnabled: true, VolumeType: 'gp2', VolumeSize: 100, Throughput: 200 } },
      { EBSOptions: { EBSEnabled: true, VolumeType: 'gp3', VolumeSize: 100, Throughput: 200 } },
      'EBSOptions.Throughput',
    ],
  ]),
  ...rowsOf('opensearch-zones', 'AWS::OpenSearchService::Domain', [
    [
      'two subnets without zone awareness',
      { ...nodes({}), ...subnets('subnet-1', 'subnet-2') },
      { ...nodes({ ZoneAwarenessEnabled: true }), ...subnets('subnet-1', 'subnet-2') },
      'VPCOptions.SubnetIds',
    ],
    [
      'two data nodes in three zones',
      nodes({ InstanceCount: 2, ZoneAwarenessEnabled: true, ZoneAwarenessConfig: { AvailabilityZoneCount: 3 } }),
      nodes({ InstanceCount: 3, ZoneAwarenessEnabled: true, ZoneAwarenessConfig: { AvailabilityZoneCount: 3 } }),
      'ClusterConfig.InstanceCount',
    ],
  ]),
  ...rowsOf('opensearch-name', 'AWS::OpenSearchService::Domain', [
    ['an underscore', { DomainName: 'search_1' }, { DomainName: 'search-1' }, 'DomainName'],
  ]),
  ...rowsOf('opensearch-endpoint', 'AWS::OpenSearchService::Domain', [
    [
      'a custom endpoint without a certificate',
      { DomainEndpointOptions: { CustomEndpointEnabled: true, CustomEndpoint: 'search.example.com' } },
      {
        DomainEndpointOptions: {
          CustomEndpointEnabled: true,
          CustomEndpoint: 'search.example.com',
          CustomEndpointCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a',
        },
      },
      'DomainEndpointOptions.CustomEndpointCertificateArn',
    ],
  ]),
  ...rowsOf('efs-encryption', 'AWS::EFS::FileSystem', [
    ['a key without encryption', { KmsKeyId: 'alias/a' }, { KmsKeyId: 'alias/a', Encrypted: true }, 'Encrypted'],
  ]),
  ...rowsOf('efs-lifecycle', 'AWS::EFS::FileSystem', [
    [
      'two transitions in one policy',
      { LifecyclePolicies: [{ TransitionToIA: 'AFTER_30_DAYS', TransitionToPrimaryStorageClass: 'AFTER_1_ACCESS' }] },
      { LifecyclePolicies: [{ TransitionToIA: 'AFTER_30_DAYS' }, { TransitionToPrimaryStorageClass: 'AFTER_1_ACCESS' }] },
      'LifecyclePolicies[0].TransitionToPrimaryStorageClass',
    ],
    [
      'the archive before infrequent access',
      { ThroughputMode: 'elastic', LifecyclePolicies: [{ TransitionToIA: 'AFTER_90_DAYS' }, { TransitionToArchive: 'AFTER_30_DAYS' }] },
      { ThroughputMode: 'elastic', LifecyclePolicies: [{ TransitionToIA: 'AFTER_30_DAYS' }, { TransitionToArchive: 'AFTER_90_DAYS' }] },
      'LifecyclePolicies[1].TransitionToArchive',
    ],
    [
      'the archive without elastic throughput',
      { LifecyclePolicies: [{ TransitionToArchive: 'AFTER_90_DAYS' }] },
      { ThroughputMode: 'elastic', LifecyclePolicies: [{ TransitionToArchive: 'AFTER_90_DAYS' }] },
      'LifecyclePolicies[0].TransitionToArchive',
    ],
  ]),
  ...rowsOf('backup-rule', 'AWS::Backup::BackupPlan', [
    [
      'a start window of 30 minutes',
      plan({ StartWindowMinutes: 30 }),
      plan({ StartWindowMinutes: 60 }),
      'BackupPlan.BackupPlanRule[0].StartWindowMinutes',
    ],
    [
      'continuous backups of 90 days',
      plan({ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 90 } }),
      plan({ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 35 } }),
      'BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays',
    ],
  ]),
  ...rowsOf('backup-lock', 'AWS::Backup::BackupVault', [
    ['a minimum above the maximum', vault({ MaxRetentionDays: 6 }), vault({ MaxRetentionDays: 7 }), 'LockConfiguration.MinRetentionDays'],
    [
      'a lock that can be changed for one day',
      vault({ ChangeableForDays: 1 }),
      vault({ ChangeableForDays: 3 }),
      'LockConfiguration.ChangeableForDays',
    ],
  ]),
  ...rowsOf('cognito-client', 'AWS::Cognito::UserPoolClient', [
    [
      'grants without scopes',
      client({ AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], ...CALLBACK }),
      oauth(['code'], CALLBACK),
      'AllowedOAuthScopes',
    ],
    [
      'client credentials with another grant',
      oauth(['code', 'client_credentials'], { GenerateSecret: true, ...CALLBACK }),
      oauth(['client_credentials'], { GenerateSecret: true }),
      'AllowedOAuthFlows',
    ],
    [
      'client credentials without a secret',
      oauth(['client_credentials']),
      oauth(['client_credentials'], { GenerateSecret: true }),
      'GenerateSecret',
    ],
    [
      'a callback over HTTP',
      client({ CallbackURLs: ['http://example.com'] }),
      client({ CallbackURLs: ['http://localhost:3000', 'shop://orders'] }),
      'CallbackURLs[0]',
    ],
    [
      'a default URL that is not in the list',
      client({ CallbackURLs: ['https://a.example.com'], DefaultRedirectURI: 'https://b.example.com' }),
      client({ CallbackURLs: ['https://b.example.com'], DefaultRedirectURI: 'https://b.example.com' }),
      'DefaultRedirectURI',
    ],
    [
      'access tokens of 48 hours',
      client({ AccessTokenValidity: 48 }),
      client({ AccessTokenValidity: 48, TokenValidityUnits: { AccessToken: 'minutes' } }),
      'AccessTokenValidity',
    ],
  ]),
  ...rowsOf('cognito-pool', 'AWS::Cognito::UserPool', [
    [
      'aliases next to usernames',
      { UsernameAttributes: ['email'], AliasAttributes: ['phone_number'] },
      { UsernameAttributes: ['email', 'phone_number'] },
      'AliasAttributes',
    ],
    [
      'passwords of 4 characters',
      { Policies: { PasswordPolicy: { MinimumLength: 4 } } },
      { Policies: { PasswordPolicy: { MinimumLength: 6 } } },
      'Policies.PasswordPolicy.MinimumLength',
    ],
    [
      'a required custom attribute',
      { Schema: [{ Name: 'plan', AttributeDataType: 'String', Required: true }] },
      { Schema: [{ Name: 'email', AttributeDataType: 'String', Required: true }] },
      'Schema[0].Required',
    ],
    [
      'SES without a source',
      { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } },
      { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com' } },
      'EmailConfiguration.SourceArn',
    ],
  ]),
  ...rowsOf('cognito-domain', 'AWS::Cognito::UserPoolDomain', [
    ['a prefix with cognito', { UserPoolId: 'a', Domain: 'shop-cognito' }, { UserPoolId: 'a', Domain: 'shop-login' }, 'Domain'],
  ]),
  ...rowsOf('appsync-authentication', 'AWS::AppSync::GraphQLApi', [
    [
      'a user pool that is not named',
      { Name: 'a', AuthenticationType: 'AMAZON_COGNITO_USER_POOLS' },
      { Name: 'a', AuthenticationType: 'API_KEY' },
      'UserPoolConfig',
    ],
    [
      'an issuer that is not named',
      { Name: 'a', AuthenticationType: 'OPENID_CONNECT' },
      { Name: 'a', AuthenticationType: 'AWS_IAM' },
      'OpenIDConnectConfig',
    ],
  ]),
  ...rowsOf('appsync-data-source', 'AWS::AppSync::DataSource', [
    [
      'no function',
      data({ Type: 'AWS_LAMBDA', ServiceRoleArn: ROLE }),
      data({ Type: 'AWS_LAMBDA', ServiceRoleArn: ROLE, LambdaConfig: { LambdaFunctionArn: FUNCTION } }),
      'LambdaConfig',
    ],
    [
      'no role',
      data({ Type: 'AMAZON_DYNAMODB', DynamoDBConfig: { AwsRegion: 'us-east-1', TableName: 'a' } }),
      data({ Type: 'NONE' }),
      'ServiceRoleArn',
    ],
  ]),
  ...rowsOf('appsync-resolver', 'AWS::AppSync::Resolver', [
    ['no data source', resolver({}), resolver({ DataSourceName: 'a' }), 'DataSourceName'],
    [
      'a pipeline without functions',
      resolver({ Kind: 'PIPELINE' }),
      resolver({ Kind: 'PIPELINE', PipelineConfig: { Functions: ['a'] } }),
      'PipelineConfig',
    ],
  ]),
  ...rowsOf('codebuild-source', 'AWS::CodeBuild::Project', [
    [
      'artifacts of a pipeline without its source',
      project(GITHUB, { Type: 'CODEPIPELINE' }),
      project({ Type: 'CODEPIPELINE' }, { Type: 'CODEPIPELINE' }),
      'Source.Type',
    ],
    [
      'no source and no buildspec',
      project({ Type: 'NO_SOURCE' }),
      project({ Type: 'NO_SOURCE', BuildSpec: 'version: 0.2' }),
      'Source.BuildSpec',
    ],
    ['no repository', project({ Type: 'GITHUB' }), project(GITHUB), 'Source.Location'],
    [
      'no bucket of the cache',
      project(GITHUB, { Type: 'NO_ARTIFACTS' }, { Cache: { Type: 'S3' } }),
      project(GITHUB, { Type: 'NO_ARTIFACTS' }, { Cache: { Type: 'S3', Location: 'bucket/cache' } }),
      'Cache.Location',
    ],
  ]),
  ...rowsOf('ssm-parameter', 'AWS::SSM::Parameter', [
    ['a name that begins with aws', parameter({ Name: 'awsTestParameter' }), parameter({ Name: 'test-aws' }), 'Name'],
    ['a hierarchy without a slash at its start', parameter({ Name: 'shop/a' }), parameter({}), 'Name'],
    ['16 levels', parameter({ Name: '/a'.repeat(16) }), parameter({ Name: '/a'.repeat(15) }), 'Name'],
    [
      'a policy of a standard parameter',
      parameter({ Tier: 'Standard', Policies: '[]' }),
      parameter({ Tier: 'Advanced', Policies: '[]' }),
      'Policies',
    ],
    [
      '5000 bytes in a standard parameter',
      parameter({ Value: 'a'.repeat(5000) }),
      parameter({ Value: 'a'.repeat(5000), Tier: 'Advanced' }),
      'Value',
    ],
  ]),
  ...rowsOf('kms-key', 'AWS::KMS::Key', [
    [
      'encryption with a key for signatures',
      key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'ENCRYPT_DECRYPT' }),
      key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
      'KeyUsage',
    ],
    ['no usage of an HMAC key', key({ KeySpec: 'HMAC_256' }), key({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }), 'KeyUsage'],
    [
      'rotation of an RSA key',
      key({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY', EnableKeyRotation: true }),
      key({ EnableKeyRotation: true }),
      'EnableKeyRotation',
    ],
  ]),
  ...rowsOf('kms-alias', 'AWS::KMS::Alias', [
    ['a reserved name', { AliasName: 'alias/aws/a', TargetKeyId: 'a' }, { AliasName: 'alias/shop', TargetKeyId: 'a' }, 'AliasName'],
  ]),
];
