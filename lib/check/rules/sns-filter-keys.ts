import { isPlainObject } from '../../core/plain-object';
import { mayBeOther } from '../requirements';
import type { Rule } from '../rule';
import { rawAt, stringAt } from '../values';

const MOST_KEYS = 5;
const MOST_COMBINATIONS = 150;

export const snsFilterKeys: Rule = {
  id: 'sns-filter-keys',
  severity: 'error',
  description: 'Filter policy of a subscription has more than five keys or 150 combinations of their values',
  fix: 'Filter by at most five keys with few values, or by a key that stands for several of them',
  citation: 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html',
  *check(context) {
    for (const resource of context.ofType('AWS::SNS::Subscription')) {
      const policy = rawAt(resource.properties, 'FilterPolicy');
      if (!isPlainObject(policy) || stringAt(resource.properties, 'FilterPolicyScope') === 'MessageBody') continue;
      const keys = Object.entries(policy).filter(([key, value]) => key !== '$or' && !mayBeOther(value)).length;
      // A value that is known only at deployment may stand for none.
      const lists = Object.values(policy).map((value) => (Array.isArray(value) ? value.filter((item) => !mayBeOther(item)) : []));
      const combinations = lists.reduce((product, list) => product * Math.max(list.length, 1), 1);
      if (combinations > MOST_COMBINATIONS)
        yield {
          resource,
          path: 'Properties.FilterPolicy',
          received: `${combinations} combinations of values`,
          expected: `at most ${MOST_COMBINATIONS}`,
        };
      if (keys > MOST_KEYS) yield { resource, path: 'Properties.FilterPolicy', received: `${keys} keys`, expected: `at most ${MOST_KEYS}` };
    }
  },
};
