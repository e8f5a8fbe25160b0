import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { list } from './properties';
import { hoursOf, usageCharge } from './quantities';

const GROUP = 'network and balancer';

/** Network firewall: an endpoint in each of its subnets, and the traffic that it processes. */
export const networkfirewallFirewall: Pricer = {
  types: ['AWS::NetworkFirewall::Firewall'],
  charges: (resource, context) => {
    const endpoints = list(resource.properties, 'SubnetMappings').length;
    if (endpoints === 0) throw new UnreadableProperty({ kind: 'missing-subnets', property: 'SubnetMappings', billed: 'endpoint' });
    return [
      { kind: 'firewall-endpoint-hours', sku: 'network-firewall/endpoint', quantity: hoursOf(certain(endpoints)), group: GROUP },
      usageCharge(resource, context, { kind: 'firewall-gb', sku: 'network-firewall/data', group: GROUP, key: 'processedGb' }),
    ];
  },
};
