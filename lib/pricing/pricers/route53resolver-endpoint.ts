import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { list } from './properties';
import { hoursOf, usageCharge } from './quantities';

/** Resolver endpoint, charged by its network interfaces and the queries that pass it. */
export const route53resolverEndpoint: Pricer = {
  types: ['AWS::Route53Resolver::ResolverEndpoint'],
  charges: (resource, context) => {
    const interfaces = list(resource.properties, 'IpAddresses').length;
    if (interfaces === 0) throw new UnreadableProperty({ kind: 'missing', property: 'IpAddresses' });
    return [
      {
        kind: 'resolver-interface-hours',
        sku: 'route53-resolver/interface',
        quantity: hoursOf(certain(interfaces)),
        group: 'network and balancer',
      },
      usageCharge(resource, context, {
        kind: 'dns-queries',
        sku: 'route53-resolver/queries',
        group: 'network and balancer',
        key: 'dnsQueries',
        per: 1_000_000,
      }),
    ];
  },
};
