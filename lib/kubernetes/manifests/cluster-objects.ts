import type { ObjectJson } from '../object-json';

/** Something that must exist before the manifests are applied, with its name, which the manifests reference. */
export type ClusterObject =
  /** The definition of a kind that is not part of Kubernetes. */
  | {
      readonly kind: 'definition';
      /** API group of the kind, such as `karpenter.sh`. */
      readonly group: string;
      /** Version that the cluster must serve, such as `v1`. */
      readonly version: string;
      /** The kind, such as `NodePool`. */
      readonly objectKind: string;
    }
  /** An object of the whole cluster that the manifests reference and do not contain. */
  | {
      readonly kind: 'object';
      /** Kind of the object, such as `StorageClass`. */
      readonly objectKind: string;
      /** Name of the object. */
      readonly name: string;
    }
  /** A namespace whose pods the network policies allow. */
  | {
      readonly kind: 'namespace';
      /** Name of the namespace. */
      readonly name: string;
    }
  /** Objects that an instance of Prometheus must select. */
  | {
      readonly kind: 'selection';
      /** Kind of the objects. */
      readonly objectKind: 'PodMonitor' | 'PrometheusRule';
      /** Labels that all of them have. */
      readonly labels: Readonly<Record<string, string>>;
      /** Name of their namespace. */
      readonly namespace: string;
      /** Labels of their namespace. */
      readonly namespaceLabels: Readonly<Record<string, string>>;
    }
  /** An IAM role for the nodes of Karpenter. */
  | {
      readonly kind: 'node-role';
      /** Name of the role. */
      readonly name: string;
    }
  /** A tag of the subnets and security groups of the nodes of Karpenter. */
  | {
      readonly kind: 'discovery-tag';
      /** Key of the tag. */
      readonly key: string;
      /** Value of the tag. */
      readonly value: string;
    };

/** Kinds of objects of the whole cluster, by the field that has their name in other objects. */
const REFERENCES: Readonly<Record<string, string>> = {
  storageClassName: 'StorageClass',
  storageClass: 'StorageClass',
  gatewayClassName: 'GatewayClass',
  ingressClassName: 'IngressClass',
  priorityClassName: 'PriorityClass',
};

const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** Namespaces that every cluster has. Source: Kubernetes documentation, "Namespaces", initial namespaces. */
const INITIAL_NAMESPACES: readonly string[] = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/** Objects that the objects of a directory refer to and that are not in it, each once. */
export function clusterObjectsOf(objects: readonly ObjectJson[]): readonly ClusterObject[] {
  const own = new Set(objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`));
  const found = [
    ...objects.flatMap(definitionOf),
    ...objects.flatMap((object) => referencesIn(object)),
    ...objects.flatMap(nodeObjects),
    ...(['PodMonitor', 'PrometheusRule'] as const).flatMap((kind) => selectionOf(kind, objects)),
  ].filter((each) => !(each.kind === 'object' && own.has(`${each.objectKind}/${each.name}`)));
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()].sort(byKind);
}

const KINDS: readonly ClusterObject['kind'][] = ['definition', 'object', 'namespace', 'selection', 'node-role', 'discovery-tag'];

function byKind(left: ClusterObject, right: ClusterObject): number {
  const order = KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind);
  const [a, b] = [JSON.stringify(left), JSON.stringify(right)];
  return order !== 0 ? order : a < b ? -1 : a > b ? 1 : 0;
}

/** API groups of Kubernetes have no dot or end in `.k8s.io`. Those of Gateway API do too, but its kinds are installed separately. */
function definitionOf({ apiVersion, kind }: ObjectJson): readonly ClusterObject[] {
  const [group = '', version] = apiVersion.split('/');
  if (version === undefined || !group.includes('.')) return [];
  const isBuiltIn = group.endsWith('.k8s.io') && group !== 'gateway.networking.k8s.io';
  return isBuiltIn ? [] : [{ kind: 'definition', group, version, objectKind: kind }];
}

function referencesIn(value: unknown): readonly ClusterObject[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]): readonly ClusterObject[] => {
    if (key === 'secretStoreRef') return storeOf(child);
    if (typeof child !== 'string') return referencesIn(child);
    if (key === NAMESPACE_NAME) return INITIAL_NAMESPACES.includes(child) ? [] : [{ kind: 'namespace', name: child }];
    const objectKind = Object.hasOwn(REFERENCES, key) ? REFERENCES[key] : undefined;
    return objectKind === undefined ? [] : [{ kind: 'object', objectKind, name: child }];
  });
}

function storeOf(reference: unknown): readonly ClusterObject[] {
  const { kind, name } = reference as { readonly kind: string; readonly name: string };
  return [{ kind: 'object', objectKind: kind, name }];
}

interface NodeClassSpec {
  readonly role: string;
  readonly subnetSelectorTerms: readonly { readonly tags: Readonly<Record<string, string>> }[];
}

function nodeObjects({ kind, spec }: ObjectJson): readonly ClusterObject[] {
  if (kind !== 'EC2NodeClass') return [];
  const { role, subnetSelectorTerms } = spec as NodeClassSpec;
  const tags = subnetSelectorTerms.flatMap((term) => Object.entries(term.tags));
  return [{ kind: 'node-role', name: role }, ...tags.map(([key, value]) => ({ kind: 'discovery-tag' as const, key, value }))];
}

function selectionOf(objectKind: 'PodMonitor' | 'PrometheusRule', objects: readonly ObjectJson[]): readonly ClusterObject[] {
  const selected = objects.filter(({ kind }) => kind === objectKind);
  const [first] = selected;
  const namespace = first?.metadata.namespace;
  if (first === undefined || namespace === undefined) return [];
  const labels = Object.entries(first.metadata.labels ?? {}).filter(([key, value]) =>
    selected.every(({ metadata }) => metadata.labels?.[key] === value),
  );
  const own = objects.find(({ kind, metadata }) => kind === 'Namespace' && metadata.name === namespace);
  return [
    {
      kind: 'selection',
      objectKind,
      labels: Object.fromEntries(labels),
      namespace,
      namespaceLabels: { ...own?.metadata.labels, [NAMESPACE_NAME]: namespace },
    },
  ];
}
