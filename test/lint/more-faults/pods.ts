import { object, pod } from '../fault-text';
import type { Fault } from './fault';

/** Faults of pods: volumes, containers, fields of the pod and security contexts. */
export const POD_FAULTS: readonly Fault[] = [
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
  [
    'unit 256 of an iSCSI target',
    'validateISCSIVolumeSource',
    pod('volumes: [{ name: v, iscsi: { targetPortal: "10.0.0.1", iqn: "iqn.2001-04.com.example:a", lun: 256 } }]'),
  ],
  [
    'partition 256 of an EBS volume',
    'validateAWSElasticBlockStoreVolumeSource',
    pod('volumes: [{ name: v, awsElasticBlockStore: { volumeID: v, partition: 256 } }]'),
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
  ['unknown policy of SELinux labels', 'validateSELinuxChangePolicy', pod('securityContext: { seLinuxChangePolicy: Never }')],
  ['unknown proc mount', 'validateProcMountType', pod('', 'securityContext: { procMount: Masked }')],
  ['supplemental group above 2^31', 'IsValidGroupID', pod('securityContext: { supplementalGroups: [4294967296] }')],
];
