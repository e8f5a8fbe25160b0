import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Interval } from '../../core/interval';
import type { Charge, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { allFollowed, followed, oncePerTemplate } from './following';
import { flag, optionalText, type Properties } from './properties';
import { hoursOf } from './quantities';

/** Hours of public IPv4 addresses. The price does not depend on the resource that uses them. */
export function addressCharge(count: Interval, details?: readonly string[]): Charge {
  return {
    kind: 'public-ipv4-hours',
    ...(details !== undefined && { details }),
    sku: 'ipv4/hours',
    quantity: hoursOf(count),
    group: 'network and balancer',
  };
}

/** Whether an instance gets a public address: `unknown` when only a subnet outside of the template knows. */
export type PublicAddress = 'yes' | 'no' | 'unknown';

/**
 * Whether instances in any of these subnets get a public address by default. Without subnets they are in the default VPC, whose
 * subnets assign public addresses (Amazon VPC user guide, default VPCs). Throws an UnreadableProperty for a VPC of dedicated tenancy.
 */
export function addressIn(subnets: readonly unknown[], context: PricingContext): PublicAddress {
  if (subnets.length === 0) return 'yes';
  const found = subnets.map((subnet) => addressInSubnet(subnet, context));
  return found.find((each) => each === 'yes') ?? found.find((each) => each === 'unknown') ?? 'no';
}

/** The subnets of a property: a list, or a function that gives one and stands for subnets outside of the template. Undefined without them. */
export function subnetsIn(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) || value === undefined ? value : [value];
}

function addressInSubnet(subnet: unknown, context: PricingContext): PublicAddress {
  const resource = followed(subnet, context);
  if (resource?.type !== 'AWS::EC2::Subnet') return 'unknown';
  const network = followed(resource.properties.VpcId, context);
  const tenancy = network?.type === 'AWS::EC2::VPC' ? optionalText(network.properties, 'InstanceTenancy') : undefined;
  if (tenancy !== undefined && tenancy !== 'default') {
    throw new UnreadableProperty({ kind: 'unlisted-value', property: 'InstanceTenancy', value: tenancy, known: 'shared-tenancy' });
  }
  return flag(resource.properties, 'MapPublicIpOnLaunch', false) ? 'yes' : 'no';
}

/** An instance with an Elastic IP releases its other public address; the Elastic IP is priced as its own resource. */
const instancesWithElasticIp = oncePerTemplate((context) => {
  const holders = [...context.ofType('AWS::EC2::EIPAssociation'), ...context.ofType('AWS::EC2::EIP')];
  return new Set(holders.flatMap(({ properties }) => allFollowed(properties.InstanceId, context).map(({ id }) => id)));
});

/** Number of Elastic IPs that the instances of a launch template or configuration associate themselves when they start: their user data names them. */
export function elasticIpsTaken({ UserData }: Properties, context: PricingContext): number {
  const named = allFollowed(UserData, context).filter(({ type }) => type === 'AWS::EC2::EIP');
  return new Set(named.map(({ id }) => id)).size;
}

/** Whether an Elastic IP is associated with an instance. */
export function hasElasticIp(instance: TemplateResource, context: PricingContext): boolean {
  return instancesWithElasticIp(context).has(instance.id);
}
