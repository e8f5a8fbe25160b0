import type { TemplateResource } from '../../cloudformation/template-resource';
import { shown } from '../../core/problems';
import type { CheckContext } from '../check-context';
import { attributesOf, TARGET_GROUP } from '../elb';
import type { Rule } from '../rule';
import { stringAt, UNKNOWN } from '../values';

const COOKIES = ['lb_cookie', 'app_cookie'];
const FLOWS = ['source_ip_dest_ip', 'source_ip_dest_ip_proto'];

export const elbStickiness: Rule = {
  id: 'elb-stickiness',
  severity: 'error',
  description: 'Target group has a stickiness type that its protocol does not offer',
  fix: 'Set stickiness.type to lb_cookie or app_cookie for HTTP and HTTPS, and to source_ip for TCP and UDP; TLS offers none',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
  *check(context: CheckContext) {
    for (const group of context.ofType(TARGET_GROUP)) {
      const attributes = attributesOf(group, 'TargetGroupAttributes');
      const type = attributes.get('stickiness.type');
      if (attributes.get('stickiness.enabled') !== 'true' || type === undefined) continue;
      const offered = typesOf(group);
      if (offered === undefined || offered.includes(type)) continue;
      yield {
        resource: group,
        path: 'Properties.TargetGroupAttributes',
        received: `with stickiness.type ${shown(type)}`,
        expected: offered.length > 0 ? offered.join(' or ') : 'no stickiness',
      };
    }
  },
};

function typesOf({ properties }: TemplateResource): readonly string[] | undefined {
  const protocol = stringAt(properties, 'Protocol');
  if (protocol === undefined || protocol === UNKNOWN) return undefined;
  if (protocol === 'HTTP' || protocol === 'HTTPS') return COOKIES;
  if (protocol === 'TLS') return [];
  return protocol === 'GENEVE' ? FLOWS : ['source_ip'];
}
