/**
 * The Go types of the Percona Operator for MySQL that its custom resource definition is generated from, condensed as in
 * `psmdb.ts`. Source: github.com/percona/percona-server-mysql-operator, api/v1/perconaservermysql_types.go (00b4293, the 1.3
 * line), read on 2026-11-21.
 */
export const PERCONA_MYSQL_STRUCTS: Readonly<Record<string, string>> = {
  PerconaServerMySQLSpec: `metadata other, crVersion string, pause bool, enableVolumeExpansion bool, storageScaling other,
    secretsName string, sslSecretName string, unsafeFlags other, ignoreAnnotations []string, ignoreLabels []string, mysql MySQLSpec,
    orchestrator other, pmm other, logcollector other, backup BackupSpec, proxy ProxySpec, tls other, toolkit ContainerSpec,
    upgradeOptions UpgradeOptions, updateStrategy string, clusterServiceDNSSuffix string, initImage string, initContainer other,
    users []User`,
  UpgradeOptions: 'versionServiceEndpoint string, apply string',
  MySQLSpec: `PodSpec, clusterType string, bootstrap other, exposePrimary other, expose other, autoRecovery bool, sidecars []Container,
    sidecarVolumes []Volume, sidecarPVCs []other, vaultSecretName string, volumeSpec VolumeSpec`,
  PodSpec: `ContainerSpec, size int, annotations map, labels map, initImage string, initContainer other, affinity PodAffinity,
    topologySpreadConstraints []TopologySpreadConstraint, nodeSelector map, tolerations []Toleration, priorityClassName string,
    gracePeriod int, schedulerName string, runtimeClassName string, podSecurityContext PodSecurityContext, serviceAccountName string,
    podDisruptionBudget PodDisruptionBudgetSpec, configuration string`,
  ContainerSpec: `image string, imagePullPolicy string, imagePullSecrets []other, resources ResourceRequirements, startupProbe Probe,
    readinessProbe Probe, livenessProbe Probe, containerSecurityContext SecurityContext, env []other, envFrom []other`,
  PodAffinity: 'antiAffinityTopologyKey string, advanced Affinity',
  PodDisruptionBudgetSpec: 'minAvailable intstr, maxUnavailable intstr',
  VolumeSpec: 'emptyDir other, hostPath other, persistentVolumeClaim PersistentVolumeClaimSpec',
  ProxySpec: 'router other, haproxy HAProxySpec',
  HAProxySpec: 'PodSpec, enabled bool, expose other, sidecarResources other',
  User: 'name* string, passwordSecretRef UserSecretKeySelector, dbs []string, hosts []string, grants []string, withGrantOption bool',
  UserSecretKeySelector: 'name* string, key* string',
  BackupSpec: `allowParallel bool, enabled bool, sourcePod string, image string, imagePullSecrets []other, imagePullPolicy string,
    serviceAccountName string, containerSecurityContext other, resources ResourceRequirements, storages map:BackupStorageSpec,
    backoffLimit int, startingDeadlineSeconds int, suspendedDeadlineSeconds int, pitr other, schedule []BackupSchedule,
    initImage string, initContainer other, encryptionKeySecret other`,
  BackupSchedule: 'name* string, schedule* string, keep int, storageName* string, type string',
  BackupStorageSpec: `type* string, volumeSpec VolumeSpec, s3 BackupStorageS3Spec, gcs other, azure other, nodeSelector map,
    resources ResourceRequirements, affinity other, topologySpreadConstraints []TopologySpreadConstraint, tolerations []Toleration,
    annotations map, labels map, schedulerName string, priorityClassName string, podSecurityContext other,
    containerSecurityContext other, runtimeClassName string, verifyTLS bool, containerOptions other, encryptionKeySecret other`,
  BackupStorageS3Spec: `bucket* string, prefix string, credentialsSecret* string, region string, endpointUrl string, caBundle other`,
};

/** What `+kubebuilder:validation:Enum` and the rules of the definition allow. */
export const PERCONA_MYSQL_VALUES: Readonly<Record<string, readonly string[]>> = {
  'MySQLSpec.clusterType': ['group-replication', 'async'],
  // Of a group: three servers or more, an odd number, fewer than nine.
  'MySQLSpec.size': ['3', '5', '7'],
  'BackupStorageSpec.type': ['s3', 'gcs', 'azure'],
};
