import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import { objectAt } from '../manifests/values';
import { ruleFieldName } from './field-names';
import { celLibrary } from './library';
import { fieldPathsOf } from './syntax-tree';

/**
 * The first field of `self` in a rule that the schema does not have, such as `self.spec.size`; undefined when every field exists or
 * the schema leaves fields open. The API server compiles a rule with the types of the schema, and refuses unknown fields.
 */
export function unknownFieldIn(rule: string, schema: PlainObject, isRoot: boolean): string | undefined {
  if (!rule.includes('self.')) return undefined;
  try {
    return fieldPathsOf(celLibrary().parse(rule).expr, 'self')
      .map((fields) => unknownIn(fields, schema, isRoot))
      .find((found) => found !== undefined);
  } catch {
    return undefined;
  }
}

function unknownIn(fields: readonly string[], schema: PlainObject, isRoot: boolean): string | undefined {
  let current: PlainObject = schema;
  for (const [index, field] of fields.entries()) {
    const isWhole = (isRoot && index === 0) || current['x-kubernetes-embedded-resource'] === true;
    if (isWhole && ['apiVersion', 'kind', 'metadata'].includes(field)) return undefined;
    if (!isClosed(current)) return undefined;
    const found = Object.entries(objectAt(current, 'properties')).find(([name]) => ruleFieldName(name) === field)?.[1];
    if (!isPlainObject(found)) return ['self', ...fields.slice(0, index + 1)].join('.');
    current = found;
  }
  return undefined;
}

/** Whether the schema is an object with exactly the properties that it states. */
function isClosed(schema: PlainObject): boolean {
  return (
    schema.type === 'object' &&
    isPlainObject(own(schema, 'properties')) &&
    own(schema, 'additionalProperties') === undefined &&
    schema['x-kubernetes-preserve-unknown-fields'] !== true
  );
}
