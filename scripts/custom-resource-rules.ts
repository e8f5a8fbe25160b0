/**
 * Makes `data/kubernetes/custom-resource-rules.json`: the rules in CEL of the definitions of two releases of each operator, with the
 * parts of the schemas that their evaluation reads.
 */
import { readCrdKinds } from './custom-resources/crd-schemas';
import { OPERATORS } from './custom-resources/operators';
import { type RuleSchema, ruleSchema } from './custom-resources/rule-schema';

/** The content of the data file. */
export interface CustomResourceRules {
  /** Numbers of the schemas of both releases of a kind such as `karpenter.sh/v1/NodePool`. Equal schemas have one number. */
  readonly kinds: Readonly<Record<string, { readonly minimum: number; readonly newest: number }>>;
  readonly schemas: readonly RuleSchema[];
}

/**
 * Reads the definitions of both releases, in the forms of `readCrdKinds`. Left out are kinds that only one release has or has rules
 * for, and those of operators that change objects before the API server validates them.
 */
export function customResourceRules(minimumPaths: readonly string[], newestPaths: readonly string[]): CustomResourceRules {
  const mutated = new Set(OPERATORS.filter(({ mutatesObjects }) => mutatesObjects === true).flatMap(({ groups }) => groups));
  const minimum = new Map(minimumPaths.flatMap((path) => [...readCrdKinds(path)]));
  const newest = new Map(newestPaths.flatMap((path) => [...readCrdKinds(path)]));
  const texts: string[] = [];
  const kinds: Record<string, { readonly minimum: number; readonly newest: number }> = {};
  for (const [key, { schema }] of [...newest].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const oldest = minimum.get(key);
    if (oldest === undefined || mutated.has(key.split('/')[0] ?? '')) continue;
    const [first, last] = [ruleSchema(oldest.schema), ruleSchema(schema)];
    if (first !== undefined && last !== undefined) kinds[key] = { minimum: indexIn(texts, first), newest: indexIn(texts, last) };
  }
  return { kinds, schemas: texts.map((text) => JSON.parse(text) as RuleSchema) };
}

/** One line a kind and a schema. */
export function customResourceRulesText({ kinds, schemas: all }: CustomResourceRules): string {
  const rows = Object.entries(kinds).map(([kind, schemas]) => `    ${JSON.stringify(kind)}: ${JSON.stringify(schemas)}`);
  return `{\n  "kinds": {\n${rows.join(',\n')}\n  },\n  "schemas": [\n${all.map((schema) => `    ${JSON.stringify(schema)}`).join(',\n')}\n  ]\n}\n`;
}

function indexIn(texts: string[], schema: RuleSchema): number {
  const text = JSON.stringify(schema);
  const index = texts.indexOf(text);
  return index >= 0 ? index : texts.push(text) - 1;
}
