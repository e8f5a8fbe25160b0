import type { Rule } from '../rule';
import { acmDomainName } from './acm-domain-name';
import { apigatewayDeploymentOrder } from './apigateway-deployment-order';
import { apigatewayHttpApi } from './apigateway-http-api';
import { apigatewayMethodAuthorizer } from './apigateway-method-authorizer';
import { apigatewayVpcLink } from './apigateway-vpc-link';
import { appsyncAuthentication } from './appsync-authentication';
import { appsyncDataSource } from './appsync-data-source';
import { appsyncResolver } from './appsync-resolver';
import { autoscalingLaunchConfiguration } from './autoscaling-launch-configuration';
import { autoscalingLifetime } from './autoscaling-lifetime';
import { autoscalingRequestCount } from './autoscaling-request-count';
import { autoscalingRollingMinimum } from './autoscaling-rolling-minimum';
import { autoscalingSizes } from './autoscaling-sizes';
import { backupLock } from './backup-lock';
import { backupRule } from './backup-rule';
import { cloudfrontAliasCertificate } from './cloudfront-alias-certificate';
import { cloudfrontCachePolicy } from './cloudfront-cache-policy';
import { cloudfrontCertificateRegion } from './cloudfront-certificate-region';
import { cloudfrontEdgeFunction } from './cloudfront-edge-function';
import { cloudfrontErrorResponse } from './cloudfront-error-response';
import { cloudfrontLogBucket } from './cloudfront-log-bucket';
import { cloudfrontMethods } from './cloudfront-methods';
import { cloudfrontOriginAccess } from './cloudfront-origin-access';
import { cloudfrontPathPattern } from './cloudfront-path-pattern';
import { cloudfrontTtlOrder } from './cloudfront-ttl-order';
import { cloudfrontViewerFunction } from './cloudfront-viewer-function';
import { cloudwatchAlarmPeriod } from './cloudwatch-alarm-period';
import { codebuildSource } from './codebuild-source';
import { cognitoClient } from './cognito-client';
import { cognitoDomain } from './cognito-domain';
import { cognitoPool } from './cognito-pool';
import { deletionProtectionRollback } from './deletion-protection-rollback';
import { docdbParameterFamily } from './docdb-parameter-family';
import { docdbReplicaSet } from './docdb-replica-set';
import { docdbTls } from './docdb-tls';
import { dynamodbGlobalTable } from './dynamodb-global-table';
import { dynamodbIndex } from './dynamodb-index';
import { dynamodbProjection } from './dynamodb-projection';
import { ec2EndpointType } from './ec2-endpoint-type';
import { ec2FixedZone } from './ec2-fixed-zone';
import { ec2GatewayDependency } from './ec2-gateway-dependency';
import { ec2MetadataTokens } from './ec2-metadata-tokens';
import { ec2NatAddress } from './ec2-nat-address';
import { ec2NatSubnet } from './ec2-nat-subnet';
import { ec2NetworkInterface } from './ec2-network-interface';
import { ec2OpenPort } from './ec2-open-port';
import { ec2PrivateDns } from './ec2-private-dns';
import { ec2RouteOrder } from './ec2-route-order';
import { ec2VolumePerformance } from './ec2-volume-performance';
import { ec2VolumeSize } from './ec2-volume-size';
import { ecsAwsvpcHostPort } from './ecs-awsvpc-host-port';
import { ecsAwsvpcNetwork } from './ecs-awsvpc-network';
import { ecsCapacityProtection } from './ecs-capacity-protection';
import { ecsCapacityStrategy } from './ecs-capacity-strategy';
import { ecsCircuitBreaker } from './ecs-circuit-breaker';
import { ecsContainerCycle } from './ecs-container-cycle';
import { ecsContainerMemory } from './ecs-container-memory';
import { ecsContainerReference } from './ecs-container-reference';
import { ecsDaemonStrategy } from './ecs-daemon-strategy';
import { ecsDependsOnEssential } from './ecs-depends-on-essential';
import { ecsDependsOnHealth } from './ecs-depends-on-health';
import { ecsDeploymentStuck } from './ecs-deployment-stuck';
import { ecsEssentialContainer } from './ecs-essential-container';
import { ecsExecutionRole } from './ecs-execution-role';
import { ecsFargateEgress } from './ecs-fargate-egress';
import { ecsFargateSize } from './ecs-fargate-size';
import { ecsFargateUnsupported } from './ecs-fargate-unsupported';
import { ecsHealthCheckGrace } from './ecs-health-check-grace';
import { ecsImageTag } from './ecs-image-tag';
import { ecsLoadBalancerContainer } from './ecs-load-balancer-container';
import { ecsLogPrefix } from './ecs-log-prefix';
import { ecsMemoryReservation } from './ecs-memory-reservation';
import { ecsPlaceholderImage } from './ecs-placeholder-image';
import { ecsPoolRoom } from './ecs-pool-room';
import { ecsRebalancingMaximum } from './ecs-rebalancing-maximum';
import { ecsScaledDesiredCount } from './ecs-scaled-desired-count';
import { ecsServiceBeforeListener } from './ecs-service-before-listener';
import { ecsServiceBeforePolicy } from './ecs-service-before-policy';
import { ecsServiceConnectMemory } from './ecs-service-connect-memory';
import { ecsServiceConnectOrder } from './ecs-service-connect-order';
import { ecsSharedSecurityGroup } from './ecs-shared-security-group';
import { ecsTargetType } from './ecs-target-type';
import { ecsTaskMemorySum } from './ecs-task-memory-sum';
import { efsEncryption } from './efs-encryption';
import { efsLifecycle } from './efs-lifecycle';
import { efsThroughput } from './efs-throughput';
import { eksAccessEntry } from './eks-access-entry';
import { eksAccessEntryType } from './eks-access-entry-type';
import { eksAmiArchitecture } from './eks-ami-architecture';
import { eksAmiRelease } from './eks-ami-release';
import { eksAuthenticationMode } from './eks-authentication-mode';
import { eksAutoMode } from './eks-auto-mode';
import { eksEndpointAccess } from './eks-endpoint-access';
import { eksLaunchTemplate } from './eks-launch-template';
import { eksNodeEgress } from './eks-node-egress';
import { eksNodePublicSubnet } from './eks-node-public-subnet';
import { eksPublicEndpoint } from './eks-public-endpoint';
import { eksScaling } from './eks-scaling';
import { eksTwoZones } from './eks-two-zones';
import { eksUpgradePolicy } from './eks-upgrade-policy';
import { eksVersionSupport } from './eks-version-support';
import { elasticacheAuth } from './elasticache-auth';
import { elasticacheClusterMode } from './elasticache-cluster-mode';
import { elasticacheDataTiering } from './elasticache-data-tiering';
import { elasticacheDefaultUser } from './elasticache-default-user';
import { elasticacheEncryption } from './elasticache-encryption';
import { elasticacheFailover } from './elasticache-failover';
import { elasticacheNodeCount } from './elasticache-node-count';
import { elasticacheParameterFamily } from './elasticache-parameter-family';
import { elbAttribute } from './elb-attribute';
import { elbAuthenticateListener } from './elb-authenticate-listener';
import { elbDeregistrationDelay } from './elb-deregistration-delay';
import { elbGrpcListener } from './elb-grpc-listener';
import { elbHealthCheck } from './elb-health-check';
import { elbListenerCertificate } from './elb-listener-certificate';
import { elbListenerPort } from './elb-listener-port';
import { elbListenerProtocol } from './elb-listener-protocol';
import { elbListenerType } from './elb-listener-type';
import { elbLogBucket } from './elb-log-bucket';
import { elbPlainHttp } from './elb-plain-http';
import { elbPublicSubnet } from './elb-public-subnet';
import { elbRedirectLoop } from './elb-redirect-loop';
import { elbRulePriority } from './elb-rule-priority';
import { elbRuleValues } from './elb-rule-values';
import { elbSlowStart } from './elb-slow-start';
import { elbStaticAddress } from './elb-static-address';
import { elbStickiness } from './elb-stickiness';
import { elbTargetGroupBalancer } from './elb-target-group-balancer';
import { elbTwoZones } from './elb-two-zones';
import { eventsRule } from './events-rule';
import { firehoseBuffer } from './firehose-buffer';
import { firehosePrefix } from './firehose-prefix';
import { firehoseSource } from './firehose-source';
import { fixedNameRetained } from './fixed-name-retained';
import { iamFederatedSubject } from './iam-federated-subject';
import { iamServicePrincipal } from './iam-service-principal';
import { iamTrustAction } from './iam-trust-action';
import { iamTrustAnyone } from './iam-trust-anyone';
import { iamWildcard } from './iam-wildcard';
import { iamWriteAnywhere } from './iam-write-anywhere';
import { kmsAlias } from './kms-alias';
import { kmsKey } from './kms-key';
import { lambdaEventSource } from './lambda-event-source';
import { logRetention } from './log-retention';
import { opensearchEndpoint } from './opensearch-endpoint';
import { opensearchName } from './opensearch-name';
import { opensearchNodes } from './opensearch-nodes';
import { opensearchSecurity } from './opensearch-security';
import { opensearchVolume } from './opensearch-volume';
import { opensearchZones } from './opensearch-zones';
import { rdsAllocatedStorage } from './rds-allocated-storage';
import { rdsBackupsOfSource } from './rds-backups-of-source';
import { rdsClusterInstancePolicy } from './rds-cluster-instance-policy';
import { rdsDatabaseName } from './rds-database-name';
import { rdsExportedLogs } from './rds-exported-logs';
import { rdsGp3Performance } from './rds-gp3-performance';
import { rdsInsightsClass } from './rds-insights-class';
import { rdsLifecycleSupport } from './rds-lifecycle-support';
import { rdsLogType } from './rds-log-type';
import { rdsManagedPassword } from './rds-managed-password';
import { rdsMasterUsername } from './rds-master-username';
import { rdsMonitoringRole } from './rds-monitoring-role';
import { rdsMultiAzZone } from './rds-multi-az-zone';
import { rdsParameterFamily } from './rds-parameter-family';
import { rdsParameterMemory } from './rds-parameter-memory';
import { rdsPasswordCharacters } from './rds-password-characters';
import { rdsProvisionedIops } from './rds-provisioned-iops';
import { rdsReplicaBackups } from './rds-replica-backups';
import { rdsReplicaCredentials } from './rds-replica-credentials';
import { rdsReplicaSourceArn } from './rds-replica-source-arn';
import { rdsReplicaStorage } from './rds-replica-storage';
import { rdsRestoreVersion } from './rds-restore-version';
import { rdsServerlessCapacity } from './rds-serverless-capacity';
import { rdsStorageGrowth } from './rds-storage-growth';
import { rdsSubnetZones } from './rds-subnet-zones';
import { rdsVersionSupport } from './rds-version-support';
import { rdsWindowLength } from './rds-window-length';
import { rdsWindowOverlap } from './rds-window-overlap';
import { route53CloudfrontAlias } from './route53-cloudfront-alias';
import { route53Record } from './route53-record';
import { s3AccelerationName } from './s3-acceleration-name';
import { s3CorsWildcard } from './s3-cors-wildcard';
import { s3Lifecycle } from './s3-lifecycle';
import { s3NotificationOverlap } from './s3-notification-overlap';
import { s3NotificationPermission } from './s3-notification-permission';
import { s3ObjectLock } from './s3-object-lock';
import { s3PublicPolicy } from './s3-public-policy';
import { s3ReplicationFilter } from './s3-replication-filter';
import { s3Versioning } from './s3-versioning';
import { s3WebsiteRedirect } from './s3-website-redirect';
import { schedulerWindow } from './scheduler-window';
import { secretFixedName } from './secret-fixed-name';
import { secretRotationFunction } from './secret-rotation-function';
import { secretRotationPermission } from './secret-rotation-permission';
import { secretValue } from './secret-value';
import { snsFifoSubscription } from './sns-fifo-subscription';
import { snsRawDelivery } from './sns-raw-delivery';
import { snsSubscriptionRole } from './sns-subscription-role';
import { sqsFifoThroughput } from './sqs-fifo-throughput';
import { sqsVisibility } from './sqs-visibility';
import { ssmParameter } from './ssm-parameter';
import { stepfunctionsExpress } from './stepfunctions-express';
import { stepfunctionsLogGroup } from './stepfunctions-log-group';
import { stepfunctionsState } from './stepfunctions-state';
import { stepfunctionsTransition } from './stepfunctions-transition';

/** Every rule, in the order of the ids. */
export const RULES: readonly Rule[] = [
  acmDomainName,
  apigatewayDeploymentOrder,
  apigatewayHttpApi,
  apigatewayMethodAuthorizer,
  apigatewayVpcLink,
  appsyncAuthentication,
  appsyncDataSource,
  appsyncResolver,
  autoscalingLaunchConfiguration,
  autoscalingLifetime,
  autoscalingRequestCount,
  autoscalingRollingMinimum,
  autoscalingSizes,
  backupLock,
  backupRule,
  cloudfrontAliasCertificate,
  cloudfrontCachePolicy,
  cloudfrontCertificateRegion,
  cloudfrontEdgeFunction,
  cloudfrontErrorResponse,
  cloudfrontLogBucket,
  cloudfrontMethods,
  cloudfrontOriginAccess,
  cloudfrontPathPattern,
  cloudfrontTtlOrder,
  cloudfrontViewerFunction,
  cloudwatchAlarmPeriod,
  codebuildSource,
  cognitoClient,
  cognitoDomain,
  cognitoPool,
  deletionProtectionRollback,
  docdbParameterFamily,
  docdbReplicaSet,
  docdbTls,
  dynamodbGlobalTable,
  dynamodbIndex,
  dynamodbProjection,
  ec2EndpointType,
  ec2FixedZone,
  ec2GatewayDependency,
  ec2MetadataTokens,
  ec2NatAddress,
  ec2NatSubnet,
  ec2NetworkInterface,
  ec2OpenPort,
  ec2PrivateDns,
  ec2RouteOrder,
  ec2VolumePerformance,
  ec2VolumeSize,
  ecsAwsvpcHostPort,
  ecsAwsvpcNetwork,
  ecsCapacityProtection,
  ecsCapacityStrategy,
  ecsCircuitBreaker,
  ecsContainerCycle,
  ecsContainerMemory,
  ecsContainerReference,
  ecsDaemonStrategy,
  ecsDependsOnEssential,
  ecsDependsOnHealth,
  ecsDeploymentStuck,
  ecsEssentialContainer,
  ecsExecutionRole,
  ecsFargateEgress,
  ecsFargateSize,
  ecsFargateUnsupported,
  ecsHealthCheckGrace,
  ecsImageTag,
  ecsLoadBalancerContainer,
  ecsLogPrefix,
  ecsMemoryReservation,
  ecsPlaceholderImage,
  ecsPoolRoom,
  ecsRebalancingMaximum,
  ecsScaledDesiredCount,
  ecsServiceBeforeListener,
  ecsServiceBeforePolicy,
  ecsServiceConnectMemory,
  ecsServiceConnectOrder,
  ecsSharedSecurityGroup,
  ecsTargetType,
  ecsTaskMemorySum,
  efsEncryption,
  efsLifecycle,
  efsThroughput,
  eksAccessEntry,
  eksAccessEntryType,
  eksAmiArchitecture,
  eksAmiRelease,
  eksAuthenticationMode,
  eksAutoMode,
  eksEndpointAccess,
  eksLaunchTemplate,
  eksNodeEgress,
  eksNodePublicSubnet,
  eksPublicEndpoint,
  eksScaling,
  eksTwoZones,
  eksUpgradePolicy,
  eksVersionSupport,
  elasticacheAuth,
  elasticacheClusterMode,
  elasticacheDataTiering,
  elasticacheDefaultUser,
  elasticacheEncryption,
  elasticacheFailover,
  elasticacheNodeCount,
  elasticacheParameterFamily,
  elbAttribute,
  elbAuthenticateListener,
  elbDeregistrationDelay,
  elbGrpcListener,
  elbHealthCheck,
  elbListenerCertificate,
  elbListenerPort,
  elbListenerProtocol,
  elbListenerType,
  elbLogBucket,
  elbPlainHttp,
  elbPublicSubnet,
  elbRedirectLoop,
  elbRulePriority,
  elbRuleValues,
  elbSlowStart,
  elbStaticAddress,
  elbStickiness,
  elbTargetGroupBalancer,
  elbTwoZones,
  eventsRule,
  firehoseBuffer,
  firehosePrefix,
  firehoseSource,
  fixedNameRetained,
  iamFederatedSubject,
  iamServicePrincipal,
  iamTrustAction,
  iamTrustAnyone,
  iamWildcard,
  iamWriteAnywhere,
  kmsAlias,
  kmsKey,
  lambdaEventSource,
  logRetention,
  opensearchEndpoint,
  opensearchName,
  opensearchNodes,
  opensearchSecurity,
  opensearchVolume,
  opensearchZones,
  rdsAllocatedStorage,
  rdsBackupsOfSource,
  rdsClusterInstancePolicy,
  rdsDatabaseName,
  rdsExportedLogs,
  rdsGp3Performance,
  rdsInsightsClass,
  rdsLifecycleSupport,
  rdsLogType,
  rdsManagedPassword,
  rdsMasterUsername,
  rdsMonitoringRole,
  rdsMultiAzZone,
  rdsParameterFamily,
  rdsParameterMemory,
  rdsPasswordCharacters,
  rdsProvisionedIops,
  rdsReplicaBackups,
  rdsReplicaCredentials,
  rdsReplicaSourceArn,
  rdsReplicaStorage,
  rdsRestoreVersion,
  rdsServerlessCapacity,
  rdsStorageGrowth,
  rdsSubnetZones,
  rdsVersionSupport,
  rdsWindowLength,
  rdsWindowOverlap,
  route53CloudfrontAlias,
  route53Record,
  s3AccelerationName,
  s3CorsWildcard,
  s3Lifecycle,
  s3NotificationOverlap,
  s3NotificationPermission,
  s3ObjectLock,
  s3PublicPolicy,
  s3ReplicationFilter,
  s3Versioning,
  s3WebsiteRedirect,
  schedulerWindow,
  secretFixedName,
  secretRotationFunction,
  secretRotationPermission,
  secretValue,
  snsFifoSubscription,
  snsRawDelivery,
  snsSubscriptionRole,
  sqsFifoThroughput,
  sqsVisibility,
  ssmParameter,
  stepfunctionsExpress,
  stepfunctionsLogGroup,
  stepfunctionsState,
  stepfunctionsTransition,
];
