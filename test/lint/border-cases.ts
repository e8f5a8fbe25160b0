import { CLUSTER_META, META, object, pod } from './fault-text';

const claim = 'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }';
const job = (fields: string, template = 'spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] }') =>
  object('batch/v1', 'Job', `spec: { ${fields}, template: { ${template} } }`);
const service = (fields: string) => object('v1', 'Service', `spec: { ${fields} }`);
const quota = (fields: string) => object('v1', 'ResourceQuota', `spec: { ${fields} }`);
const limits = (fields: string) => object('v1', 'LimitRange', `spec: { limits: [${fields}] }`);
const devices = (fields: string) => object('resource.k8s.io/v1', 'ResourceClaim', `spec: { devices: { ${fields} } }`);
const policy = (fields: string) =>
  object(
    'admissionregistration.k8s.io/v1',
    'ValidatingAdmissionPolicy',
    `spec: { matchConstraints: { resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }] }, ${fields} }`,
    CLUSTER_META,
  );
const binding = (fields: string) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', `spec: { policyName: a, ${fields} }`, CLUSTER_META);
const webhook = (fields: string) =>
  object(
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    `webhooks: [{ name: a.b.c, sideEffects: None, admissionReviewVersions: [v1], clientConfig: { service: { name: a, namespace: b } }, rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], ${fields} }] }]`,
    CLUSTER_META,
  );
const definition = (schema: string, more = '') =>
  object(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    `spec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1alpha1, served: false, storage: true, schema: { openAPIV3Schema: { type: object, properties: { ${schema} } } }${more} }] }\nstatus: { acceptedNames: { kind: "", plural: "" }, conditions: [], storedVersions: [] }`,
    'metadata: { name: widgets.example.com }',
  );
const level = (fields: string, meta = CLUSTER_META) =>
  object('flowcontrol.apiserver.k8s.io/v1', 'PriorityLevelConfiguration', `spec: { ${fields} }`, meta);
const annotated = (annotation: string) =>
  object('v1', 'Pod', 'spec: { containers: [{ name: a, image: "a:1" }] }', `metadata: { name: x, annotations: { ${annotation} } }`);

/** Manifests that the API server accepts, each next to the limit of a check that the name of its function states. */
export const BORDER_CASES: readonly (readonly [title: string, validation: string, manifest: string])[] = [
  [
    'topology key that no node has',
    'ValidateTopologyKey',
    pod('topologySpreadConstraints: [{ maxSkew: 1, topologyKey: "a b", whenUnsatisfiable: DoNotSchedule }]'),
  ],
  [
    'Gt with a value that is no number',
    'ValidateNodeSelectorRequirement',
    pod(
      'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: Gt, values: [b] }] }] } } }',
    ),
  ],
  [
    'mismatched key of the selector',
    'validateMatchLabelKeysAndMismatchLabelKeys',
    pod(
      'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: z, labelSelector: { matchLabels: { a: b } }, mismatchLabelKeys: [a], namespaces: [shop] }] } }',
    ),
  ],
  [
    'claim by two of its requests',
    'validateResourceClaimNames',
    pod(
      'resourceClaims: [{ name: c, resourceClaimName: x.y }]',
      'resources: { claims: [{ name: c, request: a }, { name: c, request: b }] }',
    ),
  ],
  [
    'pod with a limit only',
    'validatePodResourceConsistency',
    pod('resources: { limits: { cpu: 2, memory: 1Gi } }', 'resources: { requests: { cpu: 1, memory: 1Gi }, limits: { memory: 1Gi } }'),
  ],
  [
    'pod that requests what its container requests',
    'validatePodResourceConsistency',
    pod('resources: { requests: { cpu: 100m, memory: 1Gi } }', 'resources: { requests: { cpu: 0.1, memory: 1024Mi } }'),
  ],
  [
    'search domains with 2048 characters',
    'ValidatePodDNSConfig',
    pod(
      `dnsConfig: { searches: [${Array.from({ length: 8 }, (_, index) => `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(62 + (index === 0 ? 1 : 0))}`).join(', ')}] }`,
    ),
  ],
  ['deadline of 2^31 - 1 seconds', 'ValidatePodSpec', pod('activeDeadlineSeconds: 2147483647')],
  [
    'token of 10 minutes',
    'validateProjectionSources',
    pod('volumes: [{ name: v, projected: { sources: [{ serviceAccountToken: { path: a..b/c, expirationSeconds: 600 } }] } }]'),
  ],
  [
    'projected files at different paths',
    'validateProjectionSources',
    pod(
      'volumes: [{ name: v, projected: { sources: [{ secret: { name: s, optional: true, items: [{ key: a, path: f }] } }, { configMap: { name: c, optional: true, items: [{ key: a, path: g }] } }] } }]',
    ),
  ],
  ['driver in upper case', 'ValidateCSIDriverName', pod('volumes: [{ name: v, csi: { driver: Secrets-Store.CSI.k8s.io } }]')],
  [
    'iSCSI name in EUI-64',
    'validateISCSIVolumeSource',
    pod('volumes: [{ name: v, iscsi: { targetPortal: "10.0.0.1", iqn: eui.0123456789abcdef, lun: 0 } }]'),
  ],
  [
    'image volume of a template without a reference',
    'validateImageVolumeSource',
    object(
      'apps/v1',
      'Deployment',
      'spec: { selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { volumes: [{ name: v, image: {} }], containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  ['negative deletion cost', 'GetDeletionCostFromPodAnnotations', annotated('controller.kubernetes.io/pod-deletion-cost: "-100"')],
  [
    'AppArmor profile of the node',
    'ValidateAppArmorProfileFormat',
    annotated('container.apparmor.security.beta.kubernetes.io/a: localhost/mine'),
  ],
  [
    'HostProcess of the whole pod',
    'validateWindowsHostProcessPod',
    pod('hostNetwork: true, securityContext: { windowsOptions: { hostProcess: true } }'),
  ],
  ['HostProcess that is false', 'validateWindowsHostProcessPod', pod('', 'securityContext: { windowsOptions: { hostProcess: false } }')],
  [
    'two cluster IPs of different families',
    'ValidateServiceClusterIPsRelatedFields',
    service(
      'clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, "fd00::1"], ipFamilies: [IPv4, IPv6], ipFamilyPolicy: RequireDualStack, ports: [{ port: 80 }]',
    ),
  ],
  [
    'headless in both fields',
    'ValidateServiceClusterIPsRelatedFields',
    service('clusterIP: None, clusterIPs: [None], ipFamilies: [IPv6], ports: [{ port: 80 }]'),
  ],
  [
    'ExternalName with an empty cluster IP',
    'ValidateServiceClusterIPsRelatedFields',
    service('type: ExternalName, externalName: a.b, clusterIP: "", clusterIPs: []'),
  ],
  [
    'source ranges by annotation',
    'ValidateService',
    object(
      'v1',
      'Service',
      'spec: { type: LoadBalancer, ports: [{ port: 80 }] }',
      'metadata: { name: x, annotations: { service.beta.kubernetes.io/load-balancer-source-ranges: "10.0.0.0/8, 192.168.0.0/16" } }',
    ),
  ],
  ['target port with 15 characters', 'validateServicePort', service('ports: [{ port: 80, targetPort: n12345678901234 }]')],
  [
    'count of objects with a scope of pods',
    'IsResourceQuotaScopeValidForResource',
    quota('hard: { pods: 1, count/deployments.apps: 5, requests.nvidia.com/gpu: 1 }, scopes: [BestEffort]'),
  ],
  [
    'priority class that exists',
    'validateScopedResourceSelectorRequirement',
    quota('hard: { pods: 1 }, scopeSelector: { matchExpressions: [{ scopeName: PriorityClass, operator: Exists }] }'),
  ],
  [
    'ratio of max and min',
    'ValidateLimitRange',
    limits(
      '{ type: Container, min: { cpu: 100m }, max: { cpu: 400m }, maxLimitRequestRatio: { cpu: 4 } }, { type: Pod, max: { nvidia.com/gpu: 4 } }',
    ),
  ],
  [
    'claim with equal sources',
    'ValidatePersistentVolumeClaimSpec',
    object(
      'v1',
      'PersistentVolumeClaim',
      `spec: { ${claim}, dataSource: { kind: PersistentVolumeClaim, name: a }, dataSourceRef: { kind: PersistentVolumeClaim, name: a } }`,
    ),
  ],
  ['key with a dot first', 'IsConfigMapKey', object('v1', 'ConfigMap', 'data: { .a: b, a..b: c }')],
  [
    'exit codes in order',
    'validatePodFailurePolicyRuleOnExitCodes',
    job('podFailurePolicy: { rules: [{ action: FailJob, onExitCodes: { containerName: a, operator: NotIn, values: [0, 2, 3] } }] }'),
  ],
  [
    'limit per index with OnFailure',
    'validateJobSpec',
    job(
      'completionMode: Indexed, completions: 3, backoffLimitPerIndex: 1, maxFailedIndexes: 3',
      'spec: { restartPolicy: OnFailure, containers: [{ name: a, image: "a:1" }] }',
    ),
  ],
  [
    'indexes and ranges in order',
    'validateIndexesFormat',
    job('completionMode: Indexed, completions: 9, successPolicy: { rules: [{ succeededIndexes: "0,2-4,8", succeededCount: 1 }] }'),
  ],
  [
    'success policy with as many successes as indexes',
    'validateSuccessPolicyRule',
    job('completionMode: Indexed, completions: 5, successPolicy: { rules: [{ succeededIndexes: "0,3-4", succeededCount: 3 }] }'),
  ],
  [
    'more than 100,000 completions with a limit per index',
    'validateJobSpec',
    job('completionMode: Indexed, completions: 100001, parallelism: 10000, backoffLimitPerIndex: 1, maxFailedIndexes: 10000'),
  ],
  [
    'Indexed job whose last pod has a host name of 63 characters',
    'ValidateJob',
    object(
      'batch/v1',
      'Job',
      'spec: { completionMode: Indexed, completions: 10, template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
      `metadata: { name: ${'a'.repeat(61)} }`,
    ),
  ],
  [
    'name of a Job with 63 characters',
    'ValidateJob',
    object(
      'batch/v1',
      'Job',
      'spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
      `metadata: { name: ${'a'.repeat(63)} }`,
    ),
  ],
  [
    'metric of a domain',
    'validateMetricIdentifier',
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a }, maxReplicas: 3, behavior: { scaleUp: { tolerance: 0 } }, metrics: [{ type: External, external: { metric: { name: "pubsub.googleapis.com|subscription" }, target: { type: Value, value: 1m } } }] }',
    ),
  ],
  ['resources after the wildcard', 'validateResources', webhook('resources: [pods, "*", "*/scale", "pods/*"]')],
  [
    'expression with an optional field',
    'validateValidationExpression',
    policy(
      'validations: [{ expression: "object.spec.?replicas.orValue(1) > 0", messageExpression: "\'at least \' + string(1)" }], variables: [{ name: a1, expression: "object.metadata.name" }]',
    ),
  ],
  ['policy that only audits', 'validateValidatingAdmissionPolicySpec', policy('auditAnnotations: [{ key: a, valueExpression: "\'b\'" }]')],
  [
    'binding that denies and audits',
    'validateValidationActions',
    binding('validationActions: [Deny, Audit], paramRef: { selector: {}, parameterNotFoundAction: Allow }'),
  ],
  [
    'property of any type',
    'ValidateStructural',
    definition(
      'spec: { type: object, x-kubernetes-preserve-unknown-fields: true }, port: { x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] }, free: { x-kubernetes-preserve-unknown-fields: true }, list: { type: array, items: { type: string }, x-kubernetes-list-type: set }, map: { type: object, additionalProperties: { type: string } }',
    ),
  ],
  [
    'scale of a nested field',
    'ValidateCustomResourceDefinitionSubresources',
    definition(
      'spec: { type: object }',
      ', subresources: { status: {}, scale: { specReplicasPath: .spec.a.replicas, statusReplicasPath: .status.replicas } }',
    ),
  ],
  [
    'all devices',
    'validateDeviceAllocationMode',
    devices(
      "requests: [{ name: a, exactly: { deviceClassName: gpu.nvidia.com, allocationMode: All, selectors: [{ cel: { expression: \"device.attributes['gpu.nvidia.com'].type == 'gpu'\" } }] } }]",
    ),
  ],
  [
    'constraint of a first available request',
    'validateDeviceConstraint',
    devices(
      'requests: [{ name: a, firstAvailable: [{ name: b, deviceClassName: c, count: 2 }, { name: d, deviceClassName: c }] }], constraints: [{ requests: [a, a/b], matchAttribute: gpu.nvidia.com/parentUUID }]',
    ),
  ],
  [
    'default hand of the default queues',
    'ValidatePriorityLevelConfigurationSpec',
    level('type: Limited, limited: { nominalConcurrencyShares: 0, limitResponse: { type: Queue, queuing: {} } }'),
  ],
  [
    'exempt priority level',
    'ValidatePriorityLevelConfigurationSpec',
    level('type: Exempt, exempt: { lendablePercent: 50 }', 'metadata: { name: exempt }'),
  ],
  [
    'range of each family',
    'validateServiceCIDRSpec',
    object('networking.k8s.io/v1', 'ServiceCIDR', 'spec: { cidrs: [10.0.0.0/16, "fd00::/108"] }', CLUSTER_META),
  ],
  [
    'one port of endpoints without a name',
    'validateEndpointPort',
    object('v1', 'Endpoints', 'subsets: [{ addresses: [{ ip: 10.0.0.1, hostname: a }], ports: [{ port: 80 }] }]'),
  ],
  [
    'taint with two effects',
    'validateNodeTaints',
    object('v1', 'Node', 'spec: { taints: [{ key: a, effect: NoSchedule }, { key: a, effect: NoExecute }] }', CLUSTER_META),
  ],
  [
    'ReplicationController without a selector',
    'ValidateReplicationControllerSpec',
    object(
      'v1',
      'ReplicationController',
      'spec: { replicas: 0, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }',
      META,
    ),
  ],
  [
    'route of the experimental channel',
    'HTTPRoute of Gateway API 1.6, experimental channel',
    object(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'spec: { parentRefs: [{ name: a }], useDefaultGateways: None, rules: [{ retry: { attempts: 2 }, sessionPersistence: { sessionName: a }, filters: [{ type: ExternalAuth, externalAuth: { protocol: HTTP, backendRef: { name: b, port: 80 } } }], backendRefs: [{ name: a, port: 80 }] }] }',
    ),
  ],
  [
    'object metric with two target values',
    'validateObjectSource',
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a }, maxReplicas: 3, metrics: [{ type: Object, object: { describedObject: { kind: Service, name: b }, metric: { name: c }, target: { type: Value, value: 1, averageValue: 1 } } }] }',
    ),
  ],
  [
    'budget with a name in upper case, which no function validates',
    'ValidatePodDisruptionBudget',
    object('policy/v1', 'PodDisruptionBudget', 'spec: { minAvailable: 1, selector: {} }', 'metadata: { name: Shop_Web, namespace: shop }'),
  ],
  ['annotation whose domain has upper case', 'ValidateAnnotations', annotated('Example.com/Owner: a')],
  [
    'capacity that is a number without quotes',
    'ValidateCSIStorageCapacity',
    object('storage.k8s.io/v1', 'CSIStorageCapacity', 'storageClassName: a\ncapacity: 1024'),
  ],
];
