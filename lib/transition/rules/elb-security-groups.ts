import { textOf } from '../property-value';
import { listOf } from '../roll/task-demand';
import type { TransitionRule } from '../rule';

export const elbSecurityGroups: TransitionRule = {
  id: 'elb-security-groups',
  description: 'Elastic Load Balancing rejects security groups for a Network Load Balancer that was created without any',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html'],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id, before } of context.changed('SecurityGroups', 'AWS::ElasticLoadBalancingV2::LoadBalancer')) {
      const { SecurityGroups: groups } = before.properties;
      if (textOf(before, 'Type') !== 'network' || (groups !== undefined && listOf(groups).length !== 0)) continue;
      const text = 'it was created without security groups, and none can be added: create another load balancer with them';
      yield { resource: id, class: 'rejected', properties: ['SecurityGroups'], text };
    }
  },
};
