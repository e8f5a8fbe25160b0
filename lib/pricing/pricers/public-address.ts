import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Interval } from '../../core/interval';
import type { Charge, PricingContext } from '../pricer';
import { allFollowed, followed, oncePerTemplate } from './following';
import { flag, type Properties } from './properties';
import { hoursOf } from './quantities';

/** Hours of public IPv4 addresses, which cost the same wherever they are used. */
export function addressCharge(count: Interval): Charge {
  return { kind: 'public-ipv4-hours', sku: 'ipv4/hours', quantity: hoursOf(count), group: 'network and balancer' };
}

/** Whether machines in a subnet get a public address unless they say otherwise. A subnet outside of the template is private. */
export function isPublicSubnet(subnet: unknown, context: PricingContext): boolean {
  const resource = followed(subnet, context);
  return resource?.type === 'AWS::EC2::Subnet' && flag(resource.properties, 'MapPublicIpOnLaunch', false);
}

/** Machines with an Elastic IP give their other public address back; the Elastic IP is billed as its own resource. */
const machinesWithElasticIp = oncePerTemplate((context) => {
  const holders = [...context.ofType('AWS::EC2::EIPAssociation'), ...context.ofType('AWS::EC2::EIP')];
  return new Set(holders.flatMap(({ properties }) => allFollowed(properties.InstanceId, context).map(({ id }) => id)));
});

/** Elastic IPs that machines take themselves when they start: what they are told to do names them. */
export function elasticIpsTaken(launchTemplate: Properties, context: PricingContext): number {
  const named = allFollowed(launchTemplate.UserData, context).filter(({ type }) => type === 'AWS::EC2::EIP');
  return new Set(named.map(({ id }) => id)).size;
}

/** Whether an Elastic IP is associated with a resource. */
export function hasElasticIp(machine: TemplateResource, context: PricingContext): boolean {
  return machinesWithElasticIp(context).has(machine.id);
}
