import { shown } from '../../core/problems';
import { containersOf, ecsServices } from '../ecs';
import { mayBeOther } from '../requirements';
import type { Rule } from '../rule';
import { flagAt, itemsAt, numberAt, stringAt } from '../values';

/** Longest stop timeout of a container on Fargate. */
const STOP_TIMEOUT_SECONDS = 120;

export const ecsFargateUnsupported: Rule = {
  id: 'ecs-fargate-unsupported',
  severity: 'error',
  description: 'Task or service on Fargate sets a parameter that Fargate does not support',
  fix: 'Remove the parameter, or run the task on EC2 instances',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      if (!itemsAt(task.properties, 'RequiresCompatibilities').includes('FARGATE')) continue;
      for (const { container, path } of containersOf(task)) {
        if (flagAt(container, 'Privileged') === true)
          yield { resource: task, path: `${path}.Privileged`, received: 'true', expected: 'absent on Fargate' };
        const seconds = numberAt(container, 'StopTimeout');
        if (typeof seconds === 'number' && seconds > STOP_TIMEOUT_SECONDS)
          yield {
            resource: task,
            path: `${path}.StopTimeout`,
            received: String(seconds),
            expected: `at most ${STOP_TIMEOUT_SECONDS} on Fargate`,
          };
        if (itemsAt(container, 'ResourceRequirements').some((item) => stringAt(item, 'Type') === 'GPU'))
          yield { resource: task, path: `${path}.ResourceRequirements`, received: '"GPU"', expected: 'absent on Fargate' };
      }
      for (const [index, volume] of itemsAt(task.properties, 'Volumes').entries()) {
        const source = stringAt(volume, 'Host', 'SourcePath');
        if (typeof source !== 'string') continue;
        yield {
          resource: task,
          path: `Properties.Volumes[${index}].Host.SourcePath`,
          received: shown(source),
          expected: 'absent on Fargate',
        };
      }
    }
    for (const { service, isFargate } of ecsServices(context)) {
      if (isFargate !== true) continue;
      for (const name of ['PlacementStrategies', 'PlacementConstraints']) {
        if (!itemsAt(service.properties, name).every(mayBeOther))
          yield { resource: service, path: `Properties.${name}`, received: 'placement of tasks', expected: 'absent on Fargate' };
      }
    }
  },
};
