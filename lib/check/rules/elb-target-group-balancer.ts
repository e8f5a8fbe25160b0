import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { certainReferencesIn } from '../check-context';
import { LISTENER, LISTENER_RULE, LOAD_BALANCER, TARGET_GROUP } from '../elb';
import type { Rule } from '../rule';

export const elbTargetGroupBalancer: Rule = {
  id: 'elb-target-group-balancer',
  severity: 'error',
  description: 'Two load balancers use the same target group, which Elastic Load Balancing rejects',
  fix: 'Create a target group for each load balancer, and register the targets in both',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  *check(context) {
    const first = new Map<string, TemplateResource>();
    for (const resource of context.ofType(LISTENER, LISTENER_RULE)) {
      const balancer = balancerOf(resource, context);
      if (balancer === undefined || context.isConditional(resource)) continue;
      const actions = resource.type === LISTENER ? 'DefaultActions' : 'Actions';
      for (const group of certainReferencesIn(resource.properties[actions])) {
        if (context.find(group)?.type !== TARGET_GROUP) continue;
        const other = first.get(group);
        first.set(group, other ?? balancer);
        if (other !== undefined && other.id !== balancer.id)
          yield {
            resource,
            path: `Properties.${actions}`,
            received: `${group}, to which load balancer ${other.id} forwards`,
            expected: `a target group of load balancer ${balancer.id} alone`,
          };
      }
    }
  },
};

/** The load balancer of a listener or of a rule of a listener, when it is in the template. */
function balancerOf(resource: TemplateResource, context: CheckContext): TemplateResource | undefined {
  const listener = resource.type === LISTENER ? resource : context.targetOf(LISTENER, resource.properties.ListenerArn);
  return context.targetOf(LOAD_BALANCER, listener?.properties.LoadBalancerArn);
}
