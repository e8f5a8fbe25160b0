import { CLUSTER_META, object, pod } from './fault-text';

const claim = 'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }';
const job = (fields: string, kind = 'spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] }') =>
  object('batch/v1', 'Job', `spec: { ${fields}, template: { ${kind} } }`);
const workload = (kind: string, fields: string) =>
  object(
    'apps/v1',
    kind,
    `spec: { selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } }, ${fields} }`,
  );
const persistentVolume = (fields: string) =>
  object('v1', 'PersistentVolume', `spec: { accessModes: [ReadWriteOnce], ${fields} }`, CLUSTER_META);
const service = (fields: string) => object('v1', 'Service', `spec: { ${fields} }`);
const autoscaler = (fields: string) =>
  object(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    `spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a }, maxReplicas: 3, ${fields} }`,
  );
const webhook = (fields: string) =>
  object(
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    `webhooks: [{ name: a.b.c, sideEffects: None, admissionReviewVersions: [v1], ${fields} }]`,
    CLUSTER_META,
  );
const SERVED = 'clientConfig: { service: { name: a, namespace: b } }';
const policy = (fields: string) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', `spec: { ${fields} }`, CLUSTER_META);
const MATCH = 'matchConstraints: { resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }] }';
const binding = (fields: string) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', `spec: { ${fields} }`, CLUSTER_META);
const ingress = (fields: string) => object('networking.k8s.io/v1', 'Ingress', `spec: { ${fields} }`);
const backend = 'service: { name: a, port: { number: 80 } }';
const resourceClaim = (fields: string) => object('resource.k8s.io/v1', 'ResourceClaim', `spec: { devices: { ${fields} } }`);
const definition = (version: string, names = 'plural: widgets, kind: Widget', more = '') =>
  object(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    `spec: { group: example.com, scope: Namespaced, names: { ${names} }, versions: [{ name: v1, served: true, storage: true, ${version} }]${more} }`,
    'metadata: { name: widgets.example.com }',
  );
const SCHEMA = 'schema: { openAPIV3Schema: { type: object } }';

/**
 * More faults that the API server rejects, with the function that rejects them. They were written from the validation of Kubernetes
 * (the folders `validation` of pkg/apis) before the rules were looked at. 64 of the 226 were found then.
 */
export const MORE_FAULTS: readonly (readonly [title: string, validation: string, manifest: string])[] = [
  // Volumes of pods.
  [
    'iSCSI volume without a portal',
    'validateISCSIVolumeSource',
    pod('volumes: [{ name: v, iscsi: { targetPortal: "", iqn: "iqn.2001-04.com.example:a", lun: 0 } }]'),
  ],
  [
    'iSCSI session with CHAP and no secret',
    'validateISCSIVolumeSource',
    pod('volumes: [{ name: v, iscsi: { targetPortal: "10.0.0.1", iqn: "iqn.2001-04.com.example:a", lun: 0, chapAuthSession: true } }]'),
  ],
  ['Fibre Channel volume without targets', 'validateFCVolumeSource', pod('volumes: [{ name: v, fc: { lun: 1 } }]')],
  [
    'Fibre Channel volume with both identifiers',
    'validateFCVolumeSource',
    pod('volumes: [{ name: v, fc: { lun: 1, targetWWNs: [a], wwids: [b] } }]'),
  ],
  ['CephFS volume without monitors', 'validateCephFSVolumeSource', pod('volumes: [{ name: v, cephfs: { monitors: [] } }]')],
  ['RBD volume without monitors', 'validateRBDVolumeSource', pod('volumes: [{ name: v, rbd: { monitors: [], image: a } }]')],
  ['Azure file without a share', 'validateAzureFile', pod('volumes: [{ name: v, azureFile: { secretName: a, shareName: "" } }]')],
  [
    'managed Azure disk with a blob address',
    'validateAzureDisk',
    pod('volumes: [{ name: v, azureDisk: { diskName: a, diskURI: "https://a.blob.core.windows.net/b", kind: Managed } }]'),
  ],
  [
    'disk of Google without a name',
    'validateGCEPersistentDiskVolumeSource',
    pod('volumes: [{ name: v, gcePersistentDisk: { pdName: "" } }]'),
  ],
  [
    'CSI secret without a name',
    'validateCSIVolumeSource',
    pod('volumes: [{ name: v, csi: { driver: a.b, nodePublishSecretRef: { name: "" } } }]'),
  ],
  [
    'projected token without a path',
    'validateProjectionSources',
    pod('volumes: [{ name: v, projected: { sources: [{ serviceAccountToken: { path: "" } }] } }]'),
  ],
  [
    'projected token outside of the volume',
    'validateProjectionSources',
    pod('volumes: [{ name: v, projected: { sources: [{ serviceAccountToken: { path: "../a" } }] } }]'),
  ],
  [
    'two projected files at one path',
    'validateProjectionSources',
    pod(
      'volumes: [{ name: v, projected: { sources: [{ secret: { name: s, optional: true, items: [{ key: a, path: f }] } }, { configMap: { name: c, optional: true, items: [{ key: b, path: f }] } }] } }]',
    ),
  ],
  [
    'trust bundle with a name and a signer',
    'validateProjectionSources',
    pod('volumes: [{ name: v, projected: { sources: [{ clusterTrustBundle: { path: f, name: a, signerName: a.b/c } }] } }]'),
  ],
  [
    'token of more than 2^32 seconds',
    'validateProjectionSources',
    pod('volumes: [{ name: v, projected: { sources: [{ serviceAccountToken: { path: f, expirationSeconds: 4294967297 } }] } }]'),
  ],
  ['image volume without a reference', 'validateImageVolumeSource', pod('volumes: [{ name: v, image: { reference: "" } }]')],
  [
    'claim without a name',
    'validatePersistentVolumeClaimVolumeSource',
    pod('volumes: [{ name: v, persistentVolumeClaim: { claimName: "" } }]'),
  ],
  ['volume twice', 'ValidateVolumes', pod('volumes: [{ name: v, emptyDir: {} }, { name: v, emptyDir: {} }]')],
  // Containers.
  [
    'two mounts at one path',
    'ValidateVolumeMounts',
    pod('volumes: [{ name: v, emptyDir: {} }]', 'volumeMounts: [{ name: v, mountPath: /a }, { name: v, mountPath: /a }]'),
  ],
  [
    'port of a container twice by name',
    'validateContainerPorts',
    pod('', 'ports: [{ name: a, containerPort: 1 }, { name: a, containerPort: 2 }]'),
  ],
  ['port 0 of a container', 'validateContainerPorts', pod('', 'ports: [{ containerPort: 0 }]')],
  [
    'probe of a port with an underscore',
    'ValidatePortNumOrName',
    pod('', 'ports: [{ containerPort: 80 }], livenessProbe: { httpGet: { port: "a_b" } }'),
  ],
  ['probe of port 0', 'ValidatePortNumOrName', pod('', 'livenessProbe: { tcpSocket: { port: 0 } }')],
  ['name of a variable that is empty', 'ValidateEnv', pod('', 'env: [{ name: "", value: a }]')],
  [
    'resource claim twice',
    'validateResourceClaimNames',
    pod('resourceClaims: [{ name: c, resourceClaimName: x }]', 'resources: { claims: [{ name: c }, { name: c }] }'),
  ],
  [
    'resize policy of a device',
    'validateResizePolicy',
    pod('', 'resizePolicy: [{ resourceName: nvidia.com/gpu, restartPolicy: NotRequired }]'),
  ],
  ['unknown resize policy', 'validateResizePolicy', pod('', 'resizePolicy: [{ resourceName: cpu, restartPolicy: Sometimes }]')],
  ['init container with the name of a container', 'validateInitContainers', pod('initContainers: [{ name: a, image: "a:1" }]')],
  [
    'sidecar with a startup probe without a handler',
    'validateInitContainers',
    pod('initContainers: [{ name: i, image: "a:1", restartPolicy: Always, startupProbe: { periodSeconds: 5 } }]'),
  ],
  [
    'grace period of 0 seconds of a probe',
    'validateProbe',
    pod('', 'livenessProbe: { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: 0 }'),
  ],
  ['host port above 65535', 'validateContainerPorts', pod('', 'ports: [{ containerPort: 80, hostPort: 70000 }]')],
  // Pods.
  ['unknown DNS policy', 'validateDNSPolicy', pod('dnsPolicy: Cluster')],
  [
    '33 search domains',
    'ValidatePodDNSConfig',
    pod(`dnsConfig: { searches: [${Array.from({ length: 33 }, (_, index) => `d${index}.a`).join(', ')}] }`),
  ],
  [
    'search domains with more than 2048 characters',
    'ValidatePodDNSConfig',
    pod(`dnsConfig: { searches: [${Array.from({ length: 12 }, (_, index) => `${'abcdefghi.'.repeat(20)}d${index}`).join(', ')}] }`),
  ],
  ['scheduling gate with a space', 'validateSchedulingGates', pod('schedulingGates: [{ name: "a b" }]')],
  [
    'resource claim of a pod twice',
    'validatePodResourceClaims',
    pod('resourceClaims: [{ name: c, resourceClaimName: x }, { name: c, resourceClaimName: y }]'),
  ],
  ['resource claim of a pod in upper case', 'validatePodResourceClaim', pod('resourceClaims: [{ name: C, resourceClaimName: x }]')],
  ['unknown preemption policy', 'ValidatePreemptionPolicy', pod('preemptionPolicy: Always')],
  ['deadline above 2^31', 'ValidatePodSpec', pod('activeDeadlineSeconds: 4294967296')],
  [
    'unknown policy of taints',
    'validateNodeInclusionPolicy',
    pod('topologySpreadConstraints: [{ maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule, nodeTaintsPolicy: Maybe }]'),
  ],
  [
    'matchLabelKeys with the key of the selector',
    'validateMatchLabelKeysInTopologySpread',
    pod(
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { a: b } }, matchLabelKeys: [a] }]',
    ),
  ],
  [
    'key in matchLabelKeys and mismatchLabelKeys',
    'validateMatchLabelKeysAndMismatchLabelKeys',
    pod(
      'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: z, labelSelector: {}, matchLabelKeys: [a], mismatchLabelKeys: [a] }] } }',
    ),
  ],
  [
    'namespace of a term in upper case',
    'validatePodAffinityTerm',
    pod(
      'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: z, labelSelector: {}, namespaces: [A] }] } }',
    ),
  ],
  [
    'weight 0',
    'validatePodAffinity',
    pod(
      'affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 0, podAffinityTerm: { topologyKey: z, labelSelector: {} } }] } }',
    ),
  ],
  [
    'unknown operator of a node',
    'ValidateNodeSelectorRequirement',
    pod(
      'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: Equals, values: [b] }] }] } } }',
    ),
  ],
  ['toleration with a comma', 'ValidateTolerations', pod('tolerations: [{ key: a, operator: Equal, value: "a,b" }]')],
  ['unknown operator of a toleration', 'ValidateTolerations', pod('tolerations: [{ key: a, operator: In, value: b }]')],
  ['node selector with a space', 'ValidateNodeSelector labels', pod('nodeSelector: { a: "b c" }')],
  ['negative CPU of a pod', 'validatePodResourceRequirements', pod('resources: { requests: { cpu: "-1" } }')],
  ['device as a resource of a pod', 'validatePodResourceRequirements', pod('resources: { limits: { nvidia.com/gpu: 1 } }')],
  ['pod request above its limit', 'ValidatePodResourceRequirements', pod('resources: { requests: { cpu: 2 }, limits: { cpu: 1 } }')],
  [
    'pod request below its containers',
    'validatePodResourceRequirements',
    pod('resources: { requests: { cpu: 1 } }', 'resources: { requests: { cpu: 2 } }'),
  ],
  [
    'container limit above the limit of the pod',
    'validatePodResourceRequirements',
    pod('resources: { limits: { memory: 1Gi } }', 'resources: { limits: { memory: 2Gi } }'),
  ],
  [
    'AppArmor annotation of another container',
    'ValidateAppArmorPodAnnotations',
    object(
      'v1',
      'Pod',
      'spec: { containers: [{ name: a, image: "a:1" }] }',
      'metadata: { name: x, annotations: { container.apparmor.security.beta.kubernetes.io/b: runtime/default } }',
    ),
  ],
  [
    'AppArmor annotation without a profile',
    'ValidateAppArmorProfileFormat',
    object(
      'v1',
      'Pod',
      'spec: { containers: [{ name: a, image: "a:1" }] }',
      'metadata: { name: x, annotations: { container.apparmor.security.beta.kubernetes.io/a: foo } }',
    ),
  ],
  ['host name override with the network of the host', 'validateHostnameOverride', pod('hostnameOverride: a.b, hostNetwork: true')],
  // Security contexts.
  ['AppArmor profile without its name', 'validateAppArmorProfileField', pod('securityContext: { appArmorProfile: { type: Localhost } }')],
  ['unknown type of a seccomp profile', 'validateSeccompProfileField', pod('securityContext: { seccompProfile: { type: Default } }')],
  [
    'HostProcess without the network of the host',
    'validateWindowsHostProcessPod',
    pod('', 'securityContext: { windowsOptions: { hostProcess: true } }'),
  ],
  ['unknown policy of groups', 'ValidatePodSecurityContext', pod('securityContext: { fsGroupChangePolicy: Sometimes }')],
  ['unknown policy of supplemental groups', 'validateSupplementalGroupsPolicy', pod('securityContext: { supplementalGroupsPolicy: All }')],
  ['unknown proc mount', 'validateProcMountType', pod('', 'securityContext: { procMount: Masked }')],
  ['supplemental group above 2^31', 'IsValidGroupID', pod('securityContext: { supplementalGroups: [4294967296] }')],
  // Services.
  ['ports of a Service without names', 'ValidateService', service('ports: [{ port: 80 }, { port: 81 }]')],
  ['port name of a Service twice', 'ValidateService', service('ports: [{ name: a, port: 80 }, { name: a, port: 81 }]')],
  ['target port with an underscore', 'validateServicePort', service('ports: [{ port: 80, targetPort: "a_b" }]')],
  ['target port above 65535', 'validateServicePort', service('ports: [{ port: 80, targetPort: 70000 }]')],
  ['unknown protocol', 'validateServicePort', service('ports: [{ port: 80, protocol: HTTP }]')],
  [
    'unknown internal traffic policy',
    'validateServiceInternalTrafficFieldsValue',
    service('internalTrafficPolicy: Node, ports: [{ port: 80 }]'),
  ],
  [
    'ExternalName with IP families',
    'ValidateServiceClusterIPsRelatedFields',
    service('type: ExternalName, externalName: a.b, ipFamilies: [IPv4]'),
  ],
  [
    'ExternalName with cluster IPs',
    'ValidateServiceClusterIPsRelatedFields',
    service('type: ExternalName, externalName: a.b, clusterIPs: [10.0.0.1]'),
  ],
  [
    'three cluster IPs',
    'ValidateServiceClusterIPsRelatedFields',
    service('clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, "fd00::1", 10.0.0.2], ports: [{ port: 80 }]'),
  ],
  [
    'two cluster IPs of one family',
    'ValidateServiceClusterIPsRelatedFields',
    service('clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 10.0.0.2], ipFamilyPolicy: PreferDualStack, ports: [{ port: 80 }]'),
  ],
  [
    'cluster IP of another family',
    'ValidateServiceClusterIPsRelatedFields',
    service('clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1], ipFamilies: [IPv6], ports: [{ port: 80 }]'),
  ],
  ['unknown family policy', 'ValidateServiceClusterIPsRelatedFields', service('ipFamilyPolicy: DualStack, ports: [{ port: 80 }]')],
  [
    'source ranges of a ClusterIP by annotation',
    'ValidateService',
    object(
      'v1',
      'Service',
      'spec: { ports: [{ port: 80 }] }',
      'metadata: { name: x, annotations: { service.beta.kubernetes.io/load-balancer-source-ranges: 10.0.0.0/8 } }',
    ),
  ],
  [
    'source range without a prefix by annotation',
    'ValidateService',
    object(
      'v1',
      'Service',
      'spec: { type: LoadBalancer, ports: [{ port: 80 }] }',
      'metadata: { name: x, annotations: { service.beta.kubernetes.io/load-balancer-source-ranges: 10.0.0.0 } }',
    ),
  ],
  ['unknown session affinity', 'ValidateService', service('sessionAffinity: Cookie, ports: [{ port: 80 }]')],
  ['selector with a space', 'ValidateService', service('selector: { a: "b c" }, ports: [{ port: 80 }]')],
  // Other objects of core.
  [
    'ReplicationController with negative replicas',
    'ValidateReplicationControllerSpec',
    object(
      'v1',
      'ReplicationController',
      'spec: { replicas: -1, selector: { a: b }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'ReplicationController that selects other pods',
    'ValidatePodTemplateSpecForRC',
    object(
      'v1',
      'ReplicationController',
      'spec: { replicas: 1, selector: { a: c }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'taint twice',
    'validateNodeTaints',
    object(
      'v1',
      'Node',
      'spec: { taints: [{ key: a, value: b, effect: NoSchedule }, { key: a, value: c, effect: NoSchedule }] }',
      CLUSTER_META,
    ),
  ],
  [
    'taint with a space',
    'validateNodeTaints',
    object('v1', 'Node', 'spec: { taints: [{ key: a, value: "b c", effect: NoSchedule }] }', CLUSTER_META),
  ],
  ['key that begins with two dots', 'IsConfigMapKey', object('v1', 'ConfigMap', 'data: { "..a": b }')],
  ['key that is a dot', 'IsConfigMapKey', object('v1', 'Secret', 'stringData: { ".": b }')],
  [
    'priority class scope without values',
    'validateScopedResourceSelectorRequirement',
    object(
      'v1',
      'ResourceQuota',
      'spec: { hard: { pods: 1 }, scopeSelector: { matchExpressions: [{ scopeName: PriorityClass, operator: In }] } }',
    ),
  ],
  [
    'terminating scope with values',
    'validateScopedResourceSelectorRequirement',
    object(
      'v1',
      'ResourceQuota',
      'spec: { hard: { pods: 1 }, scopeSelector: { matchExpressions: [{ scopeName: Terminating, operator: In, values: [a] }] } }',
    ),
  ],
  [
    'scope of pods for Services',
    'validateResourceQuotaScopes',
    object('v1', 'ResourceQuota', 'spec: { hard: { services: 1 }, scopes: [NotTerminating] }'),
  ],
  [
    'unknown resource of a LimitRange',
    'ValidateLimitRange',
    object('v1', 'LimitRange', 'spec: { limits: [{ type: Container, max: { gpu: 1 } }] }'),
  ],
  [
    'type of a LimitRange twice',
    'ValidateLimitRange',
    object('v1', 'LimitRange', 'spec: { limits: [{ type: Container, max: { cpu: 1 } }, { type: Container, max: { cpu: 2 } }] }'),
  ],
  ['unknown type of a LimitRange', 'ValidateLimitRange', object('v1', 'LimitRange', 'spec: { limits: [{ type: Job, max: { cpu: 1 } }] }')],
  [
    'ratio above the ratio of max and min',
    'ValidateLimitRange',
    object(
      'v1',
      'LimitRange',
      'spec: { limits: [{ type: Container, min: { cpu: 1 }, max: { cpu: 2 }, maxLimitRequestRatio: { cpu: 3 } }] }',
    ),
  ],
  [
    'claim with an unknown volume mode',
    'ValidatePersistentVolumeClaimSpec',
    object('v1', 'PersistentVolumeClaim', `spec: { ${claim}, volumeMode: Raw }`),
  ],
  [
    'two different data sources',
    'ValidatePersistentVolumeClaimSpec',
    object(
      'v1',
      'PersistentVolumeClaim',
      `spec: { ${claim}, dataSource: { kind: PersistentVolumeClaim, name: a }, dataSourceRef: { kind: PersistentVolumeClaim, name: b } }`,
    ),
  ],
  [
    'data source reference without a name',
    'validateDataSourceRef',
    object('v1', 'PersistentVolumeClaim', `spec: { ${claim}, dataSourceRef: { kind: PersistentVolumeClaim, name: "" } }`),
  ],
  [
    'CSI volume without a handle',
    'validateCSIPersistentVolumeSource',
    persistentVolume('capacity: { storage: 1Gi }, csi: { driver: ebs.csi.aws.com, volumeHandle: "" }'),
  ],
  [
    'CSI secret of a volume without a namespace',
    'validateCSIPersistentVolumeSource',
    persistentVolume('capacity: { storage: 1Gi }, csi: { driver: a.b, volumeHandle: c, nodePublishSecretRef: { name: s } }'),
  ],
  ['volume with CPU', 'ValidatePersistentVolumeSpec', persistentVolume('capacity: { storage: 1Gi, cpu: 1 }, hostPath: { path: /a }')],
  [
    'local volume that leaves its path',
    'validateLocalVolumeSource',
    persistentVolume(
      'capacity: { storage: 1Gi }, local: { path: /a/../b }, nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: Exists }] }] } }',
    ),
  ],
  [
    'node affinity of a volume without terms',
    'validateVolumeNodeAffinity',
    persistentVolume('capacity: { storage: 1Gi }, hostPath: { path: /a }, nodeAffinity: { required: { nodeSelectorTerms: [] } }'),
  ],
  [
    'unknown reclaim policy',
    'ValidatePersistentVolumeSpec',
    persistentVolume('capacity: { storage: 1Gi }, hostPath: { path: /a }, persistentVolumeReclaimPolicy: Keep'),
  ],
  [
    'registry credentials of the old type that are no JSON',
    'ValidateSecret',
    object('v1', 'Secret', 'type: kubernetes.io/dockercfg\nstringData: { .dockercfg: "a" }'),
  ],
  [
    'owner without a UID',
    'validateOwnerReference',
    object('v1', 'ConfigMap', 'data: {}', 'metadata: { name: x, ownerReferences: [{ apiVersion: v1, kind: Pod, name: a, uid: "" }] }'),
  ],
  // Workloads.
  [
    'StatefulSet with 0 unavailable pods',
    'ValidateStatefulSetSpec',
    workload('StatefulSet', 'serviceName: a, updateStrategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 0 } }'),
  ],
  ['unknown update strategy', 'ValidateStatefulSetSpec', workload('StatefulSet', 'serviceName: a, updateStrategy: { type: Recreate }')],
  ['DaemonSet with a negative history', 'ValidateDaemonSetSpec', workload('DaemonSet', 'revisionHistoryLimit: -1')],
  ['DaemonSet with negative minReadySeconds', 'ValidateDaemonSetSpec', workload('DaemonSet', 'minReadySeconds: -1')],
  ['ReplicaSet with negative minReadySeconds', 'ValidateReplicaSetSpec', workload('ReplicaSet', 'minReadySeconds: -1')],
  [
    'claims that are kept sometimes',
    'ValidatePersistentVolumeClaimRetentionPolicy',
    workload('StatefulSet', 'serviceName: a, persistentVolumeClaimRetentionPolicy: { whenDeleted: Sometimes }'),
  ],
  ['revision below 0', 'ValidateControllerRevision', object('apps/v1', 'ControllerRevision', 'revision: -1')],
  [
    'DaemonSet that selects nothing',
    'ValidateDaemonSetSpec',
    object(
      'apps/v1',
      'DaemonSet',
      'spec: { selector: {}, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'StatefulSet whose pods never restart',
    'ValidateStatefulSetSpec',
    object(
      'apps/v1',
      'StatefulSet',
      'spec: { serviceName: a, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  // Jobs.
  [
    'exit codes out of order',
    'validatePodFailurePolicyRuleOnExitCodes',
    job('podFailurePolicy: { rules: [{ action: FailJob, onExitCodes: { operator: In, values: [3, 2] } }] }'),
  ],
  [
    'exit code twice',
    'validatePodFailurePolicyRuleOnExitCodes',
    job('podFailurePolicy: { rules: [{ action: FailJob, onExitCodes: { operator: In, values: [2, 2] } }] }'),
  ],
  [
    'exit codes of an unknown container',
    'validatePodFailurePolicyRuleOnExitCodes',
    job('podFailurePolicy: { rules: [{ action: FailJob, onExitCodes: { containerName: b, operator: In, values: [2] } }] }'),
  ],
  [
    'unknown action of a failure policy',
    'validatePodFailurePolicyRule',
    job('podFailurePolicy: { rules: [{ action: Stop, onExitCodes: { operator: In, values: [2] } }] }'),
  ],
  [
    'unknown status of a condition',
    'validatePodFailurePolicyRuleOnPodConditions',
    job('podFailurePolicy: { rules: [{ action: Ignore, onPodConditions: [{ type: DisruptionTarget, status: Yes please }] }] }'),
  ],
  [
    '21 rules of a failure policy',
    'validatePodFailurePolicy',
    job(
      `podFailurePolicy: { rules: [${Array.from({ length: 21 }, (_, index) => `{ action: FailJob, onExitCodes: { operator: In, values: [${index + 1}] } }`).join(', ')}] }`,
    ),
  ],
  ['negative limit per index', 'validateJobSpec', job('completionMode: Indexed, completions: 3, backoffLimitPerIndex: -1')],
  [
    'more failed indexes than completions',
    'validateJobSpec',
    job('completionMode: Indexed, completions: 3, backoffLimitPerIndex: 1, maxFailedIndexes: 4'),
  ],
  ['success policy without rules', 'validateSuccessPolicy', job('completionMode: Indexed, completions: 3, successPolicy: { rules: [] }')],
  [
    'rule of a success policy without a condition',
    'validateSuccessPolicyRule',
    job('completionMode: Indexed, completions: 3, successPolicy: { rules: [{}] }'),
  ],
  [
    'more successes than completions',
    'validateSuccessPolicyRule',
    job('completionMode: Indexed, completions: 3, successPolicy: { rules: [{ succeededCount: 4 }] }'),
  ],
  [
    'succeeded indexes in reverse',
    'validateIndexesFormat',
    job('completionMode: Indexed, completions: 9, successPolicy: { rules: [{ succeededIndexes: "5-2" }] }'),
  ],
  ['unknown completion mode', 'validateJobSpec', job('completionMode: Ordered')],
  [
    'Job that restarts always',
    'validateJobSpec',
    job('backoffLimit: 1', 'spec: { restartPolicy: Always, containers: [{ name: a, image: "a:1" }] }'),
  ],
  [
    'name of a Job with 64 characters',
    'ValidateJob',
    object(
      'batch/v1',
      'Job',
      'spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
      `metadata: { name: ${'a'.repeat(64)} }`,
    ),
  ],
  ['manual selector without a selector', 'ValidateJob', job('manualSelector: true')],
  [
    'unknown concurrency policy',
    'validateConcurrencyPolicy',
    object(
      'batch/v1',
      'CronJob',
      'spec: { schedule: "0 1 * * *", concurrencyPolicy: Skip, jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } } } }',
    ),
  ],
  // Networking.
  ['TLS secret in upper case', 'validateIngressSpec', ingress(`defaultBackend: { ${backend} }, tls: [{ secretName: A_B }]`)],
  ['class of an Ingress in upper case', 'ValidateIngressSpec', ingress(`defaultBackend: { ${backend} }, ingressClassName: A_B`)],
  [
    'Service of a backend in upper case',
    'validateIngressBackend',
    ingress('defaultBackend: { service: { name: A_B, port: { number: 80 } } }'),
  ],
  ['resource of a backend without a kind', 'validateIngressBackend', ingress('defaultBackend: { resource: { kind: "", name: a } }')],
  [
    'wildcard in the middle of a host',
    'validateIngressRules',
    ingress(`rules: [{ host: a.*.b, http: { paths: [{ path: /, pathType: Prefix, backend: { ${backend} } }] } }]`),
  ],
  [
    'wildcard alone',
    'validateIngressRules',
    ingress(`rules: [{ host: "*", http: { paths: [{ path: /, pathType: Prefix, backend: { ${backend} } }] } }]`),
  ],
  [
    'unknown type of a path',
    'validateHTTPIngressPath',
    ingress(`rules: [{ http: { paths: [{ path: /, pathType: Regex, backend: { ${backend} } }] } }]`),
  ],
  [
    'parameters of a cluster with a namespace',
    'validateIngressClassParametersReference',
    object(
      'networking.k8s.io/v1',
      'IngressClass',
      'spec: { controller: a.b/c, parameters: { kind: K, name: a, scope: Cluster, namespace: b } }',
      CLUSTER_META,
    ),
  ],
  [
    'port 0 of a NetworkPolicy',
    'ValidateNetworkPolicyPort',
    object('networking.k8s.io/v1', 'NetworkPolicy', 'spec: { podSelector: {}, ingress: [{ ports: [{ port: 0 }] }] }'),
  ],
  [
    'unknown type of a NetworkPolicy',
    'ValidateNetworkPolicySpec',
    object('networking.k8s.io/v1', 'NetworkPolicy', 'spec: { podSelector: {}, policyTypes: [Both] }'),
  ],
  [
    'range of Services that is no CIDR',
    'validateServiceCIDRSpec',
    object('networking.k8s.io/v1', 'ServiceCIDR', 'spec: { cidrs: [10.0.0.0] }', CLUSTER_META),
  ],
  [
    'two ranges of one family',
    'validateServiceCIDRSpec',
    object('networking.k8s.io/v1', 'ServiceCIDR', 'spec: { cidrs: [10.0.0.0/16, 10.1.0.0/16] }', CLUSTER_META),
  ],
  [
    'IPAddress with another name',
    'ValidateIPAddressName',
    object('networking.k8s.io/v1', 'IPAddress', 'spec: { parentRef: { resource: services, name: a, namespace: b } }', CLUSTER_META),
  ],
  // Autoscaling and policy.
  ['scaling rules without policies', 'validateScalingRules', autoscaler('behavior: { scaleUp: { policies: [] } }')],
  ['tolerance below 0', 'validateScalingRules', autoscaler('behavior: { scaleUp: { tolerance: "-0.1" } }')],
  [
    'average value of 0',
    'validateMetricTarget',
    autoscaler('metrics: [{ type: Resource, resource: { name: cpu, target: { type: AverageValue, averageValue: 0 } } }]'),
  ],
  [
    'metric of an object without a name',
    'validateObjectSource',
    autoscaler(
      'metrics: [{ type: Object, object: { describedObject: { kind: Service, name: "" }, metric: { name: a }, target: { type: Value, value: 1 } } }]',
    ),
  ],
  [
    'metric with an empty name',
    'validateMetricIdentifier',
    autoscaler('metrics: [{ type: External, external: { metric: { name: "" }, target: { type: Value, value: 1 } } }]'),
  ],
  [
    'metric with a slash',
    'validateMetricIdentifier',
    autoscaler('metrics: [{ type: Pods, pods: { metric: { name: a/b }, target: { type: AverageValue, averageValue: 1 } } }]'),
  ],
  [
    'target of an HPA with a slash',
    'ValidateCrossVersionObjectReference',
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a/b }, maxReplicas: 3 }',
    ),
  ],
  [
    'container metric without a container',
    'validateContainerResourceSource',
    autoscaler(
      'metrics: [{ type: ContainerResource, containerResource: { name: cpu, container: "", target: { type: Utilization, averageUtilization: 50 } } }]',
    ),
  ],
  [
    'budget of half a pod',
    'ValidatePodDisruptionBudgetSpec',
    object('policy/v1', 'PodDisruptionBudget', 'spec: { selector: {}, minAvailable: "50" }'),
  ],
  // RBAC and storage.
  [
    'account of a binding in upper case',
    'ValidateRoleBindingSubject',
    object(
      'rbac.authorization.k8s.io/v1',
      'RoleBinding',
      'roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: a }\nsubjects: [{ kind: ServiceAccount, name: A_B }]',
    ),
  ],
  [
    'aggregated role with an invalid selector',
    'ValidateClusterRole',
    object(
      'rbac.authorization.k8s.io/v1',
      'ClusterRole',
      'aggregationRule: { clusterRoleSelectors: [{ matchExpressions: [{ key: a, operator: In }] }] }',
      CLUSTER_META,
    ),
  ],
  [
    'aggregated role without selectors',
    'ValidateClusterRole',
    object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'aggregationRule: { clusterRoleSelectors: [] }', CLUSTER_META),
  ],
  [
    'topology without values',
    'validateTopologySelectorLabelRequirement',
    object(
      'storage.k8s.io/v1',
      'StorageClass',
      'provisioner: a.b\nallowedTopologies: [{ matchLabelExpressions: [{ key: z, values: [] }] }]',
      CLUSTER_META,
    ),
  ],
  [
    'topology twice',
    'validateAllowedTopologies',
    object(
      'storage.k8s.io/v1',
      'StorageClass',
      'provisioner: a.b\nallowedTopologies: [{ matchLabelExpressions: [{ key: z, values: [a] }] }, { matchLabelExpressions: [{ key: z, values: [a] }] }]',
      CLUSTER_META,
    ),
  ],
  [
    'audience of a token twice',
    'validateTokenRequests',
    object('storage.k8s.io/v1', 'CSIDriver', 'spec: { tokenRequests: [{ audience: a }, { audience: a }] }', 'metadata: { name: a.b }'),
  ],
  [
    'token of a driver of less than 10 minutes',
    'validateTokenRequests',
    object(
      'storage.k8s.io/v1',
      'CSIDriver',
      'spec: { tokenRequests: [{ audience: a, expirationSeconds: 60 }] }',
      'metadata: { name: a.b }',
    ),
  ],
  [
    'attributes class without parameters',
    'ValidateVolumeAttributesClass',
    object('storage.k8s.io/v1', 'VolumeAttributesClass', 'driverName: a.b', CLUSTER_META),
  ],
  [
    'attributes class with an invalid driver',
    'ValidateVolumeAttributesClass',
    object('storage.k8s.io/v1', 'VolumeAttributesClass', 'driverName: "a b"\nparameters: { a: b }', CLUSTER_META),
  ],
  [
    'negative capacity',
    'ValidateCSIStorageCapacity',
    object('storage.k8s.io/v1', 'CSIStorageCapacity', 'storageClassName: a\ncapacity: "-1Gi"'),
  ],
  [
    'storage class with an empty provisioner',
    'ValidateStorageClass',
    object('storage.k8s.io/v1', 'StorageClass', 'provisioner: ""', CLUSTER_META),
  ],
  [
    'unknown preemption policy of a class',
    'ValidatePriorityClass',
    object('scheduling.k8s.io/v1', 'PriorityClass', 'value: 1\npreemptionPolicy: Always', CLUSTER_META),
  ],
  // Admission.
  ['path of a webhook without a slash', 'ValidateWebhookService', webhook('clientConfig: { service: { name: a, namespace: b, path: c } }')],
  ['port 0 of a webhook', 'ValidateWebhookService', webhook('clientConfig: { service: { name: a, namespace: b, port: 0 } }')],
  ['Service of a webhook without a name', 'ValidateWebhookService', webhook('clientConfig: { service: { name: "", namespace: b } }')],
  ['unknown failure policy', 'validateValidatingWebhook', webhook(`${SERVED}, failurePolicy: Warn`)],
  [
    'unknown scope of a rule',
    'validateRule',
    webhook(`${SERVED}, rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods], scope: All }]`),
  ],
  [
    'all resources and one',
    'validateResources',
    webhook(`${SERVED}, rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: ["*", pods] }]`),
  ],
  [
    'all subresources and one',
    'validateResources',
    webhook(`${SERVED}, rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: ["pods/*", pods/status] }]`),
  ],
  [
    'match condition twice',
    'validateMatchConditions',
    webhook(`${SERVED}, matchConditions: [{ name: a, expression: "true" }, { name: a, expression: "true" }]`),
  ],
  [
    'match condition that is no CEL',
    'validateMatchConditionsExpression',
    webhook(`${SERVED}, matchConditions: [{ name: a, expression: "true &&" }]`),
  ],
  ['admission policy without match constraints', 'validateValidatingAdmissionPolicySpec', policy('validations: [{ expression: "true" }]')],
  [
    'admission policy without rules',
    'validateMatchResources',
    policy('matchConstraints: { resourceRules: [] }, validations: [{ expression: "true" }]'),
  ],
  [
    'validation that is no CEL',
    'validateValidationExpression',
    policy(`${MATCH}, validations: [{ expression: "object.spec.replicas <" }]`),
  ],
  ['validation without an expression', 'validateValidation', policy(`${MATCH}, validations: [{ expression: "" }]`)],
  [
    'variable with a hyphen',
    'validateVariable',
    policy(`${MATCH}, variables: [{ name: a-b, expression: "1" }], validations: [{ expression: "true" }]`),
  ],
  ['unknown reason', 'validateValidation', policy(`${MATCH}, validations: [{ expression: "true", reason: Denied }]`)],
  ['binding without actions', 'validateValidatingAdmissionPolicyBindingSpec', binding('policyName: a')],
  ['binding that denies and warns', 'validateValidationActions', binding('policyName: a, validationActions: [Deny, Warn]')],
  ['binding with an action twice', 'validateValidationActions', binding('policyName: a, validationActions: [Warn, Warn]')],
  ['binding without a policy', 'validateValidatingAdmissionPolicyBindingSpec', binding('policyName: "", validationActions: [Warn]')],
  [
    'parameters by name and selector',
    'validateParamRef',
    binding('policyName: a, validationActions: [Warn], paramRef: { name: a, selector: {}, parameterNotFoundAction: Deny }'),
  ],
  [
    'parameters without an action for missing ones',
    'validateParamRef',
    binding('policyName: a, validationActions: [Warn], paramRef: { name: a }'),
  ],
  // Custom resource definitions.
  ['kind with a hyphen first', 'ValidateCustomResourceDefinitionNames', definition(SCHEMA, 'plural: widgets, kind: "-Widget"')],
  [
    'plural in upper case',
    'ValidateCustomResourceDefinitionNames',
    object(
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      `spec: { group: example.com, scope: Namespaced, names: { plural: Widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, ${SCHEMA} }] }`,
      'metadata: { name: Widgets.example.com }',
    ),
  ],
  [
    'short name in upper case',
    'ValidateCustomResourceDefinitionNames',
    definition(SCHEMA, 'plural: widgets, kind: Widget, shortNames: [W]'),
  ],
  [
    'unknown scope of a definition',
    'validateCustomResourceDefinitionSpec',
    object(
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      `spec: { group: example.com, scope: Global, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, ${SCHEMA} }] }`,
      'metadata: { name: widgets.example.com }',
    ),
  ],
  [
    'version with a dot',
    'validateCustomResourceDefinitionVersion',
    object(
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      `spec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1.0, served: true, storage: true, ${SCHEMA} }] }`,
      'metadata: { name: widgets.example.com }',
    ),
  ],
  [
    'webhook conversion without a webhook',
    'validateCustomResourceConversion',
    definition(SCHEMA, undefined, ', conversion: { strategy: Webhook }'),
  ],
  [
    'scale of a field outside of spec',
    'ValidateCustomResourceDefinitionSubresources',
    definition(`${SCHEMA}, subresources: { scale: { specReplicasPath: .replicas, statusReplicasPath: .status.replicas } }`),
  ],
  [
    'unknown type of a column',
    'ValidateCustomResourceColumnDefinition',
    definition(`${SCHEMA}, additionalPrinterColumns: [{ name: A, type: text, jsonPath: .spec.a }]`),
  ],
  [
    'property without a type',
    'ValidateStructural',
    definition('schema: { openAPIV3Schema: { type: object, properties: { spec: { properties: { a: { type: string } } } } } }'),
  ],
  [
    'array without items',
    'ValidateStructural',
    definition('schema: { openAPIV3Schema: { type: object, properties: { spec: { type: array } } } }'),
  ],
  [
    'unknown type of a property',
    'ValidateCustomResourceDefinitionOpenAPISchema',
    definition('schema: { openAPIV3Schema: { type: object, properties: { a: { type: text } } } }'),
  ],
  [
    'unique items',
    'ValidateCustomResourceDefinitionOpenAPISchema',
    definition(
      'schema: { openAPIV3Schema: { type: object, properties: { a: { type: array, uniqueItems: true, items: { type: string } } } } }',
    ),
  ],
  [
    'map list without keys',
    'ValidateCustomResourceDefinitionOpenAPISchema',
    definition(
      'schema: { openAPIV3Schema: { type: object, properties: { a: { type: array, x-kubernetes-list-type: map, items: { type: object, properties: { k: { type: string } } } } } } }',
    ),
  ],
  ['schema that is no object', 'ValidateStructural', definition('schema: { openAPIV3Schema: { type: string } }')],
  [
    'unknown fields preserved by the old field',
    'validatePreserveUnknownFields',
    definition(SCHEMA, undefined, ', preserveUnknownFields: true'),
  ],
  [
    'rule of a schema that is no CEL',
    'ValidateCustomResourceDefinitionOpenAPISchema',
    definition('schema: { openAPIV3Schema: { type: object, x-kubernetes-validations: [{ rule: "self.a ==" }] } }'),
  ],
  // Devices, certificates, leases, flow control, slices, runtime classes.
  [
    'request of a device without a class',
    'validateDeviceRequest',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: "" } }]'),
  ],
  [
    'request of a device twice',
    'validateDeviceClaim',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c } }, { name: a, exactly: { deviceClassName: c } }]'),
  ],
  [
    'request with two forms',
    'validateDeviceRequest',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c }, firstAvailable: [{ name: b, deviceClassName: c }] }]'),
  ],
  ['request without a form', 'validateDeviceRequest', resourceClaim('requests: [{ name: a }]')],
  [
    'all devices with a count',
    'validateDeviceAllocationMode',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c, allocationMode: All, count: 2 } }]'),
  ],
  [
    'negative count of devices',
    'validateDeviceAllocationMode',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c, count: -1 } }]'),
  ],
  [
    'constraint of an unknown request',
    'validateDeviceConstraint',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c } }], constraints: [{ requests: [b], matchAttribute: a.b/c }]'),
  ],
  [
    'constraint of an attribute without a domain',
    'validateDeviceConstraint',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c } }], constraints: [{ matchAttribute: c }]'),
  ],
  [
    'selector of devices that is no CEL',
    'validateCELSelector',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c, selectors: [{ cel: { expression: "device.driver ==" } }] } }]'),
  ],
  [
    'unknown allocation mode',
    'validateDeviceAllocationMode',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c, allocationMode: Some } }]'),
  ],
  [
    'signing request without usages',
    'validateCertificateSigningRequest',
    object('certificates.k8s.io/v1', 'CertificateSigningRequest', 'spec: { request: YQ==, signerName: a.b/c, usages: [] }', CLUSTER_META),
  ],
  [
    'signing request that is no PEM',
    'validateCertificateSigningRequest',
    object(
      'certificates.k8s.io/v1',
      'CertificateSigningRequest',
      'spec: { request: YQ==, signerName: a.b/c, usages: [client auth] }',
      CLUSTER_META,
    ),
  ],
  [
    'signer without a path',
    'ValidateSignerName',
    object(
      'certificates.k8s.io/v1',
      'CertificateSigningRequest',
      'spec: { request: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KLS0tLS1FTkQgQ0VSVElGSUNBVEUgUkVRVUVTVC0tLS0tCg==, signerName: abc, usages: [client auth] }',
      CLUSTER_META,
    ),
  ],
  [
    'certificate of less than 10 minutes',
    'validateCertificateSigningRequest',
    object(
      'certificates.k8s.io/v1',
      'CertificateSigningRequest',
      'spec: { request: YQ==, signerName: a.b/c, expirationSeconds: 60, usages: [client auth] }',
      CLUSTER_META,
    ),
  ],
  ['negative transitions of a lease', 'ValidateLeaseSpec', object('coordination.k8s.io/v1', 'Lease', 'spec: { leaseTransitions: -1 }')],
  [
    'limited priority level without limits',
    'ValidatePriorityLevelConfigurationSpec',
    object('flowcontrol.apiserver.k8s.io/v1', 'PriorityLevelConfiguration', 'spec: { type: Limited }', CLUSTER_META),
  ],
  [
    'hand that is larger than the queues',
    'ValidatePriorityLevelConfigurationSpec',
    object(
      'flowcontrol.apiserver.k8s.io/v1',
      'PriorityLevelConfiguration',
      'spec: { type: Limited, limited: { limitResponse: { type: Queue, queuing: { queues: 4, handSize: 8, queueLengthLimit: 1 } } } }',
      CLUSTER_META,
    ),
  ],
  [
    'flow schema without a level',
    'ValidateFlowSchemaSpec',
    object('flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', 'spec: { priorityLevelConfiguration: { name: "" } }', CLUSTER_META),
  ],
  [
    'rule of a flow schema without subjects',
    'ValidateFlowSchemaPolicyRulesWithSubjects',
    object(
      'flowcontrol.apiserver.k8s.io/v1',
      'FlowSchema',
      'spec: { priorityLevelConfiguration: { name: a }, rules: [{ subjects: [], nonResourceRules: [{ verbs: ["*"], nonResourceURLs: ["*"] }] }] }',
      CLUSTER_META,
    ),
  ],
  [
    'slice with a port name twice',
    'validatePorts',
    object(
      'discovery.k8s.io/v1',
      'EndpointSlice',
      'addressType: IPv4\nendpoints: [{ addresses: [10.0.0.1] }]\nports: [{ name: a, port: 80 }, { name: a, port: 81 }]',
    ),
  ],
  [
    'endpoint without an address',
    'validateEndpoints',
    object('discovery.k8s.io/v1', 'EndpointSlice', 'addressType: IPv4\nendpoints: [{ addresses: [] }]\nports: []'),
  ],
  [
    'endpoint with a host name in upper case',
    'validateEndpoints',
    object('discovery.k8s.io/v1', 'EndpointSlice', 'addressType: IPv4\nendpoints: [{ addresses: [10.0.0.1], hostname: A_B }]\nports: []'),
  ],
  [
    'ports of endpoints without names',
    'validateEndpointPort',
    object('v1', 'Endpoints', 'subsets: [{ addresses: [{ ip: 10.0.0.1 }], ports: [{ port: 80 }, { port: 81 }] }]'),
  ],
  [
    'overhead of an unknown resource',
    'validateOverhead',
    object('node.k8s.io/v1', 'RuntimeClass', 'handler: a\noverhead: { podFixed: { gpu: 1 } }', CLUSTER_META),
  ],
  [
    'toleration of a runtime class twice',
    'validateScheduling',
    object(
      'node.k8s.io/v1',
      'RuntimeClass',
      'handler: a\nscheduling: { tolerations: [{ key: a, operator: Exists }, { key: a, operator: Exists }] }',
      CLUSTER_META,
    ),
  ],
  ['object without a name', 'ValidateObjectMeta', object('v1', 'ConfigMap', 'data: {}', 'metadata: { namespace: a }')],
];
