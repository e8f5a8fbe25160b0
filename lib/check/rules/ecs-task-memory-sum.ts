import { containersOf, servicesWithTask } from '../ecs';
import type { Rule } from '../rule';
import { isFlag, numberAt } from '../values';

/** Memory that the proxy of Service Connect needs at least. */
const PROXY_MIB = 64;

/** Task has less memory than its containers, with the proxy of Service Connect, reserve. */
export const ecsTaskMemorySum: Rule = {
  id: 'ecs-task-memory-sum',
  severity: 'error',
  description: 'Task has less memory than its containers, with the proxy of Service Connect, reserve',
  fix: 'Raise Memory of the task definition, or lower the memory of its containers',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
  *check(context) {
    const withProxy = new Set(
      servicesWithTask(context)
        .filter(({ service }) => isFlag(true, service.properties, 'ServiceConnectConfiguration', 'Enabled'))
        .map(({ task }) => task.id),
    );
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      const limitMib = numberAt(task.properties, 'Memory');
      if (typeof limitMib !== 'number') continue;
      const reservedMib = containersOf(task).reduce((sum, { container }) => sum + reservationMib(container), 0);
      const proxyMib = withProxy.has(task.id) ? PROXY_MIB : 0;
      if (reservedMib + proxyMib <= limitMib) continue;
      const parts = `${reservedMib} MiB of its containers${proxyMib > 0 ? ` and ${proxyMib} MiB of the proxy` : ''}`;
      yield {
        resource: task,
        path: 'Properties.Memory',
        received: String(limitMib),
        expected: `at least ${reservedMib + proxyMib}: ${parts}`,
      };
    }
  },
};

/** MemoryReservation counts where both are set, because it is what placement subtracts. Unknown values count as 0. */
function reservationMib(container: unknown): number {
  const soft = numberAt(container, 'MemoryReservation');
  const hard = numberAt(container, 'Memory');
  return typeof soft === 'number' ? soft : typeof hard === 'number' && soft === undefined ? hard : 0;
}
