import { servicesWithTask } from '../ecs';
import type { Rule } from '../rule';
import { isAbsent, isFlag } from '../values';

export const ecsExecRole: Rule = {
  id: 'ecs-exec-role',
  severity: 'error',
  description: 'Service with ECS Exec has a task definition without a task role, which ECS rejects',
  fix: 'Set TaskRoleArn to a role with the ssmmessages permissions of ECS Exec',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  unsettled: 'That ECS rejects the service is known from a report: https://github.com/aws/aws-toolkit-jetbrains/issues/3649',
  *check(context) {
    for (const { service, task } of servicesWithTask(context)) {
      if (!isFlag(true, service.properties, 'EnableExecuteCommand') || !isAbsent(task.properties, 'TaskRoleArn')) continue;
      yield { resource: task, path: 'Properties.TaskRoleArn', expected: `a role, because ${service.id} has EnableExecuteCommand` };
    }
  },
};
