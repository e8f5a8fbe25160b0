import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import { objectAt } from '../manifests/values';

/**
 * A value with the defaults of its structural schema, as the API server fills them in before it validates. Null is dropped where the
 * schema does not state `nullable`. Source: Kubernetes documentation, "Defaulting and Nullable" of CustomResourceDefinitions.
 */
export function withSchemaDefaults(value: unknown, schema: PlainObject): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withSchemaDefaults(item, objectAt(schema, 'items')));
  if (!isPlainObject(value)) return value;
  const properties = objectAt(schema, 'properties');
  const more = objectAt(schema, 'additionalProperties');
  const fields = new Map<string, unknown>();
  for (const [field, inner] of Object.entries(value)) {
    const known = own(properties, field);
    const innerSchema = isPlainObject(known) ? known : more;
    if (inner !== null || innerSchema.nullable === true) fields.set(field, withSchemaDefaults(inner, innerSchema));
  }
  for (const [field, innerSchema] of Object.entries(properties)) {
    const preset = isPlainObject(innerSchema) ? own(innerSchema, 'default') : undefined;
    if (!fields.has(field) && preset !== undefined && isPlainObject(innerSchema))
      fields.set(field, withSchemaDefaults(preset, innerSchema));
  }
  return Object.fromEntries(fields);
}
