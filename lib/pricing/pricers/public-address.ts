import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Interval } from '../../core/interval';
import type { Charge, PricingContext } from '../pricer';
import { allFollowed, followed, oncePerTemplate } from './following';
import { flag, type Properties } from './properties';
import { hoursOf } from './quantities';

/** Hours of public IPv4 addresses. The price does not depend on the resource that uses them. */
export function addressCharge(count: Interval): Charge {
  return { kind: 'public-ipv4-hours', sku: 'ipv4/hours', quantity: hoursOf(count), group: 'network and balancer' };
}

/** Whether instances in a subnet get a public address by default. A subnet outside of the template is taken as private. */
export function isPublicSubnet(subnet: unknown, context: PricingContext): boolean {
  const resource = followed(subnet, context);
  return resource?.type === 'AWS::EC2::Subnet' && flag(resource.properties, 'MapPublicIpOnLaunch', false);
}

/** An instance with an Elastic IP releases its other public address; the Elastic IP is priced as its own resource. */
const instancesWithElasticIp = oncePerTemplate((context) => {
  const holders = [...context.ofType('AWS::EC2::EIPAssociation'), ...context.ofType('AWS::EC2::EIP')];
  return new Set(holders.flatMap(({ properties }) => allFollowed(properties.InstanceId, context).map(({ id }) => id)));
});

/** Number of Elastic IPs that the instances of a launch template associate themselves when they start: their user data names them. */
export function elasticIpsTaken(launchTemplate: Properties, context: PricingContext): number {
  const named = allFollowed(launchTemplate.UserData, context).filter(({ type }) => type === 'AWS::EC2::EIP');
  return new Set(named.map(({ id }) => id)).size;
}

/** Whether an Elastic IP is associated with an instance. */
export function hasElasticIp(instance: TemplateResource, context: PricingContext): boolean {
  return instancesWithElasticIp(context).has(instance.id);
}
