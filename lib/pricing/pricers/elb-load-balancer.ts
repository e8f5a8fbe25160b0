import { certain } from '../../core/interval';
import { HOURS_PER_MONTH } from '../../core/time';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { list, optionalText, type Properties } from './properties';
import { addressCharge } from './public-address';
import { ONE_MONTH_HOURS, usageCharge } from './quantities';

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
    ...(optionalText(resource.properties, 'Scheme') === 'internal' ? [] : [addressCharge(certain(placesOf(resource.properties)))]),
  ],
};

function placesOf(properties: Properties): number {
  const places = list(properties, 'Subnets').length || list(properties, 'AvailabilityZones').length;
  if (places === 0) throw new UnreadableProperty({ kind: 'missing-subnets', property: 'Subnets', billed: 'public-address' });
  return places;
}
