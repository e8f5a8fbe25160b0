import type { TransitionRule } from '../rule';
import { appliedObjects } from './applied-objects';
import { autoScalingRollingUpdate } from './auto-scaling-rolling-update';
import { cacheClusterMode } from './cache-cluster-mode';
import { cacheEncryption } from './cache-encryption';
import { cacheEngineVersion } from './cache-engine-version';
import { cacheNodeType } from './cache-node-type';
import { cacheReplicas } from './cache-replicas';
import { cacheShards } from './cache-shards';
import { deletionProtection } from './deletion-protection';
import { docdbInstanceClass } from './docdb-instance-class';
import { ebsVolume } from './ebs-volume';
import { ecsCapacityProvider } from './ecs-capacity-provider';
import { ecsCapacityProviderRemoved } from './ecs-capacity-provider-removed';
import { ecsLaunchType } from './ecs-launch-type';
import { ecsNetworkConfiguration } from './ecs-network-configuration';
import { ecsServiceConnect } from './ecs-service-connect';
import { ecsZoneRebalancing } from './ecs-zone-rebalancing';
import { efsThroughputMode } from './efs-throughput-mode';
import { eksNodegroup } from './eks-nodegroup';
import { eksVersion } from './eks-version';
import { rdsEncryption } from './rds-encryption';
import { rdsEngineVersion } from './rds-engine-version';
import { rdsInstanceClass } from './rds-instance-class';
import { rdsMultiAz } from './rds-multi-az';
import { rdsParameterGroup } from './rds-parameter-group';
import { rdsReplicaStorage } from './rds-replica-storage';
import { rdsSettings } from './rds-settings';
import { rdsStorageCooldown } from './rds-storage-cooldown';
import { rdsStorageDecrease } from './rds-storage-decrease';
import { rdsStorageIncrease } from './rds-storage-increase';
import { rdsStorageType } from './rds-storage-type';
import { resourceTypeChange } from './resource-type-change';
import { restoredFromBackup } from './restored-from-backup';

/** Every rule about the change of one resource. To add one, add a file to this folder and a line here. */
export const RULES: readonly TransitionRule[] = [
  resourceTypeChange,
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
  rdsParameterGroup,
  rdsSettings,
  cacheNodeType,
  cacheShards,
  cacheReplicas,
  cacheClusterMode,
  cacheEncryption,
  cacheEngineVersion,
  docdbInstanceClass,
  efsThroughputMode,
  ebsVolume,
  ecsLaunchType,
  ecsCapacityProvider,
  ecsCapacityProviderRemoved,
  ecsNetworkConfiguration,
  ecsServiceConnect,
  ecsZoneRebalancing,
  autoScalingRollingUpdate,
  eksVersion,
  eksNodegroup,
  appliedObjects,
];
