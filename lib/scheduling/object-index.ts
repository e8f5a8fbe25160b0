import type { ManifestObject } from '../manifests/manifest-object';

/** Objects that name no namespace land in this one. */
const DEFAULT_NAMESPACE = 'default';

/** Namespace of an object, or `default`. */
export function namespaceOf({ namespace }: ManifestObject): string {
  return namespace ?? DEFAULT_NAMESPACE;
}

/** `apps/Deployment`, `/Service`: what an object is, whatever the version. */
export function kindKey({ group, kind }: Pick<ManifestObject, 'group' | 'kind'>): string {
  return `${group}/${kind}`;
}

/** `shop/Deployment/web`: an object among all. */
export function idOf(object: ManifestObject): string {
  return `${namespaceOf(object)}/${object.kind}/${object.name}`;
}

/** All objects, found by kind and name. */
export class ObjectIndex {
  readonly #byKind = new Map<string, ManifestObject[]>();
  readonly #byName = new Map<string, ManifestObject>();

  constructor(objects: readonly ManifestObject[]) {
    for (const object of objects) {
      const list = this.#byKind.get(object.kind);
      if (list === undefined) this.#byKind.set(object.kind, [object]);
      else list.push(object);
      this.#byName.set(`${object.kind} ${object.namespace ?? ''} ${object.name}`, object);
    }
  }

  /** All objects of a kind. */
  ofKind(kind: string): readonly ManifestObject[] {
    return this.#byKind.get(kind) ?? [];
  }

  /** One that is in no namespace. */
  clusterWide(kind: string, name: string): ManifestObject | undefined {
    return this.#byName.get(`${kind}  ${name}`);
  }

  /** The object of a kind and name in the namespace of another object. */
  inNamespaceOf(object: ManifestObject, kind: string, name: string): ManifestObject | undefined {
    return this.#byName.get(`${kind} ${object.namespace ?? ''} ${name}`);
  }
}
