import { type Pricer, UnreadableProperty } from '../pricer';
import { object, optionalText, type Properties } from './properties';
import { trackingAlarms } from './target-tracking';

/** ECS capacity provider. The Auto Scaling group has the price of the instances; managed scaling creates alarms. */
export const ecsCapacityProvider: Pricer = {
  types: ['AWS::ECS::CapacityProvider'],
  charges: ({ properties }) => {
    if (properties.ManagedInstancesProvider !== undefined) {
      throw new UnreadableProperty('ManagedInstancesProvider: AWS chooses the instances, so the price is unknown');
    }
    return isManaged(properties) ? [trackingAlarms({ growsOnly: false })] : [];
  },
  freeReason: ({ properties }) => (isManaged(properties) ? undefined : 'billed as the instances of its Auto Scaling group'),
};

function isManaged(properties: Properties): boolean {
  return optionalText(object(object(properties, 'AutoScalingGroupProvider'), 'ManagedScaling'), 'Status') === 'ENABLED';
}
