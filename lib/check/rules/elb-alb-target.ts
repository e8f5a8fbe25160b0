import { is } from '../property-condition';
import { oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const elbAlbTarget: Rule = {
  id: 'elb-alb-target',
  severity: 'error',
  description: 'Target group for an Application Load Balancer has a protocol other than TCP and TLS',
  fix: 'Set Protocol to TCP: a Network Load Balancer forwards to the group',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html',
  check: (context) =>
    violationsOf(context, 'AWS::ElasticLoadBalancingV2::TargetGroup', when(is('TargetType', 'alb'), oneOf('Protocol', ['TCP', 'TLS']))),
};
