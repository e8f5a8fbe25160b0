import { all, has, is, lacks } from '../property-condition';
import { absent, atMostOne, count, each, required, unique, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const RATE = 'Statement.RateBasedStatement';
/** Statements that refer to rule groups. */
const GROUPS = ['Statement.ManagedRuleGroupStatement', 'Statement.RuleGroupReferenceStatement'];
const RULE = [
  ...GROUPS.map((group) => when(has(group), absent('Action'), required('OverrideAction'))),
  when(all(...GROUPS.map((group) => lacks(group)), has('Statement')), absent('OverrideAction'), required('Action')),
  when(is(`${RATE}.AggregateKeyType`, 'FORWARDED_IP'), required(`${RATE}.ForwardedIPConfig`)),
  when(is(`${RATE}.AggregateKeyType`, 'CONSTANT'), required(`${RATE}.ScopeDownStatement`)),
  when(is(`${RATE}.AggregateKeyType`, 'CUSTOM_KEYS'), required(`${RATE}.CustomKeys`)),
  count('Statement.AndStatement.Statements', { least: 2 }),
  count('Statement.OrStatement.Statements', { least: 2 }),
];

export const wafv2Rule: Rule = {
  id: 'wafv2-rule',
  severity: 'error',
  description:
    'Rule has the action of a rule group without one, or the reverse, the priority of another rule, or a statement without a part that it requires',
  fix: 'Set OverrideAction for rule groups and Action for other statements, a priority for each rule, and two statements below AND and OR',
  citation: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html',
  *check(context) {
    yield* violationsOf(
      context,
      'AWS::WAFv2::WebACL',
      atMostOne('DefaultAction.Allow', 'DefaultAction.Block'),
      unique('Rules', 'Priority'),
      each('Rules', ...RULE),
    );
    yield* violationsOf(context, 'AWS::WAFv2::RuleGroup', unique('Rules', 'Priority'), each('Rules', ...RULE));
  },
};
