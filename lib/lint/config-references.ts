import type { PlainObject } from '../io/plain-object';
import type { ManifestObject, Path } from '../manifests/manifest-object';
import { at, type Item, itemsAt, itemsOf, objectAt, textAt } from '../manifests/values';
import { type LintContext, namespaceOf } from './lint-context';
import { perContext } from './per-context';
import type { Workload } from './workload';

/** A place that reads a Secret or a ConfigMap. */
export interface ConfigReference {
  /** The object that has the reference. */
  readonly object: ManifestObject;
  /** Namespace of the object and of the referenced one. */
  readonly namespace: string;
  /** Kind that is referenced. */
  readonly kind: 'Secret' | 'ConfigMap';
  /** Name of the referenced object. */
  readonly name: string;
  /** Path of the reference. */
  readonly path: Path;
  /** A key that must be in it; absent where all of it is read. */
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
      ...wholeReference('Secret', volume.value, volume.path, ['secret'], 'secretName'),
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

type Reference = Omit<ConfigReference, 'object' | 'namespace'>;

function keyReference(kind: Reference['kind'], value: PlainObject, path: Path, way: Path): readonly Reference[] {
  const key = textAt(value, ...way, 'key');
  return wholeReference(kind, value, path, way, 'name').map((reference) => ({ ...reference, ...(key !== undefined && { key }) }));
}

/** A reference that is not optional, with each of the keys that it picks. */
function wholeReference(kind: Reference['kind'], value: PlainObject, path: Path, way: Path, field: string): readonly Reference[] {
  const reference = objectAt(value, ...way);
  const name = textAt(reference, field);
  if (name === undefined || at(reference, 'optional') === true) return [];
  const items: readonly Item[] = itemsAt(reference, 'items');
  const whole = { kind, name, path: [...path, ...way, field] };
  const keys = items.flatMap((item) => {
    const key = textAt(item.value, 'key');
    return key === undefined ? [] : [{ ...whole, path: [...path, ...way, ...item.path, 'key'], key }];
  });
  return keys.length > 0 ? keys : [whole];
}

/** Certificates that cert-manager will issue are not there yet. */
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
      if ((textAt(value, 'kind') ?? 'Secret') !== 'Secret') return [];
      const namespace = textAt(value, 'namespace') ?? namespaceOf(object);
      return wholeReference('Secret', value, path, [], 'name').map((reference) => ({ object, namespace, ...reference }));
    }),
  );
}

/** Keys by the Secrets or ConfigMaps that manifests make, as `namespace/name`; undefined where only the cluster will know. */
export function configSources(context: LintContext, kind: ConfigReference['kind']): ReadonlyMap<string, ReadonlySet<string> | undefined> {
  const sources = new Map<string, ReadonlySet<string> | undefined>();
  const add = (object: ManifestObject, name: string | undefined, keys: readonly string[] | undefined) =>
    sources.set(sourceKey(namespaceOf(object), name ?? object.name), keys === undefined ? undefined : new Set(keys));
  for (const object of context.ofKind(kind)) {
    add(
      object,
      undefined,
      ['data', 'stringData', 'binaryData'].flatMap((section) => Object.keys(objectAt(object.raw, section))),
    );
  }
  if (kind === 'ConfigMap') return sources;
  for (const object of context.ofKind('ExternalSecret')) add(object, textAt(object.raw, 'spec', 'target', 'name'), externalKeys(object));
  for (const object of context.ofKind('SealedSecret')) {
    add(object, textAt(object.raw, 'spec', 'template', 'metadata', 'name'), Object.keys(objectAt(object.raw, 'spec', 'encryptedData')));
  }
  for (const object of context.ofKind('Certificate'))
    add(object, textAt(object.raw, 'spec', 'secretName'), ['tls.crt', 'tls.key', 'ca.crt']);
  return sources;
}

/** Keys of an ExternalSecret; undefined for `dataFrom` and templates, whose keys are not in the manifest. */
function externalKeys({ raw }: ManifestObject): readonly string[] | undefined {
  if (itemsAt(raw, 'spec', 'dataFrom').length > 0 || at(raw, 'spec', 'target', 'template') !== undefined) return undefined;
  return itemsAt(raw, 'spec', 'data').flatMap(({ value }) => textAt(value, 'secretKey') ?? []);
}

/** Key of a Secret or ConfigMap in the indexes of sources: `shop/api-config`. */
export function sourceKey(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}
