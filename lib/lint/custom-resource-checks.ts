import { hasRules, type RuleResult, ruleResults } from '../cel/rule-results';
import type { ManifestObject } from '../manifests/manifest-object';
import { type DefinedKind, definedObjects, type VersionSchema, versionOf } from './definitions';
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

/** Every custom resource whose definition is among the manifests, checked once. */
export const customResourceChecks = perContext((context): readonly CustomResourceCheck[] =>
  [...definedObjects(context)].map(([object, defined]) => {
    const version = defined.schemas.get(versionOf(object));
    if (version === undefined) return { object, defined, violations: [], rules: [] };
    const { schema } = version;
    const value = withSchemaDefaults(object.raw, schema);
    const violations = [...schemaViolations({ object, path: [], value, schema })];
    const rules = violations.length === 0 && hasRules(schema) ? [...ruleResults(value, schema)] : [];
    return { object, defined, version, violations, rules };
  }),
);
