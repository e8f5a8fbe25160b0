import { isPlainObject } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { type Item, itemsOf, objectAt } from '../manifests/values';
import { expressionAt } from './cel-expressions';
import { isSet, lengthOf, violationAt } from './field-checks';
import type { Violation } from './violation';

const TYPES: readonly unknown[] = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

/**
 * The violations of the schema of a version of a CustomResourceDefinition. Source: `ValidateStructural` and
 * `ValidateCustomResourceDefinitionOpenAPISchema` of k8s.io/apiextensions-apiserver.
 */
export function* definitionSchema(object: ManifestObject, version: Item): Generator<Violation> {
  const root = { value: objectAt(version.value, 'schema', 'openAPIV3Schema'), path: [...version.path, 'schema', 'openAPIV3Schema'] };
  if (root.value.type !== 'object') yield violationAt(object, root, ['type'], 'object');
  else yield* schemaViolations(object, root);
}

function* schemaViolations(object: ManifestObject, schema: Item): Generator<Violation> {
  const { value, path } = schema;
  const isUntyped = value['x-kubernetes-int-or-string'] === true || value['x-kubernetes-preserve-unknown-fields'] === true;
  if (!isSet(value.type) && !isUntyped) yield violationAt(object, schema, ['type'], 'a type');
  else if (isSet(value.type) && !TYPES.includes(value.type)) yield violationAt(object, schema, ['type'], `one of ${TYPES.join(', ')}`);
  if (value.uniqueItems === true) yield violationAt(object, schema, ['uniqueItems'], 'no value; use x-kubernetes-list-type: set');
  if (value.type === 'array' && !isSet(value.items)) yield violationAt(object, schema, ['items'], 'a schema for the items of the array');
  if (value['x-kubernetes-list-type'] === 'map' && lengthOf(value, 'x-kubernetes-list-map-keys') === 0)
    yield violationAt(object, schema, ['x-kubernetes-list-map-keys'], 'at least one key, because the list is a map');
  for (const rule of itemsOf(schema, 'x-kubernetes-validations')) yield* expressionAt(object, rule, 'rule');
  for (const [name, property] of Object.entries(objectAt(value, 'properties')))
    if (isPlainObject(property)) yield* schemaViolations(object, { value: property, path: [...path, 'properties', name] });
  for (const field of ['items', 'additionalProperties']) {
    const inner = value[field];
    if (isPlainObject(inner)) yield* schemaViolations(object, { value: inner, path: [...path, field] });
  }
}
