import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain, type Interval } from '../../core/interval';
import type { Charge, PricingContext } from '../pricer';
import { SPOT_NOTE } from './instance';
import { object, objects, optionalNumber, optionalText, type Properties, requiredNumber, requiredText } from './properties';
import { hoursOf, ofEach, usageCharge } from './quantities';
import { volumeCharges } from './volumes';

const GROUP = 'compute';
/** Detail of the hours of a cluster that ends without a person: low is none of them. */
const ENDS_NOTE = 'until it ends';

/** Numbers of instances between which a group scales. */
export interface InstanceBounds {
  /** Minimum. */
  readonly min: number;
  /** Maximum. */
  readonly max: number;
}

/** An instance group of an EMR cluster. */
export interface EmrGroup {
  /** Properties of the group. */
  readonly group: Properties;
  /** Role of the group in the cluster, as the lines name it. */
  readonly role: string;
  /** Whether the cluster ends without a person, after its last step or when it is idle. */
  readonly ends: boolean;
  /** Numbers between which managed scaling chooses. Default: those of the automatic scaling policy of the group. */
  readonly scaled?: InstanceBounds;
}

/** Charges of an instance group: EC2 instances, EMR for each of them, and the volumes that it states. */
export function emrGroupCharges(
  resource: TemplateResource,
  { group, role, ends, scaled = policyBounds(group) }: EmrGroup,
  context: PricingContext,
): readonly Charge[] {
  const instanceType = requiredText(group, 'InstanceType');
  const count = countOf(group, ends, scaled);
  const isSpot = optionalText(group, 'Market')?.toUpperCase() === 'SPOT';
  const notes = ends ? [ENDS_NOTE] : [];
  const quantity = hoursOf(count);
  return [
    {
      kind: 'instance-hours',
      details: [instanceType, role, ...(isSpot ? [SPOT_NOTE] : []), ...notes],
      sku: `ec2/${instanceType}`,
      quantity,
      group: GROUP,
    },
    { kind: 'cluster-instance-hours', details: [instanceType, role, ...notes], sku: `emr/${instanceType}`, quantity, group: GROUP },
    ...objects(object(group, 'EbsConfiguration'), 'EbsBlockDeviceConfigs').flatMap((volume, index) => {
      const volumes = ofEach(count, optionalNumber(volume, 'VolumesPerInstance') ?? 1);
      const properties = object(volume, 'VolumeSpecification');
      return volumeCharges(resource, { properties, sizeKey: 'SizeInGB', label: `${role} ${index + 1}`, count: volumes }, context);
    }),
  ];
}

/** Disks that EMR adds to instances: the root volume, and volumes of types without an instance store where the group states none. */
export function emrDisks(resource: TemplateResource, context: PricingContext): Charge {
  return usageCharge(resource, context, {
    kind: 'volume-gb-months',
    details: ['gp2', 'disks that EMR adds'],
    sku: 'ebs/gp2/storage',
    group: 'storage and backup',
    key: 'storedGb',
  });
}

function policyBounds(group: Properties): InstanceBounds | undefined {
  if (group.AutoScalingPolicy === undefined) return undefined;
  const constraints = object(object(group, 'AutoScalingPolicy'), 'Constraints');
  return { min: requiredNumber(constraints, 'MinCapacity'), max: requiredNumber(constraints, 'MaxCapacity') };
}

/** Low is the minimum, or none where the cluster may end; high the maximum. */
function countOf(group: Properties, ends: boolean, bounds: InstanceBounds | undefined): Interval {
  const count = requiredNumber(group, 'InstanceCount');
  const { low, mid, high } =
    bounds === undefined ? certain(count) : { low: Math.min(bounds.min, count), mid: count, high: Math.max(bounds.max, count) };
  return { low: ends ? 0 : low, mid, high };
}
