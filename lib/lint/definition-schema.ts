import { unknownFieldIn } from '../cel/unknown-field';
import { isPlainObject } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { type Item, itemsOf, objectAt, stringAt } from '../manifests/values';
import { expressionAt } from './cel-expressions';
import { defaultViolations } from './definition-defaults';
import { keywordViolations } from './definition-keywords';
import { violationAt } from './field-checks';
import type { Violation } from './violation';

/** Fields of every object, whose schemas cannot state defaults. */
const OBJECT_FIELDS: readonly string[] = ['apiVersion', 'kind', 'metadata'];

/** Where a schema is in the schema of a version. */
interface Position {
  /** Whether it is the schema of the whole object. */
  readonly isRoot: boolean;
  /** Whether it is below `apiVersion`, `kind` or `metadata` of the object or of an embedded one. */
  readonly isMetadata: boolean;
}

/**
 * The violations of the schema of a version of a CustomResourceDefinition. Source: `ValidateStructural` and
 * `ValidateCustomResourceDefinitionOpenAPISchema` of k8s.io/apiextensions-apiserver.
 */
export function* definitionSchema(object: ManifestObject, version: Item): Generator<Violation> {
  const root = { value: objectAt(version.value, 'schema', 'openAPIV3Schema'), path: [...version.path, 'schema', 'openAPIV3Schema'] };
  if (root.value.type !== 'object') yield violationAt(object, root, ['type'], 'object');
  else yield* schemaViolations(object, root, { isRoot: true, isMetadata: false });
}

function* schemaViolations(object: ManifestObject, schema: Item, position: Position): Generator<Violation> {
  const { value, path } = schema;
  yield* keywordViolations(object, schema, position.isRoot);
  if (!position.isMetadata) yield* defaultViolations(object, schema);
  for (const rule of itemsOf(schema, 'x-kubernetes-validations')) yield* ruleViolations(object, rule, schema, position.isRoot);
  const isWhole = position.isRoot || value['x-kubernetes-embedded-resource'] === true;
  for (const [name, property] of Object.entries(objectAt(value, 'properties'))) {
    const isMetadata = position.isMetadata || (isWhole && OBJECT_FIELDS.includes(name));
    if (isPlainObject(property))
      yield* schemaViolations(object, { value: property, path: [...path, 'properties', name] }, { isRoot: false, isMetadata });
  }
  for (const field of ['items', 'additionalProperties']) {
    const inner = value[field];
    if (isPlainObject(inner))
      yield* schemaViolations(object, { value: inner, path: [...path, field] }, { isRoot: false, isMetadata: position.isMetadata });
  }
}

function* ruleViolations(object: ManifestObject, rule: Item, schema: Item, isRoot: boolean): Generator<Violation> {
  yield* expressionAt(object, rule, 'rule');
  const expression = stringAt(rule.value, 'rule')?.trim() ?? '';
  const message = stringAt(rule.value, 'message')?.trim() ?? '';
  if (/[\n\r]/.test(message)) yield violationAt(object, rule, ['message'], 'one line');
  else if (message === '' && /[\n\r]/.test(expression))
    yield violationAt(object, rule, ['message'], 'a message, because the rule has several lines');
  const unknown = unknownFieldIn(expression, schema.value, isRoot);
  if (unknown !== undefined) yield violationAt(object, rule, ['rule'], `only fields of the schema, which does not have ${unknown}`);
}
