/**
 * Values of fields that the API validates but does not list in its description, by type and field. Source: the API
 * reference of Kubernetes 1.36, and of the custom resources.
 */
export const KNOWN_VALUES: Readonly<Record<string, readonly string[]>> = {
  'V2MetricTarget.type': ['Utilization', 'Value', 'AverageValue'],
  'V2MetricSpec.type': ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'],
  'V2HPAScalingPolicy.type': ['Pods', 'Percent'],
  'V2HPAScalingRules.selectPolicy': ['Max', 'Min', 'Disabled'],
  'V1NetworkPolicySpec.policyTypes': ['Ingress', 'Egress'],
  'V1PersistentVolumeClaimSpec.accessModes': ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'],
  'V1PersistentVolumeSpec.accessModes': ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'],
  'V1LabelSelectorRequirement.operator': ['In', 'NotIn', 'Exists', 'DoesNotExist'],
  'V1StorageClass.volumeBindingMode': ['Immediate', 'WaitForFirstConsumer'],
  'V1StorageClass.reclaimPolicy': ['Delete', 'Retain'],
  'V1StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted': ['Retain', 'Delete'],
  'V1StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled': ['Retain', 'Delete'],
  'V1ValidatingWebhook.sideEffects': ['None', 'NoneOnDryRun'],
  'V1MutatingWebhook.sideEffects': ['None', 'NoneOnDryRun'],
  'V1EndpointSlice.addressType': ['IPv4', 'IPv6', 'FQDN'],
  'V1IngressClassParametersReference.scope': ['Cluster', 'Namespace'],
  'V1CSIDriverSpec.volumeLifecycleModes': ['Persistent', 'Ephemeral'],
  'V1CSIDriverSpec.fsGroupPolicy': ['None', 'File', 'ReadWriteOnceWithFSType'],
  'V1Container.restartPolicy': ['Always', 'Never', 'OnFailure'],
  'PerconaServerMongoDBSpecTls.mode': ['disabled', 'allowTLS', 'preferTLS', 'requireTLS'],
  'ScaledObjectSpecTriggers.metricType': ['AverageValue', 'Value', 'Utilization'],
  'ScaledObjectSpecTriggersAuthenticationRef.kind': ['TriggerAuthentication', 'ClusterTriggerAuthentication'],
};

/**
 * Fields of custom resources that are strings in their definitions and durations in the Go types of their operators, which
 * are the source.
 */
export const KNOWN_DURATIONS: ReadonlySet<string> = new Set([
  'ClusterSpecReplica.minApplyDelay',
  'ExternalSecretSpec.refreshInterval',
  'MariaDBSpecReplication.semiSyncAckTimeout',
  'MariaDBSpecReplicationPrimary.autoFailoverDelay',
  'MariaDBSpecReplicationReplica.syncTimeout',
  'MariaDBSpecReplicationReplicaRecovery.errorDurationThreshold',
  'NodePoolSpecDisruption.consolidateAfter',
  'NodePoolSpecTemplateSpec.expireAfter',
  'PerconaServerMongoDBSpecTls.certValidityDuration',
  'PhysicalBackupSpec.maxRetention',
  'PhysicalBackupSpec.timeout',
]);
