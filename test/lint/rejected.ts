/**
 * Manifests that the API server rejects, each with the nearest one that it accepts. Source: the validation of Kubernetes 1.36,
 * by the name of its function.
 */
export interface Rejected {
  /** ID of the only rule that finds a violation. */
  readonly rule: string;
  /** Name of the function of the API server that rejects the manifest. */
  readonly validation: string;
  /** The rejected manifest. */
  readonly broken: string;
  /** The accepted manifest. */
  readonly valid: string;
  /** Path of the violation. */
  readonly path: string;
}

type Make = (fields: string) => string;
type Row = readonly [validation: string, broken: string, valid: string, path: string];

const META = 'metadata: { name: x, namespace: shop }';
const CONTAINER = 'name: a, image: "a:1"';

/** A pod whose container has fields. */
const container: Make = (fields) => `apiVersion: v1\nkind: Pod\n${META}\nspec: { containers: [{ ${CONTAINER}, ${fields} }] }\n`;
const sidecar: Make = (fields) =>
  `apiVersion: v1\nkind: Pod\n${META}\nspec: { initContainers: [{ name: b, image: "b:1", ${fields} }], containers: [{ ${CONTAINER} }] }\n`;
const pod: Make = (fields) => `apiVersion: v1\nkind: Pod\n${META}\nspec: { ${fields}, containers: [{ ${CONTAINER} }] }\n`;
const mounted: Make = (fields) =>
  `apiVersion: v1\nkind: Pod\n${META}\nspec: { volumes: [{ name: v, persistentVolumeClaim: { claimName: made } }, { name: w, emptyDir: {} }], containers: [{ ${CONTAINER}, ${fields} }] }\n`;
const workload =
  (kind: string): Make =>
  (fields) =>
    `apiVersion: apps/v1\nkind: ${kind}\n${META}\nspec: { ${fields}, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ ${CONTAINER} }] } } }\n`;
const job: Make = (fields) =>
  `apiVersion: batch/v1\nkind: Job\n${META}\nspec: { ${fields}, template: { spec: { restartPolicy: Never, containers: [{ ${CONTAINER} }] } } }\n`;
const cron: Make = (fields) =>
  `apiVersion: batch/v1\nkind: CronJob\n${META}\nspec: { schedule: "0 0 * * *", ${fields}, jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ ${CONTAINER} }] } } } } }\n`;
const object =
  (kind: string, apiVersion: string, meta = META): Make =>
  (fields) =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\n${meta}\n${fields}\n`;
const spec =
  (kind: string, apiVersion: string): Make =>
  (fields) =>
    object(kind, apiVersion)(`spec: { ${fields} }`);
const CLUSTER_META = 'metadata: { name: x }';

function rows(rule: string, make: Make, list: readonly Row[]): readonly Rejected[] {
  return list.map(([validation, broken, valid, path]) => ({ rule, validation, broken: make(broken), valid: make(valid), path }));
}

const C = 'spec.containers[0]';

/** A kind with the schema of its `spec`, and an object of it. */
const widget =
  (schema: string): Make =>
  (fields) =>
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, ${schema} } } } } }] }\n---\napiVersion: example.com/v1\nkind: Widget\n${META}\nspec: { ${fields} }\n`;

const namespaced = (level: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: ${level} } }\n---\n`;
const baseline: Make = (fields) => namespaced('baseline') + pod(fields);
const restricted: Make = (fields) =>
  `${namespaced('restricted')}apiVersion: v1\nkind: Pod\n${META}\nspec: { securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }, containers: [{ ${CONTAINER}, securityContext: { ${fields} } }] }\n`;
const RESTRICTED = 'allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }';

/** Every check of the API server with a rejected and an accepted manifest. */
export const REJECTED: readonly Rejected[] = [
  ...rows('invalid-handler', container, [
    [
      'validateHandler',
      'livenessProbe: { httpGet: { port: 80 }, exec: { command: [x] } }',
      'livenessProbe: { httpGet: { port: 80 } }',
      `${C}.livenessProbe`,
    ],
    [
      'validateHandler',
      'readinessProbe: { periodSeconds: 5 }',
      'readinessProbe: { periodSeconds: 5, grpc: { port: 80 } }',
      `${C}.readinessProbe`,
    ],
    [
      'validateHandler',
      'lifecycle: { preStop: { sleep: { seconds: 5 }, exec: { command: [x] } } }',
      'lifecycle: { preStop: { sleep: { seconds: 5 } } }',
      `${C}.lifecycle.preStop`,
    ],
    [
      'validateExecAction',
      'startupProbe: { exec: { command: [] } }',
      'startupProbe: { exec: { command: [x] } }',
      `${C}.startupProbe.exec.command`,
    ],
    [
      'validateHTTPGetAction',
      'startupProbe: { httpGet: { port: 80, httpHeaders: [{ name: "X Y", value: a }] } }',
      'startupProbe: { httpGet: { port: 80, httpHeaders: [{ name: X-Y, value: a }] } }',
      `${C}.startupProbe.httpGet.httpHeaders[0].name`,
    ],
    [
      'validateLivenessProbe',
      'livenessProbe: { tcpSocket: { port: 80 }, successThreshold: 2 }',
      'livenessProbe: { tcpSocket: { port: 80 }, successThreshold: 1 }',
      `${C}.livenessProbe.successThreshold`,
    ],
    [
      'validateStartupProbe',
      'startupProbe: { tcpSocket: { port: 80 }, successThreshold: 2 }',
      'readinessProbe: { tcpSocket: { port: 80 }, successThreshold: 2 }',
      `${C}.startupProbe.successThreshold`,
    ],
    [
      'validateReadinessProbe',
      'readinessProbe: { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: 5 }',
      'livenessProbe: { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: 5 }',
      `${C}.readinessProbe.terminationGracePeriodSeconds`,
    ],
    [
      'validateSleepAction',
      'lifecycle: { preStop: { sleep: { seconds: 31 } } }',
      'lifecycle: { preStop: { sleep: { seconds: 30 } } }',
      `${C}.lifecycle.preStop.sleep.seconds`,
    ],
  ]),
  ...rows('invalid-handler', sidecar, [
    [
      'validateInitContainers',
      'livenessProbe: { tcpSocket: { port: 80 } }',
      'restartPolicy: Always, livenessProbe: { tcpSocket: { port: 80 } }',
      'spec.initContainers[0].livenessProbe',
    ],
    [
      'validateInitContainers',
      'lifecycle: { preStop: { exec: { command: [x] } } }',
      'restartPolicy: Always, lifecycle: { preStop: { exec: { command: [x] } } }',
      'spec.initContainers[0].lifecycle.preStop',
    ],
  ]),
  ...rows('invalid-environment', container, [
    [
      'validateEnvVarValueFrom',
      'env: [{ name: A, value: b, valueFrom: { fieldRef: { fieldPath: metadata.name } } }]',
      'env: [{ name: A, value: "", valueFrom: { fieldRef: { fieldPath: metadata.name } } }]',
      `${C}.env[0].valueFrom`,
    ],
    ['validateEnvVarValueFrom', 'env: [{ name: A, valueFrom: {} }]', 'env: [{ name: A }]', `${C}.env[0].valueFrom`],
    [
      'validateEnvVarValueFrom',
      'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: metadata.name }, resourceFieldRef: { resource: limits.cpu } } }]',
      'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: limits.cpu } } }]',
      `${C}.env[0].valueFrom`,
    ],
    [
      'validateObjectFieldSelector',
      'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: status.phase } } }]',
      'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: status.podIP } } }]',
      `${C}.env[0].valueFrom.fieldRef.fieldPath`,
    ],
    [
      'validateObjectFieldSelector',
      'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: metadata.labels } } }]',
      'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: "metadata.labels[\'a\']" } } }]',
      `${C}.env[0].valueFrom.fieldRef.fieldPath`,
    ],
    [
      'validateContainerResourceFieldSelector',
      'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: cpu } } }]',
      'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: requests.cpu } } }]',
      `${C}.env[0].valueFrom.resourceFieldRef.resource`,
    ],
    [
      'validateContainerResourceDivisor',
      'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: limits.cpu, divisor: 10m } } }]',
      'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: limits.memory, divisor: 1Mi } } }]',
      `${C}.env[0].valueFrom.resourceFieldRef.divisor`,
    ],
    [
      'validateSecretKeySelector',
      'env: [{ name: A, valueFrom: { secretKeyRef: { name: s, key: a/b, optional: true } } }]',
      'env: [{ name: A, valueFrom: { secretKeyRef: { name: s, key: a.b, optional: true } } }]',
      `${C}.env[0].valueFrom.secretKeyRef.key`,
    ],
    ['ValidateEnv', 'env: [{ name: "A=B" }]', 'env: [{ name: a.b-c }]', `${C}.env[0].name`],
    [
      'ValidateEnvFrom',
      'envFrom: [{ prefix: P_ }]',
      'envFrom: [{ prefix: P_, secretRef: { name: s, optional: true } }]',
      `${C}.envFrom[0]`,
    ],
    [
      'ValidateEnvFrom',
      'envFrom: [{ secretRef: { name: s, optional: true }, configMapRef: { name: s, optional: true } }]',
      'envFrom: [{ configMapRef: { name: s, optional: true } }]',
      `${C}.envFrom[0]`,
    ],
  ]),
  ...rows('invalid-resource', container, [
    [
      'ValidateContainerResourceName',
      'resources: { limits: { gpu: 1 } }',
      'resources: { limits: { nvidia.com/gpu: 1 } }',
      `${C}.resources.limits.gpu`,
    ],
    [
      'ValidateContainerResourceName',
      'resources: { requests: { storage: 1Gi } }',
      'resources: { requests: { ephemeral-storage: 1Gi } }',
      `${C}.resources.requests.storage`,
    ],
    [
      'ValidateNonnegativeQuantity',
      'resources: { requests: { cpu: "-1" } }',
      'resources: { requests: { cpu: 0 } }',
      `${C}.resources.requests.cpu`,
    ],
    [
      'validateResourceQuantityValue',
      'resources: { limits: { nvidia.com/gpu: "0.5" } }',
      'resources: { limits: { nvidia.com/gpu: "2" } }',
      `${C}.resources.limits["nvidia.com/gpu"]`,
    ],
    [
      'ValidateContainerResourceRequirements',
      'resources: { requests: { nvidia.com/gpu: 1 } }',
      'resources: { requests: { nvidia.com/gpu: 1 }, limits: { nvidia.com/gpu: 1 } }',
      `${C}.resources.limits["nvidia.com/gpu"]`,
    ],
    [
      'ValidateContainerResourceRequirements',
      'resources: { requests: { nvidia.com/gpu: 1 }, limits: { nvidia.com/gpu: 2 } }',
      'resources: { requests: { cpu: 1 }, limits: { cpu: 2 } }',
      `${C}.resources.limits["nvidia.com/gpu"]`,
    ],
    [
      'ValidateContainerResourceRequirements',
      'resources: { limits: { hugepages-2Mi: 4Mi } }',
      'resources: { limits: { hugepages-2Mi: 4Mi, memory: 1Gi } }',
      `${C}.resources`,
    ],
    [
      'validateResourceQuantityHugePageValue',
      'resources: { limits: { hugepages-2Mi: 3Mi, memory: 1Gi } }',
      'resources: { limits: { hugepages-2Mi: 6Mi, memory: 1Gi } }',
      `${C}.resources.limits.hugepages-2Mi`,
    ],
    ['validateResourceClaimNames', 'resources: { claims: [{ name: c }] }', 'resources: { claims: [] }', `${C}.resources.claims[0].name`],
  ]),
  ...rows('invalid-port', container, [
    [
      'AccumulateUniqueHostPorts',
      'ports: [{ containerPort: 1, hostPort: 80 }, { containerPort: 2, hostPort: 80 }]',
      'ports: [{ containerPort: 1, hostPort: 80 }, { containerPort: 2, hostPort: 80, protocol: UDP }]',
      `${C}.ports[1].hostPort`,
    ],
    [
      'validateContainerPorts',
      'ports: [{ containerPort: 1, hostPort: 80, hostIP: localhost }]',
      'ports: [{ containerPort: 1, hostPort: 80, hostIP: 127.0.0.1 }]',
      `${C}.ports[0].hostIP`,
    ],
  ]),
  ...rows('invalid-port', (fields) => container(fields).replace('spec: {', 'spec: { hostNetwork: true,'), [
    [
      'validatePodHostNetworkDeps',
      'ports: [{ containerPort: 8080, hostPort: 80 }]',
      'ports: [{ containerPort: 80, hostPort: 80 }]',
      `${C}.ports[0].hostPort`,
    ],
  ]),
  ...rows('invalid-toleration', pod, [
    [
      'ValidateTolerations',
      'tolerations: [{ key: a, operator: Exists, value: b }]',
      'tolerations: [{ key: a, operator: Exists }]',
      'spec.tolerations[0].value',
    ],
    ['ValidateTolerations', 'tolerations: [{ value: b }]', 'tolerations: [{ operator: Exists }]', 'spec.tolerations[0].operator'],
    [
      'ValidateTolerations',
      'tolerations: [{ key: a, effect: NoSchedule, tolerationSeconds: 5 }]',
      'tolerations: [{ key: a, effect: NoExecute, tolerationSeconds: 5 }]',
      'spec.tolerations[0].effect',
    ],
    ['ValidateTolerations', 'tolerations: [{ key: a b }]', 'tolerations: [{ key: a.b/c }]', 'spec.tolerations[0].key'],
    ['ValidateTolerations', 'tolerations: [{ key: a, value: b c }]', 'tolerations: [{ key: a, value: b-c }]', 'spec.tolerations[0].value'],
  ]),
  ...rows('invalid-affinity', pod, [
    [
      'ValidateNodeSelector',
      `affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } }`,
      `affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: Exists }] }] } } }`,
      'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms',
    ],
    [
      'validatePodAffinityTerm',
      `affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: "", namespaceSelector: {} }] } }`,
      `affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, namespaceSelector: {} }] } }`,
      'spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey',
    ],
    [
      'validateTopologySpreadConstraints',
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, minDomains: 2 }]',
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway }]',
      'spec.topologySpreadConstraints[0].minDomains',
    ],
    [
      'ValidateSpreadConstraintNotRepeat',
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway }, { maxSkew: 2, topologyKey: a, whenUnsatisfiable: ScheduleAnyway }]',
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway }, { maxSkew: 2, topologyKey: b, whenUnsatisfiable: ScheduleAnyway }]',
      'spec.topologySpreadConstraints[1]',
    ],
    [
      'validateMatchLabelKeysInTopologySpread',
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, matchLabelKeys: [pod-template-hash] }]',
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, matchLabelKeys: [] }]',
      'spec.topologySpreadConstraints[0].matchLabelKeys',
    ],
  ]),
  ...rows(
    'invalid-affinity',
    (fields) =>
      pod(`affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ ${fields} }] } } }`),
    [
      [
        'ValidateNodeSelectorRequirement',
        'matchExpressions: [{ key: a, operator: In, values: [] }]',
        'matchExpressions: [{ key: a, operator: In, values: [b] }]',
        'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values',
      ],
      [
        'ValidateNodeSelectorRequirement',
        'matchExpressions: [{ key: a, operator: Exists, values: [b] }]',
        'matchExpressions: [{ key: a, operator: NotIn, values: [b] }]',
        'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values',
      ],
      [
        'ValidateNodeSelectorRequirement',
        'matchExpressions: [{ key: a, operator: Gt, values: ["1", "2"] }]',
        'matchExpressions: [{ key: a, operator: Gt, values: ["1"] }]',
        'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values',
      ],
      [
        'ValidateNodeFieldSelectorRequirement',
        'matchFields: [{ key: metadata.labels, operator: In, values: [b] }]',
        'matchFields: [{ key: metadata.name, operator: In, values: [b] }]',
        'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].key',
      ],
      [
        'ValidateNodeFieldSelectorRequirement',
        'matchFields: [{ key: metadata.name, operator: Exists }]',
        'matchFields: [{ key: metadata.name, operator: NotIn, values: [b] }]',
        'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].operator',
      ],
    ],
  ),
  ...rows(
    'invalid-selector',
    (fields) => spec('NetworkPolicy', 'networking.k8s.io/v1')(`podSelector: { matchExpressions: [{ ${fields} }] }`),
    [
      [
        'ValidateLabelSelectorRequirement',
        'key: c, operator: DoesNotExist, values: [d]',
        'key: c, operator: DoesNotExist',
        'spec.podSelector.matchExpressions[0].values',
      ],
      [
        'ValidateLabelSelectorRequirement',
        'key: c, operator: NotIn',
        'key: c, operator: NotIn, values: [d]',
        'spec.podSelector.matchExpressions[0].values',
      ],
      [
        'ValidateLabelSelectorRequirement',
        'key: c d, operator: Exists',
        'key: c/d, operator: Exists',
        'spec.podSelector.matchExpressions[0].key',
      ],
    ],
  ),
  ...rows('invalid-volume', pod, [
    [
      'validateVolumeSource',
      'volumes: [{ name: v, emptyDir: {}, hostPath: { path: /a } }]',
      'volumes: [{ name: v, hostPath: { path: /a } }]',
      'spec.volumes[0]',
    ],
    [
      'validateSecretVolumeSource',
      'volumes: [{ name: v, secret: { optional: true } }]',
      'volumes: [{ name: v, secret: { optional: true, secretName: s } }]',
      'spec.volumes[0].secret.secretName',
    ],
    [
      'validateConfigMapVolumeSource',
      'volumes: [{ name: v, configMap: { optional: true } }]',
      'volumes: [{ name: v, configMap: { optional: true, name: s } }]',
      'spec.volumes[0].configMap.name',
    ],
    [
      'validateKeyToPath',
      'volumes: [{ name: v, secret: { optional: true, secretName: s, items: [{ key: a, path: ../b }] } }]',
      'volumes: [{ name: v, secret: { optional: true, secretName: s, items: [{ key: a, path: b/c }] } }]',
      'spec.volumes[0].secret.items[0].path',
    ],
    [
      'validateHostPathVolumeSource',
      'volumes: [{ name: v, hostPath: { path: /a/../b } }]',
      'volumes: [{ name: v, hostPath: { path: /b } }]',
      'spec.volumes[0].hostPath.path',
    ],
    [
      'validateNFSVolumeSource',
      'volumes: [{ name: v, nfs: { server: s, path: a } }]',
      'volumes: [{ name: v, nfs: { server: s, path: /a } }]',
      'spec.volumes[0].nfs.path',
    ],
    [
      'validateEmptyDirVolumeSource',
      'volumes: [{ name: v, emptyDir: { sizeLimit: "-1" } }]',
      'volumes: [{ name: v, emptyDir: { sizeLimit: 1Gi } }]',
      'spec.volumes[0].emptyDir.sizeLimit',
    ],
    [
      'validateEmptyDirVolumeSource',
      'volumes: [{ name: v, emptyDir: { medium: memory } }]',
      'volumes: [{ name: v, emptyDir: { medium: Memory } }]',
      'spec.volumes[0].emptyDir.medium',
    ],
    [
      'validateDownwardAPIVolumeFile',
      'volumes: [{ name: v, downwardAPI: { items: [{ path: a }] } }]',
      'volumes: [{ name: v, downwardAPI: { items: [{ path: a, fieldRef: { fieldPath: metadata.labels } }] } }]',
      'spec.volumes[0].downwardAPI.items[0]',
    ],
    [
      'validateDownwardAPIVolumeFile',
      'volumes: [{ name: v, downwardAPI: { items: [{ path: a, fieldRef: { fieldPath: status.podIP } }] } }]',
      'volumes: [{ name: v, downwardAPI: { items: [{ path: a, fieldRef: { fieldPath: metadata.name } }] } }]',
      'spec.volumes[0].downwardAPI.items[0].fieldRef.fieldPath',
    ],
    [
      'validateContainerResourceFieldSelector',
      'volumes: [{ name: v, downwardAPI: { items: [{ path: a, resourceFieldRef: { resource: limits.cpu } }] } }]',
      'volumes: [{ name: v, downwardAPI: { items: [{ path: a, resourceFieldRef: { containerName: a, resource: limits.cpu } }] } }]',
      'spec.volumes[0].downwardAPI.items[0].resourceFieldRef.containerName',
    ],
    [
      'validateProjectionSources',
      'volumes: [{ name: v, projected: { sources: [{ serviceAccountToken: { path: t, expirationSeconds: 60 } }] } }]',
      'volumes: [{ name: v, projected: { sources: [{ serviceAccountToken: { path: t, expirationSeconds: 600 } }] } }]',
      'spec.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds',
    ],
    [
      'validateProjectionSources',
      'volumes: [{ name: v, projected: { sources: [{ secret: { name: s, optional: true }, configMap: { name: s, optional: true } }] } }]',
      'volumes: [{ name: v, projected: { sources: [{ secret: { name: s, optional: true } }, { configMap: { name: s, optional: true } }] } }]',
      'spec.volumes[0].projected.sources[0]',
    ],
  ]),
  ...rows('invalid-mount', mounted, [
    [
      'ValidateVolumeMounts',
      'volumeMounts: [{ name: w, mountPath: /a, subPath: /b }]',
      'volumeMounts: [{ name: w, mountPath: /a, subPath: b }]',
      `${C}.volumeMounts[0].subPath`,
    ],
    [
      'ValidateVolumeMounts',
      'volumeMounts: [{ name: w, mountPath: /a, subPath: b, subPathExpr: c }]',
      'volumeMounts: [{ name: w, mountPath: /a, subPathExpr: c }]',
      `${C}.volumeMounts[0].subPathExpr`,
    ],
    [
      'validateMountPropagation',
      'volumeMounts: [{ name: w, mountPath: /a, mountPropagation: Bidirectional }]',
      'volumeMounts: [{ name: w, mountPath: /a, mountPropagation: Bidirectional }], securityContext: { privileged: true }',
      `${C}.volumeMounts[0].mountPropagation`,
    ],
    [
      'validateMountRecursiveReadOnly',
      'volumeMounts: [{ name: w, mountPath: /a, recursiveReadOnly: Enabled }]',
      'volumeMounts: [{ name: w, mountPath: /a, recursiveReadOnly: Enabled, readOnly: true }]',
      `${C}.volumeMounts[0].recursiveReadOnly`,
    ],
    [
      'ValidateVolumeDevices',
      'volumeDevices: [{ name: w, devicePath: /dev/x }]',
      'volumeDevices: [{ name: v, devicePath: /dev/x }]',
      `${C}.volumeDevices[0].name`,
    ],
    [
      'ValidateVolumeDevices',
      'volumeMounts: [{ name: v, mountPath: /a }], volumeDevices: [{ name: v, devicePath: /dev/x }]',
      'volumeMounts: [{ name: w, mountPath: /a }], volumeDevices: [{ name: v, devicePath: /dev/x }]',
      `${C}.volumeDevices[0].name`,
    ],
  ]),
  ...rows('invalid-security-context', container, [
    [
      'ValidateSecurityContext',
      'securityContext: { privileged: true, allowPrivilegeEscalation: false }',
      'securityContext: { privileged: true }',
      `${C}.securityContext.allowPrivilegeEscalation`,
    ],
    [
      'ValidateSecurityContext',
      'securityContext: { capabilities: { add: [CAP_SYS_ADMIN] }, allowPrivilegeEscalation: false }',
      'securityContext: { capabilities: { add: [CAP_SYS_ADMIN] } }',
      `${C}.securityContext.allowPrivilegeEscalation`,
    ],
    [
      'ValidateProcMountField',
      'securityContext: { procMount: Unmasked }',
      'securityContext: { procMount: Default }',
      `${C}.securityContext.procMount`,
    ],
    [
      'validateSeccompProfileField',
      'securityContext: { seccompProfile: { type: Localhost } }',
      'securityContext: { seccompProfile: { type: Localhost, localhostProfile: a/b.json } }',
      `${C}.securityContext.seccompProfile.localhostProfile`,
    ],
    [
      'validateSeccompProfileField',
      'securityContext: { seccompProfile: { type: RuntimeDefault, localhostProfile: a } }',
      'securityContext: { seccompProfile: { type: RuntimeDefault } }',
      `${C}.securityContext.seccompProfile.localhostProfile`,
    ],
    [
      'ValidateAppArmorProfileField',
      'securityContext: { appArmorProfile: { type: Localhost } }',
      'securityContext: { appArmorProfile: { type: Unconfined } }',
      `${C}.securityContext.appArmorProfile.localhostProfile`,
    ],
    [
      'IsValidUserID',
      'securityContext: { runAsUser: 2147483648 }',
      'securityContext: { runAsUser: 2147483647 }',
      `${C}.securityContext.runAsUser`,
    ],
    [
      'verifyRunAsNonRoot of the kubelet',
      'securityContext: { runAsUser: 0, runAsNonRoot: true }',
      'securityContext: { runAsUser: 0, runAsNonRoot: false }',
      `${C}.securityContext.runAsUser`,
    ],
  ]),
  ...rows('invalid-security-context', pod, [
    ['validatePodSpecSecurityContext', 'hostPID: true, shareProcessNamespace: true', 'hostPID: true', 'spec.shareProcessNamespace'],
    [
      'validateSysctls',
      'securityContext: { sysctls: [{ name: Net.x, value: "1" }] }',
      'securityContext: { sysctls: [{ name: net.core.somaxconn, value: "1" }] }',
      'spec.securityContext.sysctls[0].name',
    ],
    [
      'validateSysctls',
      'securityContext: { sysctls: [{ name: net.a, value: "1" }, { name: net.a, value: "2" }] }',
      'securityContext: { sysctls: [{ name: net.a, value: "1" }, { name: net.b, value: "2" }] }',
      'spec.securityContext.sysctls[1].name',
    ],
    [
      'ValidateHostSysctl',
      'hostNetwork: true, securityContext: { sysctls: [{ name: net.a, value: "1" }] }',
      'hostNetwork: true, securityContext: { sysctls: [{ name: kernel.shm_rmid_forced, value: "1" }] }',
      'spec.securityContext.sysctls[0].name',
    ],
    ['validateHostUsers', 'hostUsers: false, hostIPC: true', 'hostUsers: true, hostIPC: true', 'spec.hostIPC'],
  ]),
  ...rows('invalid-pod', pod, [
    ['validatePodDNSConfig', 'dnsPolicy: None', 'dnsPolicy: None, dnsConfig: { nameservers: [10.0.0.2] }', 'spec.dnsConfig.nameservers'],
    [
      'validatePodDNSConfig',
      'dnsConfig: { nameservers: [1.1.1.1, 1.1.1.2, 1.1.1.3, 1.1.1.4] }',
      'dnsConfig: { nameservers: [1.1.1.1, 1.1.1.2, "2606:4700::1111"] }',
      'spec.dnsConfig.nameservers',
    ],
    [
      'validatePodDNSConfig',
      'dnsConfig: { nameservers: [dns.example.com] }',
      'dnsConfig: { nameservers: [1.1.1.1] }',
      'spec.dnsConfig.nameservers[0]',
    ],
    [
      'ValidateHostAliases',
      'hostAliases: [{ ip: a, hostnames: [b] }]',
      'hostAliases: [{ ip: 10.0.0.1, hostnames: [b.c] }]',
      'spec.hostAliases[0].ip',
    ],
    [
      'ValidateHostAliases',
      'hostAliases: [{ ip: 10.0.0.1, hostnames: [B_C] }]',
      'hostAliases: [{ ip: 10.0.0.1, hostnames: [b-c] }]',
      'spec.hostAliases[0].hostnames[0]',
    ],
    ['ValidatePodSpec', 'hostname: a.b', 'hostname: a-b', 'spec.hostname'],
    ['ValidatePodSpec', 'subdomain: A', 'subdomain: a', 'spec.subdomain'],
    [
      'validateSchedulingGates',
      'schedulingGates: [{ name: a }, { name: a }]',
      'schedulingGates: [{ name: a }, { name: b }]',
      'spec.schedulingGates[1].name',
    ],
    [
      'validateReadinessGates',
      'readinessGates: [{ conditionType: a b }]',
      'readinessGates: [{ conditionType: example.com/a }]',
      'spec.readinessGates[0].conditionType',
    ],
    ['validateOS', 'os: { name: Linux }', 'os: { name: linux }', 'spec.os.name'],
    [
      'validateWindows',
      'os: { name: windows }, securityContext: { fsGroup: 5 }',
      'os: { name: windows }, securityContext: { runAsNonRoot: true }',
      'spec.securityContext.fsGroup',
    ],
    [
      'validateLinux',
      'os: { name: linux }, securityContext: { windowsOptions: { runAsUserName: a } }',
      'os: { name: windows }, securityContext: { windowsOptions: { runAsUserName: a } }',
      'spec.securityContext.windowsOptions',
    ],
    [
      'validatePodResourceClaim',
      'resourceClaims: [{ name: a }]',
      'resourceClaims: [{ name: a, resourceClaimName: b }]',
      'spec.resourceClaims[0]',
    ],
    ['ValidatePodCreate', 'nodeName: node-a, schedulingGates: [{ name: a }]', 'schedulingGates: [{ name: a }]', 'spec.nodeName'],
  ]),
  ...rows('invalid-pod', (fields) => `apiVersion: v1\nkind: Pod\n${META}\nspec: { containers: [{ name: a${fields} }] }\n`, [
    ['validateContainerCommon', '', ', image: "a:1"', `${C}.image`],
    ['validateContainerOnlyForPod', ', image: " a:1"', ', image: "a:1"', `${C}.image`],
  ]),
  ...rows('invalid-rollout', workload('Deployment'), [
    [
      'ValidateDeploymentStrategy',
      'strategy: { type: Recreate, rollingUpdate: { maxSurge: 1 } }',
      'strategy: { type: Recreate }',
      'spec.strategy.rollingUpdate',
    ],
    [
      'ValidateRollingUpdateDeployment',
      'strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } }',
      'strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }',
      'spec.strategy.rollingUpdate.maxUnavailable',
    ],
    [
      'ValidatePositiveIntOrPercent',
      'strategy: { rollingUpdate: { maxSurge: "1" } }',
      'strategy: { rollingUpdate: { maxSurge: "100%" } }',
      'spec.strategy.rollingUpdate.maxSurge',
    ],
    [
      'IsNotMoreThan100Percent',
      'strategy: { rollingUpdate: { maxUnavailable: "101%" } }',
      'strategy: { rollingUpdate: { maxSurge: "101%" } }',
      'spec.strategy.rollingUpdate.maxUnavailable',
    ],
    [
      'ValidateDeploymentSpec',
      'progressDeadlineSeconds: 60, minReadySeconds: 60',
      'progressDeadlineSeconds: 61, minReadySeconds: 60',
      'spec.progressDeadlineSeconds',
    ],
  ]),
  ...rows('invalid-rollout', workload('StatefulSet'), [
    [
      'ValidateStatefulSetSpec',
      'updateStrategy: { type: OnDelete, rollingUpdate: { partition: 1 } }',
      'updateStrategy: { type: OnDelete }',
      'spec.updateStrategy.rollingUpdate',
    ],
    [
      'ValidateStatefulSetSpec',
      'updateStrategy: { rollingUpdate: { partition: -1 } }',
      'updateStrategy: { rollingUpdate: { partition: 1 } }',
      'spec.updateStrategy.rollingUpdate.partition',
    ],
  ]),
  ...rows('invalid-rollout', workload('DaemonSet'), [
    [
      'ValidateRollingUpdateDaemonSet',
      'updateStrategy: { rollingUpdate: { maxSurge: 1 } }',
      'updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }',
      'spec.updateStrategy.rollingUpdate.maxSurge',
    ],
    [
      'ValidateRollingUpdateDaemonSet',
      'updateStrategy: { rollingUpdate: { maxUnavailable: 0 } }',
      'updateStrategy: { rollingUpdate: { maxUnavailable: 1 } }',
      'spec.updateStrategy.rollingUpdate.maxUnavailable',
    ],
  ]),
  ...rows('invalid-rollout', (fields) => workload('Deployment')('replicas: 1').replace('containers:', `${fields}containers:`), [
    ['ValidatePodTemplateSpecForReplicaSet', 'activeDeadlineSeconds: 5, ', '', 'spec.template.spec.activeDeadlineSeconds'],
  ]),
  ...rows('invalid-job', job, [
    ['validateJobSpec', 'completionMode: Indexed', 'completionMode: Indexed, completions: 2', 'spec.completions'],
    [
      'validateJobSpec',
      'completionMode: Indexed, completions: 2, parallelism: 100001',
      'completions: 2, parallelism: 100001',
      'spec.parallelism',
    ],
    [
      'validateJobSpec',
      'backoffLimitPerIndex: 1',
      'completionMode: Indexed, completions: 2, backoffLimitPerIndex: 1',
      'spec.backoffLimitPerIndex',
    ],
    [
      'validateJobSpec',
      'maxFailedIndexes: 1',
      'completionMode: Indexed, completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 1',
      'spec.maxFailedIndexes',
    ],
    [
      'validatePodReplacementPolicy',
      'podReplacementPolicy: TerminatingOrFailed, podFailurePolicy: { rules: [{ action: Ignore, onPodConditions: [{ type: DisruptionTarget, status: "True" }] }] }',
      'podReplacementPolicy: Failed, podFailurePolicy: { rules: [{ action: Ignore, onPodConditions: [{ type: DisruptionTarget, status: "True" }] }] }',
      'spec.podReplacementPolicy',
    ],
    [
      'validatePodFailurePolicyRule',
      'podFailurePolicy: { rules: [{ action: Ignore }] }',
      'podFailurePolicy: { rules: [{ action: Ignore, onExitCodes: { operator: In, values: [1] } }] }',
      'spec.podFailurePolicy.rules[0]',
    ],
    [
      'validatePodFailurePolicyRuleOnExitCodes',
      'podFailurePolicy: { rules: [{ action: Ignore, onExitCodes: { operator: In, values: [0] } }] }',
      'podFailurePolicy: { rules: [{ action: Ignore, onExitCodes: { operator: NotIn, values: [0] } }] }',
      'spec.podFailurePolicy.rules[0].onExitCodes.values[0]',
    ],
  ]),
  ...rows('invalid-job', cron, [
    ['validateTimeZone', 'timeZone: Europe/Bonn', 'timeZone: Europe/Berlin', 'spec.timeZone'],
    ['validateTimeZone', 'timeZone: Local', 'timeZone: Etc/UTC', 'spec.timeZone'],
  ]),
  ...rows('invalid-service', spec('Service', 'v1'), [
    ['ValidateService', 'selector: {}', 'clusterIP: None', 'spec.ports'],
    [
      'ValidateService',
      'type: NodePort, clusterIP: None, ports: [{ port: 80 }]',
      'type: NodePort, ports: [{ port: 80 }]',
      'spec.clusterIP',
    ],
    ['ValidateService', 'type: ExternalName', 'type: ExternalName, externalName: db.example.com.', 'spec.externalName'],
    [
      'ValidateService',
      'type: ExternalName, externalName: db.example.com, clusterIP: None',
      'type: ExternalName, externalName: db.example.com, clusterIP: ""',
      'spec.clusterIP',
    ],
    [
      'ValidateService',
      'ports: [{ port: 80, nodePort: 30080 }]',
      'type: NodePort, ports: [{ port: 80, nodePort: 30080 }]',
      'spec.ports[0].nodePort',
    ],
    [
      'ValidateService',
      'ports: [{ name: a, port: 80 }, { name: b, port: 80 }]',
      'ports: [{ name: a, port: 53 }, { name: b, port: 53, protocol: UDP }]',
      'spec.ports[1].port',
    ],
    [
      'ValidateService',
      'type: NodePort, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 81, nodePort: 30080 }]',
      'type: NodePort, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 81, nodePort: 30081 }]',
      'spec.ports[1].nodePort',
    ],
    [
      'ValidateService',
      'ports: [{ port: 80 }], loadBalancerSourceRanges: [10.0.0.0/8]',
      'type: LoadBalancer, ports: [{ port: 80 }], loadBalancerSourceRanges: [10.0.0.0/8]',
      'spec.loadBalancerSourceRanges',
    ],
    [
      'IsValidCIDR',
      'type: LoadBalancer, ports: [{ port: 80 }], loadBalancerSourceRanges: [10.0.0.1]',
      'type: LoadBalancer, ports: [{ port: 80 }], loadBalancerSourceRanges: [10.0.0.1/32]',
      'spec.loadBalancerSourceRanges[0]',
    ],
    [
      'ValidateService',
      'ports: [{ port: 80 }], allocateLoadBalancerNodePorts: false',
      'type: LoadBalancer, ports: [{ port: 80 }], allocateLoadBalancerNodePorts: false',
      'spec.allocateLoadBalancerNodePorts',
    ],
    [
      'validateLoadBalancerClassField',
      'ports: [{ port: 80 }], loadBalancerClass: service.k8s.aws/nlb',
      'type: LoadBalancer, ports: [{ port: 80 }], loadBalancerClass: service.k8s.aws/nlb',
      'spec.loadBalancerClass',
    ],
    [
      'validateServiceExternalTrafficPolicy',
      'ports: [{ port: 80 }], externalTrafficPolicy: Local',
      'type: NodePort, ports: [{ port: 80 }], externalTrafficPolicy: Local',
      'spec.externalTrafficPolicy',
    ],
    [
      'validateServiceExternalTrafficPolicy',
      'type: NodePort, ports: [{ port: 80 }], externalTrafficPolicy: Local, healthCheckNodePort: 30001',
      'type: LoadBalancer, ports: [{ port: 80 }], externalTrafficPolicy: Local, healthCheckNodePort: 30001',
      'spec.healthCheckNodePort',
    ],
    [
      'validateServiceTrafficDistribution',
      'ports: [{ port: 80 }], trafficDistribution: Close',
      'ports: [{ port: 80 }], trafficDistribution: PreferClose',
      'spec.trafficDistribution',
    ],
    [
      'validateClientIPAffinityConfig',
      'ports: [{ port: 80 }], sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 86401 } }',
      'ports: [{ port: 80 }], sessionAffinity: ClientIP',
      'spec.sessionAffinityConfig.clientIP.timeoutSeconds',
    ],
    [
      'ValidateService',
      'ports: [{ port: 80 }], sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } }',
      'ports: [{ port: 80 }], sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } }',
      'spec.sessionAffinityConfig',
    ],
    [
      'ValidateServiceClusterIPsRelatedFields',
      'ports: [{ port: 80 }], clusterIP: none',
      'ports: [{ port: 80 }], clusterIP: 10.0.0.10',
      'spec.clusterIP',
    ],
    [
      'ValidateServiceClusterIPsRelatedFields',
      'ports: [{ port: 80 }], ipFamilies: [ipv4]',
      'ports: [{ port: 80 }], ipFamilies: [IPv4]',
      'spec.ipFamilies[0]',
    ],
    [
      'validateServicePort',
      'ports: [{ port: 80, appProtocol: "http 2" }]',
      'ports: [{ port: 80, appProtocol: kubernetes.io/h2c }]',
      'spec.ports[0].appProtocol',
    ],
    [
      'IsValidIP',
      'ports: [{ port: 80 }], externalIPs: [example.com]',
      'ports: [{ port: 80 }], externalIPs: [203.0.113.5]',
      'spec.externalIPs[0]',
    ],
  ]),
  ...rows('invalid-network-policy', (fields) => spec('NetworkPolicy', 'networking.k8s.io/v1')(`podSelector: {}, ${fields}`), [
    [
      'ValidateIPBlock',
      'ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/33 } }] }]',
      'ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/32 } }] }]',
      'spec.ingress[0].from[0].ipBlock.cidr',
    ],
    [
      'ValidateIPBlock',
      'egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8, except: [192.168.0.0/16] } }] }]',
      'egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] } }] }]',
      'spec.egress[0].to[0].ipBlock.except[0]',
    ],
    [
      'ValidateIPBlock',
      'egress: [{ to: [{ ipBlock: { cidr: "::/0", except: [fe80] } }] }]',
      'egress: [{ to: [{ ipBlock: { cidr: "::/0", except: ["fe80::/10"] } }] }]',
      'spec.egress[0].to[0].ipBlock.except[0]',
    ],
    [
      'ValidateNetworkPolicyPeer',
      'ingress: [{ from: [{ podSelector: {}, ipBlock: { cidr: 10.0.0.0/8 } }] }]',
      'ingress: [{ from: [{ podSelector: {} }, { ipBlock: { cidr: 10.0.0.0/8 } }] }]',
      'spec.ingress[0].from[0]',
    ],
    ['ValidateNetworkPolicyPeer', 'ingress: [{ from: [{}] }]', 'ingress: [{ from: [] }]', 'spec.ingress[0].from[0]'],
    [
      'ValidateNetworkPolicyPort',
      'ingress: [{ ports: [{ port: http, endPort: 90 }] }]',
      'ingress: [{ ports: [{ port: http }] }]',
      'spec.ingress[0].ports[0].port',
    ],
    [
      'ValidateNetworkPolicyPort',
      'ingress: [{ ports: [{ port: 80, endPort: 79 }] }]',
      'ingress: [{ ports: [{ port: 80, endPort: 80 }] }]',
      'spec.ingress[0].ports[0].endPort',
    ],
    [
      'ValidateNetworkPolicyPort',
      'ingress: [{ ports: [{ port: "8080" }] }]',
      'ingress: [{ ports: [{ port: 8080 }] }]',
      'spec.ingress[0].ports[0].port',
    ],
  ]),
  ...rows('invalid-ingress', spec('Ingress', 'networking.k8s.io/v1'), [
    [
      'ValidateIngressSpec',
      'ingressClassName: alb',
      'ingressClassName: alb, defaultBackend: { resource: { kind: StorageBucket, name: b, apiGroup: example.com } }',
      'spec',
    ],
  ]),
  ...rows(
    'invalid-ingress',
    (fields) =>
      spec('Ingress', 'networking.k8s.io/v1')(`ingressClassName: alb, ${fields}`) +
      object(
        'Service',
        'v1',
        'metadata: { name: s, namespace: shop }',
      )('spec: { type: ExternalName, externalName: a.b, ports: [{ port: 80 }] }').replace('apiVersion', '---\napiVersion'),
    [
      [
        'ValidateIngressSpec',
        'rules: [{ host: "a.example.com:80", http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'rules: [{ host: "*.example.com", http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'spec.rules[0].host',
      ],
      [
        'validateHTTPIngressPath',
        'rules: [{ http: { paths: [{ path: a, pathType: Exact, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'rules: [{ http: { paths: [{ path: /a, pathType: Exact, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'spec.rules[0].http.paths[0].path',
      ],
      [
        'validateHTTPIngressPath',
        'rules: [{ http: { paths: [{ path: /a//b, pathType: Prefix, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'rules: [{ http: { paths: [{ path: "/a(/|$)(.*)", pathType: ImplementationSpecific, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'spec.rules[0].http.paths[0].path',
      ],
      [
        'validateIngressBackend',
        'rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: {} }] } }]',
        'rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'spec.rules[0].http.paths[0].backend',
      ],
      [
        'validateIngressBackend',
        'defaultBackend: { service: { name: s, port: { number: 80, name: http } } }',
        'defaultBackend: { service: { name: s, port: { number: 80 } } }',
        'spec.defaultBackend.service.port',
      ],
      [
        'ValidateIngressTLS',
        'defaultBackend: { service: { name: s, port: { number: 80 } } }, tls: [{ hosts: [A_B] }]',
        'defaultBackend: { service: { name: s, port: { number: 80 } } }, tls: [{ hosts: [a.b, 10.0.0.1] }]',
        'spec.tls[0].hosts[0]',
      ],
    ],
  ),
  ...rows('invalid-claim', (fields) => spec('PersistentVolumeClaim', 'v1')(`storageClassName: gp3, ${fields}`), [
    [
      'ValidatePersistentVolumeClaimSpec',
      'accessModes: [], resources: { requests: { storage: 1Gi } }',
      'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }',
      'spec.accessModes',
    ],
    [
      'ValidatePersistentVolumeClaimSpec',
      'accessModes: [ReadWriteOncePod, ReadWriteMany], resources: { requests: { storage: 1Gi } }',
      'accessModes: [ReadWriteOncePod], resources: { requests: { storage: 1Gi } }',
      'spec.accessModes',
    ],
    [
      'ValidatePersistentVolumeClaimSpec',
      'accessModes: [ReadWriteOnce]',
      'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }',
      'spec.resources.requests.storage',
    ],
    [
      'ValidatePositiveQuantityValue',
      'accessModes: [ReadWriteOnce], resources: { requests: { storage: 0 } }',
      'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1 } }',
      'spec.resources.requests.storage',
    ],
  ]),
  ...rows(
    'invalid-claim',
    (fields) => object('PersistentVolume', 'v1', CLUSTER_META)(`spec: { accessModes: [ReadWriteOnce], ${fields} }`),
    [
      [
        'ValidatePersistentVolumeSpec',
        'hostPath: { path: /a }',
        'capacity: { storage: 1Gi }, hostPath: { path: /a }',
        'spec.capacity.storage',
      ],
      ['ValidatePersistentVolumeSpec', 'capacity: { storage: 1Gi }', 'capacity: { storage: 1Gi }, nfs: { server: s, path: /a }', 'spec'],
      [
        'ValidatePersistentVolumeSpec',
        'capacity: { storage: 1Gi }, hostPath: { path: /a }, nfs: { server: s, path: /a }',
        'capacity: { storage: 1Gi }, hostPath: { path: /a }',
        'spec',
      ],
      [
        'ValidatePersistentVolumeSpec',
        'capacity: { storage: 1Gi }, local: { path: /a }',
        'capacity: { storage: 1Gi }, local: { path: /a }, nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: Exists }] }] } }',
        'spec.nodeAffinity.required',
      ],
      [
        'ValidatePersistentVolumeSpec',
        'capacity: { storage: 1Gi }, hostPath: { path: / }, persistentVolumeReclaimPolicy: Recycle',
        'capacity: { storage: 1Gi }, hostPath: { path: / }, persistentVolumeReclaimPolicy: Retain',
        'spec.persistentVolumeReclaimPolicy',
      ],
    ],
  ),
  ...rows('invalid-data', object('Secret', 'v1'), [
    [
      'ValidateSecret',
      'type: kubernetes.io/tls\nstringData: { tls.crt: x }',
      'type: kubernetes.io/tls\nstringData: { tls.crt: x, tls.key: x }',
      'data["tls.key"]',
    ],
    [
      'ValidateSecret',
      'type: kubernetes.io/dockerconfigjson\nstringData: { .dockerconfigjson: a }',
      'type: kubernetes.io/dockerconfigjson\ndata: { .dockerconfigjson: e30= }',
      'data[".dockerconfigjson"]',
    ],
    [
      'ValidateSecret',
      'type: kubernetes.io/basic-auth\nstringData: { user: x }',
      'type: kubernetes.io/basic-auth\nstringData: { username: x }',
      'data.username',
    ],
    [
      'ValidateSecret',
      'type: kubernetes.io/ssh-auth\nstringData: { key: x }',
      'type: kubernetes.io/ssh-auth\nstringData: { ssh-privatekey: x }',
      'data.ssh-privatekey',
    ],
    [
      'ValidateSecret',
      'type: kubernetes.io/service-account-token',
      'type: Opaque',
      'metadata.annotations["kubernetes.io/service-account.name"]',
    ],
  ]),
  ...rows('invalid-data', object('ConfigMap', 'v1'), [
    ['ValidateConfigMap', 'data: { a: x }\nbinaryData: { a: eA== }', 'data: { a: x }\nbinaryData: { b: eA== }', 'binaryData.a'],
    ['ValidateConfigMap', `data: { a: ${'x'.repeat(1_048_577)} }`, `data: { a: ${'x'.repeat(1_048_576)} }`, 'data'],
  ]),
  ...rows(
    'invalid-autoscaler',
    (fields) =>
      spec(
        'HorizontalPodAutoscaler',
        'autoscaling/v2',
      )(`scaleTargetRef: { apiVersion: example.com/v1, kind: Scalable, name: s }, maxReplicas: 5, ${fields}`),
    [
      [
        'validateMetricSpec',
        'metrics: [{ type: Pods, pods: { metric: { name: q }, target: { type: AverageValue, averageValue: 5 } }, resource: { name: cpu, target: { type: Utilization, averageUtilization: 5 } } }]',
        'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 5 } } }]',
        'spec.metrics[0].resource',
      ],
      [
        'validateResourceSource',
        'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization } } }]',
        'metrics: [{ type: Resource, resource: { name: cpu, target: { type: AverageValue, averageValue: 100m } } }]',
        'spec.metrics[0].resource.target',
      ],
      [
        'validateResourceSource',
        'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 5, averageValue: 1 } } }]',
        'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 5 } } }]',
        'spec.metrics[0].resource.target',
      ],
      [
        'validateExternalSource',
        'metrics: [{ type: External, external: { metric: { name: q }, target: { type: Value, value: 5, averageValue: 5 } } }]',
        'metrics: [{ type: External, external: { metric: { name: q }, target: { type: Value, value: 5 } } }]',
        'spec.metrics[0].external.target',
      ],
      [
        'validateHorizontalPodAutoscalerSpec',
        'minReplicas: 0',
        'minReplicas: 0, metrics: [{ type: External, external: { metric: { name: q }, target: { type: Value, value: 5 } } }]',
        'spec.minReplicas',
      ],
    ],
  ),
  ...rows(
    'invalid-disruption-budget',
    (fields) => spec('PodDisruptionBudget', 'policy/v1')(`selector: { matchLabels: { a: b } }, ${fields}`),
    [
      ['ValidatePodDisruptionBudgetSpec', 'minAvailable: -1', 'minAvailable: 0', 'spec.minAvailable'],
      ['ValidatePodDisruptionBudgetSpec', 'maxUnavailable: "50"', 'maxUnavailable: 50%', 'spec.maxUnavailable'],
      ['ValidatePodDisruptionBudgetSpec', 'maxUnavailable: 150%', 'maxUnavailable: 100%', 'spec.maxUnavailable'],
    ],
  ),
  ...rows('invalid-role', object('Role', 'rbac.authorization.k8s.io/v1'), [
    [
      'ValidatePolicyRule',
      'rules: [{ apiGroups: [""], resources: [pods], verbs: [] }]',
      'rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]',
      'rules[0].verbs',
    ],
    [
      'ValidatePolicyRule',
      'rules: [{ apiGroups: [""], verbs: [get] }]',
      'rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]',
      'rules[0].resources',
    ],
    [
      'ValidatePolicyRule',
      'rules: [{ resources: [pods], verbs: [get] }]',
      'rules: [{ apiGroups: ["*"], resources: [pods], verbs: [get] }]',
      'rules[0].apiGroups',
    ],
    [
      'ValidatePolicyRule',
      'rules: [{ nonResourceURLs: [/metrics], verbs: [get] }]',
      'rules: [{ nonResourceURLs: [], apiGroups: [""], resources: [pods], verbs: [get] }]',
      'rules[0].nonResourceURLs',
    ],
  ]),
  ...rows('invalid-role', object('ClusterRole', 'rbac.authorization.k8s.io/v1', CLUSTER_META), [
    [
      'ValidatePolicyRule',
      'rules: [{ nonResourceURLs: [/metrics], resources: [pods], verbs: [get] }]',
      'rules: [{ nonResourceURLs: [/metrics], verbs: [get] }]',
      'rules[0].resources',
    ],
  ]),
  ...rows('invalid-role', object('ClusterRoleBinding', 'rbac.authorization.k8s.io/v1', CLUSTER_META), [
    [
      'ValidateClusterRoleBinding',
      'roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: r }',
      'roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r }',
      'roleRef.kind',
    ],
    [
      'ValidateClusterRoleBinding',
      'roleRef: { apiGroup: rbac, kind: ClusterRole, name: r }',
      'roleRef: { kind: ClusterRole, name: r }',
      'roleRef.apiGroup',
    ],
    [
      'ValidateRoleBindingSubject',
      'roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: ServiceAccount, name: s }]',
      'roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: ServiceAccount, name: s, namespace: shop }]',
      'subjects[0].namespace',
    ],
    [
      'ValidateRoleBindingSubject',
      'roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: ServiceAccount, name: s, namespace: shop, apiGroup: rbac.authorization.k8s.io }]',
      'roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: Group, name: s, apiGroup: rbac.authorization.k8s.io }]',
      'subjects[0].apiGroup',
    ],
    [
      'ValidateRoleBindingSubject',
      'roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: Role, name: s }]',
      'roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: User, name: s }]',
      'subjects[0].kind',
    ],
  ]),
  ...rows('invalid-limit-range', (fields) => spec('LimitRange', 'v1')(`limits: [{ ${fields} }]`), [
    [
      'ValidateLimitRange',
      'type: Container, min: { cpu: 2 }, max: { cpu: 1 }',
      'type: Container, min: { cpu: 1 }, max: { cpu: 1 }',
      'spec.limits[0].min.cpu',
    ],
    [
      'ValidateLimitRange',
      'type: Container, default: { memory: 2Gi }, max: { memory: 1Gi }',
      'type: Container, default: { memory: 1Gi }, max: { memory: 2Gi }',
      'spec.limits[0].default.memory',
    ],
    ['ValidateLimitRange', 'type: Pod, default: { cpu: 1 }', 'type: Pod, max: { cpu: 1 }', 'spec.limits[0].default'],
  ]),
  ...rows('invalid-priority-class', object('PriorityClass', 'scheduling.k8s.io/v1', CLUSTER_META), [
    ['ValidatePriorityClass', 'value: 1000000001', 'value: 1000000000', 'value'],
  ]),
  ...rows(
    'invalid-priority-class',
    (name) => `apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: { name: ${name} }\nvalue: 5\n`,
    [['ValidatePriorityClass', 'system-mine', 'my-system', 'metadata.name']],
  ),
  ...rows('invalid-metadata', (meta) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { namespace: shop${meta} }\n`, [
    ['ValidateObjectMetaAccessor', '', ', generateName: a-', 'metadata.name'],
    [
      'ValidateAnnotationsSize',
      `, name: a, annotations: { b: ${'x'.repeat(262_144)} }`,
      `, name: a, annotations: { b: ${'x'.repeat(262_143)} }`,
      'metadata.annotations',
    ],
    ['ValidateFinalizerName', ', name: a, finalizers: [a b]', ', name: a, finalizers: [example.com/a]', 'metadata.finalizers[0]'],
  ]),
  ...rows(
    'invalid-definition',
    (fields) => `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: ${fields} }\n`,
    [
      [
        'ValidateCustomResourceDefinition',
        'widget.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]',
        'widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]',
        'metadata.name',
      ],
      [
        'validateCustomResourceDefinitionSpec',
        'widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: false, schema: { openAPIV3Schema: { type: object } } }]',
        'widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]',
        'spec.versions',
      ],
      [
        'validateCustomResourceDefinitionVersion',
        'widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true }]',
        'widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]',
        'spec.versions[0].schema.openAPIV3Schema',
      ],
    ],
  ),
  ...rows(
    'invalid-custom-resource',
    widget('required: [size], properties: { size: { type: integer, maximum: 5 }, name: { type: string, default: a } }'),
    [
      ['ValidateCustomResource', 'size: huge', 'size: 5', 'spec.size'],
      ['ValidateCustomResource', 'size: 6', 'size: 4', 'spec.size'],
      ['ValidateCustomResource', 'name: a', 'size: 4, name: null', 'spec.size'],
      ['field validation of kubectl', 'size: 1, colour: red', 'size: 1, name: red', 'spec.colour'],
    ],
  ),
  ...rows(
    'invalid-custom-resource',
    widget(
      'x-kubernetes-preserve-unknown-fields: true, required: [a], properties: { a: { type: string, default: x, enum: [x, y] }, p: { type: string, pattern: "^a+$", maxLength: 3 }, port: { x-kubernetes-int-or-string: true }, m: { type: object, additionalProperties: { type: boolean } } }',
    ),
    [
      ['ValidateCustomResource', 'a: z', 'other: { deep: 1 }', 'spec.a'],
      ['ValidateCustomResource', 'p: b', 'p: aaa', 'spec.p'],
      ['ValidateCustomResource', 'p: aaaa', 'p: aa', 'spec.p'],
      ['ValidateCustomResource', 'port: 1.5', 'port: http', 'spec.port'],
      ['ValidateCustomResource', 'm: { a: 1 }', 'm: { a: true }', 'spec.m.a'],
    ],
  ),
  ...rows(
    'invalid-custom-resource',
    widget(
      'properties: { l: { type: array, minItems: 1, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name, protocol], items: { type: object, required: [name], properties: { name: { type: string }, protocol: { type: string, default: TCP } } } }, s: { type: array, x-kubernetes-list-type: set, items: { type: string } }, o: { type: object, x-kubernetes-preserve-unknown-fields: true, oneOf: [{ required: [a] }, { required: [b] }] }, e: { type: object, x-kubernetes-embedded-resource: true, properties: { spec: { type: object } } } }',
    ),
    [
      [
        'ValidateListSetsAndMaps',
        'l: [{ name: a }, { name: a, protocol: TCP }]',
        'l: [{ name: a }, { name: a, protocol: UDP }]',
        'spec.l[1]',
      ],
      ['ValidateListSetsAndMaps', 's: [a, b, a]', 's: [a, b]', 'spec.s[2]'],
      ['ValidateCustomResource', 'l: []', 'l: [{ name: a }]', 'spec.l'],
      ['ValidateCustomResource', 'o: { a: 1, b: 2 }', 'o: { b: 2, c: 3 }', 'spec.o'],
      [
        'field validation of kubectl',
        'e: { kind: Pod, extra: 1 }',
        'e: { apiVersion: v1, kind: Pod, metadata: { name: a }, spec: {} }',
        'spec.e.extra',
      ],
    ],
  ),
  ...rows(
    'invalid-custom-resource',
    (version) =>
      widget('properties: { a: { type: string } }')('a: b').replace('apiVersion: example.com/v1', `apiVersion: example.com/${version}`),
    [['kubectl: no matches for kind', 'v2', 'v1', 'apiVersion']],
  ),
  ...rows('pod-security', baseline, [
    ['check_hostNamespaces', 'hostNetwork: true', 'hostNetwork: false', 'spec.hostNetwork'],
    [
      'check_hostPathVolumes',
      'volumes: [{ name: v, hostPath: { path: /a } }]',
      'volumes: [{ name: v, nfs: { server: s, path: /a } }]',
      'spec.volumes[0].hostPath',
    ],
    [
      'check_sysctls',
      'securityContext: { sysctls: [{ name: net.core.somaxconn, value: "1" }] }',
      'securityContext: { sysctls: [{ name: net.ipv4.tcp_syncookies, value: "1" }] }',
      'spec.securityContext.sysctls[0].name',
    ],
    [
      'check_seccompProfile_baseline',
      'securityContext: { seccompProfile: { type: Unconfined } }',
      'securityContext: { runAsUser: 0 }',
      'spec.securityContext.seccompProfile.type',
    ],
    [
      'check_seLinuxOptions',
      'securityContext: { seLinuxOptions: { type: spc_t } }',
      'securityContext: { seLinuxOptions: { type: container_t, level: s0 } }',
      'spec.securityContext.seLinuxOptions.type',
    ],
  ]),
  ...rows('pod-security', (fields) => namespaced('baseline') + container(fields), [
    [
      'check_privileged',
      'securityContext: { privileged: true }',
      'securityContext: { privileged: false }',
      `${C}.securityContext.privileged`,
    ],
    [
      'check_capabilities_baseline',
      'securityContext: { capabilities: { add: [NET_ADMIN] } }',
      'securityContext: { capabilities: { add: [CHOWN] } }',
      `${C}.securityContext.capabilities.add`,
    ],
    ['check_hostPorts', 'ports: [{ containerPort: 80, hostPort: 80 }]', 'ports: [{ containerPort: 80 }]', `${C}.ports[0].hostPort`],
  ]),
  ...rows('pod-security', restricted, [
    ['check_allowPrivilegeEscalation', 'capabilities: { drop: [ALL] }', RESTRICTED, `${C}.securityContext.allowPrivilegeEscalation`],
    ['check_runAsNonRoot', `${RESTRICTED}, runAsNonRoot: false`, `${RESTRICTED}, runAsUser: 1000`, `${C}.securityContext.runAsNonRoot`],
    ['check_capabilities_restricted', 'allowPrivilegeEscalation: false', RESTRICTED, `${C}.securityContext.capabilities.drop`],
    [
      'check_capabilities_restricted',
      'allowPrivilegeEscalation: false, capabilities: { drop: [ALL], add: [CHOWN] }',
      'allowPrivilegeEscalation: false, capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }',
      `${C}.securityContext.capabilities.add`,
    ],
  ]),
  ...rows(
    'invalid-role',
    (kind) =>
      object(
        kind,
        'rbac.authorization.k8s.io/v1',
      )('roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: ServiceAccount, name: s }]').replace(
        /, namespace: shop(?=.*\n.*roleRef)/,
        kind === 'RoleBinding' ? ', namespace: shop' : '',
      ),
    [['validateRoleBindingSubject', 'ClusterRoleBinding', 'RoleBinding', 'subjects[0].namespace']],
  ),
  ...rows(
    'invalid-ingress',
    (name) =>
      `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: x, namespace: shop, annotations: { kubernetes.io/ingress.class: ${name} } }\nspec: { ingressClassName: alb, defaultBackend: { resource: { kind: StorageBucket, name: b, apiGroup: example.com } } }\n`,
    [['ValidateIngressCreate', 'nginx', 'alb', 'metadata.annotations["kubernetes.io/ingress.class"]']],
  ),
  ...rows('invalid-network-policy', (types) => spec('NetworkPolicy', 'networking.k8s.io/v1')(`podSelector: {}, policyTypes: [${types}]`), [
    ['ValidateNetworkPolicySpec', 'Ingress, Egress, Ingress', 'Ingress, Ingress', 'spec.policyTypes'],
  ]),
];
