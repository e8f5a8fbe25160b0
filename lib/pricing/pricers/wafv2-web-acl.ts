import { certain } from '../../core/interval';
import { SECONDS_PER_MONTH } from '../../core/time';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { objects, type Properties } from './properties';
import { MILLION, ONE, usageCharge } from './quantities';

const GROUP = 'observability and security';
/** Managed rule groups of AWS with an additional price per month and request. Source: AWS WAF pricing. */
const EXTRA_CHARGED = /AWSManagedRules(?:BotControl|ATP|ACFP|AntiDDoS)RuleSet/;

/** Web ACL: the ACL, its rules, and the requests that it inspects. */
export const wafv2WebAcl: Pricer = {
  types: ['AWS::WAFv2::WebACL'],
  charges: (resource, context) => {
    const rules = rulesOf(resource.properties);
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

function rulesOf(properties: Properties): number {
  const rules = objects(properties, 'Rules');
  const [extra] = EXTRA_CHARGED.exec(JSON.stringify(rules)) ?? [];
  if (extra !== undefined) throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'Rules', feature: extra });
  return rules.length;
}
