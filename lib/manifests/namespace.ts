import type { ManifestObject } from './manifest-object';

const DEFAULT_NAMESPACE = 'default';

/** Namespace of an object. Default: `default`. */
export function namespaceOf({ namespace }: Pick<ManifestObject, 'namespace'>): string {
  return namespace ?? DEFAULT_NAMESPACE;
}
