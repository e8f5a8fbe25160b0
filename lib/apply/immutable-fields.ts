import { at } from '../manifests/values';

/** Fields of a kind that the API server refuses to change. */
export interface ImmutableFields {
  /** Whether the change of a field, such as `spec.selector`, is refused. */
  isImmutable(field: string, before: unknown, after: unknown): boolean;
  /** Values that the API server sets where a manifest has none, by field. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Whether an object with the new values may be created after the old one is deleted, without a loss of data or a running pod. */
  readonly isReplaceable: boolean;
  /** The validation of Kubernetes. */
  readonly source: string;
}

interface Refusal {
  /** Function of the validation. */
  readonly by: string;
  /** Folder of the validation below `pkg/apis`, or the path of another file below `pkg`. */
  readonly of: string;
  /** Fields that cannot change. Default: all of `spec` but `mutable`. */
  readonly immutable?: readonly string[];
  /** Fields of `spec` that can change. Default: see `immutable`. */
  readonly mutable?: readonly string[];
  /** See ImmutableFields. Default: none. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** See ImmutableFields. Default: false. */
  readonly isReplaceable?: boolean;
}

function fieldsOf({ by, of, immutable, mutable = [], defaults = {}, isReplaceable = false }: Refusal): ImmutableFields {
  return {
    isImmutable: (field) => (immutable === undefined ? isBelow(field, ['spec']) && !isBelow(field, mutable) : isBelow(field, immutable)),
    defaults,
    isReplaceable,
    source: `https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/${of.endsWith('.go') ? of : `apis/${of}/validation/validation.go`} (${by})`,
  };
}

/** Whether a field is one of others, or a part of one. */
function isBelow(field: string, others: readonly string[]): boolean {
  return others.some((other) => field === other || field.startsWith(`${other}.`));
}

const DATA = ['data', 'binaryData', 'stringData', 'immutable'];

/** The data of a ConfigMap or Secret, if it is marked as immutable. */
function dataOf(refusal: Refusal): ImmutableFields {
  const fields = fieldsOf({ isReplaceable: true, ...refusal });
  return {
    ...fields,
    isImmutable: (field, before, after) =>
      fields.isImmutable(field, before, after) || (at(before, 'immutable') === true && isBelow(field, DATA)),
  };
}

/** An address that the manifest no longer states stays. */
function serviceFields(refusal: Refusal): ImmutableFields {
  return {
    ...fieldsOf(refusal),
    isImmutable: (field, before, after) =>
      (field === 'spec.clusterIP' && at(after, 'spec', 'clusterIP') !== undefined) ||
      (field === 'spec.loadBalancerClass' && [before, after].every((each) => at(each, 'spec', 'type') === 'LoadBalancer')),
  };
}

/** Kinds of Kubernetes with fields that cannot change, by API group and kind. */
export const IMMUTABLE_FIELDS: Readonly<Record<string, ImmutableFields>> = {
  'apps/StatefulSet': fieldsOf({
    of: 'apps',
    by: 'ValidateStatefulSetUpdate',
    mutable: [
      'spec.replicas',
      'spec.ordinals',
      'spec.template',
      'spec.updateStrategy',
      'spec.revisionHistoryLimit',
      'spec.persistentVolumeClaimRetentionPolicy',
      'spec.minReadySeconds',
    ],
    defaults: { 'spec.podManagementPolicy': 'OrderedReady' },
  }),
  'apps/Deployment': fieldsOf({ of: 'registry/apps/deployment/strategy.go', by: 'ValidateUpdate', immutable: ['spec.selector'] }),
  'apps/DaemonSet': fieldsOf({ of: 'registry/apps/daemonset/strategy.go', by: 'ValidateUpdate', immutable: ['spec.selector'] }),
  'apps/ReplicaSet': fieldsOf({ of: 'registry/apps/replicaset/strategy.go', by: 'ValidateUpdate', immutable: ['spec.selector'] }),
  'batch/Job': fieldsOf({
    of: 'batch',
    by: 'ValidateJobSpecUpdate',
    immutable: [
      'spec.completions',
      'spec.selector',
      'spec.template',
      'spec.completionMode',
      'spec.podFailurePolicy',
      'spec.backoffLimitPerIndex',
      'spec.managedBy',
      'spec.successPolicy',
    ],
    defaults: { 'spec.completionMode': 'NonIndexed' },
  }),
  '/Service': serviceFields({ of: 'core', by: 'ValidateServiceUpdate' }),
  '/PersistentVolumeClaim': fieldsOf({
    of: 'core',
    by: 'ValidatePersistentVolumeClaimUpdate',
    mutable: ['spec.resources', 'spec.volumeAttributesClassName'],
    defaults: { 'spec.volumeMode': 'Filesystem' },
  }),
  '/ConfigMap': dataOf({ of: 'core', by: 'ValidateConfigMapUpdate', immutable: [] }),
  '/Secret': dataOf({ of: 'core', by: 'ValidateSecretUpdate', immutable: ['type'], defaults: { type: 'Opaque' } }),
  'rbac.authorization.k8s.io/RoleBinding': fieldsOf({
    of: 'rbac',
    by: 'ValidateRoleBindingUpdate',
    immutable: ['roleRef'],
    isReplaceable: true,
  }),
  'rbac.authorization.k8s.io/ClusterRoleBinding': fieldsOf({
    of: 'rbac',
    by: 'ValidateClusterRoleBindingUpdate',
    immutable: ['roleRef'],
    isReplaceable: true,
  }),
  'scheduling.k8s.io/PriorityClass': fieldsOf({
    of: 'scheduling',
    by: 'ValidatePriorityClassUpdate',
    immutable: ['value', 'preemptionPolicy'],
    defaults: { preemptionPolicy: 'PreemptLowerPriority' },
    isReplaceable: true,
  }),
  'storage.k8s.io/StorageClass': fieldsOf({
    of: 'storage',
    by: 'ValidateStorageClassUpdate',
    immutable: ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'],
    defaults: { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' },
    isReplaceable: true,
  }),
  'networking.k8s.io/IngressClass': fieldsOf({
    of: 'networking',
    by: 'ValidateIngressClassUpdate',
    immutable: ['spec.controller'],
    isReplaceable: true,
  }),
  'node.k8s.io/RuntimeClass': fieldsOf({ of: 'node', by: 'ValidateRuntimeClassUpdate', immutable: ['handler'], isReplaceable: true }),
};
