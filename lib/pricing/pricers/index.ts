import type { Pricer } from '../pricer';
import { accessanalyzerAnalyzer } from './accessanalyzer-analyzer';
import { acmpcaCertificate } from './acmpca-certificate';
import { acmpcaCertificateAuthority } from './acmpca-certificate-authority';
import { amazonmqBroker } from './amazonmq-broker';
import { amplifyApp } from './amplify-app';
import { apigatewayRestApi } from './apigateway-rest-api';
import { apigatewayStage } from './apigateway-stage';
import { apigatewayv2Api } from './apigatewayv2-api';
import { apprunnerService } from './apprunner-service';
import { appsyncGraphqlApi } from './appsync-graphql-api';
import { athenaWorkGroup } from './athena-work-group';
import { autoscalingGroup } from './autoscaling-group';
import { backupPlan } from './backup-plan';
import { backupVault } from './backup-vault';
import { batchComputeEnvironment } from './batch-compute-environment';
import { certificatemanagerCertificate } from './certificatemanager-certificate';
import { cloud9Environment } from './cloud9-environment';
import { cloudformationStack } from './cloudformation-stack';
import { cloudformationStackSet } from './cloudformation-stack-set';
import { cloudfrontDistribution } from './cloudfront-distribution';
import { cloudfrontFunction } from './cloudfront-function';
import { cloudtrailTrail } from './cloudtrail-trail';
import { cloudwatchAlarm } from './cloudwatch-alarm';
import { cloudwatchCompositeAlarm } from './cloudwatch-composite-alarm';
import { cloudwatchDashboard } from './cloudwatch-dashboard';
import { codebuildProject } from './codebuild-project';
import { codecommitRepository } from './codecommit-repository';
import { codepipelinePipeline } from './codepipeline-pipeline';
import { cognitoUserPool } from './cognito-user-pool';
import { configRecorder } from './config-recorder';
import { configRule } from './config-rule';
import { customResource } from './custom-resource';
import { directconnectConnection } from './directconnect-connection';
import { directoryserviceDirectory } from './directoryservice-directory';
import { dlmLifecyclePolicy } from './dlm-lifecycle-policy';
import { docdbDbCluster } from './docdb-db-cluster';
import { docdbDbInstance } from './docdb-db-instance';
import { dynamodbGlobalTable } from './dynamodb-global-table';
import { dynamodbTable } from './dynamodb-table';
import { ec2ClientVpnAssociation } from './ec2-client-vpn-association';
import { ec2ClientVpnEndpoint } from './ec2-client-vpn-endpoint';
import { ec2Eip } from './ec2-eip';
import { ec2Fleet } from './ec2-fleet';
import { ec2FlowLog } from './ec2-flow-log';
import { ec2Instance } from './ec2-instance';
import { ec2NatGateway } from './ec2-nat-gateway';
import { ec2SpotFleet } from './ec2-spot-fleet';
import { ec2TrafficMirrorSession } from './ec2-traffic-mirror-session';
import { ec2TransitGatewayAttachment } from './ec2-transit-gateway-attachment';
import { ec2Volume } from './ec2-volume';
import { ec2VpcEndpoint } from './ec2-vpc-endpoint';
import { ec2VpnConnection } from './ec2-vpn-connection';
import { ecrRepository } from './ecr-repository';
import { ecsCapacityProvider } from './ecs-capacity-provider';
import { ecsCluster } from './ecs-cluster';
import { ecsService } from './ecs-service';
import { efsFileSystem } from './efs-file-system';
import { eksCluster } from './eks-cluster';
import { eksHelmChart } from './eks-helm-chart';
import { eksKubernetesResource } from './eks-kubernetes-resource';
import { eksNodegroup } from './eks-nodegroup';
import { elasticacheCacheCluster } from './elasticache-cache-cluster';
import { elasticacheReplicationGroup } from './elasticache-replication-group';
import { elasticacheServerlessCache } from './elasticache-serverless-cache';
import { elasticbeanstalkEnvironment } from './elasticbeanstalk-environment';
import { elbLoadBalancer } from './elb-load-balancer';
import { elbv2LoadBalancer } from './elbv2-load-balancer';
import { emrCluster } from './emr-cluster';
import { emrInstanceGroupConfig } from './emr-instance-group-config';
import { emrserverlessApplication } from './emrserverless-application';
import { eventsApiDestination } from './events-api-destination';
import { eventsArchive } from './events-archive';
import { eventsEventBus } from './events-event-bus';
import { eventsRule } from './events-rule';
import { eventschemasDiscoverer } from './eventschemas-discoverer';
import { fsxFileSystem } from './fsx-file-system';
import { globalacceleratorAccelerator } from './globalaccelerator-accelerator';
import { glueDatabase } from './glue-database';
import { glueJob } from './glue-job';
import { grafanaWorkspace } from './grafana-workspace';
import { imagebuilderImage } from './imagebuilder-image';
import { iotThing } from './iot-thing';
import { iotTopicRule } from './iot-topic-rule';
import { kinesisStream } from './kinesis-stream';
import { kinesisStreamConsumer } from './kinesis-stream-consumer';
import { kinesisfirehoseDeliveryStream } from './kinesisfirehose-delivery-stream';
import { kmsKey } from './kms-key';
import { lambdaEventSourceMapping } from './lambda-event-source-mapping';
import { lambdaFunction } from './lambda-function';
import { lambdaVersion } from './lambda-version';
import { logsLogGroup } from './logs-log-group';
import { logsMetricFilter } from './logs-metric-filter';
import { mskCluster } from './msk-cluster';
import { mskServerlessCluster } from './msk-serverless-cluster';
import { mwaaEnvironment } from './mwaa-environment';
import { neptuneDbCluster } from './neptune-db-cluster';
import { neptuneDbInstance } from './neptune-db-instance';
import { networkfirewallFirewall } from './networkfirewall-firewall';
import { opensearchDomain } from './opensearch-domain';
import { opensearchserverlessCollection } from './opensearchserverless-collection';
import { pipesPipe } from './pipes-pipe';
import { rdsDbCluster } from './rds-db-cluster';
import { rdsDbInstance } from './rds-db-instance';
import { rdsDbProxy } from './rds-db-proxy';
import { redshiftCluster } from './redshift-cluster';
import { redshiftserverlessNamespace } from './redshiftserverless-namespace';
import { redshiftserverlessWorkgroup } from './redshiftserverless-workgroup';
import { route53HealthCheck } from './route53-health-check';
import { route53HostedZone } from './route53-hosted-zone';
import { route53resolverEndpoint } from './route53resolver-endpoint';
import { s3Bucket } from './s3-bucket';
import { sagemakerEndpoint } from './sagemaker-endpoint';
import { sagemakerNotebookInstance } from './sagemaker-notebook-instance';
import { scalingPolicy } from './scaling-policy';
import { schedulerSchedule } from './scheduler-schedule';
import { secretsmanagerSecret } from './secretsmanager-secret';
import { servicecatalogPortfolio } from './servicecatalog-portfolio';
import { snsSubscription } from './sns-subscription';
import { snsTopic } from './sns-topic';
import { sqsQueue } from './sqs-queue';
import { ssmParameter } from './ssm-parameter';
import { stepfunctionsStateMachine } from './stepfunctions-state-machine';
import { syntheticsCanary } from './synthetics-canary';
import { transferServer } from './transfer-server';
import { wafv2RuleGroup } from './wafv2-rule-group';
import { wafv2WebAcl } from './wafv2-web-acl';

/** All pricers. A new pricer is one file and two lines here. */
export const PRICERS: readonly Pricer[] = [
  accessanalyzerAnalyzer,
  acmpcaCertificateAuthority,
  acmpcaCertificate,
  amazonmqBroker,
  amplifyApp,
  apigatewayRestApi,
  apigatewayStage,
  apigatewayv2Api,
  apprunnerService,
  appsyncGraphqlApi,
  athenaWorkGroup,
  autoscalingGroup,
  backupPlan,
  backupVault,
  batchComputeEnvironment,
  certificatemanagerCertificate,
  cloud9Environment,
  cloudformationStack,
  cloudformationStackSet,
  cloudfrontDistribution,
  cloudfrontFunction,
  cloudtrailTrail,
  cloudwatchAlarm,
  cloudwatchCompositeAlarm,
  cloudwatchDashboard,
  codebuildProject,
  codecommitRepository,
  codepipelinePipeline,
  cognitoUserPool,
  configRecorder,
  configRule,
  customResource,
  directconnectConnection,
  directoryserviceDirectory,
  dlmLifecyclePolicy,
  docdbDbCluster,
  docdbDbInstance,
  dynamodbGlobalTable,
  dynamodbTable,
  ec2ClientVpnAssociation,
  ec2ClientVpnEndpoint,
  ec2Eip,
  ec2Fleet,
  ec2FlowLog,
  ec2Instance,
  ec2NatGateway,
  ec2SpotFleet,
  ec2TrafficMirrorSession,
  ec2TransitGatewayAttachment,
  ec2Volume,
  ec2VpcEndpoint,
  ec2VpnConnection,
  ecrRepository,
  ecsCapacityProvider,
  ecsCluster,
  ecsService,
  efsFileSystem,
  eksCluster,
  eksHelmChart,
  eksKubernetesResource,
  eksNodegroup,
  elasticacheCacheCluster,
  elasticacheReplicationGroup,
  elasticacheServerlessCache,
  elasticbeanstalkEnvironment,
  elbLoadBalancer,
  elbv2LoadBalancer,
  emrCluster,
  emrInstanceGroupConfig,
  emrserverlessApplication,
  eventsApiDestination,
  eventsArchive,
  eventsEventBus,
  eventsRule,
  eventschemasDiscoverer,
  fsxFileSystem,
  globalacceleratorAccelerator,
  glueDatabase,
  glueJob,
  grafanaWorkspace,
  imagebuilderImage,
  iotThing,
  iotTopicRule,
  kinesisStreamConsumer,
  kinesisStream,
  kinesisfirehoseDeliveryStream,
  kmsKey,
  lambdaEventSourceMapping,
  lambdaFunction,
  lambdaVersion,
  logsLogGroup,
  logsMetricFilter,
  mskCluster,
  mskServerlessCluster,
  mwaaEnvironment,
  neptuneDbCluster,
  neptuneDbInstance,
  networkfirewallFirewall,
  opensearchDomain,
  opensearchserverlessCollection,
  pipesPipe,
  rdsDbCluster,
  rdsDbInstance,
  rdsDbProxy,
  redshiftCluster,
  redshiftserverlessNamespace,
  redshiftserverlessWorkgroup,
  route53HealthCheck,
  route53HostedZone,
  route53resolverEndpoint,
  s3Bucket,
  sagemakerEndpoint,
  sagemakerNotebookInstance,
  scalingPolicy,
  schedulerSchedule,
  secretsmanagerSecret,
  servicecatalogPortfolio,
  snsSubscription,
  snsTopic,
  sqsQueue,
  ssmParameter,
  stepfunctionsStateMachine,
  syntheticsCanary,
  transferServer,
  wafv2RuleGroup,
  wafv2WebAcl,
];
