/** Filters of the experimental channel of Gateway API, which has those of the standard channel too. */
const HTTP_FILTERS = [
  'CORS',
  'ExtensionRef',
  'ExternalAuth',
  'RequestHeaderModifier',
  'RequestMirror',
  'RequestRedirect',
  'ResponseHeaderModifier',
  'URLRewrite',
];

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
  'V1PodSecurityContext.seLinuxChangePolicy': ['MountOption', 'Recursive'],
  'V1Container.restartPolicy': ['Always', 'Never', 'OnFailure'],
  'V1PriorityClass.preemptionPolicy': ['Never', 'PreemptLowerPriority'],
  'V1ContainerRestartRule.action': ['Restart', 'RestartAllContainers'],
  'V1ContainerRestartRuleOnExitCodes.operator': ['In', 'NotIn'],
  'V1PodCertificateProjection.keyType': ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'],
  'V1RuleWithOperations.operations': ['CREATE', 'UPDATE', 'DELETE', 'CONNECT', '*'],
  'V1NamedRuleWithOperations.operations': ['CREATE', 'UPDATE', 'DELETE', 'CONNECT', '*'],
  'V1ContainerResizePolicy.resourceName': ['cpu', 'memory'],
  'V1ContainerResizePolicy.restartPolicy': ['NotRequired', 'RestartContainer'],
  'V1CertificateSigningRequestSpec.usages': [
    'any',
    'cert sign',
    'client auth',
    'code signing',
    'content commitment',
    'crl sign',
    'data encipherment',
    'decipher only',
    'digital signature',
    'email protection',
    'encipher only',
    'ipsec end system',
    'ipsec tunnel',
    'ipsec user',
    'key agreement',
    'key encipherment',
    'microsoft sgc',
    'netscape sgc',
    'ocsp signing',
    's/mime',
    'server auth',
    'signing',
    'timestamping',
  ],
  'V1PodFailurePolicyOnPodConditionsPattern.status': ['True', 'False', 'Unknown'],
  'V1Validation.reason': ['Unauthorized', 'Forbidden', 'Invalid', 'RequestEntityTooLarge'],
  'V1ValidatingAdmissionPolicyBindingSpec.validationActions': ['Deny', 'Warn', 'Audit'],
  'V1ParamRef.parameterNotFoundAction': ['Allow', 'Deny'],
  'V1CustomResourceDefinitionSpec.scope': ['Cluster', 'Namespaced'],
  'V1CustomResourceConversion.strategy': ['None', 'Webhook'],
  'V1ValidationRule.reason': ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'],
  'V1CustomResourceColumnDefinition.type': ['boolean', 'date', 'integer', 'number', 'string'],
  'V1PriorityLevelConfigurationSpec.type': ['Exempt', 'Limited'],
  'V1LimitResponse.type': ['Queue', 'Reject'],
  'V1FlowDistinguisherMethod.type': ['ByNamespace', 'ByUser'],
  'HTTPRouteSpecRulesBackendRefsFilters.type': HTTP_FILTERS,
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

/** Fields that the API server requires although its description marks them as optional, by type. Source: validation of Kubernetes 1.36. */
export const KNOWN_REQUIRED: Readonly<Record<string, readonly string[]>> = {
  V1AggregationRule: ['clusterRoleSelectors'],
  V1CertificateSigningRequestSpec: ['usages'],
  V1ContainerRestartRule: ['exitCodes'],
  V1EphemeralVolumeSource: ['volumeClaimTemplate'],
  V1ScaleIOPersistentVolumeSource: ['volumeName'],
  V1ScaleIOVolumeSource: ['volumeName'],
  V1StorageOSPersistentVolumeSource: ['volumeName'],
  V1StorageOSVolumeSource: ['volumeName'],
  V1ParamRef: ['parameterNotFoundAction'],
  V1ValidatingAdmissionPolicySpec: ['matchConstraints'],
  V1VolumeAttributesClass: ['parameters'],
};

/**
 * Fields of the experimental channel of Gateway API that the standard channel does not have, by type: a cluster has them if this
 * channel is installed. Their values are not checked. Source: config/crd/experimental of kubernetes-sigs/gateway-api, v1.6.
 */
export const EXPERIMENTAL_FIELDS: Readonly<Record<string, readonly string[]>> = {
  GatewaySpec: ['defaultScope'],
  HTTPRouteSpec: ['useDefaultGateways'],
  HTTPRouteSpecRules: ['retry', 'sessionPersistence'],
  HTTPRouteSpecRulesBackendRefsFilters: ['externalAuth'],
  TCPRouteSpec: ['useDefaultGateways'],
  UDPRouteSpec: ['useDefaultGateways'],
};
