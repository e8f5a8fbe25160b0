import { HOURS_PER_MONTH } from '../../core/time';
import type { Charge, Counted, Pricer, UsageContext } from '../pricer';
import { ONE_MONTH_HOURS, usageCharge } from './quantities';

/** Attachment of a VPC to a transit gateway. The gateway itself has no charge. */
export const ec2TransitGatewayAttachment: Pricer = {
  types: ['AWS::EC2::TransitGatewayAttachment', 'AWS::EC2::TransitGatewayVpcAttachment'],
  charges: attachmentCharges,
};

/** Charges of an attachment of a VPC or a VPN connection. Source: AWS Transit Gateway pricing. */
export function attachmentCharges(attached: Counted, context: UsageContext): readonly Charge[] {
  return [
    { kind: 'transit-gateway-attachment-hours', sku: 'transit-gateway/hours', quantity: ONE_MONTH_HOURS, group: 'network and balancer' },
    usageCharge(attached, context, {
      kind: 'transit-gateway-attachment-gb',
      sku: 'transit-gateway/data',
      group: 'transfer',
      key: 'processedGbPerHour',
      per: 1 / HOURS_PER_MONTH,
    }),
  ];
}
