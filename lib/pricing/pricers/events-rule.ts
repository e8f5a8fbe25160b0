import { billedAs } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { object, objects, optionalText } from './properties';

/** EventBridge rule. Rules, schedules and events of AWS services have no charge; Fargate tasks that a rule starts have one. */
export const eventsRule: Pricer = {
  types: ['AWS::Events::Rule'],
  charges: ({ properties }) => {
    const tasks = objects(properties, 'Targets').map((target) => object(target, 'EcsParameters'));
    if (tasks.some((task) => optionalText(task, 'LaunchType') === 'FARGATE' || task.CapacityProviderStrategy !== undefined)) {
      throw new UnreadableProperty({ kind: 'known-in-operation', amount: 'scheduled-tasks' });
    }
    return [];
  },
  freeReason: () => billedAs('rule-targets'),
};
