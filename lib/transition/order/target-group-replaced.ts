import { referencesIn } from '../../cloudformation/references';
import type { OrderRule } from '../order-rule';

/** Types that forward requests to target groups. */
const FORWARDING: ReadonlySet<string> = new Set(['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule']);

export const targetGroupReplaced: OrderRule = {
  id: 'target-group-replaced',
  description: 'A listener forwards to a new target group before its targets are registered and healthy',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticloadbalancingv2-targetgroup.html',
  ],
  asOf: '2026-11-28',
  *judge({ changes }, replaced) {
    const kept = new Set(changes.flatMap(({ id, before }) => (before === undefined || replaced.has(id) ? [] : id)));
    const fresh = changes.flatMap(({ id, after }) =>
      after?.type === 'AWS::ElasticLoadBalancingV2::TargetGroup' && !kept.has(id) ? [id] : [],
    );
    for (const { id, before, after } of changes) {
      if (before === undefined || after === undefined || replaced.has(id) || !FORWARDING.has(after.type)) continue;
      const targets = referencesIn(after.properties).filter((name) => fresh.includes(name));
      if (targets.length === 0) continue;
      yield {
        resource: id,
        class: 'in-place-with-interruption',
        text: `requests are forwarded to ${targets.join(', ')}, which is new, before its service has registered healthy targets`,
        interruption: { of: 'requests through the listener', lowMinutes: 1, highMinutes: 5 },
      };
    }
  },
};
