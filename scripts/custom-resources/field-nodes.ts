import type { CrdSchema } from './crd-schemas';

/** In which of the two releases that were read a field is; absent for both. */
export type Only = 'minimum' | 'newest';

export interface NodeField {
  readonly node: FieldNode;
  readonly required: boolean;
  readonly only?: Only;
}

/** A schema, reduced to what the checks of structure use. */
export type FieldNode =
  | { readonly kind: 'scalar'; readonly scalar: string; readonly least?: number; readonly most?: number }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'list'; readonly item: FieldNode; readonly nonEmpty: boolean }
  | { readonly kind: 'map'; readonly value: FieldNode }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, NodeField> };

const ANY: FieldNode = { kind: 'scalar', scalar: 'any' };

/** The pattern that controller-gen writes for a `resource.Quantity`. */
const QUANTITY = '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

/**
 * Patterns that are left to the operator: on long strings their time grows faster than the string in JavaScript, which
 * tries alternatives one after another; Go doesn't. Found with `recheck` 4.5. The first ones check schedules, which the
 * rule `cron-schedule` does too.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  '^(@(annually|yearly|monthly|weekly|daily|midnight|hourly))|((.+)\\s(.+)\\s(.+)\\s(.+)\\s(.+))$',
  '^(@(annually|yearly|monthly|weekly|daily|hourly))|((((\\d+,)*\\d+|(\\d+(\\/|-)\\d+)|\\*(\\/\\d+)?)\\s?){5})$',
  '^(@(annually|yearly|monthly|weekly|daily|midnight|hourly)|@every [^\\s]+.*|[^\\s]+( [^\\s]+){4})$',
  '^.*@.*\\.iam\\.gserviceaccount\\.com$',
  '(^0|([0-9]*[.])?[0-9]+((K|M|G|T|E|P)i?)?B)$',
  "^Hostname|IPAddress|NamedAddress|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+$",
  '^[a-zA-Z0-9]([-a-zSA-Z0-9]*[a-zA-Z0-9])?$|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9]+$',
  '^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9]+$',
]);

/** Syntax of Go that JavaScript has not: flags inside of a pattern. */
const GO_ONLY = /\(\?[a-z]+\)/;

export function nodeOf(schema: CrdSchema): FieldNode {
  if (schema['x-kubernetes-int-or-string']) return { kind: 'scalar', scalar: schema.pattern === QUANTITY ? 'quantity' : 'int-or-string' };
  switch (schema.type) {
    case 'string':
      return stringNode(schema);
    case 'boolean':
      return { kind: 'scalar', scalar: 'boolean' };
    case 'number':
      return { kind: 'scalar', scalar: 'double', ...limitsOf(schema) };
    case 'integer':
      return { kind: 'scalar', scalar: schema.format === 'int32' ? 'int32' : 'int64', ...limitsOf(schema) };
    case 'array':
      return { kind: 'list', item: schema.items === undefined ? ANY : nodeOf(schema.items), nonEmpty: (schema.minItems ?? 0) > 0 };
    case 'object':
      return objectNode(schema);
    default:
      return ANY;
  }
}

function stringNode({ format, pattern, enum: values }: CrdSchema): FieldNode {
  const texts = values?.filter((value) => typeof value === 'string');
  if (texts !== undefined && texts.length > 0) return { kind: 'enum', values: texts };
  if (pattern !== undefined && !LEFT_OUT.has(pattern) && !GO_ONLY.test(pattern)) return { kind: 'pattern', pattern };
  return { kind: 'scalar', scalar: format === 'date-time' || format === 'byte' ? format : 'string' };
}

function objectNode(schema: CrdSchema): FieldNode {
  const { properties, additionalProperties, required = [] } = schema;
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) return { kind: 'map', value: ANY };
  if (properties === undefined) {
    return { kind: 'map', value: typeof additionalProperties === 'object' ? nodeOf(additionalProperties) : ANY };
  }
  const forbidden = forbiddenFields(schema);
  const fields = Object.entries(properties)
    .filter(([name]) => !forbidden.includes(name))
    .map(([name, inner]): [string, NodeField] => [name, { node: nodeOf(inner), required: required.includes(name) }]);
  return { kind: 'object', fields: new Map(fields) };
}

/** Fields that a type shared with others has and that a rule forbids here: `!has(self.serverName)`. */
function forbiddenFields(schema: CrdSchema): string[] {
  return (schema['x-kubernetes-validations'] ?? []).flatMap(({ rule }) => /^!has\(self\.(\w+)\)$/.exec(rule)?.[1] ?? []);
}

function limitsOf({ minimum, maximum }: CrdSchema): { least?: number; most?: number } {
  return { ...(minimum !== undefined && { least: minimum }), ...(maximum !== undefined && { most: maximum }) };
}

/** Fields that either of two releases accepts: a field that one of them lacks is marked, and only fields that both require are required. */
export function merged(minimum: FieldNode, newest: FieldNode): FieldNode {
  if (minimum.kind === 'object' && newest.kind === 'object') return { kind: 'object', fields: mergedFields(minimum.fields, newest.fields) };
  if (minimum.kind === 'list' && newest.kind === 'list') {
    return { kind: 'list', item: merged(minimum.item, newest.item), nonEmpty: minimum.nonEmpty && newest.nonEmpty };
  }
  if (minimum.kind === 'map' && newest.kind === 'map') return { kind: 'map', value: merged(minimum.value, newest.value) };
  if (minimum.kind === 'enum' && newest.kind === 'enum') {
    return { kind: 'enum', values: [...new Set([...newest.values, ...minimum.values])] };
  }
  if (minimum.kind === 'pattern' && newest.kind === 'pattern') return eitherPattern(minimum.pattern, newest.pattern);
  if (minimum.kind === 'scalar' && newest.kind === 'scalar') return mergedScalars(minimum, newest);
  return isString(minimum) && isString(newest) ? { kind: 'scalar', scalar: 'string' } : ANY;
}

function eitherPattern(minimum: string, newest: string): FieldNode {
  return { kind: 'pattern', pattern: minimum === newest ? newest : `(?:${minimum})|(?:${newest})` };
}

type ScalarNode = Extract<FieldNode, { readonly kind: 'scalar' }>;

function mergedScalars(minimum: ScalarNode, newest: ScalarNode): FieldNode {
  const whole = [minimum, newest].every(({ scalar }) => scalar === 'int32' || scalar === 'int64');
  const scalar =
    minimum.scalar === newest.scalar ? newest.scalar : whole ? 'int64' : isString(minimum) && isString(newest) ? 'string' : 'any';
  const { least: least1, most: most1 } = minimum;
  const { least: least2, most: most2 } = newest;
  return {
    kind: 'scalar',
    scalar,
    ...(least1 !== undefined && least2 !== undefined && { least: Math.min(least1, least2) }),
    ...(most1 !== undefined && most2 !== undefined && { most: Math.max(most1, most2) }),
  };
}

function isString(node: FieldNode): boolean {
  return (
    node.kind === 'enum' || node.kind === 'pattern' || (node.kind === 'scalar' && ['string', 'date-time', 'byte'].includes(node.scalar))
  );
}

function mergedFields(minimum: ReadonlyMap<string, NodeField>, newest: ReadonlyMap<string, NodeField>): ReadonlyMap<string, NodeField> {
  const names = [...new Set([...minimum.keys(), ...newest.keys()])].sort();
  return new Map(
    names.map((name): [string, NodeField] => {
      const before = minimum.get(name);
      const after = newest.get(name);
      if (before === undefined) return [name, { node: after?.node ?? ANY, required: false, only: 'newest' }];
      if (after === undefined) return [name, { node: before.node, required: false, only: 'minimum' }];
      return [name, { node: merged(before.node, after.node), required: before.required && after.required }];
    }),
  );
}
