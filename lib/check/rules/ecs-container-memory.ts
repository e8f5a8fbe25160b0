import { containersOf } from '../ecs';
import type { Rule } from '../rule';
import { isAbsent, itemsAt } from '../values';

export const ecsContainerMemory: Rule = {
  id: 'ecs-container-memory',
  severity: 'error',
  description: 'Container has no memory, and its task has none either',
  fix: 'Set Memory or MemoryReservation of the container, or Memory of the task definition',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      if (!isAbsent(task.properties, 'Memory') || itemsAt(task.properties, 'RequiresCompatibilities').includes('FARGATE')) continue;
      for (const { container, path } of containersOf(task)) {
        if (!isAbsent(container, 'Memory') || !isAbsent(container, 'MemoryReservation')) continue;
        yield { resource: task, path: `${path}.Memory`, expected: 'Memory or MemoryReservation in MiB' };
      }
    }
  },
};
