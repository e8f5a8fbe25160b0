import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain } from '../../core/interval';
import { SECONDS_PER_MONTH } from '../../core/time';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { list, object, objects, optionalText, type Properties } from './properties';
import { MILLION, ONE, usageCharge } from './quantities';

const GROUP = 'observability and security';
/** Managed rule group with a charge for the web ACL and for each request that it inspects. */
const BOT_CONTROL = 'AWSManagedRulesBotControlRuleSet';

/** Web ACL, of AWS WAF Classic too: the ACL, its rules, the requests that it inspects, and Bot Control. */
export const wafv2WebAcl: Pricer = {
  types: ['AWS::WAFv2::WebACL', 'AWS::WAF::WebACL', 'AWS::WAFRegional::WebACL'],
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
      ...botControlCharges(resource, context),
    ];
  },
};

/**
 * The subscription of a web ACL to Bot Control, and the requests, whose price depends on the inspection level. Source: AWS Security
 * Services Best Practices, WAF Cost, "Bot Control Common" and "Bot Control Targeted".
 */
function botControlCharges(resource: TemplateResource, context: PricingContext): readonly Charge[] {
  const groups = objects(resource.properties, 'Rules')
    .map((rule) => object(object(rule, 'Statement'), 'ManagedRuleGroupStatement'))
    .filter((group) => optionalText(group, 'Name') === BOT_CONTROL);
  if (groups.length === 0) return [];
  return [
    { kind: 'bot-control-subscriptions', sku: 'waf/bot-control', quantity: ONE, group: GROUP },
    ...[...new Set(groups.map(inspectionLevel))].map((level) =>
      usageCharge(resource, context, {
        kind: 'bot-control-requests',
        details: [level],
        sku: `waf/bot-control/${level}-requests`,
        group: GROUP,
        key: 'botControlRequests',
        per: MILLION,
      }),
    ),
  ];
}

/** Default: common. Source: AWS WAF API, AWSManagedRulesBotControlRuleSet. */
function inspectionLevel(group: Properties): string {
  const levels = objects(group, 'ManagedRuleGroupConfigs').flatMap(
    (config) => optionalText(object(config, BOT_CONTROL), 'InspectionLevel') ?? [],
  );
  return (levels[0] ?? 'COMMON').toLowerCase();
}
