import type { ManifestObject } from '../manifests/manifest-object';
import { stringAt } from '../manifests/values';

const OURS = 'sizing-blueprints';

/** Component of an object: the component of its label in manifests of this package, otherwise its application, otherwise its own name. */
export function componentOf(object: ManifestObject): string {
  const label = (name: string) => stringAt(object.raw, 'metadata', 'labels', `app.kubernetes.io/${name}`);
  const component = label('managed-by') === OURS ? label('component') : undefined;
  return component ?? label('name') ?? object.name;
}

/** Scope of the declared usage of an object: its namespace, or for an object without one the instance that its label names. */
export function scopeOf(object: ManifestObject): string {
  return object.namespace ?? stringAt(object.raw, 'metadata', 'labels', 'app.kubernetes.io/instance') ?? '';
}
