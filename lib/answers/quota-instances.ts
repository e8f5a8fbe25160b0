import { vcpuOf } from '../catalog/instance-shapes';
import { vcpuQuotaOf } from '../catalog/service-quotas';
import { type CheckContext, sameValueKey } from '../check/check-context';
import { itemsAt, rawAt, stringAt, UNKNOWN } from '../check/values';
import type { TemplateResource } from '../cloudformation/template-resource';
import { knownNumber, product, type QuotaCount, type QuotaUse, sumOf } from './quota-use';

/** An EC2 instance. */
export const ec2Instance: QuotaCount = ({ properties }) => [instances(stringAt(properties, 'InstanceType'), 1, 1)];

/** An Auto Scaling group. Its maximum has the room for a rolling update, which stays below it. */
export const autoScalingGroup: QuotaCount = ({ properties }, context) => {
  const template = context.targetOf('AWS::EC2::LaunchTemplate', rawAt(properties, 'LaunchTemplate', 'LaunchTemplateId'));
  const instanceType = stringAt(template?.properties, 'LaunchTemplateData', 'InstanceType');
  const created = knownNumber(properties, knownNumber(properties, undefined, 'MinSize'), 'DesiredCapacity');
  return [instances(instanceType, created, knownNumber(properties, undefined, 'MaxSize'))];
};

/** A managed node group, at maximum while it is updated. */
export const nodeGroup: QuotaCount = (resource, context) => {
  const { properties } = resource;
  const min = knownNumber(properties, knownNumber(properties, undefined, 'ScalingConfig', 'MinSize'), 'ScalingConfig', 'DesiredSize');
  const max = sumOf([knownNumber(properties, undefined, 'ScalingConfig', 'MaxSize'), surgeNodes(resource, context)]);
  return [
    instances(stringAt(properties, 'InstanceTypes', 0) ?? launchedType(resource, context), min, max),
    { quota: 'nodes', min, max, group: resource.id },
    { quota: 'nodeGroups', min: 1, max: 1, group: sameValueKey(properties.ClusterName) },
  ];
};

function launchedType({ properties }: TemplateResource, context: CheckContext): string | typeof UNKNOWN | undefined {
  const template = context.targetOf('AWS::EC2::LaunchTemplate', rawAt(properties, 'LaunchTemplate', 'Id'));
  return stringAt(template?.properties, 'LaunchTemplateData', 'InstanceType');
}

/** Nodes that may be unavailable at once. Source: Amazon EKS user guide, "Understand each phase of node updates". */
const MAX_UNAVAILABLE = 100;
const DEFAULT_UNAVAILABLE = 1;

/**
 * Nodes that an update adds: up to twice the number of zones, or the nodes that may be unavailable if these are more. Source: Amazon
 * EKS user guide, "Understand each phase of node updates".
 */
function surgeNodes({ properties }: TemplateResource, context: CheckContext): number | undefined {
  if (stringAt(properties, 'UpdateConfig', 'UpdateStrategy') === 'MINIMAL') return 0;
  const subnets = itemsAt(properties, 'Subnets');
  const zones = new Set(subnets.map((subnet) => zoneOf(subnet, context) ?? sameValueKey(subnet)));
  const share = knownNumber(properties, 0, 'UpdateConfig', 'MaxUnavailablePercentage');
  const count = knownNumber(properties, DEFAULT_UNAVAILABLE, 'UpdateConfig', 'MaxUnavailable');
  const size = knownNumber(properties, undefined, 'ScalingConfig', 'MaxSize');
  const ofShare = product(share, size);
  if (zones.size === 0 || count === undefined || ofShare === undefined) return undefined;
  return Math.max(2 * zones.size, Math.min(MAX_UNAVAILABLE, Math.max(count, Math.ceil(ofShare / 100))));
}

/** A key of the zone of a subnet; undefined when the template does not state it. */
export function zoneOf(subnet: unknown, context: CheckContext): string | undefined {
  const properties = context.targetOf('AWS::EC2::Subnet', subnet)?.properties;
  const zone = properties?.AvailabilityZone ?? properties?.AvailabilityZoneId;
  return zone === undefined ? undefined : sameValueKey(zone);
}

/** An unknown type counts against the quota of most types, with an unknown use. */
function instances(type: string | typeof UNKNOWN | undefined, min: number | undefined, max: number | undefined): QuotaUse {
  const instanceType = type === undefined || type === UNKNOWN ? '' : type;
  const vcpu = vcpuOf(instanceType);
  return { quota: vcpuQuotaOf(instanceType), min: product(min, vcpu), max: product(max, vcpu) };
}
