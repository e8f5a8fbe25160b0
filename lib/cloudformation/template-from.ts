import { isPlainObject, own, type PlainObject, section } from '../core/plain-object';
import { InputError, notOneOf, type Problem, shown } from '../core/problems';
import { foreignKindProblem } from '../io/foreign-kind';
import { isNestedTooDeep, TOO_DEEP } from '../io/nesting';
import { componentOf, PATH_METADATA_KEY } from './construct-path';
import { cyclesOf, cycleText, type Dependencies, dependenciesFirst } from './cycles';
import { withoutLoops } from './loops';
import { referencesIn } from './references';
import { decide, resolve } from './resolve';
import { type Scope, scopeOf } from './scope';
import { withoutServerless } from './serverless/expand';
import { subjectOf } from './subject';
import type { OpenValue, Template, TemplateOrigin, TemplateResource } from './template-resource';
import { undecidedIn } from './undecided';

const TYPE_EXAMPLE = 'a resource type such as AWS::S3::Bucket';
/** The transform of the AWS Serverless Application Model (SAM). */
const SAM = 'AWS::Serverless-2016-10-31';

/**
 * Reads a template that is already parsed. References and functions whose value is known are replaced by it, and
 * resources whose condition is false are left out. Throws an InputError with every problem of the template.
 */
export function templateFrom(raw: unknown, name: string, region?: string, origin: TemplateOrigin = {}): Template {
  const source = requireTemplate(raw, name, origin.mayBeEmpty ?? false);
  const resolvedWith = region ?? origin.assumedRegion;
  const scope = scopeOf(source, resolvedWith, origin.parameters, origin.deployment);
  const { template: written, uncounted } = withoutLoops(source, scope, name);
  const problems = [
    ...conditionProblems(scope),
    ...Object.entries(section(written, 'Resources')).flatMap(([id, resource]) => resourceProblems(id, resource, scope)),
  ];
  if (problems.length > 0) throw new InputError(subjectOf(name), problems);
  const template = withoutServerless(written);
  const entries = Object.entries(section(template, 'Resources'));
  decideInOrder(scope);
  const found = { ...origin, uncounted };
  const resources = entries.flatMap(([id, resource]) => (isPlainObject(resource) ? resourceFrom(id, resource, scope, found) : []));
  if (!isServerless(template)) requireNoCycles(resources, template, name);
  return {
    name,
    source: { raw: source, origin, ...(resolvedWith !== undefined && { region: resolvedWith }) },
    undecided: undecidedIn(template, resources, scope),
    ...(origin.file !== undefined && { file: origin.file }),
    ...(origin.stackName !== undefined && { stackName: origin.stackName }),
    ...(origin.nestedIds !== undefined && { nestedIds: origin.nestedIds }),
    ...(region !== undefined && { region }),
    resources,
    metadata: section(template, 'Metadata'),
    raw: template,
  };
}

function requireTemplate(raw: unknown, name: string, mayBeEmpty: boolean): PlainObject {
  const refuse = (problem: Problem) => new InputError(subjectOf(name), [problem]);
  if (!isPlainObject(raw)) throw refuse({ path: 'file', received: shown(raw), expected: 'a CloudFormation template' });
  if (isNestedTooDeep(raw)) throw refuse({ path: 'file', ...TOO_DEEP });
  const resources = own(raw, 'Resources');
  if (mayBeEmpty && resources === undefined) return raw;
  if (isPlainObject(resources)) {
    if (Object.keys(resources).length > 0) return raw;
    throw refuse({ path: 'Resources', reason: 'empty', expected: 'at least one resource' });
  }
  const foreign = resources === undefined ? foreignKindProblem('file', raw, 'a CloudFormation template with Resources') : undefined;
  if (foreign !== undefined) throw refuse(foreign);
  throw refuse({
    path: 'Resources',
    ...(resources !== undefined && { received: shown(resources) }),
    expected: 'an object with the resources by logical ID',
  });
}

function conditionProblems({ conditions }: Scope): Problem[] {
  return cyclesOf(conditionDependencies(conditions)).map((cycle) => ({
    path: `Conditions.${cycle[0]}`,
    reason: `circular dependency (${cycleText(cycle)})`,
    expected: 'a condition that does not depend on itself',
  }));
}

function conditionDependencies(conditions: PlainObject): Dependencies {
  return new Map(Object.entries(conditions).map(([id, condition]) => [id, conditionsIn(condition)]));
}

/** Each condition after those that it depends on: a chain of them may be longer than the stack of JavaScript. */
function decideInOrder(scope: Scope): void {
  for (const id of dependenciesFirst(conditionDependencies(scope.conditions))) decide({ Condition: id }, scope);
}

/** Resources that refer to each other before SAM processes a template may not do so afterwards, because it splits them. */
function isServerless(template: PlainObject): boolean {
  return [own(template, 'Transform')].flat().includes(SAM);
}

function conditionsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(conditionsIn);
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'Condition' ? [String(part)] : conditionsIn(part)));
}

function resourceProblems(id: string, resource: unknown, { conditions }: Scope): Problem[] {
  const path = `Resources.${id}`;
  if (!isPlainObject(resource)) return [{ path, received: shown(resource), expected: 'an object with a Type' }];
  const condition = own(resource, 'Condition');
  return [
    ...typeProblems(path, own(resource, 'Type')),
    ...['Properties', 'Metadata'].flatMap((key) => objectProblems(`${path}.${key}`, own(resource, key))),
    ...(condition === undefined || Object.hasOwn(conditions, String(condition))
      ? []
      : [unknownCondition(`${path}.Condition`, condition, conditions)]),
  ];
}

function typeProblems(path: string, type: unknown): Problem[] {
  if (type === undefined) return [{ path: `${path}.Type`, expected: TYPE_EXAMPLE }];
  return typeof type === 'string' && type.includes('::') ? [] : [{ path: `${path}.Type`, received: shown(type), expected: TYPE_EXAMPLE }];
}

function objectProblems(path: string, value: unknown): Problem[] {
  return value === undefined || value === null || isPlainObject(value) ? [] : [{ path, received: shown(value), expected: 'an object' }];
}

function unknownCondition(path: string, condition: unknown, conditions: PlainObject): Problem {
  const names = Object.keys(conditions);
  return names.length > 0
    ? notOneOf(path, String(condition), names)
    : { path, received: shown(condition), expected: 'no condition: the template has no Conditions section' };
}

interface ResourceOrigin extends TemplateOrigin {
  readonly uncounted: ReadonlyMap<string, OpenValue>;
}

function resourceFrom(id: string, resource: PlainObject, scope: Scope, origin: ResourceOrigin): TemplateResource[] {
  const condition = own(resource, 'Condition');
  if (condition !== undefined && decide({ Condition: condition }, scope) === false) return [];
  const metadata = section(resource, 'Metadata');
  const nestedTemplate = origin.nestedTemplates?.get(id);
  const open = origin.uncounted.get(id);
  return [
    {
      id,
      type: String(own(resource, 'Type')),
      properties: resolve(section(resource, 'Properties'), scope) as PlainObject,
      metadata,
      ...componentOf(id, own(metadata, PATH_METADATA_KEY), origin.stackPath),
      ...stringAt(resource, 'DeletionPolicy', 'deletionPolicy'),
      ...stringAt(resource, 'UpdateReplacePolicy', 'updateReplacePolicy'),
      ...(nestedTemplate !== undefined && { nestedTemplate }),
      ...(open !== undefined && { open }),
    },
  ];
}

function stringAt<K extends string>(resource: PlainObject, key: string, name: K): { readonly [P in K]?: string } {
  const value = own(resource, key);
  return typeof value === 'string' ? ({ [name]: value } as { readonly [P in K]: string }) : {};
}

/** Throws an InputError for circular dependencies, which CloudFormation rejects. */
function requireNoCycles(resources: readonly TemplateResource[], template: PlainObject, name: string): void {
  const raw = section(template, 'Resources');
  const dependencies = new Map(
    resources.map(({ id, properties }) => [id, [...referencesIn(properties), ...explicitDependencies(section(raw, id))]]),
  );
  const cycles = cyclesOf(dependencies);
  if (cycles.length === 0) return;
  throw new InputError(
    subjectOf(name),
    cycles.map((cycle) => ({
      path: `Resources.${cycle[0]}`,
      reason: `circular dependency (${cycleText(cycle)})`,
      expected: 'resources that do not depend on each other',
    })),
  );
}

function explicitDependencies(resource: PlainObject): readonly string[] {
  const names = own(resource, 'DependsOn');
  return Array.isArray(names) ? names.map(String) : names === undefined ? [] : [String(names)];
}
