import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties that CloudFormation updates unless they are added or removed. */
const CONDITIONAL = ['AvailabilityZones', 'HealthCheck', 'Subnets'];

/** The specification states only that some changes of these properties replace the load balancer. */
export const classicLoadBalancer: TransitionRule = {
  id: 'classic-load-balancer',
  description:
    'CloudFormation changes zones, subnets and the health check of a Classic Load Balancer in place, and replaces it when they are added or removed altogether',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancing-loadbalancer.html'],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated('AWS::ElasticLoadBalancing::LoadBalancer')) {
      const { id, before, after } = change;
      const properties = CONDITIONAL.filter(
        (name) => changesProperty(change, name) && isSet(before.properties[name]) && isSet(after.properties[name]),
      );
      if (properties.length === 0) continue;
      const text = `${properties.join(', ')}: the load balancer stays; a change to another subnet of the same zone needs a subnet of another zone first`;
      yield { resource: id, class: 'in-place', properties, text };
    }
  },
};

function isSet(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
