import { CLUSTER_META, object } from '../fault-text';
import type { Fault } from './fault';

/** Faults of roles, volumes and storage classes. */
export const ACCESS_AND_STORAGE_FAULTS: readonly Fault[] = [
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
];
