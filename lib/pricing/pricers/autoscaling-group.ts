import type { TemplateResource } from '../../cloudformation/template-resource';
import { noCharge } from '../../core/free-reason';
import type { Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { requireNoOptimizationFee } from './ebs-optimization';
import { oncePerTemplate, pointedAt } from './following';
import { isLinuxAssumed, licenseOf } from './image';
import {
  type InstanceSettings,
  instanceCharges,
  instanceSettings,
  isUnlimited,
  launchTemplateData,
  requireSharedTenancy,
  SPOT_NOTE,
} from './instance';
import { instancesFor, type MixedType, type MixedTypes, mixedHours } from './mixed-instances';
import { flag, object, objects, optionalNumber, optionalText, type Properties, requiredNumber, requiredText } from './properties';
import { addressIn, elasticIpsTaken, subnetsIn } from './public-address';
import { type Bounds, scaledCount } from './scaling';

/** Auto Scaling group. Low is its minimum size, high its maximum, those of its scheduled actions included; mid is the declared count, otherwise the desired capacity. */
export const autoscalingGroup: Pricer = {
  types: ['AWS::AutoScaling::AutoScalingGroup'],
  charges: (resource, context) => {
    const { properties } = resource;
    const bounds = boundsOf(resource, context);
    if (bounds.max === 0) return [];
    const { settings, types } = launched(properties, context);
    const initial = optionalNumber(properties, 'DesiredCapacity') ?? requiredNumber(properties, 'MinSize');
    const capacity = scaledCount(resource, { ...bounds, initial }, context);
    const address = addressIn(subnetsIn(properties.VPCZoneIdentifier) ?? [], context);
    const publicAddress = settings.publicAddress ?? address;
    const charges = instanceCharges(resource, { ...settings, publicAddress }, instancesFor(capacity, types), context);
    return mixedHours(charges, types, capacity, context);
  },
  freeReason: (resource, context) => (boundsOf(resource, context).max === 0 ? noCharge('empty-scaling-groups') : undefined),
};

/** Sizes that the group or one of its scheduled actions states. */
function boundsOf(group: TemplateResource, context: PricingContext): Bounds {
  const { properties } = group;
  const own = { min: requiredNumber(properties, 'MinSize'), max: requiredNumber(properties, 'MaxSize') };
  const actions = scheduledActions(context).get(group.id) ?? [];
  return {
    min: Math.min(own.min, ...actions.flatMap((action) => optionalNumber(action.properties, 'MinSize') ?? [])),
    max: Math.max(own.max, ...actions.flatMap((action) => optionalNumber(action.properties, 'MaxSize') ?? [])),
  };
}

const GROUP = { type: 'AWS::AutoScaling::AutoScalingGroup', nameKey: 'AutoScalingGroupName' } as const;

/** Scheduled actions by the group whose sizes they change. */
const scheduledActions = oncePerTemplate((context) => {
  const byGroup = new Map<string, readonly TemplateResource[]>();
  for (const action of context.ofType('AWS::AutoScaling::ScheduledAction')) {
    const group = pointedAt(action.properties, 'AutoScalingGroupName', GROUP, context);
    if (group !== undefined) byGroup.set(group.id, [...(byGroup.get(group.id) ?? []), action]);
  }
  return byGroup;
});

interface Launched {
  readonly settings: InstanceSettings;
  /** Types that may be launched. */
  readonly types: MixedTypes;
}

function launched(properties: Properties, context: PricingContext): Launched {
  if (properties.MixedInstancesPolicy !== undefined) return fromPolicy(object(properties, 'MixedInstancesPolicy'), context);
  if (properties.LaunchTemplate !== undefined) {
    return ofOneType(launchSettings({}, launchTemplateData(object(properties, 'LaunchTemplate'), context), context));
  }
  return ofOneType(fromConfiguration(launchConfiguration(properties, context), context));
}

/** Settings of instances that a group starts. `own` is an override of the launch template. */
function launchSettings(own: Properties, template: Properties, context: PricingContext): InstanceSettings {
  return { ...instanceSettings(own, template, context), elasticIps: elasticIpsTaken(template, context) };
}

function ofOneType(settings: InstanceSettings): Launched {
  return { settings, types: [{ instanceType: settings.instanceType, weight: 1 }] };
}

/**
 * On-demand instances are launched with the type of the first override, unless AWS has no capacity of it. Spot instances, and those of the
 * strategy `lowest-price`, may have the type of any override.
 */
function fromPolicy(policy: Properties, context: PricingContext): Launched {
  const template = object(policy, 'LaunchTemplate');
  const overrides = objects(template, 'Overrides');
  const [override = {}, ...others] = overrides;
  if (overrides.some(({ InstanceRequirements }) => InstanceRequirements !== undefined)) {
    throw new UnreadableProperty({ kind: 'chosen-by-aws', property: 'InstanceRequirements', by: 'aws' });
  }
  const specification = object(override.LaunchTemplateSpecification === undefined ? template : override, 'LaunchTemplateSpecification');
  const { LaunchTemplateSpecification: _specification, WeightedCapacity: _weight, ...own } = override;
  const settings = launchSettings(own, launchTemplateData(specification, context), context);
  const first: MixedType = { instanceType: settings.instanceType, weight: weightOf(override) };
  const alternatives = mayRunOnSpot(policy) || isByPrice(policy) ? others.flatMap((each) => typeOf(each)) : [];
  return { settings: mayRunOnSpot(policy) ? { ...settings, note: SPOT_NOTE } : settings, types: [first, ...alternatives] };
}

/** An override without a type has that of the launch template. */
function typeOf(override: Properties): readonly MixedType[] {
  const instanceType = optionalText(override, 'InstanceType');
  return instanceType === undefined ? [] : [{ instanceType, weight: weightOf(override) }];
}

function isByPrice(policy: Properties): boolean {
  return optionalText(object(policy, 'InstancesDistribution'), 'OnDemandAllocationStrategy') === 'lowest-price';
}

function weightOf(override: Properties): number {
  const weight = optionalNumber(override, 'WeightedCapacity') ?? 1;
  if (weight === 0)
    throw new UnreadableProperty({ kind: 'invalid', property: 'WeightedCapacity', shown: '0', expected: 'positive-number' });
  return weight;
}

/** Capacity above the base is on demand unless the policy sets a lower percentage. */
function mayRunOnSpot(policy: Properties): boolean {
  return (optionalNumber(object(policy, 'InstancesDistribution'), 'OnDemandPercentageAboveBaseCapacity') ?? 100) < 100;
}

function launchConfiguration(properties: Properties, context: PricingContext): TemplateResource {
  const target = { type: 'AWS::AutoScaling::LaunchConfiguration', nameKey: 'LaunchConfigurationName' };
  const configuration = pointedAt(properties, 'LaunchConfigurationName', target, context);
  if (configuration !== undefined) return configuration;
  throw new UnreadableProperty({ kind: 'outside-template', resource: 'launch-template' });
}

/** Launch configurations name some properties differently, and enable detailed monitoring by default. */
function fromConfiguration({ properties }: TemplateResource, context: PricingContext): InstanceSettings {
  requireSharedTenancy(optionalText(properties, 'PlacementTenancy'));
  const license = licenseOf(properties, context);
  const instanceType = requiredText(properties, 'InstanceType');
  requireNoOptimizationFee(instanceType, properties);
  const address =
    properties.AssociatePublicIpAddress === undefined
      ? {}
      : { publicAddress: flag(properties, 'AssociatePublicIpAddress', false) ? ('yes' as const) : ('no' as const) };
  return {
    instanceType,
    unlimited: isUnlimited(instanceType, undefined),
    detailedMonitoring: flag(properties, 'InstanceMonitoring', true),
    ...address,
    elasticIps: elasticIpsTaken(properties, context),
    ...(properties.SpotPrice !== undefined && { note: SPOT_NOTE }),
    image: properties.ImageId,
    ...(license !== undefined && { license }),
    isLinuxAssumed: isLinuxAssumed(properties, context),
    blockDevices: objects(properties, 'BlockDeviceMappings'),
  };
}
