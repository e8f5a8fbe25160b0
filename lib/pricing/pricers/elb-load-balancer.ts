import { HOURS_PER_MONTH } from '../../core/time';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { optionalText, type Properties } from './properties';
import { addressCharge } from './public-address';
import { ONE_MONTH_HOURS, usageCharge } from './quantities';
import { subnetCount } from './subnet-count';

/** Classic Load Balancer: hours, gigabytes, and a public address in each subnet or zone. */
export const elbLoadBalancer: Pricer = {
  types: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  charges: (resource, context) => [
    {
      kind: 'load-balancer-hours',
      details: ['classic'],
      sku: 'elb/classic/hours',
      quantity: ONE_MONTH_HOURS,
      group: 'network and balancer',
    },
    usageCharge(resource, context, {
      kind: 'load-balancer-gb',
      details: ['classic'],
      sku: 'elb/classic/data',
      group: 'transfer',
      key: 'processedGbPerHour',
      per: 1 / HOURS_PER_MONTH,
    }),
    ...(optionalText(resource.properties, 'Scheme') === 'internal' ? [] : addressCharges(resource.properties, context)),
  ],
};

/** A public address in each subnet or, in the default VPC, in each zone. */
function addressCharges(properties: Properties, context: PricingContext): readonly Charge[] {
  const places = ['Subnets', 'AvailabilityZones'].map((key) => subnetCount(properties, key, 1, context));
  const found = places.find(({ count }) => count.high > 0);
  if (found === undefined) throw new UnreadableProperty({ kind: 'missing-subnets', property: 'Subnets', billed: 'public-address' });
  return [addressCharge(found.count, found.details)];
}
