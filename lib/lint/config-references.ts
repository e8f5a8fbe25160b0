import type { PlainObject } from '../core/plain-object';
import type { ManifestObject, Path } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';
import { at, type Item, itemsAt, itemsOf, objectAt, stringAt } from '../manifests/values';
import type { LintContext } from './lint-context';
import { perContext } from './per-context';
import type { Workload } from './workload';

/** A reference to a Secret or a ConfigMap. */
export interface ConfigReference {
  /** The object with the reference. */
  readonly object: ManifestObject;
  /** Namespace of the object and of the referenced one. */
  readonly namespace: string;
  /** Kind of the referenced object. */
  readonly kind: 'Secret' | 'ConfigMap';
  /** Name of the referenced object. */
  readonly name: string;
  /** Path of the reference. */
  readonly path: Path;
  /** Key that must exist in the referenced object. Absent when the reference is to all keys. */
  readonly key?: string;
}

/** All references to Secrets and ConfigMaps without which a pod cannot start or an object cannot work. */
export const configReferences = perContext((context): readonly ConfigReference[] => [
  ...context.workloads.flatMap(workloadReferences),
  ...context.ofKind('Ingress').flatMap(ingressReferences),
  ...context.ofKind('Gateway').flatMap(gatewayReferences),
]);

function workloadReferences({ object, namespace, pod, containers }: Workload): readonly ConfigReference[] {
  const found = [
    ...containers.flatMap((container) => [
      ...itemsOf(container, 'env').flatMap(({ value, path }) => [
        ...keyReference('Secret', value, path, ['valueFrom', 'secretKeyRef']),
        ...keyReference('ConfigMap', value, path, ['valueFrom', 'configMapKeyRef']),
      ]),
      ...itemsOf(container, 'envFrom').flatMap(({ value, path }) => [
        ...wholeReference('Secret', value, path, ['secretRef'], 'name'),
        ...wholeReference('ConfigMap', value, path, ['configMapRef'], 'name'),
      ]),
    ]),
    ...itemsOf(pod, 'volumes').flatMap((volume) => [
      ...wholeReference('Secret', volume.value, volume.path, ['secret'], 'secretName').filter(({ name }) => !isTokenOf(name, pod)),
      ...wholeReference('ConfigMap', volume.value, volume.path, ['configMap'], 'name'),
      ...itemsOf(volume, 'projected', 'sources').flatMap(({ value, path }) => [
        ...wholeReference('Secret', value, path, ['secret'], 'name'),
        ...wholeReference('ConfigMap', value, path, ['configMap'], 'name'),
      ]),
    ]),
    ...itemsOf(pod, 'imagePullSecrets').flatMap(({ value, path }) => wholeReference('Secret', value, path, [], 'name')),
  ];
  return found.map((reference) => ({ object, namespace, ...reference }));
}

/** Whether a Secret is the token of the ServiceAccount of a pod: Kubernetes before 1.24 created it, and pods of `kubectl get` refer to it. */
function isTokenOf(secret: string, pod: Item): boolean {
  const account = stringAt(pod.value, 'serviceAccountName') ?? 'default';
  return secret.startsWith(`${account}-token-`) && secret.length === `${account}-token-`.length + 5;
}

type Reference = Omit<ConfigReference, 'object' | 'namespace'>;

function keyReference(kind: Reference['kind'], value: PlainObject, path: Path, way: Path): readonly Reference[] {
  const key = stringAt(value, ...way, 'key');
  return wholeReference(kind, value, path, way, 'name').map((reference) => ({ ...reference, ...(key !== undefined && { key }) }));
}

/** A required reference: one entry for each key, or one entry without a key. */
function wholeReference(kind: Reference['kind'], value: PlainObject, path: Path, way: Path, field: string): readonly Reference[] {
  const reference = objectAt(value, ...way);
  const name = stringAt(reference, field);
  if (name === undefined || at(reference, 'optional') === true) return [];
  const items: readonly Item[] = itemsAt(reference, 'items');
  const whole = { kind, name, path: [...path, ...way, field] };
  const keys = items.flatMap((item) => {
    const key = stringAt(item.value, 'key');
    return key === undefined ? [] : [{ ...whole, path: [...path, ...way, ...item.path, 'key'], key }];
  });
  return keys.length > 0 ? keys : [whole];
}

/** TLS secrets of an Ingress, except those that cert-manager will create. */
function ingressReferences(object: ManifestObject): readonly ConfigReference[] {
  const annotations = Object.keys(objectAt(object.raw, 'metadata', 'annotations'));
  if (annotations.some((key) => key.startsWith('cert-manager.io/'))) return [];
  return itemsAt(object.raw, 'spec', 'tls').flatMap(({ value, path }) =>
    wholeReference('Secret', value, path, [], 'secretName').map((reference) => ({ object, namespace: namespaceOf(object), ...reference })),
  );
}

function gatewayReferences(object: ManifestObject): readonly ConfigReference[] {
  const annotations = Object.keys(objectAt(object.raw, 'metadata', 'annotations'));
  if (annotations.some((key) => key.startsWith('cert-manager.io/'))) return [];
  return itemsAt(object.raw, 'spec', 'listeners').flatMap((listener) =>
    itemsOf(listener, 'tls', 'certificateRefs').flatMap(({ value, path }) => {
      if ((stringAt(value, 'kind') ?? 'Secret') !== 'Secret') return [];
      const namespace = stringAt(value, 'namespace') ?? namespaceOf(object);
      return wholeReference('Secret', value, path, [], 'name').map((reference) => ({ object, namespace, ...reference }));
    }),
  );
}

/**
 * Keys of the Secrets or ConfigMaps in the manifests, by `namespace/name`. Undefined when the keys are known only in the
 * cluster.
 */
export function configSources(context: LintContext, kind: ConfigReference['kind']): ReadonlyMap<string, ReadonlySet<string> | undefined> {
  const sources = new Map<string, ReadonlySet<string> | undefined>();
  // Of several objects of one name, such as those of two environments, any may be the one that is used.
  const add = (object: ManifestObject, name: string | undefined, keys: readonly string[] | undefined) => {
    const source = sourceKey(namespaceOf(object), name ?? object.name);
    const known = sources.has(source) ? sources.get(source) : [];
    sources.set(source, keys === undefined || known === undefined ? undefined : new Set([...known, ...keys]));
  };
  for (const object of context.ofKind(kind)) {
    const keys = ['data', 'stringData', 'binaryData'].flatMap((section) => Object.keys(objectAt(object.raw, section)));
    // An object without keys is a place for a program that writes them, such as the controller of a webhook.
    add(object, undefined, keys.length === 0 ? undefined : keys);
  }
  if (kind === 'ConfigMap') return sources;
  for (const object of context.ofKind('ExternalSecret')) add(object, stringAt(object.raw, 'spec', 'target', 'name'), externalKeys(object));
  for (const object of context.ofKind('SealedSecret')) {
    add(object, stringAt(object.raw, 'spec', 'template', 'metadata', 'name'), Object.keys(objectAt(object.raw, 'spec', 'encryptedData')));
  }
  for (const object of context.ofKind('Certificate'))
    add(object, stringAt(object.raw, 'spec', 'secretName'), ['tls.crt', 'tls.key', 'ca.crt']);
  return sources;
}

/** Keys that an ExternalSecret creates. Undefined for `dataFrom` and templates, whose keys are not in the manifest. */
function externalKeys({ raw }: ManifestObject): readonly string[] | undefined {
  if (itemsAt(raw, 'spec', 'dataFrom').length > 0 || at(raw, 'spec', 'target', 'template') !== undefined) return undefined;
  return itemsAt(raw, 'spec', 'data').flatMap(({ value }) => stringAt(value, 'secretKey') ?? []);
}

/** Key of a Secret or ConfigMap in the index of sources, such as `shop/api-config`. */
export function sourceKey(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

/** Names of the sources of a namespace. */
export function sourceNames(sources: ReadonlyMap<string, unknown>, namespace: string): readonly string[] {
  const prefix = sourceKey(namespace, '');
  return [...sources.keys()].flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}
