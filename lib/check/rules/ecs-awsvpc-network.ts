import { networkMode, servicesWithTask } from '../ecs';
import type { Rule } from '../rule';
import { isAbsent } from '../values';

export const ecsAwsvpcNetwork: Rule = {
  id: 'ecs-awsvpc-network',
  severity: 'error',
  description: 'Service with tasks in network mode awsvpc has no subnets',
  fix: 'Set NetworkConfiguration.AwsvpcConfiguration of the service',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  *check(context) {
    for (const { service, task } of servicesWithTask(context)) {
      if (networkMode(task) !== 'awsvpc' || !isAbsent(service.properties, 'NetworkConfiguration', 'AwsvpcConfiguration')) continue;
      yield {
        resource: service,
        path: 'Properties.NetworkConfiguration.AwsvpcConfiguration',
        expected: `subnets, because task definition ${task.id} uses awsvpc`,
      };
    }
  },
};
