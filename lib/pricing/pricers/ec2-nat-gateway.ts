import type { Pricer } from '../pricer';
import { ONE_MONTH_HOURS, usageCharge } from './quantities';

/** NAT gateway: hours and processed gigabytes. Its public address is an Elastic IP, which is a resource of its own. */
export const ec2NatGateway: Pricer = {
  types: ['AWS::EC2::NatGateway'],
  charges: (resource, context) => [
    { kind: 'nat-gateway-hours', sku: 'nat/hours', quantity: ONE_MONTH_HOURS, group: 'network and balancer' },
    usageCharge(resource, context, { kind: 'nat-gateway-gb', sku: 'nat/data', group: 'transfer', key: 'natProcessedGb' }),
  ],
};
