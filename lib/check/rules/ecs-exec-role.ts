import { servicesWithTask } from '../ecs';
import type { Rule } from '../rule';
import { isAbsent, isFlag } from '../values';

export const ecsExecRole: Rule = {
  id: 'ecs-exec-role',
  severity: 'error',
  description: 'Service with ECS Exec has a task definition without a task role, which ECS rejects',
  fix: 'Set TaskRoleArn to a role with the ssmmessages permissions of ECS Exec',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  *check(context) {
    for (const { service, task } of servicesWithTask(context)) {
      if (!isFlag(true, service.properties, 'EnableExecuteCommand') || !isAbsent(task.properties, 'TaskRoleArn')) continue;
      yield { resource: task, path: 'Properties.TaskRoleArn', expected: `a role, because ${service.id} has EnableExecuteCommand` };
    }
  },
};
