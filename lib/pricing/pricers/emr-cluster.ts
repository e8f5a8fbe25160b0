import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { emrDisks, emrGroupCharges, type InstanceBounds } from './emr-groups';
import { flag, isProperties, object, objects, type Properties, requiredNumber, requiredText } from './properties';

/**
 * EMR cluster: the EC2 instances of its groups, the charge of EMR for each of them, and their disks. The instance types of a fleet are known
 * only at deployment. Source: https://aws.amazon.com/emr/pricing/: the EMR price is in addition to the EC2 and EBS prices.
 */
export const emrCluster: Pricer = {
  types: ['AWS::EMR::Cluster'],
  charges: (resource, context) => {
    const instances = object(resource.properties, 'Instances');
    requireNoFleets(instances);
    const ends = endsByItself(resource.properties, instances);
    const workers = managedScaling(resource.properties);
    return [
      ...emrGroupCharges(resource, { group: object(instances, 'MasterInstanceGroup'), role: 'primary', ends }, context),
      ...optionalGroups(instances, 'CoreInstanceGroup').flatMap((group) =>
        emrGroupCharges(resource, { group, role: 'core', ends, ...(workers !== undefined && { scaled: workers }) }, context),
      ),
      ...objects(instances, 'TaskInstanceGroups').flatMap((group, index) =>
        emrGroupCharges(resource, { group, role: `task ${index + 1}`, ends }, context),
      ),
      emrDisks(resource, context),
    ];
  },
};

const FLEETS = ['MasterInstanceFleet', 'CoreInstanceFleet', 'TaskInstanceFleets'] as const;

function requireNoFleets(instances: Properties): void {
  const property = FLEETS.find((key) => instances[key] !== undefined);
  if (property !== undefined) throw new UnreadableProperty({ kind: 'chosen-by-aws', property: `Instances.${property}`, by: 'aws' });
}

/** Source: AWS CloudFormation, JobFlowInstancesConfig of AWS::EMR::Cluster: KeepJobFlowAliveWhenNoSteps is true by default. */
function endsByItself(properties: Properties, instances: Properties): boolean {
  return properties.AutoTerminationPolicy !== undefined || !flag(instances, 'KeepJobFlowAliveWhenNoSteps', true);
}

/** Core and task instances between the limits of managed scaling. Throws an UnreadableProperty for limits in other units than instances. */
function managedScaling(properties: Properties): InstanceBounds | undefined {
  if (properties.ManagedScalingPolicy === undefined) return undefined;
  const limits = object(object(properties, 'ManagedScalingPolicy'), 'ComputeLimits');
  const unit = requiredText(limits, 'UnitType');
  if (unit !== 'Instances')
    throw new UnreadableProperty({ kind: 'unlisted-value', property: 'UnitType', value: unit, known: 'other-words' });
  return { min: requiredNumber(limits, 'MinimumCapacityUnits'), max: requiredNumber(limits, 'MaximumCapacityUnits') };
}

function optionalGroups(instances: Properties, key: string): readonly Properties[] {
  return isProperties(instances[key]) ? [object(instances, key)] : [];
}
