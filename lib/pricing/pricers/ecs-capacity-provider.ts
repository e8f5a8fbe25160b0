import { billedAs } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { object, optionalText, type Properties } from './properties';
import { trackingAlarms } from './target-tracking';

/** ECS capacity provider. The Auto Scaling group has the price of the instances; managed scaling creates alarms. */
export const ecsCapacityProvider: Pricer = {
  types: ['AWS::ECS::CapacityProvider'],
  charges: ({ properties }) => {
    if (properties.ManagedInstancesProvider !== undefined) {
      throw new UnreadableProperty({ kind: 'chosen-by-aws', property: 'ManagedInstancesProvider', by: 'aws' });
    }
    return isManaged(properties) ? [trackingAlarms({ growsOnly: false })] : [];
  },
  freeReason: ({ properties }) => (isManaged(properties) ? undefined : billedAs('auto-scaling-group')),
};

function isManaged(properties: Properties): boolean {
  return optionalText(object(object(properties, 'AutoScalingGroupProvider'), 'ManagedScaling'), 'Status') === 'ENABLED';
}
