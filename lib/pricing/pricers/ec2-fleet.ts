import { certain, type Interval } from '../../core/interval';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { emptyFleetReason, fleetCharges, launchTemplatePools, requireUnits } from './fleet-charges';
import { object, optionalNumber, optionalText, type Properties, requiredNumber } from './properties';

/** EC2 Fleet, charged as the instances that it launches. */
export const ec2Fleet: Pricer = {
  types: ['AWS::EC2::EC2Fleet'],
  charges: (resource, context) => {
    const target = targetOf(resource.properties);
    const pools = launchTemplatePools(resource.properties, context);
    return fleetCharges(resource, { pools, capacity: capacityOf(target), mayRunOnSpot: mayRunOnSpot(target) }, context);
  },
  freeReason: ({ properties }) => emptyFleetReason(capacityOf(targetOf(properties))),
};

function targetOf(properties: Properties): Properties {
  return object(properties, 'TargetCapacitySpecification');
}

function capacityOf(target: Properties): Interval {
  requireUnits(target);
  return certain(requiredNumber(target, 'TotalTargetCapacity'));
}

/** Capacity that is stated neither as On-Demand nor as Spot has the default type. Capacity Blocks have prices of their own. */
function mayRunOnSpot(target: Properties): boolean {
  const byDefault = optionalText(target, 'DefaultTargetCapacityType');
  if (byDefault === 'capacity-block') {
    throw new UnreadableProperty({ kind: 'unlisted-value', property: 'DefaultTargetCapacityType', value: byDefault, known: 'other-words' });
  }
  return byDefault !== 'on-demand' || (optionalNumber(target, 'SpotTargetCapacity') ?? 0) > 0;
}
