import { containersOf } from '../ecs';
import type { Rule } from '../rule';
import { isAbsent, itemsAt, stringAt } from '../values';

export const ecsDependsOnHealth: Rule = {
  id: 'ecs-depends-on-health',
  severity: 'error',
  description: 'Container waits for the health of a container that has no health check',
  fix: 'Add a HealthCheck to the container that is waited for, or wait for START',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      const containers = containersOf(task);
      for (const { container, path } of containers) {
        for (const [index, dependency] of itemsAt(container, 'DependsOn').entries()) {
          if (stringAt(dependency, 'Condition') !== 'HEALTHY') continue;
          const name = stringAt(dependency, 'ContainerName');
          const other = containers.find((each) => stringAt(each.container, 'Name') === name);
          if (typeof name !== 'string' || other === undefined || !isAbsent(other.container, 'HealthCheck')) continue;
          yield {
            resource: task,
            path: `${path}.DependsOn[${index}].Condition`,
            received: '"HEALTHY"',
            expected: `START, because container ${name} has no HealthCheck`,
          };
        }
      }
    }
  },
};
