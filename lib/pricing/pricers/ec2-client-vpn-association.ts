import type { Pricer } from '../pricer';
import { ONE_MONTH_HOURS } from './quantities';

/** Association of a Client VPN endpoint with a subnet. */
export const ec2ClientVpnAssociation: Pricer = {
  types: ['AWS::EC2::ClientVpnTargetNetworkAssociation'],
  charges: () => [
    { kind: 'client-vpn-association-hours', sku: 'vpn/client-associations', quantity: ONE_MONTH_HOURS, group: 'network and balancer' },
  ],
};
