import { servicesWithTask } from '../ecs';
import type { Rule } from '../rule';
import { isAbsent, isFlag } from '../values';

export const ecsServiceConnectMemory: Rule = {
  id: 'ecs-service-connect-memory',
  severity: 'error',
  description: 'Service uses Service Connect, and its task definition has no memory limit of the task',
  fix: 'Set Memory of the task definition to more than the memory of its containers: the proxy needs at least 64 MiB and 256 CPU units',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html',
  unsettled: 'The guide states the limit as a precondition, not the error of a service without it; the rule treats it as a refusal',
  *check(context) {
    for (const { service, task } of servicesWithTask(context)) {
      if (!isFlag(true, service.properties, 'ServiceConnectConfiguration', 'Enabled')) continue;
      if (!isAbsent(task.properties, 'Memory')) continue;
      yield {
        resource: task,
        path: 'Properties.Memory',
        expected: `a memory limit of the task, because ${service.id} uses Service Connect`,
      };
    }
  },
};
