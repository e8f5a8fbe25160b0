import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import { didYouMean, shown } from '../core/problems';
import type { ManifestObject, Path } from '../manifests/manifest-object';
import { at, objectAt } from '../manifests/values';
import { isSet, lengthOf, stringsIn } from './field-checks';
import type { SchemaValue } from './schema-value';
import { limitViolations } from './structural-limits';
import type { Violation } from './violation';

/** Fields that every object has, and a schema does not state. */
const OBJECT_FIELDS: readonly string[] = ['apiVersion', 'kind', 'metadata'];

const PRESERVES = 'x-kubernetes-preserve-unknown-fields';

const TYPES: Readonly<Record<string, { readonly expected: string; readonly isValid: (value: unknown) => boolean }>> = {
  string: { expected: 'a string', isValid: (value) => typeof value === 'string' },
  integer: { expected: 'a whole number', isValid: Number.isInteger },
  number: { expected: 'a number', isValid: (value) => typeof value === 'number' },
  boolean: { expected: 'true or false', isValid: (value) => typeof value === 'boolean' },
  array: { expected: 'a list', isValid: Array.isArray },
  object: { expected: 'an object', isValid: isPlainObject },
};

/**
 * Violations of a structural schema: types, required and unknown fields, lists and limits. Source: Kubernetes documentation,
 * "Extend the Kubernetes API with CustomResourceDefinitions". Rules of CEL are evaluated in `lib/cel`.
 */
export function* schemaViolations(place: SchemaValue): Generator<Violation> {
  const { object, path, value, schema } = place;
  const isEither = schema['x-kubernetes-int-or-string'] === true;
  const type = typeof schema.type === 'string' ? (own(TYPES, schema.type) as (typeof TYPES)[string] | undefined) : undefined;
  if (isEither ? typeof value !== 'string' && !Number.isInteger(value) : type !== undefined && !type.isValid(value)) {
    yield { object, path, received: shown(value), expected: isEither ? 'a whole number or a string' : (type?.expected ?? '') };
    return;
  }
  yield* limitViolations(place);
  if (isPlainObject(value)) yield* fieldViolations(place, value);
  if (Array.isArray(value)) yield* itemViolations(place, value);
  yield* combined(place);
}

function* fieldViolations({ object, path, schema }: SchemaValue, value: PlainObject): Generator<Violation> {
  const properties = objectAt(schema, 'properties');
  const isWhole = path.length === 0 || schema['x-kubernetes-embedded-resource'] === true;
  for (const [field, inner] of Object.entries(value)) {
    if (!isSet(inner) || (isWhole && OBJECT_FIELDS.includes(field))) continue;
    const known = own(properties, field) ?? own(schema, 'additionalProperties');
    if (isPlainObject(known)) yield* schemaViolations({ object, path: [...path, field], value: inner, schema: known });
    else if (known !== true && isClosed(schema)) yield unknownField(object, [...path, field], field, Object.keys(properties));
  }
  for (const field of stringsIn(schema, 'required')) {
    if (!isSet(own(value, field)) && !(isWhole && OBJECT_FIELDS.includes(field)))
      yield { object, path: [...path, field], expected: 'a value, which the CustomResourceDefinition requires' };
  }
}

/** A part of `allOf`, `anyOf`, `oneOf` and `not` states no type, and repeats only some fields. */
function isClosed(schema: PlainObject): boolean {
  return schema.type === 'object' && schema[PRESERVES] !== true;
}

function unknownField(object: ManifestObject, path: Path, field: string, fields: readonly string[]): Violation {
  const suggestion = didYouMean(field, fields);
  return {
    object,
    path,
    received: 'an unknown field',
    expected: fields.length > 0 && fields.length <= 12 ? `one of ${fields.join(', ')}` : 'a field of the CustomResourceDefinition',
    ...(suggestion !== undefined && { suggestion }),
  };
}

function* itemViolations({ object, path, schema }: SchemaValue, items: readonly unknown[]): Generator<Violation> {
  // A list that preserves unknown fields preserves those of its items. Source: `skipPrune` of k8s.io/apiextensions-apiserver.
  const itemSchema = schema[PRESERVES] === true ? { ...objectAt(schema, 'items'), [PRESERVES]: true } : objectAt(schema, 'items');
  // A field with null is removed, and an item is not. Source: `PruneNonNullableNullsWithoutDefaults` of k8s.io/apiextensions-apiserver.
  for (const [index, item] of items.entries())
    if (isSet(item) || (typeof itemSchema.type === 'string' && itemSchema.nullable !== true))
      yield* schemaViolations({ object, path: [...path, index], value: item, schema: itemSchema });
  const listType = schema['x-kubernetes-list-type'];
  const keys = stringsIn(schema, 'x-kubernetes-list-map-keys');
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (listType !== 'map' && listType !== 'set') return;
    const identity =
      listType === 'set'
        ? item
        : keys.map((key) => own(isPlainObject(item) ? item : {}, key) ?? at(itemSchema, 'properties', key, 'default'));
    const text = JSON.stringify(identity);
    if (seen.has(text))
      yield {
        object,
        path: [...path, index],
        received: 'a duplicate',
        expected: listType === 'set' ? 'each item once' : `each ${keys.join(' and ')} once`,
      };
    seen.add(text);
  }
}

/** The violation of `allOf`, `anyOf`, `oneOf` and `not`, which state only limits. */
function* combined({ object, path, value, schema }: SchemaValue): Generator<Violation> {
  const parts = (field: string) => (lengthOf(schema, field) > 0 ? (schema[field] as readonly unknown[]).filter(isPlainObject) : []);
  const holds = (part: PlainObject) => schemaViolations({ object, path, value, schema: part }).next().done === true;
  for (const part of parts('allOf')) yield* schemaViolations({ object, path, value, schema: part });
  const received = shown(value);
  if (lengthOf(schema, 'anyOf') > 0 && !parts('anyOf').some(holds))
    yield { object, path, received, expected: 'a value that fits one of the schemas of anyOf' };
  if (lengthOf(schema, 'oneOf') > 0 && parts('oneOf').filter(holds).length !== 1)
    yield { object, path, received, expected: 'a value that fits exactly one of the schemas of oneOf' };
  if (isPlainObject(schema.not) && holds(schema.not))
    yield { object, path, received, expected: 'a value that does not fit the schema of not' };
}
