import type { KubernetesRequirement } from '../answers/check-cluster';
import type { ClusterObject } from '../kubernetes/manifests/cluster-objects';

/** A requirement of manifests in words, such as `StorageClass gp3`. */
export function requirementText(requirement: ClusterObject | KubernetesRequirement): string {
  switch (requirement.kind) {
    case 'kubernetes':
      return `Kubernetes ${requirement.minimumVersion} or newer`;
    case 'definition':
      return `definition of ${requirement.objectKind} (${requirement.group}/${requirement.version})`;
    case 'object':
      return `${requirement.objectKind} ${requirement.name}`;
    case 'namespace':
      return `Namespace ${requirement.name}`;
    case 'selection':
      return `Prometheus that selects every ${requirement.objectKind} in ${requirement.namespace}`;
    case 'node-role':
      return `IAM role of nodes ${requirement.name}`;
    case 'discovery-tag':
      return `tag ${requirement.key}=${requirement.value}`;
  }
}

/** Instruction to meet a requirement, in addition to its name; undefined for most. */
export function requirementDetail(requirement: ClusterObject | KubernetesRequirement): string | undefined {
  switch (requirement.kind) {
    case 'selection':
      return `labels of all of them: ${labelsText(requirement.labels)}`;
    case 'discovery-tag':
      return 'on the subnets and security groups of the nodes that Karpenter creates (--discovery-tag)';
    case 'node-role':
      return 'of the nodes that Karpenter creates (--node-role)';
    default:
      return undefined;
  }
}

function labelsText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}

/** Names of resources for kubectl, by kind. */
const RESOURCES: Readonly<Record<string, string>> = {
  StorageClass: 'storageclasses',
  GatewayClass: 'gatewayclasses',
  IngressClass: 'ingressclasses',
  PriorityClass: 'priorityclasses',
  ClusterSecretStore: 'clustersecretstores',
};

/** The command that writes the objects of a cluster that a check needs. */
export function clusterQuery(objects: readonly ClusterObject[]): string {
  const resources = objects.flatMap((object): readonly string[] => {
    if (object.kind === 'definition') return ['crds'];
    if (object.kind === 'namespace') return ['namespaces'];
    if (object.kind === 'selection') return ['prometheuses'];
    return object.kind === 'object' ? [RESOURCES[object.objectKind] ?? object.objectKind.toLowerCase()] : [];
  });
  return `kubectl get ${[...new Set(['nodes', ...resources])].join(',')} --all-namespaces --output json`;
}
