import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** Client VPN endpoint, charged by the hours of its connections; its associations with subnets are resources of their own. */
export const ec2ClientVpnEndpoint: Pricer = {
  types: ['AWS::EC2::ClientVpnEndpoint'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'client-vpn-connection-hours',
      sku: 'vpn/client-connections',
      group: 'network and balancer',
      key: 'connectionMinutes',
      per: 60,
    }),
  ],
};
