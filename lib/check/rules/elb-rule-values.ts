import type { TemplateResource } from '../../cloudformation/template-resource';
import { LISTENER_RULE } from '../elb';
import { mayBeOther } from '../requirements';
import type { Rule } from '../rule';
import { itemsAt, listAt, UNKNOWN } from '../values';

/** Condition values of a listener rule. Source: quotas of Application Load Balancers, "Condition values per rule", not adjustable. */
const MOST_VALUES = 5;
/** Where a condition has its values, by the way of writing it. */
const VALUES = [
  ['Values'],
  ['HostHeaderConfig', 'Values'],
  ['HttpHeaderConfig', 'Values'],
  ['HttpRequestMethodConfig', 'Values'],
  ['PathPatternConfig', 'Values'],
  ['QueryStringConfig', 'Values'],
  ['SourceIpConfig', 'Values'],
] as const;

export const elbRuleValues: Rule = {
  id: 'elb-rule-values',
  severity: 'error',
  description: 'Conditions of a listener rule have more than five values, a quota that AWS does not raise',
  fix: 'Divide the values between several rules with the same action',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  *check(context) {
    for (const rule of context.ofType(LISTENER_RULE)) {
      const values = valuesOf(rule);
      if (values === undefined || values <= MOST_VALUES) continue;
      yield { resource: rule, path: 'Properties.Conditions', received: `${values} values`, expected: `at most ${MOST_VALUES}` };
    }
  },
};

const certain = (list: readonly unknown[]) => list.filter((item) => !mayBeOther(item));

/** Number of values in the conditions of a rule; undefined when it is known only at deployment. */
function valuesOf({ properties }: TemplateResource): number | undefined {
  const lists = itemsAt(properties, 'Conditions').flatMap((condition) => VALUES.map((path) => listAt(condition, ...path)));
  return lists.reduce<number | undefined>(
    (sum, list) => (sum === undefined || list === UNKNOWN ? undefined : sum + certain(list).length),
    0,
  );
}
