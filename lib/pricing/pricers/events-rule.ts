import { type Pricer, UnreadableProperty } from '../pricer';
import { object, objects, optionalText } from './properties';

/** A rule has no charge, nor do events of AWS and schedules; tasks that it starts on Fargate do. */
export const eventsRule: Pricer = {
  types: ['AWS::Events::Rule'],
  charges: ({ properties }) => {
    const tasks = objects(properties, 'Targets').map((target) => object(target, 'EcsParameters'));
    if (tasks.some((task) => optionalText(task, 'LaunchType') === 'FARGATE' || task.CapacityProviderStrategy !== undefined)) {
      throw new UnreadableProperty('how often and how long the tasks run that the rule starts decides the price');
    }
    return [];
  },
  freeReason: () => 'rules, schedules and events of AWS services have no charge; what they start is billed itself',
};
