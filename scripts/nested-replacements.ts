/**
 * Makes `data/cloudformation/nested-replacements.json`: properties within properties whose change replaces a resource, from the
 * specification of resource types that the CDK publishes.
 */
import { readFileSync } from 'node:fs';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyType, Resource } from '@aws-cdk/service-spec-types';
import type { NestedReplacements, ReplacementStatement } from '../lib/transition/nested-replacements';

type Specification = ReturnType<typeof loadAwsServiceSpecSync>;
type Statements = Readonly<Record<string, ReplacementStatement>>;

/** Reads the specification that is installed. */
export function nestedReplacements(): NestedReplacements {
  const specification = loadAwsServiceSpecSync();
  const { version } = JSON.parse(readFileSync(require.resolve('@aws-cdk/aws-service-spec/package.json'), 'utf8')) as { version: string };
  const types = specification
    .all('resource')
    .map((resource): [string, Statements] => [resource.cloudFormationType, statementsOf(specification, resource)])
    .filter(([, statements]) => Object.keys(statements).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { read: `@aws-cdk/aws-service-spec ${version}`, types: Object.fromEntries(types) };
}

/** One line a type: another version of the specification is a diff that can be read. */
export function nestedReplacementsText({ read, types }: NestedReplacements): string {
  const lines = Object.entries(types).map(([type, statements]) => `    ${JSON.stringify(type)}: ${JSON.stringify(statements)}`);
  return `{\n  "read": ${JSON.stringify(read)},\n  "types": {\n${lines.join(',\n')}\n  }\n}\n`;
}

function statementsOf(specification: Specification, { properties, additionalReplacementProperties = [] }: Resource): Statements {
  const nested = Object.entries(properties)
    .filter(([, { causesReplacement }]) => causesReplacement === undefined || causesReplacement === 'no')
    .flatMap(([name, { type }]) => within(specification, type, name, []));
  const additional = additionalReplacementProperties.map((path): [string, ReplacementStatement] => [
    path.filter((part) => part !== '*').join('.'),
    'yes',
  ]);
  return Object.fromEntries([...nested, ...additional]);
}

/** Statements about the properties of a type, and of the types within it up to the first statement. */
function within(
  specification: Specification,
  type: PropertyType,
  path: string,
  outer: readonly string[],
): readonly (readonly [string, ReplacementStatement])[] {
  if (type.type === 'array' || type.type === 'map') return within(specification, type.element, path, outer);
  if (type.type === 'union') return type.types.flatMap((each) => within(specification, each, path, outer));
  if (type.type !== 'ref' || outer.includes(type.reference.$ref)) return [];
  const { properties } = specification.get('typeDefinition', type.reference.$ref);
  return Object.entries(properties).flatMap(([name, { causesReplacement, type: inner }]) =>
    causesReplacement === undefined || causesReplacement === 'no'
      ? within(specification, inner, `${path}.${name}`, [...outer, type.reference.$ref])
      : [[`${path}.${name}`, causesReplacement] as const],
  );
}
