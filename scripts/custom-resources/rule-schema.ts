import type { CrdRule, CrdSchema } from './crd-schemas';

/** The parts of a schema that the evaluation of rules reads. */
export interface RuleSchema {
  readonly type?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, RuleSchema>>;
  readonly items?: RuleSchema;
  readonly additionalProperties?: RuleSchema | boolean;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-validations'?: readonly CrdRule[];
}

/**
 * A schema with its rules, reduced to the values that they read. Rules about updates (`oldSelf`) are left out. `outer`: the rules of the
 * objects around it. Undefined without a rule.
 */
export function ruleSchema(schema: CrdSchema, outer: readonly CrdRule[] = []): RuleSchema | undefined {
  const rules = (schema['x-kubernetes-validations'] ?? []).filter(({ rule }) => !/\boldSelf\b/.test(rule));
  const reading = [...outer, ...rules];
  const properties = Object.entries(schema.properties ?? {}).flatMap(([name, inner]): [string, RuleSchema][] => {
    const found = ruleSchema(inner, mayRead(reading, name, inner) ? reading : []);
    return found === undefined ? [] : [[name, found]];
  });
  const items = schema.items && ruleSchema(schema.items, reading);
  const more = schema.additionalProperties;
  const values = typeof more === 'object' ? ruleSchema(more, reading) : more;
  const isRead = reading.length > 0;
  if (!isRead && properties.length === 0 && items === undefined && typeof values !== 'object') return undefined;
  return {
    ...(schema.type !== undefined && { type: schema.type }),
    ...(schema.format !== undefined && { format: schema.format }),
    ...(isRead && schema.default !== undefined && { default: schema.default }),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(items !== undefined && { items }),
    ...(values !== undefined && { additionalProperties: values }),
    ...(isRead && schema['x-kubernetes-list-type'] !== undefined && { 'x-kubernetes-list-type': schema['x-kubernetes-list-type'] }),
    ...(schema['x-kubernetes-preserve-unknown-fields'] === true && { 'x-kubernetes-preserve-unknown-fields': true }),
    ...(rules.length > 0 && { 'x-kubernetes-validations': rules }),
  };
}

/** Whether rules may read a field: a scalar, a field that one of them names, or any field where one of them compares whole values. */
function mayRead(rules: readonly CrdRule[], name: string, { properties, items }: CrdSchema): boolean {
  const isScalar = properties === undefined && items === undefined;
  return isScalar || rules.some(({ rule }) => rule.split(/\W+/).includes(name) || /(?<![.\w])\w+ [!=]= [a-z]\w*(?![.\w(])/.test(rule));
}
