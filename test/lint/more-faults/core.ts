import { CLUSTER_META, object } from '../fault-text';
import type { Fault } from './fault';

const claim = 'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }';
const persistentVolume = (fields: string) =>
  object('v1', 'PersistentVolume', `spec: { accessModes: [ReadWriteOnce], ${fields} }`, CLUSTER_META);
const service = (fields: string) => object('v1', 'Service', `spec: { ${fields} }`);

/** Faults of Services and other objects of the core group. */
export const CORE_FAULTS: readonly Fault[] = [
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
];
