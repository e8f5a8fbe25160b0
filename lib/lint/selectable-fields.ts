import { isPlainObject, own } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { type Item, itemsOf, objectAt, stringAt } from '../manifests/values';
import { violationAt } from './field-checks';
import type { Violation } from './violation';

const MOST_FIELDS = 8;
const SELECTABLE: readonly unknown[] = ['boolean', 'integer', 'string'];

/**
 * The violations of the selectable fields of a version of a CustomResourceDefinition. Source: `ValidateCustomResourceSelectableFields`
 * of k8s.io/apiextensions-apiserver.
 */
export function* selectableFields(object: ManifestObject, version: Item): Generator<Violation> {
  const seen = new Set<string>();
  for (const item of itemsOf(version, 'selectableFields')) {
    const path = stringAt(item.value, 'jsonPath') ?? '';
    if (path === '') continue;
    if (seen.has(path)) yield violationAt(object, item, ['jsonPath'], 'each field once');
    seen.add(path);
    if (!isSelectable(version, path)) yield violationAt(object, item, ['jsonPath'], 'a string, number or boolean of the schema');
  }
  if (seen.size > MOST_FIELDS)
    yield { object, path: [...version.path, 'selectableFields'], received: `${seen.size} fields`, expected: `at most ${MOST_FIELDS}` };
}

function isSelectable(version: Item, path: string): boolean {
  if (!/^(?:\.[A-Za-z_]\w*)+$/.test(path) || path.startsWith('.metadata.')) return false;
  let schema: unknown = objectAt(version.value, 'schema', 'openAPIV3Schema');
  for (const field of path.slice(1).split('.')) schema = isPlainObject(schema) ? own(objectAt(schema, 'properties'), field) : undefined;
  return isPlainObject(schema) && SELECTABLE.includes(schema.type);
}
