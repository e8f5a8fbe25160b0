import { InputError, LimitExceededError, notOneOf } from '../../lib/core/problems';
import type { RuleSelection } from '../../lib/core/rule-description';
import type { RuleFinding } from '../../lib/core/rule-finding';
import { type Flag, type FlagValues, listFlag, textFlag } from '../command';

/** Severities that can fail a command, in ascending order; `never` fails it for none. */
const FAIL_ON = ['info', 'warning', 'error', 'never'] as const;
/** The lowest severity that fails a command. */
export type FailOn = (typeof FAIL_ON)[number];

/** The flags that choose rules, and the severity that fails the command. */
export const RULE_FLAGS: readonly Flag[] = [
  { name: 'rule', value: 'rule', description: 'check this rule only; may be repeated', repeatable: true },
  { name: 'ignore', value: 'rule', description: 'skip this rule; may be repeated', repeatable: true },
  {
    name: 'fail-on',
    value: 'severity',
    description: `lowest severity that fails the command (exit code 2): ${FAIL_ON.join(', ')}; default: error`,
    words: FAIL_ON,
  },
];

/** The flag that lists the rules. */
export const LIST_RULES_FLAG: Flag = { name: 'list-rules', description: 'list the rules instead of checking' };

/** The rules that the flags choose. */
export function ruleSelection(flags: FlagValues): RuleSelection {
  return { rules: listFlag(flags, 'rule'), ignored: listFlag(flags, 'ignore') };
}

/** The severity that fails the command. Throws an InputError. */
export function failOnOf(flags: FlagValues): FailOn {
  const text = textFlag(flags, 'failOn') ?? 'error';
  const known = FAIL_ON.find((candidate) => candidate === text);
  if (known === undefined) throw new InputError('flags', [notOneOf('--fail-on', text, FAIL_ON)]);
  return known;
}

/** The failure of a command with findings; none when all of them are below the severity. `subject` is what was checked. */
export function failuresOf(findings: readonly RuleFinding[], failOn: FailOn, subject: 'manifests' | 'templates'): readonly Error[] {
  const failing = findings.filter(({ severity }) => FAIL_ON.indexOf(severity) >= FAIL_ON.indexOf(failOn));
  return failing.length === 0 ? [] : [new LimitExceededError({ kind: 'findings', findings: failing, subject, failOn })];
}
