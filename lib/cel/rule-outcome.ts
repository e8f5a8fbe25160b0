import type { CelError, CelInput } from '@bufbuild/cel';
import type { PlainObject } from '../core/plain-object';
import { stringAt } from '../manifests/values';
import { noOldSelf } from './functions/optionals';
import { celLibrary } from './library';
import { programOf } from './program';

/** Outcome of a rule for a value. */
export type RuleOutcome =
  | { readonly kind: 'holds' }
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'unevaluated'; readonly reason: string };

const HOLDS: RuleOutcome = { kind: 'holds' };

/** Errors of evaluations for which the API server rejects an object as for a broken rule. Others may be limits of lint. */
const REJECTING_ERRORS =
  /^(?:field not found: |index -?\d+ out of bounds|int divide by zero|int overflow|no whole number|no duration|no time|no URL: )/;

/** Errors of conversions in the words of lint. */
const CONVERSIONS: readonly (readonly [message: RegExp, worded: string])[] = [
  [/^Cannot convert (.*) to a BigInt$/s, 'no whole number: $1'],
  [/^Failed to parse duration: invalid syntax$/, 'no duration'],
  [/^Failed to parse timestamp: .*invalid RFC 3339 string$/s, 'no time'],
];

/**
 * Evaluates a rule of `x-kubernetes-validations` for a value of an object that is created. A rule with `oldSelf` holds, because the API
 * server evaluates it for updates only.
 */
export function ruleOutcome(rule: PlainObject, self: CelInput): RuleOutcome {
  const expression = stringAt(rule, 'rule') ?? '';
  const program = programOf(expression);
  if ('reason' in program) return { kind: 'unevaluated', reason: program.reason };
  if (program.usesOldSelf && rule.optionalOldSelf !== true) return HOLDS;
  const variables: Readonly<Record<string, CelInput>> = program.usesOldSelf ? { self, oldSelf: noOldSelf() } : { self };
  const result = program.run(variables);
  const { isCelError } = celLibrary();
  if (isCelError(result)) {
    const errors = [result, ...causesOf(result)].map(({ message }) => worded(message));
    return errors.every((message) => REJECTING_ERRORS.test(message))
      ? { kind: 'broken', message: errors[0] ?? '' }
      : { kind: 'unevaluated', reason: `not evaluated: ${errors[0]}` };
  }
  if (typeof result !== 'boolean') return { kind: 'unevaluated', reason: 'without a result of true or false' };
  return result ? HOLDS : { kind: 'broken', message: messageOf(rule, variables) };
}

function worded(message: string): string {
  const found = CONVERSIONS.find(([pattern]) => pattern.test(message));
  return found === undefined ? message : message.replace(...found);
}

function causesOf({ cause }: CelError): readonly Error[] {
  const causes = Array.isArray(cause) ? cause : [cause];
  return causes.filter((error): error is Error => error instanceof Error);
}

function messageOf(rule: PlainObject, variables: Readonly<Record<string, CelInput>>): string {
  const expression = stringAt(rule, 'messageExpression');
  const program = expression === undefined ? undefined : programOf(expression);
  const text = program === undefined || 'reason' in program ? undefined : program.run(variables);
  if (typeof text === 'string' && text.trim() !== '') return text.trim();
  return stringAt(rule, 'message')?.trim() ?? `failed rule: ${stringAt(rule, 'rule')?.trim()}`;
}
