import { isPlainObject } from '../../core/plain-object';
import { mayBeOther } from '../requirements';
import type { Rule } from '../rule';
import { rawAt, stringAt } from '../values';

const MOST_KEYS = 5;

export const snsFilterKeys: Rule = {
  id: 'sns-filter-keys',
  severity: 'error',
  description: 'Filter policy of a subscription has more than five keys',
  fix: 'Filter by at most five keys, or by a key that stands for several of them',
  citation: 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html',
  *check(context) {
    for (const resource of context.ofType('AWS::SNS::Subscription')) {
      const policy = rawAt(resource.properties, 'FilterPolicy');
      if (!isPlainObject(policy) || stringAt(resource.properties, 'FilterPolicyScope') === 'MessageBody') continue;
      const keys = Object.entries(policy).filter(([key, value]) => key !== '$or' && !mayBeOther(value)).length;
      if (keys > MOST_KEYS) yield { resource, path: 'Properties.FilterPolicy', received: `${keys} keys`, expected: `at most ${MOST_KEYS}` };
    }
  },
};
