import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Interval } from '../../core/interval';
import type { Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { type InstanceSettings, instanceCharges, instanceSettings, launchTemplateData, SPOT_NOTE } from './instance';
import { instancesFor, type MixedTypes, mixedHours } from './mixed-instances';
import { list, object, optionalNumber, optionalText, type Properties } from './properties';
import { addressIn, subnetsIn } from './public-address';
import { scaledCount } from './scaling';

/** Instance type and disk of a node by default. Source: AWS CloudFormation, AWS::EKS::Nodegroup. */
const DEFAULT_INSTANCE_TYPE = 't3.medium';
const DEFAULT_DISK_GB = 20;
const DEFAULT_WINDOWS_DISK_GB = 50;
/** Number of nodes of a group without a scaling configuration. Source: Amazon EKS API, NodegroupScalingConfig. */
const DEFAULT_NODES = { min: 1, max: 2, initial: 2 };

/** Managed node group. Low is its minimum size, high its maximum. Of several instance types the first is priced, of Spot capacity any of them. */
export const eksNodegroup: Pricer = {
  types: ['AWS::EKS::Nodegroup'],
  charges: (resource, context) => {
    const { properties } = resource;
    const settings = nodeOf(properties, context);
    const publicAddress = settings.publicAddress ?? addressIn(subnetsIn(properties.Subnets) ?? [undefined], context);
    const count = nodeCount(resource, context);
    const types = typesOf(properties, settings.instanceType);
    const charges = instanceCharges(resource, { ...settings, publicAddress }, instancesFor(count, types), context);
    return mixedHours(charges, types, count, context);
  },
};

/** Source: Amazon EKS user guide, managed node group capacity types: the first type of On-Demand capacity has priority. */
function typesOf(properties: Properties, first: string): MixedTypes {
  const isSpot = optionalText(properties, 'CapacityType') === 'SPOT';
  const others = isSpot ? list(properties, 'InstanceTypes').slice(1) : [];
  return [{ instanceType: first, weight: 1 }, ...others.map((type) => ({ instanceType: String(type), weight: 1 }))];
}

function nodeCount(resource: TemplateResource, context: PricingContext): Interval {
  const scaling = object(resource.properties, 'ScalingConfig');
  if (Object.keys(scaling).length === 0) return scaledCount(resource, DEFAULT_NODES, context);
  const desired = optionalNumber(scaling, 'DesiredSize');
  const min = optionalNumber(scaling, 'MinSize') ?? desired ?? DEFAULT_NODES.min;
  const max = optionalNumber(scaling, 'MaxSize') ?? Math.max(min, desired ?? DEFAULT_NODES.max);
  return scaledCount(resource, { min, max, ...(desired !== undefined && { initial: desired }) }, context);
}

/** Image types of Linux without a charge, and of Windows. Source: AWS CloudFormation, AWS::EKS::Nodegroup, AmiType. */
const KNOWN_AMI_TYPES = /^(?:AL2_|AL2023_|BOTTLEROCKET_|WINDOWS_|CUSTOM$)/;

/** The image type, undefined where none is stated. Throws an UnreadableProperty for an unknown one, which may include a license. */
function amiTypeOf(properties: Properties): string | undefined {
  const amiType = optionalText(properties, 'AmiType');
  if (amiType === undefined || KNOWN_AMI_TYPES.test(amiType)) return amiType;
  throw new UnreadableProperty({ kind: 'unlisted-value', property: 'AmiType', value: amiType, known: 'other-words' });
}

/**
 * Parameter of the image that EKS chooses for a node group whose launch template names none: by default Amazon Linux 2023. Source: Amazon
 * EKS user guide, "Retrieve recommended Amazon Linux AMI IDs", and AmiType of AWS::EKS::Nodegroup.
 */
function imageOf(amiType = 'AL2023_x86_64_STANDARD'): string | undefined {
  if (amiType.startsWith('WINDOWS_')) return '/aws/service/ami-windows-latest/EKS-Optimized';
  if (amiType.startsWith('AL2023_')) return '/aws/service/eks/optimized-ami/amazon-linux-2023';
  return amiType.startsWith('AL2_') ? '/aws/service/eks/optimized-ami/amazon-linux-2' : undefined;
}

function nodeOf(properties: Properties, context: PricingContext): InstanceSettings {
  const own = { InstanceType: list(properties, 'InstanceTypes')[0] };
  const note = optionalText(properties, 'CapacityType') === 'SPOT' ? { note: SPOT_NOTE } : {};
  if (properties.LaunchTemplate !== undefined) {
    const specification = object(properties, 'LaunchTemplate');
    const data = launchTemplateData({ LaunchTemplateId: specification.Id, LaunchTemplateName: specification.Name }, context);
    const image = data.ImageId ?? imageOf(amiTypeOf(properties));
    const instanceType = own.InstanceType ?? (data.InstanceType === undefined ? DEFAULT_INSTANCE_TYPE : undefined);
    return { ...instanceSettings({ InstanceType: instanceType, ImageId: image }, data, context), ...note };
  }
  const amiType = amiTypeOf(properties);
  const isWindows = amiType?.startsWith('WINDOWS_') ?? false;
  const defaultGb = isWindows ? DEFAULT_WINDOWS_DISK_GB : DEFAULT_DISK_GB;
  const disk = { DeviceName: 'root', Ebs: { VolumeSize: optionalNumber(properties, 'DiskSize') ?? defaultGb } };
  const image = isWindows ? { ImageId: imageOf(amiType) } : {};
  return {
    ...instanceSettings({ InstanceType: own.InstanceType ?? DEFAULT_INSTANCE_TYPE, BlockDeviceMappings: [disk], ...image }, {}, context),
    ...note,
  };
}
