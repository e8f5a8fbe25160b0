import type { Rule } from '../rule';
import { acmDomainName } from './acm-domain-name';
import { acmValidation } from './acm-validation';
import { apigatewayDeploymentOrder } from './apigateway-deployment-order';
import { apigatewayDomain } from './apigateway-domain';
import { apigatewayHttpApi } from './apigateway-http-api';
import { apigatewayHttpRoute } from './apigateway-http-route';
import { apigatewayIntegration } from './apigateway-integration';
import { apigatewayMethodAuthorizer } from './apigateway-method-authorizer';
import { apigatewayPrivatePolicy } from './apigateway-private-policy';
import { apigatewayResource } from './apigateway-resource';
import { apigatewayStageName } from './apigateway-stage-name';
import { apigatewayStageOrder } from './apigateway-stage-order';
import { apigatewayVpcLink } from './apigateway-vpc-link';
import { appsyncAuthentication } from './appsync-authentication';
import { appsyncDataSource } from './appsync-data-source';
import { appsyncResolver } from './appsync-resolver';
import { autoscalingDimension } from './autoscaling-dimension';
import { autoscalingGroup } from './autoscaling-group';
import { autoscalingHook } from './autoscaling-hook';
import { autoscalingLaunchConfiguration } from './autoscaling-launch-configuration';
import { autoscalingLifetime } from './autoscaling-lifetime';
import { autoscalingMetric } from './autoscaling-metric';
import { autoscalingMixed } from './autoscaling-mixed';
import { autoscalingPolicy } from './autoscaling-policy';
import { autoscalingPredictive } from './autoscaling-predictive';
import { autoscalingRequestCount } from './autoscaling-request-count';
import { autoscalingRollingMinimum } from './autoscaling-rolling-minimum';
import { autoscalingSchedule } from './autoscaling-schedule';
import { autoscalingSizes } from './autoscaling-sizes';
import { autoscalingSpotPools } from './autoscaling-spot-pools';
import { autoscalingSteps } from './autoscaling-steps';
import { autoscalingVolumeKey } from './autoscaling-volume-key';
import { backupLock } from './backup-lock';
import { backupRule } from './backup-rule';
import { batchCompute } from './batch-compute';
import { batchJob } from './batch-job';
import { cloudfrontAliasCertificate } from './cloudfront-alias-certificate';
import { cloudfrontCachePolicy } from './cloudfront-cache-policy';
import { cloudfrontCertificateRegion } from './cloudfront-certificate-region';
import { cloudfrontCustomHeader } from './cloudfront-custom-header';
import { cloudfrontEdgeFunction } from './cloudfront-edge-function';
import { cloudfrontErrorResponse } from './cloudfront-error-response';
import { cloudfrontGeoRestriction } from './cloudfront-geo-restriction';
import { cloudfrontLogBucket } from './cloudfront-log-bucket';
import { cloudfrontMethods } from './cloudfront-methods';
import { cloudfrontOriginAccess } from './cloudfront-origin-access';
import { cloudfrontOriginGroup } from './cloudfront-origin-group';
import { cloudfrontOriginName } from './cloudfront-origin-name';
import { cloudfrontOriginSetting } from './cloudfront-origin-setting';
import { cloudfrontPathPattern } from './cloudfront-path-pattern';
import { cloudfrontPolicy } from './cloudfront-policy';
import { cloudfrontTtlOrder } from './cloudfront-ttl-order';
import { cloudfrontViewerFunction } from './cloudfront-viewer-function';
import { cloudtrailBucketPolicy } from './cloudtrail-bucket-policy';
import { cloudwatchAlarmMetrics } from './cloudwatch-alarm-metrics';
import { cloudwatchAlarmPeriod } from './cloudwatch-alarm-period';
import { cloudwatchAlarmThreshold } from './cloudwatch-alarm-threshold';
import { cloudwatchMissingData } from './cloudwatch-missing-data';
import { codebuildDocker } from './codebuild-docker';
import { codebuildSource } from './codebuild-source';
import { codedeployEcs } from './codedeploy-ecs';
import { cognitoClient } from './cognito-client';
import { cognitoDomain } from './cognito-domain';
import { cognitoPool } from './cognito-pool';
import { deletionProtectionRollback } from './deletion-protection-rollback';
import { docdbCluster } from './docdb-cluster';
import { docdbParameterFamily } from './docdb-parameter-family';
import { docdbReplicaSet } from './docdb-replica-set';
import { docdbTls } from './docdb-tls';
import { dynamodbGlobalTable } from './dynamodb-global-table';
import { dynamodbIndex } from './dynamodb-index';
import { dynamodbProjection } from './dynamodb-projection';
import { dynamodbThroughput } from './dynamodb-throughput';
import { dynamodbTtl } from './dynamodb-ttl';
import { ec2AddressBlock } from './ec2-address-block';
import { ec2BlockedPort } from './ec2-blocked-port';
import { ec2Credits } from './ec2-credits';
import { ec2Description } from './ec2-description';
import { ec2EndpointType } from './ec2-endpoint-type';
import { ec2FixedZone } from './ec2-fixed-zone';
import { ec2FlowLog } from './ec2-flow-log';
import { ec2GatewayDependency } from './ec2-gateway-dependency';
import { ec2GatewayEndpoint } from './ec2-gateway-endpoint';
import { ec2MetadataTokens } from './ec2-metadata-tokens';
import { ec2NatAddress } from './ec2-nat-address';
import { ec2NatSubnet } from './ec2-nat-subnet';
import { ec2NetworkAcl } from './ec2-network-acl';
import { ec2NetworkInterface } from './ec2-network-interface';
import { ec2OpenPort } from './ec2-open-port';
import { ec2PeeringOverlap } from './ec2-peering-overlap';
import { ec2PrivateDns } from './ec2-private-dns';
import { ec2Route } from './ec2-route';
import { ec2RouteOrder } from './ec2-route-order';
import { ec2SecurityGroup } from './ec2-security-group';
import { ec2SpotInterruption } from './ec2-spot-interruption';
import { ec2TransitGateway } from './ec2-transit-gateway';
import { ec2UserData } from './ec2-user-data';
import { ec2VolumePerformance } from './ec2-volume-performance';
import { ec2VolumeSetting } from './ec2-volume-setting';
import { ec2VolumeSize } from './ec2-volume-size';
import { ec2VolumeZone } from './ec2-volume-zone';
import { ecrLifecycle } from './ecr-lifecycle';
import { ecsAwsvpcHostPort } from './ecs-awsvpc-host-port';
import { ecsAwsvpcNetwork } from './ecs-awsvpc-network';
import { ecsCapacityProtection } from './ecs-capacity-protection';
import { ecsCapacityProvider } from './ecs-capacity-provider';
import { ecsCapacityStrategy } from './ecs-capacity-strategy';
import { ecsCircuitBreaker } from './ecs-circuit-breaker';
import { ecsContainerCycle } from './ecs-container-cycle';
import { ecsContainerHealth } from './ecs-container-health';
import { ecsContainerMemory } from './ecs-container-memory';
import { ecsContainerPort } from './ecs-container-port';
import { ecsContainerReference } from './ecs-container-reference';
import { ecsDaemonStrategy } from './ecs-daemon-strategy';
import { ecsDependsOnEssential } from './ecs-depends-on-essential';
import { ecsDependsOnHealth } from './ecs-depends-on-health';
import { ecsDeploymentController } from './ecs-deployment-controller';
import { ecsDeploymentStuck } from './ecs-deployment-stuck';
import { ecsEfsVolume } from './ecs-efs-volume';
import { ecsEnvironmentName } from './ecs-environment-name';
import { ecsEphemeralStorage } from './ecs-ephemeral-storage';
import { ecsEssentialContainer } from './ecs-essential-container';
import { ecsExecRole } from './ecs-exec-role';
import { ecsExecutionRole } from './ecs-execution-role';
import { ecsFargateEgress } from './ecs-fargate-egress';
import { ecsFargateSize } from './ecs-fargate-size';
import { ecsFargateUnsupported } from './ecs-fargate-unsupported';
import { ecsFirelens } from './ecs-firelens';
import { ecsHealthCheckGrace } from './ecs-health-check-grace';
import { ecsImageTag } from './ecs-image-tag';
import { ecsLoadBalancerContainer } from './ecs-load-balancer-container';
import { ecsLogPrefix } from './ecs-log-prefix';
import { ecsMemoryReservation } from './ecs-memory-reservation';
import { ecsNetworkLimit } from './ecs-network-limit';
import { ecsPlaceholderImage } from './ecs-placeholder-image';
import { ecsPlatformVersion } from './ecs-platform-version';
import { ecsPoolRoom } from './ecs-pool-room';
import { ecsRebalancingMaximum } from './ecs-rebalancing-maximum';
import { ecsRuntimePlatform } from './ecs-runtime-platform';
import { ecsScaledDesiredCount } from './ecs-scaled-desired-count';
import { ecsServiceBeforeListener } from './ecs-service-before-listener';
import { ecsServiceBeforePolicy } from './ecs-service-before-policy';
import { ecsServiceConnectMemory } from './ecs-service-connect-memory';
import { ecsServiceConnectOrder } from './ecs-service-connect-order';
import { ecsServiceConnectPort } from './ecs-service-connect-port';
import { ecsSharedSecurityGroup } from './ecs-shared-security-group';
import { ecsTargetType } from './ecs-target-type';
import { ecsTaskMemorySum } from './ecs-task-memory-sum';
import { efsEncryption } from './efs-encryption';
import { efsLifecycle } from './efs-lifecycle';
import { efsMountTarget } from './efs-mount-target';
import { efsThroughput } from './efs-throughput';
import { eksAccessEntry } from './eks-access-entry';
import { eksAccessEntryType } from './eks-access-entry-type';
import { eksAccessScope } from './eks-access-scope';
import { eksAmiArchitecture } from './eks-ami-architecture';
import { eksAmiRelease } from './eks-ami-release';
import { eksAuthenticationMode } from './eks-authentication-mode';
import { eksAutoMode } from './eks-auto-mode';
import { eksClusterSetting } from './eks-cluster-setting';
import { eksEndpointAccess } from './eks-endpoint-access';
import { eksFargateProfile } from './eks-fargate-profile';
import { eksLaunchTemplate } from './eks-launch-template';
import { eksNetwork } from './eks-network';
import { eksNodeEgress } from './eks-node-egress';
import { eksNodePublicSubnet } from './eks-node-public-subnet';
import { eksNodeUpdate } from './eks-node-update';
import { eksPodIdentity } from './eks-pod-identity';
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
import { elasticacheGroup } from './elasticache-group';
import { elasticacheMemcached } from './elasticache-memcached';
import { elasticacheNodeCount } from './elasticache-node-count';
import { elasticacheParameterFamily } from './elasticache-parameter-family';
import { elasticacheServerless } from './elasticache-serverless';
import { elasticacheUser } from './elasticache-user';
import { elasticacheZones } from './elasticache-zones';
import { elbAlbTarget } from './elb-alb-target';
import { elbAttribute } from './elb-attribute';
import { elbAuthenticateListener } from './elb-authenticate-listener';
import { elbDeregistrationDelay } from './elb-deregistration-delay';
import { elbForward } from './elb-forward';
import { elbGrpcListener } from './elb-grpc-listener';
import { elbHealthCheck } from './elb-health-check';
import { elbListenerCertificate } from './elb-listener-certificate';
import { elbListenerPort } from './elb-listener-port';
import { elbListenerProtocol } from './elb-listener-protocol';
import { elbListenerSetting } from './elb-listener-setting';
import { elbListenerType } from './elb-listener-type';
import { elbLogBucket } from './elb-log-bucket';
import { elbName } from './elb-name';
import { elbPlainHttp } from './elb-plain-http';
import { elbPublicSubnet } from './elb-public-subnet';
import { elbRedirectLoop } from './elb-redirect-loop';
import { elbRuleCondition } from './elb-rule-condition';
import { elbRulePriority } from './elb-rule-priority';
import { elbRuleValues } from './elb-rule-values';
import { elbSlowStart } from './elb-slow-start';
import { elbStaticAddress } from './elb-static-address';
import { elbStickiness } from './elb-stickiness';
import { elbTargetGroupBalancer } from './elb-target-group-balancer';
import { elbTwoZones } from './elb-two-zones';
import { eventsPermission } from './events-permission';
import { eventsRule } from './events-rule';
import { eventsTarget } from './events-target';
import { firehoseBuffer } from './firehose-buffer';
import { firehosePrefix } from './firehose-prefix';
import { firehoseSource } from './firehose-source';
import { fixedNameRetained } from './fixed-name-retained';
import { iamAction } from './iam-action';
import { iamFederatedSubject } from './iam-federated-subject';
import { iamInlineNames } from './iam-inline-names';
import { iamOidcUrl } from './iam-oidc-url';
import { iamPath } from './iam-path';
import { iamPolicySize } from './iam-policy-size';
import { iamPrincipal } from './iam-principal';
import { iamResource } from './iam-resource';
import { iamServicePermission } from './iam-service-permission';
import { iamServicePrincipal } from './iam-service-principal';
import { iamServiceTrust } from './iam-service-trust';
import { iamTrustAction } from './iam-trust-action';
import { iamTrustAnyone } from './iam-trust-anyone';
import { iamWildcard } from './iam-wildcard';
import { iamWriteAnywhere } from './iam-write-anywhere';
import { kinesisShards } from './kinesis-shards';
import { kmsAlias } from './kms-alias';
import { kmsEventSource } from './kms-event-source';
import { kmsKey } from './kms-key';
import { kmsKeyPolicy } from './kms-key-policy';
import { lambdaDeadLetter } from './lambda-dead-letter';
import { lambdaEnvironmentName } from './lambda-environment-name';
import { lambdaEnvironmentSize } from './lambda-environment-size';
import { lambdaEventSource } from './lambda-event-source';
import { lambdaFileSystem } from './lambda-file-system';
import { lambdaImageLayers } from './lambda-image-layers';
import { lambdaLogFormat } from './lambda-log-format';
import { lambdaPackage } from './lambda-package';
import { lambdaSourceSetting } from './lambda-source-setting';
import { lambdaUrlPermission } from './lambda-url-permission';
import { lambdaVersion } from './lambda-version';
import { lambdaVpcSetting } from './lambda-vpc-setting';
import { logRetention } from './log-retention';
import { logsKeyPolicy } from './logs-key-policy';
import { logsSubscriptionRole } from './logs-subscription-role';
import { memorydbAccess } from './memorydb-access';
import { mqBroker } from './mq-broker';
import { mskBrokers } from './msk-brokers';
import { opensearchEndpoint } from './opensearch-endpoint';
import { opensearchName } from './opensearch-name';
import { opensearchNodes } from './opensearch-nodes';
import { opensearchSecurity } from './opensearch-security';
import { opensearchVolume } from './opensearch-volume';
import { opensearchZones } from './opensearch-zones';
import { pipesSource } from './pipes-source';
import { rdsAllocatedStorage } from './rds-allocated-storage';
import { rdsBackupsOfSource } from './rds-backups-of-source';
import { rdsClusterInstancePolicy } from './rds-cluster-instance-policy';
import { rdsDatabaseName } from './rds-database-name';
import { rdsEngineFeature } from './rds-engine-feature';
import { rdsExportedLogs } from './rds-exported-logs';
import { rdsGp3Performance } from './rds-gp3-performance';
import { rdsInsightsClass } from './rds-insights-class';
import { rdsIopsRatio } from './rds-iops-ratio';
import { rdsLicense } from './rds-license';
import { rdsLifecycleSupport } from './rds-lifecycle-support';
import { rdsLogType } from './rds-log-type';
import { rdsManagedPassword } from './rds-managed-password';
import { rdsMasterUsername } from './rds-master-username';
import { rdsMonitoringRole } from './rds-monitoring-role';
import { rdsMonitoringValue } from './rds-monitoring-value';
import { rdsMultiAzZone } from './rds-multi-az-zone';
import { rdsParameterFamily } from './rds-parameter-family';
import { rdsParameterMemory } from './rds-parameter-memory';
import { rdsPasswordCharacters } from './rds-password-characters';
import { rdsProvisionedIops } from './rds-provisioned-iops';
import { rdsProxyEngine } from './rds-proxy-engine';
import { rdsProxyTarget } from './rds-proxy-target';
import { rdsReplicaBackups } from './rds-replica-backups';
import { rdsReplicaCredentials } from './rds-replica-credentials';
import { rdsReplicaSourceArn } from './rds-replica-source-arn';
import { rdsReplicaStorage } from './rds-replica-storage';
import { rdsRestoreVersion } from './rds-restore-version';
import { rdsServerlessCapacity } from './rds-serverless-capacity';
import { rdsStorageGrowth } from './rds-storage-growth';
import { rdsStorageLimit } from './rds-storage-limit';
import { rdsSubnetZones } from './rds-subnet-zones';
import { rdsVersionSupport } from './rds-version-support';
import { rdsWindowLength } from './rds-window-length';
import { rdsWindowOverlap } from './rds-window-overlap';
import { redshiftCluster } from './redshift-cluster';
import { route53AliasZone } from './route53-alias-zone';
import { route53CloudfrontAlias } from './route53-cloudfront-alias';
import { route53HealthCheck } from './route53-health-check';
import { route53Record } from './route53-record';
import { route53Routing } from './route53-routing';
import { route53Ttl } from './route53-ttl';
import { s3AbortFilter } from './s3-abort-filter';
import { s3AccelerationName } from './s3-acceleration-name';
import { s3Acl } from './s3-acl';
import { s3CorsWildcard } from './s3-cors-wildcard';
import { s3EncryptionKey } from './s3-encryption-key';
import { s3Lifecycle } from './s3-lifecycle';
import { s3LifecycleAction } from './s3-lifecycle-action';
import { s3Name } from './s3-name';
import { s3NotificationOverlap } from './s3-notification-overlap';
import { s3NotificationPermission } from './s3-notification-permission';
import { s3NotificationQueue } from './s3-notification-queue';
import { s3ObjectLock } from './s3-object-lock';
import { s3PolicyResource } from './s3-policy-resource';
import { s3PublicPolicy } from './s3-public-policy';
import { s3ReplicationFilter } from './s3-replication-filter';
import { s3Versioning } from './s3-versioning';
import { s3WebsiteRedirect } from './s3-website-redirect';
import { schedulerWindow } from './scheduler-window';
import { secretFixedName } from './secret-fixed-name';
import { secretName } from './secret-name';
import { secretPassword } from './secret-password';
import { secretRotationFunction } from './secret-rotation-function';
import { secretRotationPermission } from './secret-rotation-permission';
import { secretRotationSchedule } from './secret-rotation-schedule';
import { secretValue } from './secret-value';
import { serviceClosed } from './service-closed';
import { serviceEnded } from './service-ended';
import { snsEndpoint } from './sns-endpoint';
import { snsFifoSubscription } from './sns-fifo-subscription';
import { snsFilterKeys } from './sns-filter-keys';
import { snsRawDelivery } from './sns-raw-delivery';
import { snsSubscriptionRole } from './sns-subscription-role';
import { snsTopic } from './sns-topic';
import { sqsFifoThroughput } from './sqs-fifo-throughput';
import { sqsQueue } from './sqs-queue';
import { sqsVisibility } from './sqs-visibility';
import { ssmParameter } from './ssm-parameter';
import { stepfunctionsExpress } from './stepfunctions-express';
import { stepfunctionsLogGroup } from './stepfunctions-log-group';
import { stepfunctionsPath } from './stepfunctions-path';
import { stepfunctionsRetry } from './stepfunctions-retry';
import { stepfunctionsState } from './stepfunctions-state';
import { stepfunctionsTaskToken } from './stepfunctions-task-token';
import { stepfunctionsTransition } from './stepfunctions-transition';
import { storeExtendedSupport } from './store-extended-support';
import { wafv2Addresses } from './wafv2-addresses';
import { wafv2Association } from './wafv2-association';
import { wafv2LogName } from './wafv2-log-name';
import { wafv2Rule } from './wafv2-rule';

/** Every rule, in the order of the ids. */
export const RULES: readonly Rule[] = [
  acmDomainName,
  acmValidation,
  apigatewayDeploymentOrder,
  apigatewayDomain,
  apigatewayHttpApi,
  apigatewayHttpRoute,
  apigatewayIntegration,
  apigatewayMethodAuthorizer,
  apigatewayPrivatePolicy,
  apigatewayResource,
  apigatewayStageName,
  apigatewayStageOrder,
  apigatewayVpcLink,
  appsyncAuthentication,
  appsyncDataSource,
  appsyncResolver,
  autoscalingDimension,
  autoscalingGroup,
  autoscalingHook,
  autoscalingLaunchConfiguration,
  autoscalingLifetime,
  autoscalingMetric,
  autoscalingMixed,
  autoscalingPolicy,
  autoscalingPredictive,
  autoscalingRequestCount,
  autoscalingRollingMinimum,
  autoscalingSchedule,
  autoscalingSizes,
  autoscalingSpotPools,
  autoscalingSteps,
  autoscalingVolumeKey,
  backupLock,
  backupRule,
  batchCompute,
  batchJob,
  cloudfrontAliasCertificate,
  cloudfrontCachePolicy,
  cloudfrontCertificateRegion,
  cloudfrontCustomHeader,
  cloudfrontEdgeFunction,
  cloudfrontErrorResponse,
  cloudfrontGeoRestriction,
  cloudfrontLogBucket,
  cloudfrontMethods,
  cloudfrontOriginAccess,
  cloudfrontOriginGroup,
  cloudfrontOriginName,
  cloudfrontOriginSetting,
  cloudfrontPathPattern,
  cloudfrontPolicy,
  cloudfrontTtlOrder,
  cloudfrontViewerFunction,
  cloudtrailBucketPolicy,
  cloudwatchAlarmMetrics,
  cloudwatchAlarmPeriod,
  cloudwatchAlarmThreshold,
  cloudwatchMissingData,
  codebuildDocker,
  codebuildSource,
  codedeployEcs,
  cognitoClient,
  cognitoDomain,
  cognitoPool,
  deletionProtectionRollback,
  docdbCluster,
  docdbParameterFamily,
  docdbReplicaSet,
  docdbTls,
  dynamodbGlobalTable,
  dynamodbIndex,
  dynamodbProjection,
  dynamodbThroughput,
  dynamodbTtl,
  ec2AddressBlock,
  ec2BlockedPort,
  ec2Credits,
  ec2Description,
  ec2EndpointType,
  ec2FixedZone,
  ec2FlowLog,
  ec2GatewayDependency,
  ec2GatewayEndpoint,
  ec2MetadataTokens,
  ec2NatAddress,
  ec2NatSubnet,
  ec2NetworkAcl,
  ec2NetworkInterface,
  ec2OpenPort,
  ec2PeeringOverlap,
  ec2PrivateDns,
  ec2Route,
  ec2RouteOrder,
  ec2SecurityGroup,
  ec2SpotInterruption,
  ec2TransitGateway,
  ec2UserData,
  ec2VolumePerformance,
  ec2VolumeSetting,
  ec2VolumeSize,
  ec2VolumeZone,
  ecrLifecycle,
  ecsAwsvpcHostPort,
  ecsAwsvpcNetwork,
  ecsCapacityProtection,
  ecsCapacityProvider,
  ecsCapacityStrategy,
  ecsCircuitBreaker,
  ecsContainerCycle,
  ecsContainerHealth,
  ecsContainerMemory,
  ecsContainerPort,
  ecsContainerReference,
  ecsDaemonStrategy,
  ecsDependsOnEssential,
  ecsDependsOnHealth,
  ecsDeploymentController,
  ecsDeploymentStuck,
  ecsEfsVolume,
  ecsEnvironmentName,
  ecsEphemeralStorage,
  ecsEssentialContainer,
  ecsExecRole,
  ecsExecutionRole,
  ecsFargateEgress,
  ecsFargateSize,
  ecsFargateUnsupported,
  ecsFirelens,
  ecsHealthCheckGrace,
  ecsImageTag,
  ecsLoadBalancerContainer,
  ecsLogPrefix,
  ecsMemoryReservation,
  ecsNetworkLimit,
  ecsPlaceholderImage,
  ecsPlatformVersion,
  ecsPoolRoom,
  ecsRebalancingMaximum,
  ecsRuntimePlatform,
  ecsScaledDesiredCount,
  ecsServiceBeforeListener,
  ecsServiceBeforePolicy,
  ecsServiceConnectMemory,
  ecsServiceConnectOrder,
  ecsServiceConnectPort,
  ecsSharedSecurityGroup,
  ecsTargetType,
  ecsTaskMemorySum,
  efsEncryption,
  efsLifecycle,
  efsMountTarget,
  efsThroughput,
  eksAccessEntry,
  eksAccessEntryType,
  eksAccessScope,
  eksAmiArchitecture,
  eksAmiRelease,
  eksAuthenticationMode,
  eksAutoMode,
  eksClusterSetting,
  eksEndpointAccess,
  eksFargateProfile,
  eksLaunchTemplate,
  eksNetwork,
  eksNodeEgress,
  eksNodePublicSubnet,
  eksNodeUpdate,
  eksPodIdentity,
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
  elasticacheGroup,
  elasticacheMemcached,
  elasticacheNodeCount,
  elasticacheParameterFamily,
  elasticacheServerless,
  elasticacheUser,
  elasticacheZones,
  elbAlbTarget,
  elbAttribute,
  elbAuthenticateListener,
  elbDeregistrationDelay,
  elbForward,
  elbGrpcListener,
  elbHealthCheck,
  elbListenerCertificate,
  elbListenerPort,
  elbListenerProtocol,
  elbListenerSetting,
  elbListenerType,
  elbLogBucket,
  elbName,
  elbPlainHttp,
  elbPublicSubnet,
  elbRedirectLoop,
  elbRuleCondition,
  elbRulePriority,
  elbRuleValues,
  elbSlowStart,
  elbStaticAddress,
  elbStickiness,
  elbTargetGroupBalancer,
  elbTwoZones,
  eventsPermission,
  eventsRule,
  eventsTarget,
  firehoseBuffer,
  firehosePrefix,
  firehoseSource,
  fixedNameRetained,
  iamAction,
  iamFederatedSubject,
  iamInlineNames,
  iamOidcUrl,
  iamPath,
  iamPolicySize,
  iamPrincipal,
  iamResource,
  iamServicePermission,
  iamServicePrincipal,
  iamServiceTrust,
  iamTrustAction,
  iamTrustAnyone,
  iamWildcard,
  iamWriteAnywhere,
  kinesisShards,
  kmsAlias,
  kmsEventSource,
  kmsKey,
  kmsKeyPolicy,
  lambdaDeadLetter,
  lambdaEnvironmentName,
  lambdaEnvironmentSize,
  lambdaEventSource,
  lambdaFileSystem,
  lambdaImageLayers,
  lambdaLogFormat,
  lambdaPackage,
  lambdaSourceSetting,
  lambdaUrlPermission,
  lambdaVersion,
  lambdaVpcSetting,
  logRetention,
  logsKeyPolicy,
  logsSubscriptionRole,
  memorydbAccess,
  mqBroker,
  mskBrokers,
  opensearchEndpoint,
  opensearchName,
  opensearchNodes,
  opensearchSecurity,
  opensearchVolume,
  opensearchZones,
  pipesSource,
  rdsAllocatedStorage,
  rdsBackupsOfSource,
  rdsClusterInstancePolicy,
  rdsDatabaseName,
  rdsEngineFeature,
  rdsExportedLogs,
  rdsGp3Performance,
  rdsInsightsClass,
  rdsIopsRatio,
  rdsLicense,
  rdsLifecycleSupport,
  rdsLogType,
  rdsManagedPassword,
  rdsMasterUsername,
  rdsMonitoringRole,
  rdsMonitoringValue,
  rdsMultiAzZone,
  rdsParameterFamily,
  rdsParameterMemory,
  rdsPasswordCharacters,
  rdsProvisionedIops,
  rdsProxyEngine,
  rdsProxyTarget,
  rdsReplicaBackups,
  rdsReplicaCredentials,
  rdsReplicaSourceArn,
  rdsReplicaStorage,
  rdsRestoreVersion,
  rdsServerlessCapacity,
  rdsStorageGrowth,
  rdsStorageLimit,
  rdsSubnetZones,
  rdsVersionSupport,
  rdsWindowLength,
  rdsWindowOverlap,
  redshiftCluster,
  route53AliasZone,
  route53CloudfrontAlias,
  route53HealthCheck,
  route53Record,
  route53Routing,
  route53Ttl,
  s3AbortFilter,
  s3AccelerationName,
  s3Acl,
  s3CorsWildcard,
  s3EncryptionKey,
  s3Lifecycle,
  s3LifecycleAction,
  s3Name,
  s3NotificationOverlap,
  s3NotificationPermission,
  s3NotificationQueue,
  s3ObjectLock,
  s3PolicyResource,
  s3PublicPolicy,
  s3ReplicationFilter,
  s3Versioning,
  s3WebsiteRedirect,
  schedulerWindow,
  secretFixedName,
  secretName,
  secretPassword,
  secretRotationFunction,
  secretRotationPermission,
  secretRotationSchedule,
  secretValue,
  serviceClosed,
  serviceEnded,
  snsEndpoint,
  snsFifoSubscription,
  snsFilterKeys,
  snsRawDelivery,
  snsSubscriptionRole,
  snsTopic,
  sqsFifoThroughput,
  sqsQueue,
  sqsVisibility,
  ssmParameter,
  stepfunctionsExpress,
  stepfunctionsLogGroup,
  stepfunctionsPath,
  stepfunctionsRetry,
  stepfunctionsState,
  stepfunctionsTaskToken,
  stepfunctionsTransition,
  storeExtendedSupport,
  wafv2Addresses,
  wafv2Association,
  wafv2LogName,
  wafv2Rule,
];
