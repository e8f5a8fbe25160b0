import type { ManifestObject } from '../manifests/manifest-object';
import { textAt } from '../manifests/values';

const OURS = 'sizing-blueprints';

/** What an object is part of: in manifests of ours the component of its label, in others the application, or itself. */
export function componentOf(object: ManifestObject): string {
  const label = (name: string) => textAt(object.raw, 'metadata', 'labels', `app.kubernetes.io/${name}`);
  const component = label('managed-by') === OURS ? label('component') : undefined;
  return component ?? label('name') ?? object.name;
}

/** Whose declared use an object's is: that of its namespace, or of the installation that an object without one is labelled with. */
export function scopeOf(object: ManifestObject): string {
  return object.namespace ?? textAt(object.raw, 'metadata', 'labels', 'app.kubernetes.io/instance') ?? '';
}
