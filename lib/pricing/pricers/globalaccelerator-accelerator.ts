import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { list } from './properties';
import { addressCharge } from './public-address';
import { ONE_MONTH_HOURS, usageCharge } from './quantities';

/** Static IPv4 addresses of an accelerator. Source: AWS Global Accelerator developer guide, "Components in AWS Global Accelerator". */
const STATIC_ADDRESSES = 2;

/**
 * Accelerator: its hours, whether it is enabled or not, its static IPv4 addresses that are not the customer's own, and the premium for
 * the data in the dominant direction. Source: AWS Global Accelerator pricing.
 */
export const globalacceleratorAccelerator: Pricer = {
  types: ['AWS::GlobalAccelerator::Accelerator'],
  charges: (resource, context) => {
    const own = list(resource.properties, 'IpAddresses').length;
    return [
      {
        kind: 'accelerator-hours',
        sku: 'global-accelerator/accelerator',
        quantity: ONE_MONTH_HOURS,
        group: 'network and balancer',
      },
      addressCharge(certain(Math.max(STATIC_ADDRESSES - own, 0)), ['static addresses']),
      usageCharge(resource, context, {
        kind: 'accelerator-gb',
        sku: 'global-accelerator/premium',
        group: 'network and balancer',
        key: 'acceleratedGb',
      }),
    ];
  },
};
