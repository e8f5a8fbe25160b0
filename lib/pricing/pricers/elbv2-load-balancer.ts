import type { TemplateResource } from '../../template';
import { certain, combineIntervals, type Interval, mapInterval } from '../../units';
import { type Charge, type Pricer, type PricingContext, UnreadableProperty } from '../pricer';
import { followed, oncePerTemplate } from './following';
import { list, objects, optionalText, type Properties } from './properties';
import { addressCharge } from './public-address';
import { hoursOf, ONE_MONTH_HOURS } from './quantities';

const GROUP = 'network and balancer';

/** What one capacity unit (LCU) carries of each dimension. Source: Elastic Load Balancing pricing, July 2025; NLB as for TCP. */
interface CapacityUnit {
  readonly newConnectionsPerSecond: number;
  readonly activeConnections: number;
  readonly processedGbPerHour: number;
}
const CAPACITY_UNITS: Readonly<Record<string, CapacityUnit>> = {
  application: { newConnectionsPerSecond: 25, activeConnections: 3_000, processedGbPerHour: 1 },
  network: { newConnectionsPerSecond: 800, activeConnections: 100_000, processedGbPerHour: 1 },
  gateway: { newConnectionsPerSecond: 600, activeConnections: 60_000, processedGbPerHour: 1 },
};
const DIMENSIONS = ['newConnectionsPerSecond', 'activeConnections', 'processedGbPerHour'] as const;

/** Rules that a request may pass without being counted, and counted rules a second in one unit. Source: the same pricing page. */
const FREE_RULES = 10;
const RULE_EVALUATIONS_PER_SECOND = 1_000;

/** Load balancers for requests, connections or packets: hours, capacity units by the dimension that needs most of them, addresses. */
export const elbv2LoadBalancer: Pricer = {
  types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  charges: (resource, context) => {
    const type = optionalText(resource.properties, 'Type') ?? 'application';
    const unit = CAPACITY_UNITS[type];
    if (unit === undefined) throw new UnreadableProperty(`Type is ${type}: none of ${Object.keys(CAPACITY_UNITS).join(', ')}`);
    return [
      { name: `Load balancer hours (${type})`, sku: `elb/${type}/hours`, quantity: ONE_MONTH_HOURS, group: GROUP },
      capacityCharge(resource, type, unit, context),
      ...addressCharges(resource.properties, type),
    ];
  },
};

function capacityCharge(resource: TemplateResource, type: string, unit: CapacityUnit, context: PricingContext): Charge {
  const dimensions = [
    ...DIMENSIONS.map((key) => {
      const { quantity, assumption } = context.usage(resource, key);
      return { units: mapInterval(quantity, (value) => value / unit[key]), assumption };
    }),
    ...(type === 'application' ? ruleDimension(resource, context) : []),
  ];
  const units = dimensions.map((dimension) => dimension.units).reduce((most, next) => combineIntervals(most, next, Math.max));
  const assumption = `the most of: ${[...new Set(dimensions.map((dimension) => dimension.assumption))].join('; ')}`;
  return { name: `Load balancer capacity units (${type})`, sku: `elb/${type}/lcu`, quantity: hoursOf(units), group: GROUP, assumption };
}

function ruleDimension(
  resource: TemplateResource,
  context: PricingContext,
): readonly { readonly units: Interval; readonly assumption: string }[] {
  const counted = (rulesByBalancer(context).get(resource.id) ?? 0) - FREE_RULES;
  if (counted <= 0) return [];
  const { quantity, assumption } = context.usage(resource, 'requestsPerSecond');
  return [{ units: mapInterval(quantity, (value) => (value * counted) / RULE_EVALUATIONS_PER_SECOND), assumption }];
}

const rulesByBalancer = oncePerTemplate((context) => {
  const counts = new Map<string, number>();
  for (const rule of context.ofType('AWS::ElasticLoadBalancingV2::ListenerRule')) {
    const balancer = followed(followed(rule.properties.ListenerArn, context)?.properties.LoadBalancerArn, context);
    if (balancer !== undefined) counts.set(balancer.id, (counts.get(balancer.id) ?? 0) + 1);
  }
  return counts;
});

/** One public address in each subnet, unless it is an Elastic IP, which is billed as its own resource. */
function addressCharges(properties: Properties, type: string): readonly Charge[] {
  const isInternal = type === 'gateway' || optionalText(properties, 'Scheme') === 'internal';
  if (isInternal || optionalText(properties, 'IpAddressType') === 'dualstack-without-public-ipv4') return [];
  const mappings = objects(properties, 'SubnetMappings');
  const subnets = list(properties, 'Subnets').length + mappings.filter((mapping) => mapping.AllocationId === undefined).length;
  if (subnets === 0 && mappings.length === 0)
    throw new UnreadableProperty('Subnets is missing, and each has a public address that is billed');
  return subnets === 0 ? [] : [addressCharge(certain(subnets))];
}
