/** Names of fields with a port number, in any object: 1 to 65535 if it is a number. */
export const PORT_FIELDS: ReadonlySet<string> = new Set(['containerPort', 'endPort', 'port', 'portNumber', 'targetPort']);
/** Ports whose value 0 the API server replaces with another port. Source: `SetDefaults_Service` of the API server. */
export const UNSET_PORTS: ReadonlySet<string> = new Set(['V1ServicePort.targetPort']);
/** Largest port number of TCP and UDP. */
export const MAX_PORT = 65_535;

/** Ports that Services open on every node. Source: Kubernetes documentation, flag `--service-node-port-range`. */
export const NODE_PORTS = { from: 30_000, to: 32_767 } as const;

/** Inclusive limits of a number; absent is no limit. */
export interface NumberLimits {
  /** Least valid value, inclusive. Default: no limit. */
  readonly least?: number;
  /** Largest valid value, inclusive. Default: no limit. */
  readonly most?: number;
}

const MOST_INT32 = 2 ** 31 - 1;

/** Lifetime of a token: 10 minutes to 2^32 seconds. Source: `validateProjectionSources` and `validateTokenRequests` of the API server. */
const TOKEN_SECONDS: NumberLimits = { least: 600, most: 2 ** 32 };

/** Longest lifetime of a certificate of a pod: 91 days. Source: `MaxMaxExpirationSeconds` of the API group certificates.k8s.io. */
const MOST_CERTIFICATE_SECONDS = 91 * 24 * 3_600;

/** The largest file mode: `0777`. */
const MOST_MODE = 0o777;

/**
 * Limits of numbers, by type and field. Source: validation of the API server, as its field descriptions state them, and
 * of KEDA. Limits that a custom resource definition states are in its data.
 */
export const NUMBER_LIMITS: Readonly<Record<string, NumberLimits>> = {
  'V1DeploymentSpec.replicas': { least: 0 },
  'V1DeploymentSpec.revisionHistoryLimit': { least: 0 },
  'V1DeploymentSpec.minReadySeconds': { least: 0 },
  'V1DeploymentSpec.progressDeadlineSeconds': { least: 1 },
  'V1ReplicaSetSpec.replicas': { least: 0 },
  'V1ReplicaSetSpec.minReadySeconds': { least: 0 },
  'V1ReplicationControllerSpec.replicas': { least: 0 },
  'V1ReplicationControllerSpec.minReadySeconds': { least: 0 },
  'V1DaemonSetSpec.minReadySeconds': { least: 0 },
  'V1DaemonSetSpec.revisionHistoryLimit': { least: 0 },
  'V1ControllerRevision.revision': { least: 0 },
  'V1StatefulSetSpec.replicas': { least: 0 },
  'V1StatefulSetSpec.revisionHistoryLimit': { least: 0 },
  'V1StatefulSetSpec.minReadySeconds': { least: 0 },
  'V2HorizontalPodAutoscalerSpec.minReplicas': { least: 0 },
  'V2HorizontalPodAutoscalerSpec.maxReplicas': { least: 1 },
  'V1HorizontalPodAutoscalerSpec.minReplicas': { least: 0 },
  'V1HorizontalPodAutoscalerSpec.maxReplicas': { least: 1 },
  'V1HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage': { least: 1 },
  'V2MetricTarget.averageUtilization': { least: 1 },
  'V2HPAScalingPolicy.value': { least: 1 },
  'V2HPAScalingPolicy.periodSeconds': { least: 1, most: 1_800 },
  'V2HPAScalingRules.stabilizationWindowSeconds': { least: 0, most: 3_600 },
  'V1PodSpec.terminationGracePeriodSeconds': { least: 0 },
  'V1PodSpec.activeDeadlineSeconds': { least: 1, most: MOST_INT32 },
  // The API server replaces 0 in probes with the default.
  'V1Probe.initialDelaySeconds': { least: 0 },
  'V1Probe.periodSeconds': { least: 0 },
  'V1Probe.timeoutSeconds': { least: 0 },
  'V1Probe.successThreshold': { least: 0 },
  'V1Probe.failureThreshold': { least: 0 },
  'V1Probe.terminationGracePeriodSeconds': { least: 1 },
  'V1TopologySpreadConstraint.maxSkew': { least: 1 },
  'V1TopologySpreadConstraint.minDomains': { least: 1 },
  'V1WeightedPodAffinityTerm.weight': { least: 1, most: 100 },
  'V1PreferredSchedulingTerm.weight': { least: 1, most: 100 },
  'V1JobSpec.backoffLimit': { least: 0 },
  'V1JobSpec.completions': { least: 0 },
  'V1JobSpec.parallelism': { least: 0 },
  'V1JobSpec.activeDeadlineSeconds': { least: 1 },
  'V1JobSpec.ttlSecondsAfterFinished': { least: 0 },
  'V1JobSpec.backoffLimitPerIndex': { least: 0 },
  'V1JobSpec.maxFailedIndexes': { least: 0 },
  'V1SuccessPolicyRule.succeededCount': { least: 0 },
  'V1CronJobSpec.startingDeadlineSeconds': { least: 0 },
  'V1CronJobSpec.successfulJobsHistoryLimit': { least: 0 },
  'V1CronJobSpec.failedJobsHistoryLimit': { least: 0 },
  'V1ServiceAccountTokenProjection.expirationSeconds': TOKEN_SECONDS,
  'StorageV1TokenRequest.expirationSeconds': TOKEN_SECONDS,
  'V1ConfigMapVolumeSource.defaultMode': { least: 0, most: MOST_MODE },
  'V1SecretVolumeSource.defaultMode': { least: 0, most: MOST_MODE },
  'V1ProjectedVolumeSource.defaultMode': { least: 0, most: MOST_MODE },
  'V1DownwardAPIVolumeSource.defaultMode': { least: 0, most: MOST_MODE },
  'V1DownwardAPIVolumeFile.mode': { least: 0, most: MOST_MODE },
  'V1PodCertificateProjection.maxExpirationSeconds': { least: 3_600, most: MOST_CERTIFICATE_SECONDS },
  'V1KeyToPath.mode': { least: 0, most: MOST_MODE },
  'V1SecurityContext.runAsUser': { least: 0 },
  'V1SecurityContext.runAsGroup': { least: 0 },
  'V1PodSecurityContext.runAsUser': { least: 0 },
  'V1PodSecurityContext.runAsGroup': { least: 0 },
  'V1PodSecurityContext.fsGroup': { least: 0 },
  'V1PodSecurityContext.supplementalGroups': { least: 0, most: MOST_INT32 },
  'V1StatefulSetOrdinals.start': { least: 0 },
  'V1GCEPersistentDiskVolumeSource.partition': { least: 0, most: 255 },
  'V1AWSElasticBlockStoreVolumeSource.partition': { least: 0, most: 255 },
  'V1ISCSIVolumeSource.lun': { least: 0, most: 255 },
  'V1ISCSIPersistentVolumeSource.lun': { least: 0, most: 255 },
  'V1FCVolumeSource.lun': { least: 0, most: 255 },
  'V1ValidatingWebhook.timeoutSeconds': { least: 1, most: 30 },
  'V1MutatingWebhook.timeoutSeconds': { least: 1, most: 30 },
  'V1APIServiceSpec.groupPriorityMinimum': { least: 1, most: 20_000 },
  'V1APIServiceSpec.versionPriority': { least: 1, most: 1_000 },
  'V1FlowSchemaSpec.matchingPrecedence': { least: 1, most: 10_000 },
  'V1VolumeNodeResources.count': { least: 0 },
  'V1ServiceSpec.healthCheckNodePort': { least: 0, most: MAX_PORT },
  'V1LeaseSpec.leaseDurationSeconds': { least: 1 },
  'V1LeaseSpec.leaseTransitions': { least: 0 },
  'V1CertificateSigningRequestSpec.expirationSeconds': { least: 600 },
  'V1CSIDriverSpec.nodeAllocatableUpdatePeriodSeconds': { least: 10 },
  'V1LimitedPriorityLevelConfiguration.nominalConcurrencyShares': { least: 0 },
  'V1LimitedPriorityLevelConfiguration.lendablePercent': { least: 0, most: 100 },
  'V1LimitedPriorityLevelConfiguration.borrowingLimitPercent': { least: 0 },
  'ScaledObjectSpec.minReplicaCount': { least: 0 },
  'ScaledObjectSpec.maxReplicaCount': { least: 1 },
};

/** Required lists that must have an item too. */
export const NON_EMPTY_LISTS: ReadonlySet<string> = new Set([
  'V1PodSpec.containers',
  'V2HPAScalingRules.policies',
  'V1SuccessPolicy.rules',
  'V1AggregationRule.clusterRoleSelectors',
  'V1CephFSVolumeSource.monitors',
  'V1CephFSPersistentVolumeSource.monitors',
  'V1RBDVolumeSource.monitors',
  'V1RBDPersistentVolumeSource.monitors',
  'V1TopologySelectorLabelRequirement.values',
  'V1Endpoint.addresses',
  'V1CertificateSigningRequestSpec.usages',
  'V1ValidatingAdmissionPolicyBindingSpec.validationActions',
  'V1PolicyRulesWithSubjects.subjects',
  'ScaledObjectSpec.triggers',
]);
