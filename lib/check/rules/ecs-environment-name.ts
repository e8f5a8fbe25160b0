import { shown } from '../../core/problems';
import { containersOf } from '../ecs';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';

export const ecsEnvironmentName: Rule = {
  id: 'ecs-environment-name',
  severity: 'error',
  description: 'Container has a secret with the name of an environment variable or of another secret, which ECS rejects',
  fix: 'Keep one of the entries',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html',
  unsettled: 'The page does not state that names are unique. The service reports it: https://github.com/compose-x/ecs_composex/issues/707',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      for (const { container, path } of containersOf(task)) {
        const names = new Set(itemsAt(container, 'Environment').map((variable) => stringAt(variable, 'Name')));
        for (const [index, secret] of itemsAt(container, 'Secrets').entries()) {
          const name = stringAt(secret, 'Name');
          if (isKnownString(name) && names.has(name))
            yield { resource: task, path: `${path}.Secrets[${index}].Name`, received: shown(name), expected: 'a name of its own' };
          names.add(name);
        }
      }
    }
  },
};
