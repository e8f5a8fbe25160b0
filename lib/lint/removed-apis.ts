import type { ManifestObject } from '../manifests/manifest-object';

/** A removed or deprecated API version. */
export interface ApiChange {
  /** The first release without it; absent when it is only deprecated. */
  readonly removedIn?: string;
  /** The release that deprecated it; absent when it was removed. */
  readonly deprecatedIn?: string;
  /** The replacement, worded to follow "expected". */
  readonly use: string;
  /** The version that has the same fields with the same defaults; absent where more than the version must change. */
  readonly sameIn?: string;
}

type Change = ApiChange & { readonly apiVersion: string; readonly kinds: readonly string[] };

const RBAC = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'];
const REVIEWS = ['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'];
const FLOW = ['FlowSchema', 'PriorityLevelConfiguration'];
const APPS = ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'];

/** Source: https://kubernetes.io/docs/reference/using-api/deprecation-guide/. */
const KUBERNETES: readonly Change[] = [
  removed('1.16', 'extensions/v1beta1', ['DaemonSet', 'Deployment', 'ReplicaSet'], 'apps/v1'),
  removed('1.16', 'extensions/v1beta1', ['NetworkPolicy'], 'networking.k8s.io/v1'),
  removed('1.16', 'extensions/v1beta1', ['PodSecurityPolicy'], 'Pod Security Admission, which requires no object'),
  removed('1.16', 'apps/v1beta1', APPS, 'apps/v1'),
  removed('1.16', 'apps/v1beta2', APPS, 'apps/v1'),
  removed(
    '1.22',
    'admissionregistration.k8s.io/v1beta1',
    ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
    'admissionregistration.k8s.io/v1',
  ),
  removed('1.22', 'apiextensions.k8s.io/v1beta1', ['CustomResourceDefinition'], 'apiextensions.k8s.io/v1'),
  renamed('1.22', 'apiregistration.k8s.io/v1beta1', ['APIService'], 'apiregistration.k8s.io/v1'),
  renamed('1.22', 'authentication.k8s.io/v1beta1', ['TokenReview'], 'authentication.k8s.io/v1'),
  removed('1.22', 'authorization.k8s.io/v1beta1', REVIEWS, 'authorization.k8s.io/v1'),
  removed('1.22', 'certificates.k8s.io/v1beta1', ['CertificateSigningRequest'], 'certificates.k8s.io/v1'),
  renamed('1.22', 'coordination.k8s.io/v1beta1', ['Lease'], 'coordination.k8s.io/v1'),
  removed('1.22', 'extensions/v1beta1', ['Ingress'], 'networking.k8s.io/v1'),
  removed('1.22', 'networking.k8s.io/v1beta1', ['Ingress'], 'networking.k8s.io/v1'),
  renamed('1.22', 'networking.k8s.io/v1beta1', ['IngressClass'], 'networking.k8s.io/v1'),
  renamed('1.22', 'rbac.authorization.k8s.io/v1beta1', RBAC, 'rbac.authorization.k8s.io/v1'),
  renamed('1.22', 'scheduling.k8s.io/v1beta1', ['PriorityClass'], 'scheduling.k8s.io/v1'),
  renamed('1.22', 'storage.k8s.io/v1beta1', ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'], 'storage.k8s.io/v1'),
  removed('1.25', 'autoscaling/v2beta1', ['HorizontalPodAutoscaler'], 'autoscaling/v2'),
  renamed('1.25', 'batch/v1beta1', ['CronJob'], 'batch/v1'),
  removed('1.25', 'discovery.k8s.io/v1beta1', ['EndpointSlice'], 'discovery.k8s.io/v1'),
  removed('1.25', 'events.k8s.io/v1beta1', ['Event'], 'events.k8s.io/v1'),
  renamed('1.25', 'node.k8s.io/v1beta1', ['RuntimeClass'], 'node.k8s.io/v1'),
  removed('1.25', 'policy/v1beta1', ['PodDisruptionBudget'], 'policy/v1'),
  removed('1.25', 'policy/v1beta1', ['PodSecurityPolicy'], 'Pod Security Admission, which requires no object'),
  removed('1.26', 'autoscaling/v2beta2', ['HorizontalPodAutoscaler'], 'autoscaling/v2'),
  removed('1.26', 'flowcontrol.apiserver.k8s.io/v1beta1', FLOW, 'flowcontrol.apiserver.k8s.io/v1'),
  renamed('1.27', 'storage.k8s.io/v1beta1', ['CSIStorageCapacity'], 'storage.k8s.io/v1'),
  removed('1.29', 'flowcontrol.apiserver.k8s.io/v1beta2', FLOW, 'flowcontrol.apiserver.k8s.io/v1'),
  removed('1.32', 'flowcontrol.apiserver.k8s.io/v1beta3', FLOW, 'flowcontrol.apiserver.k8s.io/v1'),
  deprecated('Kubernetes 1.19', 'v1', ['ComponentStatus'], 'the health endpoints of the control plane'),
  deprecated('Kubernetes 1.33', 'v1', ['Endpoints'], 'EndpointSlice of discovery.k8s.io/v1'),
];

/** Sources: migration guides of Karpenter 1.0, release notes of External Secrets 0.17 and of Gateway API 1.0. */
const OPERATORS: readonly Change[] = [
  { ...removed('1', 'karpenter.sh/v1alpha5', ['Provisioner'], 'NodePool of karpenter.sh/v1'), removedIn: 'Karpenter 1.0' },
  {
    ...removed('1', 'karpenter.k8s.aws/v1alpha1', ['AWSNodeTemplate'], 'EC2NodeClass of karpenter.k8s.aws/v1'),
    removedIn: 'Karpenter 1.0',
  },
  { ...removed('1', 'karpenter.sh/v1beta1', ['NodePool', 'NodeClaim'], 'karpenter.sh/v1'), removedIn: 'Karpenter 1.1' },
  { ...removed('1', 'karpenter.k8s.aws/v1beta1', ['EC2NodeClass'], 'karpenter.k8s.aws/v1'), removedIn: 'Karpenter 1.1' },
  deprecated(
    'External Secrets 0.16',
    'external-secrets.io/v1beta1',
    ['ExternalSecret', 'SecretStore', 'ClusterSecretStore', 'ClusterExternalSecret'],
    'external-secrets.io/v1',
  ),
  deprecated(
    'External Secrets 0.5',
    'external-secrets.io/v1alpha1',
    ['ExternalSecret', 'SecretStore', 'ClusterSecretStore'],
    'external-secrets.io/v1',
  ),
  deprecated(
    'Gateway API 1.0',
    'gateway.networking.k8s.io/v1beta1',
    ['Gateway', 'GatewayClass', 'HTTPRoute'],
    'gateway.networking.k8s.io/v1',
  ),
  deprecated(
    'Gateway API 1.0',
    'gateway.networking.k8s.io/v1alpha2',
    ['Gateway', 'GatewayClass', 'HTTPRoute'],
    'gateway.networking.k8s.io/v1',
  ),
];

const CHANGES: ReadonlyMap<string, Change> = new Map(
  [...KUBERNETES, ...OPERATORS].flatMap((change) => change.kinds.map((kind) => [`${change.apiVersion}/${kind}`, change])),
);

function removed(release: string, apiVersion: string, kinds: readonly string[], use: string): Change {
  return { removedIn: `Kubernetes ${release}`, apiVersion, kinds, use };
}

/** A removed version whose replacement has no notable changes, in the words of the migration guide. */
function renamed(release: string, apiVersion: string, kinds: readonly string[], use: string): Change {
  return { ...removed(release, apiVersion, kinds, use), sameIn: use };
}

function deprecated(release: string, apiVersion: string, kinds: readonly string[], use: string): Change {
  return { deprecatedIn: release, apiVersion, kinds, use };
}

/** The change of the API version of an object; undefined when the version is current. */
export function changeOf({ apiVersion, kind }: Pick<ManifestObject, 'apiVersion' | 'kind'>): ApiChange | undefined {
  return CHANGES.get(`${apiVersion}/${kind}`);
}

/** Whether a kind existed in an API version in some release. */
export function isKnownVersion(apiVersion: string, kind: string): boolean {
  return CHANGES.has(`${apiVersion}/${kind}`);
}

/** Every change of every API, with the kinds that it affects. */
export const API_CHANGES: readonly Change[] = [...KUBERNETES, ...OPERATORS];
