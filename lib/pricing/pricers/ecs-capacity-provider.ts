import { type Pricer, UnreadableProperty } from '../pricer';
import { object, optionalText, type Properties } from './properties';
import { trackingAlarms } from './target-tracking';

/** The link between a cluster and its machines, which are billed by their group; managed scaling makes alarms. */
export const ecsCapacityProvider: Pricer = {
  types: ['AWS::ECS::CapacityProvider'],
  charges: ({ properties }) => {
    if (properties.ManagedInstancesProvider !== undefined) {
      throw new UnreadableProperty('ManagedInstancesProvider: which machines AWS starts decides the price');
    }
    return isManaged(properties) ? [trackingAlarms({ growsOnly: false })] : [];
  },
  freeReason: ({ properties }) => (isManaged(properties) ? undefined : 'billed as the machines of its autoscaling group'),
};

function isManaged(properties: Properties): boolean {
  return optionalText(object(object(properties, 'AutoScalingGroupProvider'), 'ManagedScaling'), 'Status') === 'ENABLED';
}
