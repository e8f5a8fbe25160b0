import { containersOf } from '../ecs';
import { isPresent } from '../property';
import type { Rule } from '../rule';
import { isAbsent, listAt, stringAt, UNKNOWN } from '../values';

export const ecsFirelens: Rule = {
  id: 'ecs-firelens',
  severity: 'error',
  description: 'Container logs with awsfirelens, and its task has no log router, or more than one',
  fix: 'Add one container with FirelensConfiguration and an image of Fluent Bit or Fluentd',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      const definitions = listAt(task.properties, 'ContainerDefinitions');
      if (definitions === UNKNOWN || definitions.some((each) => !isPresent({ each }, 'each'))) continue;
      const containers = containersOf(task);
      if (
        !containers.every(({ container }) => isAbsent(container, 'FirelensConfiguration') || isPresent(container, 'FirelensConfiguration'))
      )
        continue;
      const routers = containers.filter(({ container }) => isPresent(container, 'FirelensConfiguration'));
      const user = containers.find(({ container }) => stringAt(container, 'LogConfiguration', 'LogDriver') === 'awsfirelens');
      const second = routers[1];
      if (second !== undefined)
        yield {
          resource: task,
          path: `${second.path}.FirelensConfiguration`,
          received: 'the second log router',
          expected: 'one log router',
        };
      else if (user !== undefined && routers.length === 0)
        yield {
          resource: task,
          path: `${user.path}.LogConfiguration.LogDriver`,
          received: 'awsfirelens',
          expected: 'a container with FirelensConfiguration next to it',
        };
    }
  },
};
