import { containersOf } from '../ecs';
import type { Rule } from '../rule';
import { flagAt } from '../values';

export const ecsEssentialContainer: Rule = {
  id: 'ecs-essential-container',
  severity: 'error',
  description: 'No container of a task definition is essential, which ECS rejects',
  fix: 'Remove Essential: false from the container that the task exists for',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      const containers = containersOf(task);
      if (containers.length === 0 || !containers.every(({ container }) => flagAt(container, 'Essential') === false)) continue;
      yield { resource: task, path: 'Properties.ContainerDefinitions', received: 'no essential container', expected: 'at least one' };
    }
  },
};
