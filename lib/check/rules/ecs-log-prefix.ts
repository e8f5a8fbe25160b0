import { containersOf } from '../ecs';
import type { Rule } from '../rule';
import { isAbsent, itemsAt, stringAt, UNKNOWN, valueAt } from '../values';

export const ecsLogPrefix: Rule = {
  id: 'ecs-log-prefix',
  severity: 'error',
  description: 'Container on Fargate logs with awslogs without a stream prefix, which Fargate requires',
  fix: 'Set the option awslogs-stream-prefix of LogConfiguration',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      if (!itemsAt(task.properties, 'RequiresCompatibilities').includes('FARGATE')) continue;
      for (const { container, path } of containersOf(task)) {
        if (stringAt(container, 'LogConfiguration', 'LogDriver') !== 'awslogs') continue;
        if (valueAt(container, 'LogConfiguration', 'Options') === UNKNOWN) continue;
        if (!isAbsent(container, 'LogConfiguration', 'Options', 'awslogs-stream-prefix')) continue;
        yield { resource: task, path: `${path}.LogConfiguration.Options`, expected: 'awslogs-stream-prefix' };
      }
    }
  },
};
