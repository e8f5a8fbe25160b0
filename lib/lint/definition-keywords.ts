import { RE2JS } from 're2js';
import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import type { ManifestObject, Path } from '../manifests/manifest-object';
import { at, type Item, itemsOf, objectAt, stringAt } from '../manifests/values';
import { isSet, lengthOf, stringsIn, violationAt } from './field-checks';
import type { Violation } from './violation';

const PRESERVES = 'x-kubernetes-preserve-unknown-fields';
const EMBEDDED = 'x-kubernetes-embedded-resource';
const INT_OR_STRING = 'x-kubernetes-int-or-string';
const LIST_TYPE = 'x-kubernetes-list-type';
const LIST_KEYS = 'x-kubernetes-list-map-keys';
const MAP_TYPE = 'x-kubernetes-map-type';

const TYPES: readonly unknown[] = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const LIST_TYPES: readonly unknown[] = ['atomic', 'map', 'set'];
const MAP_TYPES: readonly unknown[] = ['atomic', 'granular'];

/** Keywords of JSON Schema that the API server does not support. */
const UNSUPPORTED = ['$ref', 'additionalItems', 'definitions', 'dependencies', 'id', 'patternProperties'];

/** A field of a schema that has a wrong value, and the value that is expected. */
interface Fault {
  readonly field: Path;
  readonly expected: string;
}

/** The violations of the keywords of one schema, apart from those of the schemas in it. */
export function* keywordViolations(object: ManifestObject, schema: Item, isRoot: boolean): Generator<Violation> {
  const faults = [typeFaults, keywordFaults, objectFaults, listFaults].flatMap((check) => [...check(schema.value, isRoot)]);
  for (const { field, expected } of faults) yield violationAt(object, schema, field, expected);
  for (const field of ['allOf', 'anyOf', 'oneOf']) {
    for (const part of itemsOf(schema, field)) yield* partViolations(object, part, field === 'anyOf' && isIntOrString(schema.value));
  }
  if (isPlainObject(schema.value.not)) yield* partViolations(object, { value: schema.value.not, path: [...schema.path, 'not'] }, false);
}

function* typeFaults(schema: PlainObject): Generator<Fault> {
  const isUntyped = schema[INT_OR_STRING] === true || schema[PRESERVES] === true;
  if (!isSet(schema.type) && !isUntyped) yield { field: ['type'], expected: 'a type' };
  else if (isSet(schema.type) && !TYPES.includes(schema.type)) yield { field: ['type'], expected: `one of ${TYPES.join(', ')}` };
  if (schema[INT_OR_STRING] === true)
    for (const field of [PRESERVES, EMBEDDED])
      if (schema[field] === true) yield { field: [field], expected: `no value with ${INT_OR_STRING}` };
}

function* keywordFaults(schema: PlainObject): Generator<Fault> {
  if (schema.uniqueItems === true) yield { field: ['uniqueItems'], expected: 'no value; use x-kubernetes-list-type: set' };
  for (const field of UNSUPPORTED)
    if (isFilled(own(schema, field))) yield { field: [field], expected: 'no value, because the API server does not support it' };
  if (schema[PRESERVES] === false) yield { field: [PRESERVES], expected: 'true or no value' };
  const pattern = stringAt(schema, 'pattern') ?? '';
  if (pattern !== '' && !isPattern(pattern)) yield { field: ['pattern'], expected: 'a regular expression of RE2' };
}

function* objectFaults(schema: PlainObject, isRoot: boolean): Generator<Fault> {
  const more = own(schema, 'additionalProperties');
  const hasFields = Object.keys(objectAt(schema, 'properties')).length > 0;
  if (isSet(more) && isRoot) yield { field: ['additionalProperties'], expected: 'no value in the schema of the whole object' };
  else if (isSet(more) && more !== true && hasFields)
    yield { field: ['additionalProperties'], expected: 'no value, because the schema has properties' };
  if (isRoot && schema.nullable === true) yield { field: ['nullable'], expected: 'no value in the schema of the whole object' };
  if (isSet(schema[MAP_TYPE]) && schema.type !== 'object') yield { field: ['type'], expected: `object, because of ${MAP_TYPE}` };
  if (isSet(schema[MAP_TYPE]) && !MAP_TYPES.includes(schema[MAP_TYPE]))
    yield { field: [MAP_TYPE], expected: `one of ${MAP_TYPES.join(', ')}` };
  if (schema[EMBEDDED] !== true) return;
  if (schema.type !== 'object') yield { field: ['type'], expected: `object, because of ${EMBEDDED}` };
  else if (!hasFields && schema[PRESERVES] !== true) yield { field: ['properties'], expected: `a property, or ${PRESERVES}: true` };
}

function* listFaults(schema: PlainObject): Generator<Fault> {
  const type = schema[LIST_TYPE];
  if (schema.type === 'array' && !isSet(schema.items)) yield { field: ['items'], expected: 'a schema for the items of the array' };
  if (Array.isArray(schema.items)) yield { field: ['items'], expected: 'one schema' };
  if (isSet(type) && schema.type !== 'array') yield { field: ['type'], expected: `array, because of ${LIST_TYPE}` };
  if (isSet(type) && !LIST_TYPES.includes(type)) yield { field: [LIST_TYPE], expected: `one of ${LIST_TYPES.join(', ')}` };
  if (lengthOf(schema, LIST_KEYS) > 0 && type !== 'map') yield { field: [LIST_TYPE], expected: `map, because of ${LIST_KEYS}` };
  if ((type === 'map' || type === 'set') && at(schema, 'items', 'nullable') === true)
    yield { field: ['items', 'nullable'], expected: `no value in a ${type}` };
  if (type === 'set' && at(schema, 'items', 'type') === 'object' && at(schema, 'items', MAP_TYPE) !== 'atomic')
    yield { field: ['items', MAP_TYPE], expected: 'atomic, because the list is a set' };
  if (type === 'map') yield* mapFaults(schema);
}

function* mapFaults(schema: PlainObject): Generator<Fault> {
  const keys = stringsIn(schema, LIST_KEYS);
  if (keys.length === 0) yield { field: [LIST_KEYS], expected: 'at least one key, because the list is a map' };
  if (new Set(keys).size < keys.length) yield { field: [LIST_KEYS], expected: 'each key once' };
  const items = objectAt(schema, 'items');
  if (isSet(schema.items) && items.type !== 'object') yield { field: ['items', 'type'], expected: 'object, because the list is a map' };
  else
    for (const key of new Set(keys)) {
      const property = own(objectAt(items, 'properties'), key);
      if (!isPlainObject(property)) yield { field: [LIST_KEYS], expected: 'names of properties of the items' };
      else if (property.type === 'array' || property.type === 'object')
        yield { field: ['items', 'properties', key, 'type'], expected: 'no list or object, because it is a key of the map' };
      else if (!stringsIn(items, 'required').includes(key) && !isSet(property.default))
        yield { field: ['items', 'properties', key, 'default'], expected: 'a default, or the key in required' };
      else if (property.nullable === true)
        yield { field: ['items', 'properties', key, 'nullable'], expected: 'no value, because it is a key of the map' };
    }
}

/** Keywords that belong to the schema itself and not to the parts of `allOf`, `anyOf`, `oneOf` and `not`. */
const NOT_IN_PARTS = [
  'type',
  'default',
  'title',
  'description',
  'nullable',
  PRESERVES,
  EMBEDDED,
  INT_OR_STRING,
  LIST_KEYS,
  LIST_TYPE,
  MAP_TYPE,
];

function* partViolations(object: ManifestObject, part: Item, mayHaveType: boolean): Generator<Violation> {
  const { value, path } = part;
  for (const field of NOT_IN_PARTS)
    if (isFilled(own(value, field)) && !(mayHaveType && field === 'type'))
      yield violationAt(object, part, [field], 'no value in allOf, anyOf, oneOf and not');
  for (const [name, property] of Object.entries(objectAt(value, 'properties')))
    if (isPlainObject(property)) yield* partViolations(object, { value: property, path: [...path, 'properties', name] }, false);
  for (const field of ['items', 'not']) {
    const inner = value[field];
    if (isPlainObject(inner)) yield* partViolations(object, { value: inner, path: [...path, field] }, false);
  }
  for (const field of ['allOf', 'anyOf', 'oneOf'])
    for (const inner of itemsOf(part, field)) yield* partViolations(object, inner, field === 'anyOf' && isIntOrString(value));
}

/** Whether the schema is the form of `anyOf` that a schema for a whole number or a string has. */
function isIntOrString({ anyOf }: PlainObject): boolean {
  return JSON.stringify(anyOf) === '[{"type":"integer"},{"type":"string"}]';
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isPlainObject(value) ? Object.keys(value).length > 0 : isSet(value) && value !== '' && value !== false;
}

function isPattern(pattern: string): boolean {
  try {
    RE2JS.compile(pattern);
    return true;
  } catch {
    return false;
  }
}
