import { shown } from '../../core/problems';
import { networkMode, servicesWithTask } from '../ecs';
import type { Rule } from '../rule';
import { itemsAt, rawAt, stringAt, UNKNOWN } from '../values';

export const ecsTargetType: Rule = {
  id: 'ecs-target-type',
  severity: 'error',
  description: 'Target group of a service has a target type that does not fit the network mode of its tasks',
  fix: 'Set TargetType to ip for network mode awsvpc, and to instance for bridge and host',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
  *check(context) {
    for (const { service, task } of servicesWithTask(context)) {
      const mode = networkMode(task);
      if (mode === UNKNOWN) continue;
      for (const each of itemsAt(service.properties, 'LoadBalancers')) {
        const group = context.targetOf('AWS::ElasticLoadBalancingV2::TargetGroup', rawAt(each, 'TargetGroupArn'));
        if (group === undefined) continue;
        const type = stringAt(group.properties, 'TargetType') ?? 'instance';
        const expected = mode === 'awsvpc' ? 'ip' : 'instance';
        if (type === UNKNOWN || type === expected) continue;
        yield {
          resource: group,
          path: 'Properties.TargetType',
          received: shown(type),
          expected: `${expected}, because the tasks of ${service.id} use ${mode}`,
        };
      }
    }
  },
};
