import type { TemplateResource } from '../../cloudformation/template-resource';
import { containersOf, servicesWithTask } from '../ecs';
import type { Rule } from '../rule';
import { isFlag, isKnownNumber, numberAt } from '../values';

export const ecsTaskMemorySum: Rule = {
  id: 'ecs-task-memory-sum',
  severity: 'error',
  description: 'Task has less memory than its containers reserve, or with Service Connect no more than their limits',
  fix: 'Raise Memory of the task definition, or lower the memory of its containers; the proxy of Service Connect needs at least 64 MiB',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
  *check(context) {
    const connected = servicesWithTask(context).filter(({ service }) =>
      isFlag(true, service.properties, 'ServiceConnectConfiguration', 'Enabled'),
    );
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      const limitMib = numberAt(task.properties, 'Memory');
      if (!isKnownNumber(limitMib)) continue;
      const reservedMib = sumMib(task, ['MemoryReservation', 'Memory']);
      const limitsMib = sumMib(task, ['Memory', 'MemoryReservation']);
      const found = { resource: task, path: 'Properties.Memory', received: String(limitMib) };
      if (reservedMib > limitMib) yield { ...found, expected: `at least ${reservedMib}, which its containers reserve` };
      else if (connected.some((each) => each.task === task) && limitsMib >= limitMib)
        yield { ...found, expected: `more than ${limitsMib}, the limits of its containers: the proxy of Service Connect gets the rest` };
    }
  },
};

/** Sum of the first property that each container sets. A value that is known only at deployment counts as 0. */
function sumMib(task: TemplateResource, names: readonly string[]): number {
  return containersOf(task).reduce((sum, { container }) => {
    const value = names.map((name) => numberAt(container, name)).find((each) => each !== undefined);
    return sum + (isKnownNumber(value) ? value : 0);
  }, 0);
}
