import type { TemplateResource } from '../../cloudformation/template-resource';
import { sameValueKey } from '../check-context';
import { LISTENER_RULE } from '../elb';
import type { Rule } from '../rule';
import { numberAt } from '../values';

export const elbRulePriority: Rule = {
  id: 'elb-rule-priority',
  severity: 'error',
  description: 'Listener has two rules with the same priority',
  fix: 'Give each rule of a listener its own priority',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html',
  *check(context) {
    const first = new Map<string, TemplateResource>();
    for (const rule of context.ofType(LISTENER_RULE)) {
      const priority = numberAt(rule.properties, 'Priority');
      if (typeof priority !== 'number' || context.isConditional(rule)) continue;
      const key = `${priority} ${sameValueKey(rule.properties.ListenerArn)}`;
      const other = first.get(key);
      first.set(key, other ?? rule);
      if (other !== undefined)
        yield {
          resource: rule,
          path: 'Properties.Priority',
          received: String(priority),
          expected: `another priority, because rule ${other.id} has this one`,
        };
    }
  },
};
