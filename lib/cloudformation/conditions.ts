import { isPlainObject, own } from '../io/plain-object';
import { intrinsicOf } from './references';
import { resolve } from './resolve';
import type { Scope } from './scope';

/**
 * Whether a condition holds: true, false, or undefined when only a deployment decides it. A condition that stands on
 * itself is undecided here; `conditionCycles` names it.
 */
export function decide(condition: unknown, scope: Scope): boolean | undefined {
  const [name, argument] = intrinsicOf(condition) ?? [];
  if (name === undefined) return typeof condition === 'boolean' ? condition : undefined;
  if (name === 'Condition') return decideNamed(String(argument), scope);
  const parts: readonly unknown[] = Array.isArray(argument) ? argument : [];
  if (name === 'Fn::Equals') return decideEquals(parts.map((part) => resolve(part, scope)));
  const decisions = parts.map((part) => decide(part, scope));
  if (name === 'Fn::Not') return decisions[0] === undefined ? undefined : !decisions[0];
  if (name === 'Fn::And') return decideAll(decisions, true);
  if (name === 'Fn::Or') return decideAll(decisions, false);
  return undefined;
}

function decideNamed(name: string, scope: Scope): boolean | undefined {
  if (!scope.decided.has(name)) {
    // Until it is decided it is undecided: what stands on itself ends here.
    scope.decided.set(name, undefined);
    scope.decided.set(name, decide(own(scope.conditions, name), scope));
  }
  return scope.decided.get(name);
}

/** CloudFormation compares texts: `Fn::Equals: ["1", 1]` holds. */
function decideEquals([left, right]: readonly unknown[]): boolean | undefined {
  if (!isKnown(left) || !isKnown(right)) return undefined;
  return String(left) === String(right);
}

/** `And` is decided by one part that is false, `Or` by one that is true; else all parts must be known. */
function decideAll(decisions: readonly (boolean | undefined)[], neutral: boolean): boolean | undefined {
  if (decisions.includes(!neutral)) return !neutral;
  return decisions.includes(undefined) ? undefined : neutral;
}

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== null && !isPlainObject(value) && !Array.isArray(value);
}
