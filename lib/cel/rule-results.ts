import type { CelInput } from '@bufbuild/cel';
import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import type { Path } from '../manifests/manifest-object';
import { itemsAt, objectAt, stringAt } from '../manifests/values';
import { type CelValues, celValue } from './cel-value';
import { type RuleOutcome, ruleOutcome } from './rule-outcome';

/** A rule that does not hold for a value, or that is not evaluated. */
export interface RuleResult {
  /** Path of the value in the object. */
  readonly path: Path;
  /** Path of the rule in the schema. */
  readonly rulePath: Path;
  /** Outcome of the rule. */
  readonly outcome: Exclude<RuleOutcome, { readonly kind: 'holds' }>;
}

interface Place {
  readonly value: unknown;
  readonly schema: PlainObject;
  readonly path: Path;
  readonly schemaPath: Path;
}

/** The rules of a schema, at any depth, that do not hold for an object with its defaults, or that are not evaluated. */
export function* ruleResults(object: unknown, schema: PlainObject): Generator<RuleResult> {
  yield* results({ value: object, schema, path: [], schemaPath: [] }, new WeakMap());
}

function* results(place: Place, known: CelValues): Generator<RuleResult> {
  const { value, schema, path, schemaPath } = place;
  if (value === undefined || value === null || !hasRules(schema)) return;
  yield* ownResults(place, known);
  if (Array.isArray(value)) {
    const inner = { schema: objectAt(schema, 'items'), schemaPath: [...schemaPath, 'items'] };
    for (const [index, item] of value.entries()) yield* results({ ...inner, value: item, path: [...path, index] }, known);
  } else if (isPlainObject(value)) {
    const properties = objectAt(schema, 'properties');
    for (const [field, inner] of Object.entries(value)) {
      const isNamed = isPlainObject(own(properties, field));
      yield* results(
        {
          value: inner,
          schema: isNamed ? objectAt(properties, field) : objectAt(schema, 'additionalProperties'),
          path: [...path, field],
          schemaPath: [...schemaPath, ...(isNamed ? ['properties', field] : ['additionalProperties'])],
        },
        known,
      );
    }
  }
}

function* ownResults({ value, schema, path, schemaPath }: Place, known: CelValues): Generator<RuleResult> {
  const rules = itemsAt(schema, 'x-kubernetes-validations');
  const self = rules.length > 0 ? selfOf(value, schema, known, path.length === 0) : undefined;
  for (const { value: rule, path: rulePath } of rules) {
    const outcome: RuleOutcome =
      self === undefined
        ? { kind: 'unevaluated', reason: 'about a value without the format of its schema' }
        : ruleOutcome(rule, self.value);
    if (outcome.kind !== 'holds')
      yield { path: [...path, ...fieldsOf(stringAt(rule, 'fieldPath'))], rulePath: [...schemaPath, ...rulePath], outcome };
  }
}

function selfOf(value: unknown, schema: PlainObject, known: CelValues, isWhole: boolean): { readonly value: CelInput } | undefined {
  try {
    return { value: celValue(value, schema, known, isWhole) };
  } catch {
    return undefined;
  }
}

/** The path of a rule's `fieldPath`, such as `.spec.size`. Paths with other steps than fields are left out. */
function fieldsOf(fieldPath = ''): Path {
  return /^(?:\.[A-Za-z_]\w*)+$/.test(fieldPath) ? fieldPath.slice(1).split('.') : [];
}

const WITH_RULES = new WeakMap<object, boolean>();

/** Whether a schema has rules of CEL, at any depth. */
export function hasRules(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const known = WITH_RULES.get(schema);
  if (known !== undefined) return known;
  const found = (isPlainObject(schema) && Array.isArray(schema['x-kubernetes-validations'])) || Object.values(schema).some(hasRules);
  WITH_RULES.set(schema, found);
  return found;
}
