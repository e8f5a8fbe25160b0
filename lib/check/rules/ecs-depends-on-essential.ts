import { containersOf } from '../ecs';
import type { Rule } from '../rule';
import { flagAt, itemsAt, stringAt } from '../values';

const ENDS = ['COMPLETE', 'SUCCESS'];

export const ecsDependsOnEssential: Rule = {
  id: 'ecs-depends-on-essential',
  severity: 'error',
  description: 'Container waits for the end of an essential container, whose end stops the task',
  fix: 'Set Essential of the container that ends to false',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      const containers = containersOf(task);
      for (const { container, path } of containers) {
        for (const [index, dependency] of itemsAt(container, 'DependsOn').entries()) {
          const [name, condition] = [stringAt(dependency, 'ContainerName'), stringAt(dependency, 'Condition')];
          const other = containers.find((each) => stringAt(each.container, 'Name') === name);
          if (typeof name !== 'string' || typeof condition !== 'string' || !ENDS.includes(condition) || other === undefined) continue;
          if ((flagAt(other.container, 'Essential') ?? true) !== true) continue;
          yield {
            resource: task,
            path: `${path}.DependsOn[${index}].Condition`,
            received: `${condition} of ${name}, which is essential`,
            expected: 'a container with Essential false',
          };
        }
      }
    }
  },
};
