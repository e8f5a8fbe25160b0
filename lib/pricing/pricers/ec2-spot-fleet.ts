import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Interval } from '../../core/interval';
import type { Pricer, PricingContext } from '../pricer';
import { emptyFleetReason, fleetCharges, fleetPool, launchTemplatePools, requireStatedTypes, requireUnits } from './fleet-charges';
import { instanceSettings } from './instance';
import { object, objects, optionalNumber, type Properties, requiredNumber } from './properties';
import { targetedCount } from './scaling';

/** Spot Fleet, charged as the instances that it launches. Its capacity has the bounds of its scalable target. */
export const ec2SpotFleet: Pricer = {
  types: ['AWS::EC2::SpotFleet'],
  charges: (resource, context) => {
    const request = requestOf(resource);
    const specifications = objects(request, 'LaunchSpecifications');
    requireStatedTypes(specifications);
    // A specification has the properties of a launch template.
    const specified = specifications.map((each) => fleetPool(each, instanceSettings({}, each, context)));
    const pools = [...specified, ...launchTemplatePools(request, context)];
    const capacity = capacityOf(resource, context);
    const mayRunOnSpot = (optionalNumber(request, 'OnDemandTargetCapacity') ?? 0) < capacity.high;
    return fleetCharges(resource, { pools, capacity, mayRunOnSpot }, context);
  },
  freeReason: (resource, context) => emptyFleetReason(capacityOf(resource, context)),
};

function requestOf({ properties }: TemplateResource): Properties {
  return object(properties, 'SpotFleetRequestConfigData');
}

function capacityOf(resource: TemplateResource, context: PricingContext): Interval {
  const request = requestOf(resource);
  requireUnits(request);
  return targetedCount(resource, requiredNumber(request, 'TargetCapacity'), 'ec2:spot-fleet-request:TargetCapacity', context);
}
