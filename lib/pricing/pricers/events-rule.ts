import { type Pricer, UnreadableProperty } from '../pricer';
import { object, objects, optionalText } from './properties';

/** EventBridge rule. Rules, schedules and events of AWS services have no charge; Fargate tasks that a rule starts have one. */
export const eventsRule: Pricer = {
  types: ['AWS::Events::Rule'],
  charges: ({ properties }) => {
    const tasks = objects(properties, 'Targets').map((target) => object(target, 'EcsParameters'));
    if (tasks.some((task) => optionalText(task, 'LaunchType') === 'FARGATE' || task.CapacityProviderStrategy !== undefined)) {
      throw new UnreadableProperty('the rule starts tasks, and how often and how long they run decides the price');
    }
    return [];
  },
  freeReason: () => 'rules, schedules and events of AWS services have no charge; their targets are billed',
};
