import { intrinsicOf, referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { createdBefore } from '../created-before';
import { ecsServices } from '../ecs';
import { LISTENER, LISTENER_RULE } from '../elb';
import type { Rule } from '../rule';
import { itemsAt, rawAt } from '../values';

const LISTENERS = [LISTENER, LISTENER_RULE];

export const ecsServiceBeforeListener: Rule = {
  id: 'ecs-service-before-listener',
  severity: 'error',
  description: 'Service may be created before a listener uses its target group, which ECS rejects',
  fix: 'Add the listener or listener rule of the target group to DependsOn of the service',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html',
  unsettled:
    'The documentation does not list the error with which ECS refuses the service, "does not have an associated load balancer"; CloudFormation may also happen to create the listener first',
  *check(context) {
    const listeners = context.ofType(...LISTENERS);
    for (const { service } of ecsServices(context)) {
      const before = createdBefore(service, context);
      for (const [index, each] of itemsAt(service.properties, 'LoadBalancers').entries()) {
        const group = context.targetOf('AWS::ElasticLoadBalancingV2::TargetGroup', rawAt(each, 'TargetGroupArn'));
        const users = group === undefined ? [] : listeners.filter(({ properties }) => referencesIn(properties).includes(group.id));
        if (group === undefined || users.some(({ id }) => before.has(id))) continue;
        const path = `Properties.LoadBalancers[${index}].TargetGroupArn`;
        if (users.length === 0 && listeners.some((listener) => mayUseAny(listener, context))) continue;
        if (users.length === 0)
          yield {
            resource: service,
            path,
            received: `${group.id}, which no listener uses`,
            expected: 'a target group that a listener forwards to',
          };
        else yield { resource: service, path: 'DependsOn', expected: users.map(({ id }) => id).join(' or ') };
      }
    }
  },
};

/** Whether the actions of a listener contain a value that is known only at deployment: it may be any target group. */
function mayUseAny({ properties }: TemplateResource, context: CheckContext): boolean {
  return refersElsewhere([properties.DefaultActions, properties.Actions], context);
}

function refersElsewhere(value: unknown, context: CheckContext): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (intrinsicOf(value) !== undefined) return referencesIn(value).every((id) => context.find(id) === undefined);
  return Object.values(value).some((part) => refersElsewhere(part, context));
}
