import type { Pricer } from '../pricer';
import { ONE, usageCharge } from './quantities';

const GROUP = 'network and balancer';

/** Public or private hosted zone, and the DNS queries to it. */
export const route53HostedZone: Pricer = {
  types: ['AWS::Route53::HostedZone', 'AWS::ServiceDiscovery::PrivateDnsNamespace', 'AWS::ServiceDiscovery::PublicDnsNamespace'],
  charges: (resource, context) => [
    { kind: 'dns-zones', sku: 'route53/hosted-zone', quantity: ONE, group: GROUP },
    usageCharge(resource, context, { kind: 'dns-queries', sku: 'route53/queries', group: GROUP, key: 'dnsQueries', per: 1_000_000 }),
  ],
};
