import { isPlainObject } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';

/** A managed Kubernetes of another provider. */
export const OTHER_PROVIDERS = ['GKE', 'AKS'] as const;
/** A managed Kubernetes of another provider. */
export type OtherProvider = (typeof OTHER_PROVIDERS)[number];

/** Names that only manifests for a provider contain. */
interface Marks {
  readonly provider: OtherProvider;
  /** Keys of labels, annotations, selectors and tolerations, and API groups. */
  readonly names: RegExp;
  /** Storage classes and their provisioners. */
  readonly storage: readonly string[];
  /** Ingress classes. */
  readonly ingress: readonly string[];
}

/**
 * Sources: Google Kubernetes Engine documentation, "About persistent volumes and dynamic provisioning" and "GKE Ingress", and the labels
 * of its nodes; Azure Kubernetes Service documentation, "Concepts: storage", "Application routing add-on" and "Reserved system labels".
 */
const MARKS: readonly Marks[] = [
  {
    provider: 'GKE',
    names:
      /^(?:cloud\.google\.com(?:\/|$)|(?:[a-z0-9-]{1,63}\.){0,4}gke\.io(?:\/|$)|(?:[a-z0-9-]{1,63}\.){0,4}cnrm\.cloud\.google\.com(?:\/|$))/,
    storage: [
      'standard-rwo',
      'premium-rwo',
      'standard-rwx',
      'premium-rwx',
      'zonal-rwx',
      'enterprise-rwx',
      'pd.csi.storage.gke.io',
      'filestore.csi.storage.gke.io',
      'kubernetes.io/gce-pd',
    ],
    ingress: ['gce', 'gce-internal'],
  },
  {
    provider: 'AKS',
    names:
      /^(?:kubernetes\.azure\.com\/|azure\.workload\.identity\/|service\.beta\.kubernetes\.io\/azure-|appgw\.ingress\.kubernetes\.io\/)/,
    storage: [
      'managed-csi',
      'managed-csi-premium',
      'azurefile-csi',
      'azurefile-csi-premium',
      'azureblob-nfs-premium',
      'azureblob-fuse-premium',
      'managed-premium',
      'azurefile',
      'disk.csi.azure.com',
      'file.csi.azure.com',
      'blob.csi.azure.com',
      'kubernetes.io/azure-disk',
      'kubernetes.io/azure-file',
    ],
    ingress: ['azure/application-gateway', 'azure-application-gateway', 'webapprouting.kubernetes.azure.com'],
  },
];

/** Fields with the name of a storage class or its provisioner, and of an ingress class. */
const STORAGE_FIELDS: readonly string[] = ['storageClassName', 'storageClass', 'provisioner', 'volume.beta.kubernetes.io/storage-class'];
const INGRESS_FIELDS: readonly string[] = ['ingressClassName', 'kubernetes.io/ingress.class'];

/** A sign that objects are for another provider. */
export interface ProviderMark {
  /** The provider. */
  readonly provider: OtherProvider;
  /** The label, class or API group, as the manifest has it. */
  readonly mark: string;
}

/** The first sign of each other provider in the objects; empty for manifests of EKS or of any cluster. */
export function otherProviders(objects: readonly ManifestObject[]): readonly ProviderMark[] {
  return MARKS.flatMap((marks) => {
    const mark = firstOf(objects, ({ group, raw }) => (marks.names.test(group) ? group : markIn(raw, marks)));
    return mark === undefined ? [] : [{ provider: marks.provider, mark }];
  });
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function markIn(value: unknown, marks: Marks): string | undefined {
  if (Array.isArray(value)) return firstOf(value, (item) => markIn(item, marks));
  if (!isPlainObject(value)) return undefined;
  return firstOf(Object.entries(value), ([key, child]) => {
    if (marks.names.test(key)) return key;
    if (typeof child !== 'string') return markIn(child, marks);
    const isClass =
      (STORAGE_FIELDS.includes(key) && marks.storage.includes(child)) || (INGRESS_FIELDS.includes(key) && marks.ingress.includes(child));
    // Requirements and tolerations name labels and taints as values.
    return isClass || (key === 'key' && marks.names.test(child)) ? child : undefined;
  });
}
