import { FAIL_ON, type FailOn } from '../../lib/answers/finding-failures';
import { InputError, notOneOf } from '../../lib/core/problems';
import type { RuleSelection } from '../../lib/core/rule-description';
import { type Flag, type FlagValues, listFlag, textFlag } from '../command';

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

/** The selection of rules that the flags make. */
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
