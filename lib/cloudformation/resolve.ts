import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import { FUNCTIONS } from './functions';
import { intrinsicOf } from './references';
import type { Scope } from './scope';

/** The value of `AWS::NoValue`: the property is removed. */
const NO_VALUE = Symbol('no value');

/** Replaces every function whose outcome is known by its outcome, and keeps the others as they are. */
export function resolve(value: unknown, scope: Scope): unknown {
  const resolved = resolvePart(value, scope);
  return resolved === NO_VALUE ? undefined : resolved;
}

/** A part without a function whose outcome is known is returned as it is, not as a copy: most parts of a template have none. */
function resolvePart(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return resolveList(value, scope);
  if (!isPlainObject(value)) return value;
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === 'Ref') return resolveReference(value, argument, scope);
  if (name === 'Fn::If') return resolveIf(argument, scope);
  const kept = resolveObject(value, scope);
  const known = name === undefined ? undefined : FUNCTIONS[name]?.(own(kept, name), scope);
  return known ?? kept;
}

function resolveList(list: readonly unknown[], scope: Scope): readonly unknown[] {
  const parts = list.map((part) => resolvePart(part, scope));
  return parts.every((part, index) => part === list[index]) ? list : parts.filter((part) => part !== NO_VALUE);
}

function resolveObject(object: PlainObject, scope: Scope): PlainObject {
  let changed: Map<string, unknown> | undefined;
  for (const key in object) {
    const part = resolvePart(object[key], scope);
    if (part === object[key]) continue;
    changed ??= new Map(Object.entries(object));
    if (part === NO_VALUE) changed.delete(key);
    else changed.set(key, part);
  }
  return changed === undefined ? object : Object.fromEntries(changed);
}

function resolveReference(reference: PlainObject, name: unknown, { values }: Scope): unknown {
  if (name === 'AWS::NoValue') return NO_VALUE;
  return values.get(String(name)) ?? reference;
}

function resolveIf(argument: unknown, scope: Scope): unknown {
  const [condition, whenTrue, whenFalse]: readonly unknown[] = Array.isArray(argument) ? argument : [];
  const decision = decide({ Condition: condition }, scope);
  if (decision !== undefined) return resolvePart(decision ? whenTrue : whenFalse, scope);
  return { 'Fn::If': [condition, kept(whenTrue, scope), kept(whenFalse, scope)] };
}

/** A branch that may not be taken keeps its `AWS::NoValue`. */
function kept(branch: unknown, scope: Scope): unknown {
  const resolved = resolvePart(branch, scope);
  return resolved === NO_VALUE ? { Ref: 'AWS::NoValue' } : resolved;
}

/**
 * Whether a condition holds: true, false, or undefined when it is known only at deployment. A condition that depends on
 * itself is undefined here; `templateFrom` reports it.
 */
export function decide(condition: unknown, scope: Scope): boolean | undefined {
  const [name, argument] = intrinsicOf(condition) ?? [];
  if (name === undefined) return typeof condition === 'boolean' ? condition : undefined;
  if (name === 'Condition') return decideNamed(String(argument), scope);
  const parts: readonly unknown[] = Array.isArray(argument) ? argument : [];
  if (name === 'Fn::Equals') {
    const sides = parts.map((part) => resolve(part, scope));
    return decideEquals(sides, scope) ?? scope.deployment.outcomes.get(outcomeKey(condition));
  }
  const decisions = parts.map((part) => decide(part, scope));
  if (name === 'Fn::Not') return decisions[0] === undefined ? undefined : !decisions[0];
  if (name === 'Fn::And') return decideAll(decisions, true);
  if (name === 'Fn::Or') return decideAll(decisions, false);
  return undefined;
}

function decideNamed(name: string, scope: Scope): boolean | undefined {
  if (!scope.decided.has(name)) {
    // Ends the recursion of a condition that depends on itself.
    scope.decided.set(name, undefined);
    scope.decided.set(name, decide(own(scope.conditions, name), scope));
  }
  return scope.decided.get(name);
}

/** CloudFormation compares strings: `Fn::Equals: ["1", 1]` is true. */
function decideEquals([left, right]: readonly unknown[], { deployment }: Scope): boolean | undefined {
  if (isKnown(left) && isKnown(right)) return String(left) === String(right);
  const isOther = (side: unknown, compared: unknown) => deployment.others.has(parameterOf(side) ?? '') && isKnown(compared);
  return isOther(left, right) || isOther(right, left) ? false : undefined;
}

/** The name of a parameter whose value is not known, for `{ Ref: name }`. */
export function parameterOf(value: unknown): string | undefined {
  const [name, argument] = intrinsicOf(value) ?? [];
  return name === 'Ref' && typeof argument === 'string' ? argument : undefined;
}

/** The key of a comparison in the outcomes of a deployment. */
export function outcomeKey(comparison: unknown): string {
  return JSON.stringify(comparison);
}

/** `And` is decided by one part that is false, `Or` by one that is true; else all parts must be known. */
function decideAll(decisions: readonly (boolean | undefined)[], neutral: boolean): boolean | undefined {
  if (decisions.includes(!neutral)) return !neutral;
  return decisions.includes(undefined) ? undefined : neutral;
}

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== null && !isPlainObject(value) && !Array.isArray(value);
}
