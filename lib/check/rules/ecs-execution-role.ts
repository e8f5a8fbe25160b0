import { containersOf } from '../ecs';
import type { Rule } from '../rule';
import { isAbsent, itemsAt, stringAt } from '../values';

export const ecsExecutionRole: Rule = {
  id: 'ecs-execution-role',
  severity: 'error',
  description: 'Container reads secrets, or logs to CloudWatch on Fargate, and its task has no execution role',
  fix: 'Set ExecutionRoleArn of the task definition to a role that may read the secrets and write the logs',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      if (!isAbsent(task.properties, 'ExecutionRoleArn')) continue;
      const isFargate = itemsAt(task.properties, 'RequiresCompatibilities').includes('FARGATE');
      for (const { container, path } of containersOf(task)) {
        const has =
          itemsAt(container, 'Secrets').length > 0
            ? 'Secrets'
            : isFargate && stringAt(container, 'LogConfiguration', 'LogDriver') === 'awslogs'
              ? 'logs'
              : undefined;
        if (has === undefined) continue;
        const expected = `a role, because ${path.replace('Properties.', '')} has ${has}`;
        yield { resource: task, path: 'Properties.ExecutionRoleArn', expected };
        break;
      }
    }
  },
};
