import { noCharge } from '../../core/free-reason';
import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { list } from './properties';

/** WAF rule group. Its rules are charged here, and the group itself in each web ACL that uses it. */
export const wafv2RuleGroup: Pricer = {
  types: ['AWS::WAFv2::RuleGroup'],
  charges: ({ properties }) => {
    const rules = list(properties, 'Rules').length;
    return rules === 0
      ? []
      : [{ kind: 'rule-group-rules', sku: 'waf/rule', quantity: certain(rules), group: 'observability and security' }];
  },
  freeReason: () => noCharge('empty-rule-groups'),
};
