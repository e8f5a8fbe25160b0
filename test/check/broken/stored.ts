import type { Broken } from '../texts';
import { addition, type Properties, rowsOf } from './rows';

const INSTANCE = 'AWS::RDS::DBInstance';
const BUCKET = 'AWS::S3::Bucket';
const database = (engine: string, more: Properties) => ({
  Engine: engine,
  EngineLifecycleSupport: 'open-source-rds-extended-support-disabled',
  DBInstanceClass: 'db.m7g.large',
  AllocatedStorage: '100',
  MaxAllocatedStorage: 200,
  StorageType: 'gp3',
  MasterUsername: 'app',
  ManageMasterUserPassword: true,
  ...more,
});
const password = (text: string) => database('mysql', { ManageMasterUserPassword: false, MasterUserPassword: text });
const user = (more: Properties) => ({ UserId: 'a', UserName: 'a', Engine: 'valkey', AccessString: 'on ~* +@all', ...more });
const SECRET = 'a'.repeat(16);
const group = (more: Properties) => ({
  ReplicationGroupDescription: 'a',
  Engine: 'valkey',
  CacheNodeType: 'cache.r7g.large',
  NumCacheClusters: 2,
  AutomaticFailoverEnabled: true,
  TransitEncryptionEnabled: true,
  ...more,
});
const zone = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });
const cluster = (more: Properties) => ({
  RoleArn: 'arn:aws:iam::123456789012:role/a',
  Version: '1.35',
  UpgradePolicy: { SupportType: 'STANDARD' },
  ResourcesVpcConfig: { SubnetIds: ['subnet-1', 'subnet-2'], EndpointPrivateAccess: true, EndpointPublicAccess: false },
  ...more,
});
const open = (address: string) =>
  cluster({ ResourcesVpcConfig: { SubnetIds: ['subnet-1', 'subnet-2'], EndpointPrivateAccess: true, PublicAccessCidrs: [address] } });
const encrypted = (resource: string) => cluster({ EncryptionConfig: [{ Provider: { KeyArn: 'a' }, Resources: [resource] }] });
const spot = (more: Properties) => ({
  LaunchTemplateData: {
    MetadataOptions: { HttpTokens: 'required' },
    InstanceMarketOptions: { MarketType: 'spot', SpotOptions: { InstanceInterruptionBehavior: 'stop', ...more } },
  },
});
const endpoint = (more: Properties) => ({
  VpcId: 'vpc-1',
  ServiceName: 'com.amazonaws.us-east-1.s3',
  RouteTableIds: ['rtb-1'],
  ...more,
});
const trust = (principal: unknown) => ({
  AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }] },
});
const ACCOUNT = 'arn:aws:iam::123456789012:';
const generated = (more: Properties) => ({ GenerateSecretString: more });
const NO_LETTERS = { ExcludeLowercase: true, ExcludeUppercase: true, ExcludeNumbers: true };
const lifecycle = (...rules: readonly Properties[]) => ({
  LifecycleConfiguration: { Rules: rules.map((rule) => ({ Status: 'Enabled', ...rule })) },
});
const replication = (destination: Properties, more: Properties = {}) => ({
  VersioningConfiguration: { Status: 'Enabled' },
  ReplicationConfiguration: {
    Role: 'arn:aws:iam::123456789012:role/a',
    Rules: [
      {
        Status: 'Enabled',
        Priority: 1,
        Filter: { Prefix: 'a' },
        DeleteMarkerReplication: { Status: 'Disabled' },
        Destination: { Bucket: 'arn:aws:s3:::example-2', ...destination },
        ...more,
      },
    ],
  },
});
const TIME = { ReplicationTime: { Status: 'Enabled', Time: { Minutes: 15 } } };
const METRICS = { Metrics: { Status: 'Enabled', EventThreshold: { Minutes: 15 } } };
const KMS = { SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } } };
const KEY = { EncryptionConfiguration: { ReplicaKmsKeyID: 'a' } };
const owned = (ownership: string) => ({
  AccessControl: 'LogDeliveryWrite',
  OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] },
});
const table = (more: Properties) => ({
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  BillingMode: 'PAY_PER_REQUEST',
  ...more,
});
const UNITS = { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } };
const LIMIT = { OnDemandThroughput: { MaxReadRequestUnits: 10 } };

/** Broken databases, caches, clusters, networks, roles, secrets, buckets and tables. */
export const BROKEN_STORED: readonly Broken[] = [
  ...rowsOf('rds-license', INSTANCE, [
    [
      'a license of Oracle',
      database('postgres', { LicenseModel: 'license-included' }),
      database('postgres', { LicenseModel: 'postgresql-license' }),
      'LicenseModel',
    ],
  ]),
  ...rowsOf('rds-storage-limit', INSTANCE, [
    [
      'a maximum of 50 GiB',
      database('mysql', { MaxAllocatedStorage: 50 }),
      database('mysql', { MaxAllocatedStorage: 110 }),
      'AllocatedStorage',
    ],
  ]),
  ...rowsOf('rds-database-name', INSTANCE, [
    ['a hyphen', database('postgres', { DBName: 'my-shop' }), database('postgres', { DBName: 'my_shop' }), 'DBName'],
  ]),
  ...rowsOf('rds-master-username', INSTANCE, [
    [
      '17 characters of MySQL',
      database('mysql', { MasterUsername: 'a'.repeat(17) }),
      database('mysql', { MasterUsername: 'a'.repeat(16) }),
      'MasterUsername',
    ],
    [
      'a hyphen of PostgreSQL',
      database('postgres', { MasterUsername: 'my-app' }),
      database('postgres', { MasterUsername: 'my_app' }),
      'MasterUsername',
    ],
  ]),
  ...rowsOf('rds-password-characters', INSTANCE, [['an at sign', password('secret@word'), password('secret-word'), 'MasterUserPassword']]),
  ...rowsOf('elasticache-user', 'AWS::ElastiCache::User', [
    [
      'passwords that it does not require',
      user({ NoPasswordRequired: true, Passwords: [SECRET] }),
      user({ Passwords: [SECRET] }),
      'Passwords',
    ],
    ['a short password', user({ Passwords: ['a'] }), user({ Passwords: [SECRET] }), 'Passwords[0]'],
    ['three passwords', user({ Passwords: [SECRET, SECRET, SECRET] }), user({ Passwords: [SECRET, SECRET] }), 'Passwords'],
  ]),
  ...rowsOf('elasticache-group', 'AWS::ElastiCache::ReplicationGroup', [
    ['backups for 36 days', group({ SnapshotRetentionLimit: 36 }), group({ SnapshotRetentionLimit: 35 }), 'SnapshotRetentionLimit'],
  ]),
  ...rowsOf('elasticache-zones', 'AWS::ElastiCache::ReplicationGroup', [
    [
      'one zone for two nodes',
      group({ PreferredCacheClusterAZs: [zone(0)] }),
      group({ PreferredCacheClusterAZs: [zone(0), zone(1)] }),
      'PreferredCacheClusterAZs',
    ],
  ]),
  ...rowsOf('eks-cluster-setting', 'AWS::EKS::Cluster', [
    ['a private address', open('172.16.0.0/12'), open('172.32.0.0/12'), 'ResourcesVpcConfig.PublicAccessCidrs[0]'],
    ['encrypted pods', encrypted('pods'), encrypted('secrets'), 'EncryptionConfig[0].Resources[0]'],
  ]),
  ...rowsOf('ec2-spot-interruption', 'AWS::EC2::LaunchTemplate', [
    [
      'a request for once',
      spot({ SpotInstanceType: 'one-time' }),
      spot({ SpotInstanceType: 'persistent' }),
      'LaunchTemplateData.InstanceMarketOptions.SpotOptions.SpotInstanceType',
    ],
  ]),
  ...rowsOf('ec2-endpoint-type', 'AWS::EC2::VPCEndpoint', [
    ['private DNS of a gateway', endpoint({ PrivateDnsEnabled: true }), endpoint({}), 'PrivateDnsEnabled'],
  ]),
  ...rowsOf('iam-principal', 'AWS::IAM::Role', [
    [
      'a wildcard',
      trust({ AWS: `${ACCOUNT}role/*` }),
      trust({ AWS: `${ACCOUNT}root` }),
      'AssumeRolePolicyDocument.Statement[0].Principal.AWS',
    ],
    ['an ARN without a key', trust(`${ACCOUNT}root`), trust({ AWS: `${ACCOUNT}root` }), 'AssumeRolePolicyDocument.Statement[0].Principal'],
  ]),
  ...rowsOf('secret-password', 'AWS::SecretsManager::Secret', [
    ['three characters', generated({ PasswordLength: 3 }), generated({ PasswordLength: 4 }), 'GenerateSecretString.PasswordLength'],
    [
      'no characters',
      generated({ ...NO_LETTERS, ExcludePunctuation: true }),
      generated(NO_LETTERS),
      'GenerateSecretString.ExcludePunctuation',
    ],
  ]),
  addition(
    'secret-name',
    'a space',
    { Tested: ['AWS::SecretsManager::Secret', { Name: 'shop password' }] },
    { Tested: ['AWS::SecretsManager::Secret', {}] },
    'Tested Properties.Name',
  ),
  ...rowsOf('s3-name', BUCKET, [
    ['capital letters', { BucketName: 'Shop-files' }, { BucketName: 'shop-files' }, 'BucketName'],
    ['an IP address', { BucketName: '192.168.5.4' }, { BucketName: '192.168.5.4-files' }, 'BucketName'],
    ['a reserved prefix', { BucketName: 'xn--shop' }, { BucketName: 'xn-shop' }, 'BucketName'],
    ['a reserved suffix', { BucketName: 'shop-s3alias' }, { BucketName: 'shop-alias' }, 'BucketName'],
    ['adjacent periods', { BucketName: 'shop..files' }, { BucketName: 'shop.files' }, 'BucketName'],
  ]),
  ...rowsOf('s3-acl', BUCKET, [
    ['the default ownership', { AccessControl: 'PublicRead' }, { AccessControl: 'Private' }, 'AccessControl'],
    ['the ownership of the bucket', owned('BucketOwnerEnforced'), owned('ObjectWriter'), 'AccessControl'],
  ]),
  ...rowsOf('s3-lifecycle-action', BUCKET, [
    [
      'no action',
      lifecycle({ Prefix: 'a' }),
      lifecycle({ Prefix: 'a', ExpirationInDays: 1 }),
      'LifecycleConfiguration.Rules[0].ExpirationInDays',
    ],
    [
      'two rules of one ID',
      lifecycle({ Id: 'a', ExpirationInDays: 1 }, { Id: 'a', ExpirationInDays: 2 }),
      lifecycle({ Id: 'a', ExpirationInDays: 1 }, { Id: 'b', ExpirationInDays: 2 }),
      'LifecycleConfiguration.Rules[1].Id',
    ],
    [
      'delete markers next to days',
      lifecycle({ ExpiredObjectDeleteMarker: true, ExpirationInDays: 1 }),
      lifecycle({ ExpiredObjectDeleteMarker: true }),
      'LifecycleConfiguration.Rules[0].ExpirationInDays',
    ],
  ]),
  ...rowsOf('s3-replication-filter', BUCKET, [
    [
      'a time without metrics',
      replication(TIME),
      replication({ ...TIME, ...METRICS }),
      'ReplicationConfiguration.Rules[0].Destination.Metrics',
    ],
    [
      'encrypted objects without a key',
      replication({}, KMS),
      replication(KEY, KMS),
      'ReplicationConfiguration.Rules[0].Destination.EncryptionConfiguration.ReplicaKmsKeyID',
    ],
  ]),
  ...rowsOf('dynamodb-throughput', 'AWS::DynamoDB::Table', [
    ['a limit of a provisioned table', table({ BillingMode: 'PROVISIONED', ...UNITS, ...LIMIT }), table(LIMIT), 'OnDemandThroughput'],
    ['an empty limit', table({ OnDemandThroughput: {} }), table(LIMIT), 'OnDemandThroughput.MaxReadRequestUnits'],
  ]),
];
