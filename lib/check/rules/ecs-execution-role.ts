import { containersOf } from '../ecs';
import type { Rule } from '../rule';
import { isAbsent, itemsAt } from '../values';

/** Container reads secrets, and its task has no execution role. */
export const ecsExecutionRole: Rule = {
  id: 'ecs-execution-role',
  severity: 'error',
  description: 'Container reads secrets, and its task has no execution role',
  fix: 'Set ExecutionRoleArn of the task definition to a role that may read the secrets',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      if (!isAbsent(task.properties, 'ExecutionRoleArn')) continue;
      const reader = containersOf(task).find(({ container }) => itemsAt(container, 'Secrets').length > 0);
      if (reader === undefined) continue;
      yield {
        resource: task,
        path: 'Properties.ExecutionRoleArn',
        expected: `a role, because ${reader.path.replace('Properties.', '')} has Secrets`,
      };
    }
  },
};
