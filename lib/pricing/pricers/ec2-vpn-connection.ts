import type { Pricer } from '../pricer';
import { ONE_MONTH_HOURS } from './quantities';

/** Site-to-Site VPN connection. Its outgoing data is data transfer to the internet. */
export const ec2VpnConnection: Pricer = {
  types: ['AWS::EC2::VPNConnection'],
  charges: () => [{ kind: 'vpn-connection-hours', sku: 'vpn/hours', quantity: ONE_MONTH_HOURS, group: 'network and balancer' }],
};
