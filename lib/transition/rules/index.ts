import type { TransitionRule } from '../rule';
import { appliedObjects } from './applied-objects';
import { autoScalingRollingUpdate } from './auto-scaling-rolling-update';
import { cacheAuthToken } from './cache-auth-token';
import { cacheClusterMode } from './cache-cluster-mode';
import { cacheEncryption } from './cache-encryption';
import { cacheEngine } from './cache-engine';
import { cacheEngineVersion } from './cache-engine-version';
import { cacheNodeType } from './cache-node-type';
import { cacheReplicas } from './cache-replicas';
import { cacheShards } from './cache-shards';
import { cacheTransitEncryption } from './cache-transit-encryption';
import { classicLoadBalancer } from './classic-load-balancer';
import { cognitoSignIn } from './cognito-sign-in';
import { dataStoreMoved } from './data-store-moved';
import { deletionProtection } from './deletion-protection';
import { docdbInstanceClass } from './docdb-instance-class';
import { dynamodbIndexes } from './dynamodb-indexes';
import { ebsVolume } from './ebs-volume';
import { ec2InstanceRestart } from './ec2-instance-restart';
import { ecsCapacityProvider } from './ecs-capacity-provider';
import { ecsCapacityProviderRemoved } from './ecs-capacity-provider-removed';
import { ecsCodeDeploy } from './ecs-code-deploy';
import { ecsLaunchType } from './ecs-launch-type';
import { ecsNetworkConfiguration } from './ecs-network-configuration';
import { ecsServiceConnect } from './ecs-service-connect';
import { ecsZoneRebalancing } from './ecs-zone-rebalancing';
import { efsThroughputMode } from './efs-throughput-mode';
import { eksAuthenticationMode } from './eks-authentication-mode';
import { eksClusterNetwork } from './eks-cluster-network';
import { eksNodegroup } from './eks-nodegroup';
import { eksVersion } from './eks-version';
import { elbSecurityGroups } from './elb-security-groups';
import { fsxFileSystem } from './fsx-file-system';
import { instanceArchitecture } from './instance-architecture';
import { kinesisShards } from './kinesis-shards';
import { kmsKey } from './kms-key';
import { mskRollingUpdate } from './msk-rolling-update';
import { mskStorage } from './msk-storage';
import { neptuneInstanceClass } from './neptune-instance-class';
import { nestedStack } from './nested-stack';
import { opensearchSettings } from './opensearch-settings';
import { opensearchVersion } from './opensearch-version';
import { rdsEncryption } from './rds-encryption';
import { rdsEngineVersion } from './rds-engine-version';
import { rdsInstanceClass } from './rds-instance-class';
import { rdsMultiAz } from './rds-multi-az';
import { rdsParameterGroup } from './rds-parameter-group';
import { rdsReplicaPromoted } from './rds-replica-promoted';
import { rdsReplicaStorage } from './rds-replica-storage';
import { rdsSettings } from './rds-settings';
import { rdsStorageCooldown } from './rds-storage-cooldown';
import { rdsStorageDecrease } from './rds-storage-decrease';
import { rdsStorageIncrease } from './rds-storage-increase';
import { rdsStorageType } from './rds-storage-type';
import { redshiftResize } from './redshift-resize';
import { resourceTypeChange } from './resource-type-change';
import { restoredFromBackup } from './restored-from-backup';
import { someInterruptions } from './some-interruptions';
import { ssmDocument } from './ssm-document';

/** Every rule about the change of one resource. To add one, add a file to this folder and a line here. */
export const RULES: readonly TransitionRule[] = [
  resourceTypeChange,
  nestedStack,
  dataStoreMoved,
  deletionProtection,
  restoredFromBackup,
  rdsStorageDecrease,
  rdsStorageIncrease,
  rdsStorageCooldown,
  rdsStorageType,
  rdsInstanceClass,
  rdsMultiAz,
  rdsEngineVersion,
  rdsEncryption,
  rdsReplicaStorage,
  rdsReplicaPromoted,
  rdsParameterGroup,
  rdsSettings,
  cacheNodeType,
  cacheShards,
  cacheReplicas,
  cacheClusterMode,
  cacheEncryption,
  cacheTransitEncryption,
  cacheAuthToken,
  cacheEngine,
  cacheEngineVersion,
  docdbInstanceClass,
  neptuneInstanceClass,
  dynamodbIndexes,
  opensearchVersion,
  opensearchSettings,
  kinesisShards,
  fsxFileSystem,
  mskRollingUpdate,
  redshiftResize,
  mskStorage,
  efsThroughputMode,
  ebsVolume,
  ec2InstanceRestart,
  ecsLaunchType,
  ecsCapacityProvider,
  ecsCapacityProviderRemoved,
  ecsCodeDeploy,
  ecsNetworkConfiguration,
  ecsServiceConnect,
  ecsZoneRebalancing,
  autoScalingRollingUpdate,
  instanceArchitecture,
  elbSecurityGroups,
  classicLoadBalancer,
  eksVersion,
  eksClusterNetwork,
  eksAuthenticationMode,
  eksNodegroup,
  cognitoSignIn,
  kmsKey,
  ssmDocument,
  someInterruptions,
  appliedObjects,
];
