import { ruleResults } from '../cel/rule-results';
import type { PlainObject } from '../core/plain-object';
import { readPackageData } from '../io/package-data';
import { type ManifestObject, type Path, pathText } from '../manifests/manifest-object';
import { definedObjects } from './definitions';
import { isBuiltInGroup, type LintContext } from './lint-context';
import { perContext } from './per-context';
import { releaseFields } from './release-fields';
import { type OperatorRelease, operatorReleases } from './schema';
import { withSchemaDefaults } from './schema-defaults';
import { STRUCTURE_RULES } from './structure';
import { structureOf } from './structure-of';
import type { Violation } from './violation';

/** `data/kubernetes/custom-resource-rules.json`, which `npm run custom-resource-rules` writes. */
interface RulesFile {
  /** Numbers of the schemas of both known releases of a kind such as `karpenter.sh/v1/NodePool`. */
  readonly kinds: Readonly<Record<string, Readonly<Record<OperatorRelease, number>>>>;
  /** Schemas with rules in CEL, reduced to the fields that the rules read. */
  readonly schemas: readonly PlainObject[];
}

let file: RulesFile | undefined;

/**
 * Values of custom resources that the published definitions of an operator reject by a rule in CEL, where the manifests do not have the
 * definition. Both known releases must reject the value, or the newest one if only it has the field. As in the API server, objects with a fault of structure are left out.
 */
export function* publishedRuleViolations(context: LintContext): Generator<Violation> {
  const [defined, faulty] = [definedObjects(context), faultyObjects(context)];
  for (const object of context.objects) {
    if (isBuiltInGroup(object.group) || defined.has(object) || faulty.has(object)) continue;
    const schemas = publishedSchemas(object);
    const fields = releaseFields(object);
    if (schemas === undefined || fields.some(({ release }) => release === 'minimum')) continue;
    const broken = brokenRules(object, schemas.newest);
    if (broken.length === 0) continue;
    const before = new Set(brokenRules(object, schemas.minimum).map(({ path }) => pathText(path)));
    const isRejected = (path: Path) => before.has(pathText(path)) || fields.some((field) => isWithin(path, field.path));
    const received = `rejected by a rule of the CustomResourceDefinition of ${operatorReleases(object.group)?.url}`;
    for (const { path, message } of broken.filter((rule) => isRejected(rule.path)))
      yield { object, path, received, expected: `a value that the rule accepts: ${message}` };
  }
}

function publishedSchemas({ apiVersion, kind }: ManifestObject): Readonly<Record<OperatorRelease, PlainObject>> | undefined {
  file ??= readPackageData('kubernetes/custom-resource-rules.json') as RulesFile;
  const { kinds, schemas } = file;
  const key = `${apiVersion}/${kind}`;
  const found = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
  return found && { minimum: schemas[found.minimum] ?? {}, newest: schemas[found.newest] ?? {} };
}

function brokenRules({ raw }: ManifestObject, schema: PlainObject): readonly { readonly path: Path; readonly message: string }[] {
  return [...ruleResults(withSchemaDefaults(raw, schema), schema)].flatMap(({ path, outcome }) =>
    outcome.kind === 'broken' ? [{ path, message: outcome.message }] : [],
  );
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((step, index) => path[index] === step);
}

const faultyObjects = perContext((context): ReadonlySet<ManifestObject> => {
  const violations = structureOf(context);
  return new Set(STRUCTURE_RULES.flatMap((rule) => violations[rule].map(({ object }) => object)));
});
