import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain, type Interval } from '../../core/interval';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { capacityOf } from './ecs-capacity';
import { taskSize } from './ecs-task-size';
import { LARGEST, numberUpTo, requireUpTo } from './largest-amounts';
import { object, objects, optionalNumber, optionalText } from './properties';
import { addressCharge } from './public-address';
import { hoursOf, ofEach } from './quantities';
import { targetedCount } from './scaling';
import { volumeCharges } from './volumes';

const GROUP = 'compute';

/** ECS service. On Fargate its tasks are priced by size; on instances the instances have the price. */
export const ecsService: Pricer = {
  types: ['AWS::ECS::Service'],
  charges: (resource, context) => {
    const capacity = capacityOf(resource, context);
    const count = taskCount(resource, context);
    const disks = diskCharges(resource, count, context);
    return capacity.kind === 'instances' ? disks : [...fargateCharges(resource, capacity.mayUseSpot, count, context), ...disks];
  },
  freeReason: (resource, context) => {
    const capacity = capacityOf(resource, context);
    return capacity.kind === 'instances' ? capacity.reason : undefined;
  },
};

function taskCount(resource: TemplateResource, context: PricingContext): Interval {
  const { properties } = resource;
  if (optionalText(properties, 'SchedulingStrategy') === 'DAEMON') return certain(optionalNumber(properties, 'DesiredCount') ?? 0);
  const initial = numberUpTo(properties, 'DesiredCount', LARGEST.serviceTasks) ?? 1;
  const count = targetedCount(resource, initial, 'ecs:service:DesiredCount', context);
  requireUpTo('MaxCapacity', count.high, LARGEST.serviceTasks);
  return count;
}

function fargateCharges(resource: TemplateResource, mayUseSpot: boolean, count: Interval, context: PricingContext): readonly Charge[] {
  const { architecture, vcpu, memoryGb, extraDiskGb } = taskSize(resource, context);
  const details = mayUseSpot ? [architecture, 'On-Demand price for Spot too'] : [architecture];
  const hours = hoursOf(count);
  return [
    { kind: 'task-vcpu-hours', details, sku: `fargate/${architecture}/vcpu`, quantity: ofEach(hours, vcpu), group: GROUP },
    { kind: 'task-memory-gb-hours', details, sku: `fargate/${architecture}/memory`, quantity: ofEach(hours, memoryGb), group: GROUP },
    ...(extraDiskGb === 0
      ? []
      : [
          {
            kind: 'task-disk-gb-hours',
            details: ['over 20 GB'],
            sku: 'fargate/ephemeral-storage',
            quantity: ofEach(hours, extraDiskGb),
            group: GROUP,
          } as const,
        ]),
    ...(hasPublicAddress(resource) ? [addressCharge(count)] : []),
  ];
}

function hasPublicAddress({ properties }: TemplateResource): boolean {
  return optionalText(object(object(properties, 'NetworkConfiguration'), 'AwsvpcConfiguration'), 'AssignPublicIp') === 'ENABLED';
}

/** Each task has its own volumes, which are created and deleted with it. */
function diskCharges(resource: TemplateResource, count: Interval, context: PricingContext): readonly Charge[] {
  return objects(resource.properties, 'VolumeConfigurations').flatMap((configuration) => {
    const properties = object(configuration, 'ManagedEBSVolume');
    if (properties.SizeInGiB === undefined) throw new UnreadableProperty({ kind: 'missing', property: 'ManagedEBSVolume.SizeInGiB' });
    return volumeCharges(
      resource,
      { properties, sizeKey: 'SizeInGiB', label: optionalText(configuration, 'Name') ?? 'task', count },
      context,
    );
  });
}
