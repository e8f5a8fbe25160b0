import { certain } from '../../core/interval';
import { SECONDS_PER_MONTH } from '../../core/time';
import type { Pricer } from '../pricer';
import { list } from './properties';
import { MILLION, ONE, usageCharge } from './quantities';

const GROUP = 'observability and security';

/** Web ACL: the ACL, its rules, and the requests that it inspects. */
export const wafv2WebAcl: Pricer = {
  types: ['AWS::WAFv2::WebACL'],
  charges: (resource, context) => {
    const rules = list(resource.properties, 'Rules').length;
    return [
      { kind: 'web-acls', sku: 'waf/web-acl', quantity: ONE, group: GROUP },
      ...(rules === 0 ? [] : [{ kind: 'web-acl-rules', sku: 'waf/rule', quantity: certain(rules), group: GROUP } as const]),
      usageCharge(resource, context, {
        kind: 'web-acl-requests',
        sku: 'waf/requests',
        group: GROUP,
        key: 'requestsPerSecond',
        per: MILLION / SECONDS_PER_MONTH,
      }),
    ];
  },
};
