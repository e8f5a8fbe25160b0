import type { CelInput } from '@bufbuild/cel';
import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import { objectAt } from '../manifests/values';
import { ruleFieldName } from './field-names';
import { evaluated } from './formats';
import { celListOf } from './unordered-lists';

/** Values that were converted before: a rule of an outer object has the values of inner ones in it. */
export type CelValues = WeakMap<object, CelInput>;

/**
 * A value as rules see it: whole numbers by the type of the schema, dates and durations as such, fields by the name that rules have
 * for them. Fields that are not in the schema do not exist. Throws an Error for a value without the format of its schema.
 */
export function celValue(value: unknown, schema: PlainObject, known: CelValues, isWhole: boolean): CelInput {
  if (typeof value !== 'object' || value === null) return scalarOf(value, schema);
  const before = known.get(value);
  if (before !== undefined) return before;
  const converted: CelInput = Array.isArray(value)
    ? celListOf(
        value.map((item: unknown) => celValue(item, objectAt(schema, 'items'), known, false)),
        schema,
      )
    : mapOf(value as PlainObject, schema, known, isWhole);
  known.set(value, converted);
  return converted;
}

function mapOf(value: PlainObject, schema: PlainObject, known: CelValues, isWhole: boolean): Map<string, CelInput> {
  const isResource = isWhole || schema['x-kubernetes-embedded-resource'] === true;
  const properties: PlainObject = { ...objectAt(schema, 'properties'), ...(isResource && RESOURCE_FIELDS) };
  const more = own(schema, 'additionalProperties') ?? (schema['x-kubernetes-preserve-unknown-fields'] === true ? {} : undefined);
  const fields = new Map<string, CelInput>();
  for (const [field, inner] of Object.entries(value)) {
    const named = own(properties, field);
    const name = isPlainObject(named) ? ruleFieldName(field) : field;
    const innerSchema = isPlainObject(named) ? named : isPlainObject(more) ? more : more === true ? {} : undefined;
    // A field with null is absent for rules; an item of a map is not.
    if (name === undefined || innerSchema === undefined || (inner === null && isPlainObject(named))) continue;
    fields.set(name, celValue(inner, innerSchema, known, false));
  }
  return fields;
}

/** The fields of a whole object that rules can read, whether or not its schema states them. */
const RESOURCE_FIELDS: PlainObject = {
  apiVersion: { type: 'string' },
  kind: { type: 'string' },
  metadata: { type: 'object', properties: { name: { type: 'string' }, generateName: { type: 'string' } } },
};

function scalarOf(value: unknown, schema: PlainObject): CelInput {
  if (typeof value === 'number') return schema.type !== 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === 'string') return typeof schema.format === 'string' ? evaluated(schema.format, value) : value;
  return typeof value === 'boolean' ? value : null;
}
