import { hasRules, type RuleResult, ruleResults } from '../cel/rule-results';
import type { ManifestObject } from '../manifests/manifest-object';
import { type DefinedKind, definedObjects, type VersionSchema, versionOf } from './definitions';
import { mayBeMutated } from './mutating-webhooks';
import { perContext } from './per-context';
import { withSchemaDefaults } from './schema-defaults';
import { schemaViolations } from './structural-schema';
import type { Violation } from './violation';

/** A custom resource, checked by the CustomResourceDefinition among the manifests. */
export interface CustomResourceCheck {
  /** The custom resource. */
  readonly object: ManifestObject;
  /** Its kind. */
  readonly defined: DefinedKind;
  /** The schema of its version; undefined when the definition has no such version, or none with a schema. */
  readonly version?: VersionSchema;
  /** Violations of the schema. */
  readonly violations: readonly Violation[];
  /** Rules of CEL that do not hold or are not evaluated. Empty when there are violations: the API server evaluates no rule then. */
  readonly rules: readonly RuleResult[];
}

/**
 * Every custom resource whose definition is among the manifests. With several definitions, such as those of two releases, it is
 * unknown which one the cluster has: the check is that of the first one that accepts the object, or of the last one.
 */
export const customResourceChecks = perContext((context): readonly CustomResourceCheck[] =>
  [...definedObjects(context)].flatMap(([object, kinds]) => {
    const checks: CustomResourceCheck[] = [];
    for (const defined of kinds) {
      const check = checkOf(object, defined, mayBeMutated(context, object, defined));
      if (isAccepted(check)) return [check];
      checks.push(check);
    }
    return checks.filter(({ version }) => version !== undefined).slice(-1)[0] ?? checks.slice(-1);
  }),
);

function checkOf(object: ManifestObject, defined: DefinedKind, isMutated: boolean): CustomResourceCheck {
  const version = defined.schemas.get(versionOf(object));
  if (version === undefined) return { object, defined, violations: [], rules: [] };
  const { schema } = version;
  const value = withSchemaDefaults(object.raw, schema);
  const all = [...schemaViolations({ object, path: [], value, schema })];
  // The API server validates after mutating webhooks, which may set a field that is missing.
  const violations = isMutated ? all.filter(({ received }) => received !== undefined) : all;
  const rules = all.length === 0 && hasRules(schema) ? [...ruleResults(value, schema)] : [];
  return { object, defined, version, violations, rules };
}

function isAccepted({ defined, version, violations, rules }: CustomResourceCheck): boolean {
  if (version === undefined) return defined.schemas.size === 0;
  return violations.length === 0 && !rules.some(({ outcome }) => outcome.kind === 'broken');
}
