import type { Pricer } from '../pricer';
import { attachmentCharges } from './ec2-transit-gateway-attachment';
import { ONE_MONTH_HOURS } from './quantities';

/** Site-to-Site VPN connection, and its attachment to a transit gateway. Its outgoing data is data transfer to the internet. */
export const ec2VpnConnection: Pricer = {
  types: ['AWS::EC2::VPNConnection'],
  charges: (resource, context) => [
    { kind: 'vpn-connection-hours', sku: 'vpn/hours', quantity: ONE_MONTH_HOURS, group: 'network and balancer' },
    ...(resource.properties.TransitGatewayId === undefined ? [] : attachmentCharges(resource, context)),
  ],
};
