import type { ManifestObject } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';

/** Namespace of objects without a namespace. */
/** Group and kind of an object without the version: `apps/Deployment`, `/Service`. */
export function kindKey({ group, kind }: Pick<ManifestObject, 'group' | 'kind'>): string {
  return `${group}/${kind}`;
}

/** Unique id of an object: `shop/Deployment/web`. */
export function idOf(object: ManifestObject): string {
  return `${namespaceOf(object)}/${object.kind}/${object.name}`;
}

/** All objects, indexed by kind and name. */
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

  /** A cluster-wide object, which has no namespace. */
  clusterWide(kind: string, name: string): ManifestObject | undefined {
    return this.#byName.get(`${kind}  ${name}`);
  }

  /** The object of a kind and name in the namespace of another object. */
  inNamespaceOf(object: ManifestObject, kind: string, name: string): ManifestObject | undefined {
    return this.#byName.get(`${kind} ${object.namespace ?? ''} ${name}`);
  }
}
