import { addIntervals, certain } from '../../core/interval';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { BALANCER_TYPES, type BalancerType, balancerCharges, isBalancerType } from './balancer-units';
import { followed, oncePerTemplate } from './following';
import { objects, optionalText, type Properties, shownValue } from './properties';
import { addressCharge } from './public-address';
import { subnetCount } from './subnet-count';

/** Application, Network or Gateway Load Balancer: hours, capacity units by the dimension that needs the most, and public addresses. */
export const elbv2LoadBalancer: Pricer = {
  types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  charges: (resource, context) => {
    const type = optionalText(resource.properties, 'Type') ?? 'application';
    if (!isBalancerType(type)) {
      throw new UnreadableProperty({ kind: 'invalid', property: 'Type', shown: shownValue(type), expected: BALANCER_TYPES });
    }
    const rules = type === 'application' ? (rulesByBalancer(context).get(resource.id) ?? 0) : 0;
    return [...balancerCharges(resource, { type, rules }, context), ...addressCharges(resource.properties, type, context)];
  },
};

const rulesByBalancer = oncePerTemplate((context) => {
  const counts = new Map<string, number>();
  for (const rule of context.ofType('AWS::ElasticLoadBalancingV2::ListenerRule')) {
    const balancer = followed(followed(rule.properties.ListenerArn, context)?.properties.LoadBalancerArn, context);
    if (balancer !== undefined) counts.set(balancer.id, (counts.get(balancer.id) ?? 0) + 1);
  }
  return counts;
});

/** Zones that a load balancer has at least. Source: Elastic Load Balancing API reference, CreateLoadBalancer, `Subnets`. */
const FEWEST_ZONES: Readonly<Record<BalancerType, number>> = { application: 2, network: 1, gateway: 1 };

/** One public address in each subnet, unless it is an Elastic IP, which is priced as its own resource. */
function addressCharges(properties: Properties, type: BalancerType, context: PricingContext): readonly Charge[] {
  const isInternal = type === 'gateway' || optionalText(properties, 'Scheme') === 'internal';
  if (isInternal || optionalText(properties, 'IpAddressType') === 'dualstack-without-public-ipv4') return [];
  const mappings = objects(properties, 'SubnetMappings');
  const { count, details } = subnetCount(properties, 'Subnets', FEWEST_ZONES[type], context);
  const addresses = addIntervals(count, certain(mappings.filter((mapping) => mapping.AllocationId === undefined).length));
  if (addresses.high === 0 && mappings.length === 0)
    throw new UnreadableProperty({ kind: 'missing-subnets', property: 'Subnets', billed: 'public-address' });
  return addresses.high === 0 ? [] : [addressCharge(addresses, details)];
}
