import type { UsageOf } from './pricers/quantities';

/** Values of a property for which a feature has a charge. */
export type PaidValues =
  /** Every value but false, 0 and an empty list. */
  | { readonly kind: 'any' }
  /** One of these words. */
  | {
      readonly kind: 'words';
      /** The words, as CloudFormation spells them. */
      readonly words: readonly string[];
    }
  /** Every word but these. */
  | {
      readonly kind: 'other-words';
      /** The words, as CloudFormation spells them. */
      readonly words: readonly string[];
    }
  /** A word that has this form. */
  | {
      readonly kind: 'form';
      /** The form of the whole word. */
      readonly form: RegExp;
    }
  /** A number above this one. */
  | {
      readonly kind: 'above';
      /** Largest number without a charge, in the unit of the property. */
      readonly limit: number;
    };

/** A property that adds a charge to a resource, regardless of its other charges. */
export interface PaidFeature {
  /** CloudFormation type of the resource. */
  readonly type: string;
  /** Names of the properties that lead to the value, from the outermost; `*` stands for each member of a list or of a map. */
  readonly path: readonly string[];
  /** Values with a charge. */
  readonly paid: PaidValues;
  /** The feature, as reports name it. */
  readonly feature: string;
  /** The charge, which is usage. Default: the price list has no price of it, and the estimate is incomplete. */
  readonly usage?: UsageOf;
  /** The page that says that it has a charge. */
  readonly source: string;
}

const ANY = { kind: 'any' } as const;
const words = (...known: readonly string[]): PaidValues => ({ kind: 'words', words: known });
const otherThan = (...known: readonly string[]): PaidValues => ({ kind: 'other-words', words: known });
const form = (pattern: RegExp): PaidValues => ({ kind: 'form', form: pattern });
const above = (limit: number): PaidValues => ({ kind: 'above', limit });

const METRICS = {
  kind: 'custom-metrics',
  sku: 'cloudwatch/metric',
  group: 'observability and security',
  key: 'customMetrics',
} as const satisfies UsageOf;

/** Logs in a log group that the service creates. A row for their ingestion, and one for their storage. */
const LOGS = {
  ingested: { kind: 'log-ingest-gb', sku: 'logs/ingest', group: 'observability and security', key: 'logIngestGb' },
  stored: { kind: 'log-storage-gb-months', sku: 'logs/storage', group: 'observability and security', key: 'logStoredGb' },
} as const satisfies Readonly<Record<string, UsageOf>>;

const TRACES = {
  kind: 'recorded-traces',
  sku: 'xray/traces',
  group: 'observability and security',
  key: 'recordedTraces',
  per: 1_000_000,
} as const satisfies UsageOf;
const CAPTCHAS = {
  kind: 'captcha-attempts',
  sku: 'waf/captcha',
  group: 'observability and security',
  key: 'captchaAttempts',
  per: 10_000,
} as const satisfies UsageOf;
const CHALLENGES = {
  kind: 'challenge-responses',
  sku: 'waf/challenge',
  group: 'observability and security',
  key: 'challengeResponses',
  per: 1_000_000,
} as const satisfies UsageOf;

const ANALYZED = {
  kind: 'objects-analyzed',
  sku: 's3/analytics',
  group: 'storage and backup',
  key: 'analyzedObjects',
  per: 1_000_000,
} as const satisfies UsageOf;
const LISTED = {
  kind: 'objects-listed',
  sku: 's3/inventory',
  group: 'storage and backup',
  key: 'listedObjects',
  per: 1_000_000,
} as const satisfies UsageOf;
const DATA_API = {
  kind: 'database-api-requests',
  sku: 'aurora/data-api',
  group: 'database',
  key: 'apiRequests',
  per: 1_000_000,
} as const satisfies UsageOf;

/**
 * Elasticsearch 5.6, whose extended support has a price by normalized instance hours. Source: Amazon OpenSearch Service developer guide,
 * "Calculating extended support charges". The standard support of DocumentDB 3.6 ended on 2026-03-30.
 */
const ELASTICSEARCH_5_6 = /^(?:Elasticsearch_)?5\.6$/;

/** `page` is the folder of the pricing page of AWS that states the charge. */
const of = (type: string, path: string, paid: PaidValues, feature: string, page: string, usage?: UsageOf): PaidFeature => ({
  type: `AWS::${type}`,
  path: path.split('.'),
  paid,
  feature,
  source: `https://aws.amazon.com/${page}/pricing/`,
  ...(usage !== undefined && { usage }),
});

/** Rows of logs that a property turns on, and that the service writes to a log group that no template contains. */
const logsOf = (type: string, path: string, paid: PaidValues, logs: string): readonly PaidFeature[] => [
  of(type, path, paid, logs, 'cloudwatch', LOGS.ingested),
  of(type, path, paid, `${logs} in store`, 'cloudwatch', LOGS.stored),
];

/**
 * Properties with a charge that no pricer knows. Without its line the estimate is too low without a warning. A pricer that learns a price
 * replaces the row.
 */
export const PAID_FEATURES: readonly PaidFeature[] = [
  of('AmazonMQ::Broker', 'StorageSize', ANY, 'a size of the storage', 'amazon-mq'),
  of('Amplify::App', 'Platform', otherThan('WEB'), 'server-side rendering', 'amplify'),
  of('Amplify::App', 'JobConfig.BuildComputeType', otherThan('STANDARD_8GB'), 'larger build instances', 'amplify'),
  of('ApiGateway::Deployment', 'StageDescription.CacheClusterEnabled', ANY, 'a cache of the stage', 'api-gateway'),
  ...logsOf('ApiGateway::Deployment', 'StageDescription.LoggingLevel', otherThan('OFF'), 'execution logs'),
  ...logsOf('ApiGateway::Deployment', 'StageDescription.MethodSettings.*.LoggingLevel', otherThan('OFF'), 'execution logs'),
  of('ApiGateway::Deployment', 'StageDescription.MethodSettings.*.MetricsEnabled', ANY, 'detailed metrics', 'cloudwatch', METRICS),
  of('ApiGateway::Deployment', 'StageDescription.MetricsEnabled', ANY, 'detailed metrics', 'cloudwatch', METRICS),
  of('ApiGateway::Deployment', 'StageDescription.TracingEnabled', ANY, 'tracing', 'xray', TRACES),
  ...logsOf('ApiGateway::Stage', 'MethodSettings.*.LoggingLevel', otherThan('OFF'), 'execution logs'),
  of('ApiGateway::Stage', 'MethodSettings.*.MetricsEnabled', ANY, 'detailed metrics', 'cloudwatch', METRICS),
  of('ApiGateway::Stage', 'TracingEnabled', ANY, 'tracing', 'xray', TRACES),
  of('ApiGatewayV2::Stage', 'DefaultRouteSettings.DetailedMetricsEnabled', ANY, 'detailed metrics', 'cloudwatch', METRICS),
  ...logsOf('ApiGatewayV2::Stage', 'DefaultRouteSettings.LoggingLevel', otherThan('OFF'), 'execution logs'),
  of('ApiGatewayV2::Stage', 'RouteSettings.*.DetailedMetricsEnabled', ANY, 'detailed metrics', 'cloudwatch', METRICS),
  ...logsOf('ApiGatewayV2::Stage', 'RouteSettings.*.LoggingLevel', otherThan('OFF'), 'execution logs'),
  of('AppSync::GraphQLApi', 'EnhancedMetricsConfig', ANY, 'enhanced metrics', 'cloudwatch', METRICS),
  ...logsOf('AppSync::GraphQLApi', 'LogConfig.CloudWatchLogsRoleArn', otherThan(''), 'request logs'),
  of('AppSync::GraphQLApi', 'XrayEnabled', ANY, 'tracing', 'xray', TRACES),
  of('Athena::WorkGroup', 'WorkGroupConfiguration.EngineVersion.SelectedEngineVersion', form(/^PySpark/), 'notebooks', 'athena'),
  of('Backup::BackupPlan', 'BackupPlan.BackupPlanRule.*.IndexActions', ANY, 'indexes of backups', 'backup'),
  of('Backup::BackupPlan', 'BackupPlan.BackupPlanRule.*.ScanActions', ANY, 'malware scans of backups', 'backup'),
  of('CloudFront::Distribution', 'DistributionConfig.CacheBehaviors.*.RealtimeLogConfigArn', ANY, 'real-time logs', 'cloudfront'),
  of(
    'CloudFront::Distribution',
    'DistributionConfig.DefaultCacheBehavior.FieldLevelEncryptionId',
    form(/./),
    'field-level encryption',
    'cloudfront',
  ),
  of('CloudFront::Distribution', 'DistributionConfig.DefaultCacheBehavior.RealtimeLogConfigArn', ANY, 'real-time logs', 'cloudfront'),
  of('CloudFront::Distribution', 'DistributionConfig.Origins.*.OriginShield.Enabled', ANY, 'Origin Shield', 'cloudfront'),
  of('CloudWatch::Alarm', 'EvaluationCriteria.PromQLCriteria.Query', ANY, 'a query in PromQL', 'cloudwatch'),
  of('CodeBuild::Project', 'Environment.DockerServer.ComputeType', ANY, 'a Docker server', 'codebuild'),
  of('Cognito::UserPool', 'EnabledMfas.*', words('SMS_MFA'), 'text messages', 'sns'),
  of('Cognito::UserPoolClient', 'AllowedOAuthFlows.*', words('client_credentials'), 'tokens for applications', 'cognito'),
  of('DocDB::DBCluster', 'EngineVersion', form(/^3\.6/), 'extended support', 'documentdb'),
  of('DynamoDB::GlobalTable', 'Replicas.*.ContributorInsightsSpecification.Enabled', ANY, 'Contributor Insights', 'dynamodb'),
  of(
    'DynamoDB::GlobalTable',
    'Replicas.*.GlobalSecondaryIndexes.*.ContributorInsightsSpecification.Enabled',
    ANY,
    'Contributor Insights',
    'dynamodb',
  ),
  of('DynamoDB::GlobalTable', 'VectorIndexes', ANY, 'vector indexes', 'dynamodb'),
  of('DynamoDB::Table', 'ContributorInsightsSpecification.Enabled', ANY, 'Contributor Insights', 'dynamodb'),
  of('DynamoDB::Table', 'GlobalSecondaryIndexes.*.ContributorInsightsSpecification.Enabled', ANY, 'Contributor Insights', 'dynamodb'),
  of('DynamoDB::Table', 'VectorIndexes', ANY, 'vector indexes', 'dynamodb'),
  of(
    'EC2::LaunchTemplate',
    'LaunchTemplateData.BlockDeviceMappings.*.Ebs.VolumeInitializationRate',
    above(0),
    'a rate of initialization of volumes',
    'ebs',
  ),
  of('EC2::VPCEndpoint', 'ServiceRegion', ANY, 'a service in another Region', 'privatelink'),
  of('EC2::VPNConnection', 'EnableAcceleration', ANY, 'accelerators of the VPN', 'vpn'),
  of('EC2::VPNConnection', 'TunnelBandwidth', otherThan('standard'), 'large bandwidth tunnels', 'vpn'),
  of('EC2::VPNConnection', 'VpnConcentratorId', form(/./), 'a VPN Concentrator', 'vpn'),
  of('ECS::Service', 'Monitoring.MetricConfigurations.*.ResolutionSeconds', words('20'), 'metrics of a higher resolution', 'cloudwatch'),
  of(
    'ECS::Service',
    'VolumeConfigurations.*.ManagedEBSVolume.VolumeInitializationRate',
    above(0),
    'a rate of initialization of volumes',
    'ebs',
  ),
  ...logsOf('ECS::TaskDefinition', 'ContainerDefinitions.*.LogConfiguration.Options.awslogs-create-group', ANY, 'container logs'),
  of('EFS::FileSystem', 'BackupPolicy.Status', words('ENABLED'), 'automatic backups', 'backup'),
  of('EFS::FileSystem', 'ReplicationConfiguration.Destinations', ANY, 'the replica file system', 'efs'),
  of('EKS::Cluster', 'ControlPlaneScalingConfig.Tier', otherThan('standard'), 'a provisioned control plane', 'eks'),
  of('EKS::Cluster', 'RemoteNetworkConfig.RemoteNodeNetworks', ANY, 'hybrid nodes', 'eks'),
  of('EKS::Nodegroup', 'WarmPoolConfig.Enabled', ANY, 'instances of a warm pool', 'eks'),
  of(
    'EMRServerless::Application',
    'InitialCapacity.*.Value.WorkerConfiguration.DiskType',
    otherThan('STANDARD'),
    'shuffle-optimized disks',
    'emr',
  ),
  ...logsOf('EMRServerless::Application', 'MonitoringConfiguration.CloudWatchLoggingConfiguration.Enabled', ANY, 'job logs'),
  of('ElasticLoadBalancingV2::Listener', 'MutualAuthentication.TrustStoreArn', ANY, 'a trust store', 'elasticloadbalancing'),
  of(
    'ElasticLoadBalancingV2::LoadBalancer',
    'MinimumLoadBalancerCapacity.CapacityUnits',
    ANY,
    'reserved capacity units',
    'elasticloadbalancing',
  ),
  of('Elasticsearch::Domain', 'ElasticsearchClusterConfig.ColdStorageOptions.Enabled', ANY, 'cold storage', 'opensearch-service'),
  of('Elasticsearch::Domain', 'ElasticsearchClusterConfig.WarmEnabled', ANY, 'warm storage', 'opensearch-service'),
  of('Elasticsearch::Domain', 'ElasticsearchVersion', form(ELASTICSEARCH_5_6), 'extended support', 'opensearch-service'),
  ...logsOf(
    'FSx::FileSystem',
    'WindowsConfiguration.AuditLogConfiguration.FileAccessAuditLogLevel',
    otherThan('DISABLED'),
    'file access audit logs',
  ),
  ...logsOf(
    'FSx::FileSystem',
    'WindowsConfiguration.AuditLogConfiguration.FileShareAccessAuditLogLevel',
    otherThan('DISABLED'),
    'file share access audit logs',
  ),
  of('GlobalAccelerator::Accelerator', 'FlowLogsEnabled', ANY, 'flow logs', 'cloudwatch', {
    kind: 'flow-log-gb',
    sku: 'logs/delivery-to-s3',
    group: 'observability and security',
    key: 'logIngestGb',
  }),
  of('ImageBuilder::Image', 'ImageScanningConfiguration.ImageScanningEnabled', ANY, 'image scans', 'inspector'),
  of('ImageBuilder::ImagePipeline', 'ImageScanningConfiguration.ImageScanningEnabled', ANY, 'image scans', 'inspector'),
  of('Kinesis::Stream', 'DesiredShardLevelMetrics', ANY, 'shard-level metrics', 'cloudwatch', METRICS),
  of('Lambda::Function', 'TracingConfig.Mode', words('Active'), 'tracing', 'xray', TRACES),
  of('Lambda::Function', 'TenancyConfig.TenantIsolationMode', ANY, 'tenant isolation', 'lambda'),
  of('Logs::LogGroup', 'DataProtectionPolicy', ANY, 'data protection', 'cloudwatch'),
  of(
    'MSK::Cluster',
    'BrokerNodeGroupInfo.ConnectivityInfo.VpcConnectivity.ClientAuthentication',
    ANY,
    'multi-VPC private connectivity',
    'msk',
  ),
  of('MSK::Cluster', 'EnhancedMonitoring', otherThan('DEFAULT'), 'metrics above level DEFAULT', 'cloudwatch', METRICS),
  of('MSK::Cluster', 'StorageMode', otherThan('LOCAL'), 'tiered storage', 'msk'),
  ...logsOf('MWAA::Environment', 'LoggingConfiguration.*.Enabled', ANY, 'Airflow logs'),
  of('MWAA::Environment', 'MaxWebservers', above(2), 'web servers above two', 'managed-workflows-for-apache-airflow'),
  of(
    'NetworkFirewall::FirewallPolicy',
    'FirewallPolicy.StatefulRuleGroupReferences.*.DeepThreatInspection',
    ANY,
    'active threat defense',
    'network-firewall',
  ),
  of(
    'NetworkFirewall::FirewallPolicy',
    'FirewallPolicy.TLSInspectionConfigurationArn',
    form(/./),
    'advanced inspection',
    'network-firewall',
  ),
  of('OpenSearchService::Domain', 'AIMLOptions.S3VectorsEngine.Enabled', ANY, 'S3 Vectors', 'opensearch-service'),
  of('OpenSearchService::Domain', 'AIMLOptions.ServerlessVectorAcceleration.Enabled', ANY, 'vector acceleration', 'opensearch-service'),
  of('OpenSearchService::Domain', 'ClusterConfig.ColdStorageOptions.Enabled', ANY, 'cold storage', 'opensearch-service'),
  of('OpenSearchService::Domain', 'ClusterConfig.WarmEnabled', ANY, 'warm storage', 'opensearch-service'),
  of('OpenSearchService::Domain', 'EngineVersion', form(ELASTICSEARCH_5_6), 'extended support', 'opensearch-service'),
  of('RDS::DBCluster', 'BacktrackWindow', above(0), 'Backtrack', 'rds/aurora'),
  of('RDS::DBCluster', 'DatabaseInsightsMode', form(/^advanced$/i), 'Database Insights Advanced mode', 'rds'),
  of('RDS::DBCluster', 'EnableHttpEndpoint', ANY, 'HTTP endpoint', 'rds/aurora', DATA_API),
  of('RDS::DBCluster', 'GlobalClusterIdentifier', ANY, 'replicated write I/Os', 'rds/aurora'),
  of('RDS::DBCluster', 'PerformanceInsightsRetentionPeriod', above(7), 'long Performance Insights retention', 'rds/performance-insights'),
  of('RDS::DBInstance', 'AdditionalStorageVolumes', ANY, 'additional storage volumes', 'rds/oracle'),
  of('RDS::DBInstance', 'AutomaticBackupReplicationRegion', ANY, 'automated backups in another Region', 'rds'),
  of('RDS::DBInstance', 'DatabaseInsightsMode', form(/^advanced$/i), 'Database Insights Advanced mode', 'rds'),
  of('RDS::DBInstance', 'DedicatedLogVolume', ANY, 'a dedicated log volume', 'rds'),
  of('Redshift::Cluster', 'DestinationRegion', form(/./), 'snapshots in another Region', 'redshift'),
  of('Redshift::Cluster', 'PubliclyAccessible', ANY, 'public IPv4 addresses', 'vpc'),
  of('RedshiftServerless::Workgroup', 'PubliclyAccessible', ANY, 'public IPv4 addresses', 'vpc'),
  of('Route53Resolver::ResolverEndpoint', 'RniEnhancedMetricsEnabled', ANY, 'metrics of network interfaces', 'cloudwatch', METRICS),
  of('Route53Resolver::ResolverEndpoint', 'TargetNameServerMetricsEnabled', ANY, 'metrics of name servers', 'cloudwatch', METRICS),
  of('S3::Bucket', 'AccelerateConfiguration.AccelerationStatus', words('Enabled'), 'Transfer Acceleration', 's3'),
  of('S3::Bucket', 'AnalyticsConfigurations', ANY, 'storage class analysis', 's3', ANALYZED),
  of('S3::Bucket', 'InventoryConfigurations', ANY, 'inventory', 's3', LISTED),
  of('S3::Bucket', 'MetadataConfiguration', ANY, 'metadata tables', 's3'),
  of('S3::Bucket', 'MetadataTableConfiguration', ANY, 'metadata tables', 's3'),
  of('S3::Bucket', 'MetricsConfigurations', ANY, 'request metrics', 'cloudwatch', METRICS),
  of(
    'S3::Bucket',
    'ReplicationConfiguration.Rules.*.Destination.ReplicationTime.Status',
    words('Enabled'),
    'Replication Time Control',
    's3',
  ),
  of('SNS::Topic', 'ArchivePolicy', ANY, 'message archiving', 'sns'),
  of('SNS::Topic', 'DataProtectionPolicy', ANY, 'message data protection', 'sns'),
  ...logsOf('SNS::Topic', 'DeliveryStatusLogging', ANY, 'delivery status logs'),
  of('SNS::Topic', 'TracingConfig', words('Active'), 'tracing', 'xray', TRACES),
  of('StepFunctions::StateMachine', 'TracingConfiguration.Enabled', ANY, 'tracing', 'xray', TRACES),
  ...logsOf('Transfer::Server', 'LoggingRole', form(/./), 'transfer logs'),
  of('WAFv2::RuleGroup', 'Rules.*.Action.Captcha', ANY, 'CAPTCHA', 'waf', CAPTCHAS),
  of('WAFv2::RuleGroup', 'Rules.*.Action.Challenge', ANY, 'challenges', 'waf', CHALLENGES),
  of(
    'WAFv2::WebACL',
    'AssociationConfig.RequestBody.*.DefaultSizeInspectionLimit',
    otherThan('KB_16'),
    'inspection of larger bodies',
    'waf',
  ),
  of('WAFv2::WebACL', 'Rules.*.Action.Captcha', ANY, 'CAPTCHA', 'waf', CAPTCHAS),
  of('WAFv2::WebACL', 'Rules.*.Action.Challenge', ANY, 'challenges', 'waf', CHALLENGES),
  of(
    'WAFv2::WebACL',
    'Rules.*.Statement.ManagedRuleGroupStatement.Name',
    form(/^AWSManagedRules(?:ATP|ACFP|AntiDDoS)RuleSet$/),
    'fraud control and DDoS protection',
    'waf',
  ),
  of('WAFv2::WebACL', 'Rules.*.Statement.ManagedRuleGroupStatement.VendorName', otherThan('AWS'), 'an AWS Marketplace rule group', 'waf'),
];
