import { section } from '../core/plain-object';
import { InputError, type Problem } from '../core/problems';
import { parentOf } from './deployed-stack';
import { type DeploymentValues, UNKNOWN_DEPLOYMENT } from './scope';
import { subjectOf } from './subject';
import { templateFrom } from './template-from';
import type { Template } from './template-resource';
import type { UndecidedValue } from './undecided-value';

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

/** One of the deployments that a stack allows. */
export interface Deployment {
  /** The stack's template and those of its nested stacks. */
  readonly templates: readonly Template[];
  /** Assumed values, in the order in which they were needed; empty when everything is decided. */
  readonly assumed: readonly AssumedValue[];
}

/** The number of deployments of one stack that are compared at most. */
const MAX_DEPLOYMENTS = 256;

/**
 * Every deployment that a stack allows in a region with the given parameter values: one when all conditions are decided, else one
 * for each combination of the values that decide them. Parameters are compared with the values in the template's conditions; all
 * other values together count as one. The first template is the stack's own. Throws an InputError when there are more than
 * `MAX_DEPLOYMENTS`.
 */
export function deploymentsOf(stack: readonly Template[], region: string, given: ReadonlyMap<string, string>): readonly Deployment[] {
  const found: Deployment[] = [];
  const waiting: (readonly AssumedValue[])[] = [[]];
  for (let assumed = waiting.pop(); assumed !== undefined; assumed = waiting.pop()) {
    const templates = withAssumed(stack, region, given, assumed);
    const next = templates.flatMap(({ name, undecided = [] }) => undecided.map((value) => ({ template: name, value })))[0];
    if (next === undefined) found.push({ templates, assumed });
    else for (const each of alternatives(next.value, next.template)) waiting.push([...assumed, each]);
    if (found.length + waiting.length > MAX_DEPLOYMENTS) throw tooMany(stack, templates);
  }
  return found;
}

function alternatives(value: UndecidedValue, template: string): readonly AssumedValue[] {
  if (value.kind === 'comparison') {
    const { condition, outcomeKey } = value;
    return [true, false].map((holds) => ({ kind: 'comparison', template, condition, outcomeKey, holds }));
  }
  const any = { kind: 'parameter' as const, template, name: value.name };
  return [...value.values.map((each) => ({ ...any, value: each })), ...(value.mayBeOther ? [any] : [])];
}

function withAssumed(
  stack: readonly Template[],
  region: string,
  given: ReadonlyMap<string, string>,
  assumed: readonly AssumedValue[],
): readonly Template[] {
  const names = new Set(stack.map(({ name }) => name));
  const read = new Map<string, Template>();
  for (const template of stack) {
    const { source, name } = template;
    if (source === undefined) {
      read.set(name, template);
      continue;
    }
    const outer = parentOf(template);
    const parent = outer !== undefined && names.has(outer.name) ? outer : undefined;
    const resource = parent === undefined ? undefined : read.get(parent.name)?.resources.find(({ id }) => id === parent.resource);
    // The condition of the nested stack is false.
    if (parent !== undefined && resource === undefined) continue;
    const own = assumed.filter((each) => each.template === name);
    const deployment = valuesOf(own, parent === undefined ? given : new Map());
    const isKnown = deployment === UNKNOWN_DEPLOYMENT && template.region === region && parent === undefined;
    const parameters = resource === undefined ? {} : { parameters: new Map(Object.entries(section(resource.properties, 'Parameters'))) };
    read.set(name, isKnown ? template : templateFrom(source.raw, name, region, { ...source.origin, ...parameters, deployment }));
  }
  return [...read.values()];
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

function tooMany(stack: readonly Template[], templates: readonly Template[]): InputError {
  const problems = templates.flatMap(({ undecided = [] }) =>
    undecided.map((value): Problem => {
      const path = value.kind === 'parameter' ? `Parameters.${value.name}` : `Conditions.${value.condition}`;
      return { path, reason: 'has no value, and too many combinations of values are possible', expected: 'values of parameters' };
    }),
  );
  return new InputError(subjectOf(stack[0]?.name ?? ''), problems);
}
