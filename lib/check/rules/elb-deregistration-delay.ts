import { ecsServices } from '../ecs';
import { attributesOf, TARGET_GROUP } from '../elb';
import type { Rule } from '../rule';
import { itemsAt, listAt, rawAt, stringAt, UNKNOWN } from '../values';

const KEY = 'deregistration_delay.timeout_seconds';

export const elbDeregistrationDelay: Rule = {
  id: 'elb-deregistration-delay',
  severity: 'info',
  description: 'Target group of a service has the default deregistration delay of 300 seconds',
  fix: 'Set the attribute deregistration_delay.timeout_seconds to the longest request',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html',
  *check(context) {
    const seen = new Set<string>();
    for (const { service } of ecsServices(context)) {
      for (const each of itemsAt(service.properties, 'LoadBalancers')) {
        const group = context.targetOf(TARGET_GROUP, rawAt(each, 'TargetGroupArn'));
        if (group === undefined || seen.has(group.id) || listAt(group.properties, 'TargetGroupAttributes') === UNKNOWN) continue;
        seen.add(group.id);
        if (attributesOf(group, 'TargetGroupAttributes').has(KEY)) continue;
        const list = itemsAt(group.properties, 'TargetGroupAttributes');
        if (list.some((item) => [KEY, UNKNOWN].includes(stringAt(item, 'Key') ?? ''))) continue;
        yield {
          resource: group,
          path: 'Properties.TargetGroupAttributes',
          received: `without ${KEY}`,
          expected: 'seconds of the longest request, such as 30',
        };
      }
    }
  },
};
