import { containersOf } from '../ecs';
import type { Rule } from '../rule';
import { itemsAt, stringAt } from '../values';

export const ecsContainerCycle: Rule = {
  id: 'ecs-container-cycle',
  severity: 'error',
  description: 'Containers of a task wait for each other, so that none starts',
  fix: 'Remove one of the dependencies',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  unsettled: 'The reference describes the order of containers; that ECS rejects a cycle is stated by its message only',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      const waits = new Map(
        containersOf(task).map(({ container }) => [
          stringAt(container, 'Name'),
          itemsAt(container, 'DependsOn').map((item) => stringAt(item, 'ContainerName')),
        ]),
      );
      for (const [index, { container, path }] of containersOf(task).entries()) {
        const name = stringAt(container, 'Name');
        const reached = new Set(waits.get(name));
        for (const other of reached) for (const next of waits.get(other) ?? []) reached.add(next);
        const isFirst = containersOf(task)
          .slice(0, index)
          .every((before) => !reached.has(stringAt(before.container, 'Name')));
        if (typeof name !== 'string' || !reached.has(name) || !isFirst) continue;
        yield { resource: task, path: `${path}.DependsOn`, received: 'a wait for itself', expected: 'containers that do not wait for it' };
      }
    }
  },
};
