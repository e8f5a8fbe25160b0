import { type DeploymentValues, UNKNOWN_DEPLOYMENT } from './scope';
import { templateFrom } from './template-from';
import type { Template } from './template-resource';
import type { UndecidedParameter, UndecidedValue } from './undecided-value';

/** A value that a deployment is assumed to have. */
export type AssumedValue =
  /** A parameter of a template; `value` is absent for any value but those that the template compares it with. */
  { readonly kind: 'parameter'; readonly template: string; readonly name: string; readonly value?: string } | AssumedComparison;

/** A comparison in a condition that is assumed to hold or not. */
export interface AssumedComparison {
  /** Kind of the value. */
  readonly kind: 'comparison';
  /** Name of the template. */
  readonly template: string;
  /** Name of the condition that contains the comparison. */
  readonly condition: string;
  /** Key of the comparison in the outcomes of a deployment. */
  readonly outcomeKey: string;
  /** Whether it holds. */
  readonly holds: boolean;
}

/** One of the deployments that a template allows. */
export interface Deployment {
  /** The template. */
  readonly template: Template;
  /** Assumed values, in the order in which they were needed; empty when everything is decided. */
  readonly assumed: readonly AssumedValue[];
}

/** What is known of the deployments of a template. */
export interface DeploymentFacts {
  /** Region of the stack. */
  readonly region: string;
  /** Values of parameters that the user gives. Default: none. */
  readonly given?: ReadonlyMap<string, string>;
  /** Values that the parent stack passes; `undefined` for one that is known only at deployment. Absent for a stack without a parent. */
  readonly parameters?: ReadonlyMap<string, unknown>;
  /** Parameters that matter although no condition depends on them, such as one that is an instance type. Default: none. */
  readonly alsoUndecided?: (template: Template) => readonly UndecidedParameter[];
}

/** The number of deployments of one template that are compared at most. */
const MAX_DEPLOYMENTS = 256;

/**
 * Every deployment that a template allows: one when all of its conditions are decided, else one for each combination of the values that
 * decide them. Parameters are compared with the values in the template's conditions; all other values together count as one. Where
 * there would be more than `MAX_DEPLOYMENTS`, nothing is assumed: the one deployment has the values `undecided`, and resources that depend
 * on them have no price. Values of `alsoUndecided` are left open where they would lead to more.
 */
export function deploymentsOf(template: Template, facts: DeploymentFacts): readonly Deployment[] {
  const found: Deployment[] = [];
  const waiting: (readonly AssumedValue[])[] = [[]];
  for (let assumed = waiting.pop(); assumed !== undefined; assumed = waiting.pop()) {
    const deployed = withAssumed(template, facts, assumed);
    const [next = nextOf(deployed, facts, MAX_DEPLOYMENTS - found.length - waiting.length)] = deployed.undecided ?? [];
    if (next === undefined) found.push({ template: deployed, assumed });
    else for (const each of alternatives(next, template.name)) waiting.push([...assumed, each]);
    if (found.length + waiting.length > MAX_DEPLOYMENTS) return [{ template: withAssumed(template, facts, []), assumed: [] }];
  }
  return found;
}

/** The next parameter that matters, whose values are at most a number. */
function nextOf(template: Template, { alsoUndecided }: DeploymentFacts, most: number): UndecidedParameter | undefined {
  return alsoUndecided?.(template).find(({ values }) => values.length <= most);
}

function alternatives(value: UndecidedValue, template: string): readonly AssumedValue[] {
  if (value.kind === 'comparison') {
    const { condition, outcomeKey } = value;
    return [true, false].map((holds) => ({ kind: 'comparison', template, condition, outcomeKey, holds }));
  }
  const any = { kind: 'parameter' as const, template, name: value.name };
  return [...value.values.map((each) => ({ ...any, value: each })), ...(value.mayBeOther ? [any] : [])];
}

function withAssumed(template: Template, { region, given, parameters }: DeploymentFacts, assumed: readonly AssumedValue[]): Template {
  const { source, name } = template;
  if (source === undefined) return template;
  const deployment = valuesOf(assumed, given ?? new Map());
  if (deployment === UNKNOWN_DEPLOYMENT && source.region === region && parameters === undefined) return { ...template, region };
  return templateFrom(source.raw, name, region, { ...source.origin, ...(parameters !== undefined && { parameters }), deployment });
}

function valuesOf(assumed: readonly AssumedValue[], given: ReadonlyMap<string, string>): DeploymentValues {
  if (assumed.length === 0 && given.size === 0) return UNKNOWN_DEPLOYMENT;
  const values = new Map<string, unknown>(given);
  const others = new Set<string>();
  const outcomes = new Map<string, boolean>();
  for (const each of assumed) {
    if (each.kind === 'comparison') outcomes.set(each.outcomeKey, each.holds);
    else if (each.value === undefined) others.add(each.name);
    else values.set(each.name, each.value);
  }
  return { values, others, outcomes };
}
