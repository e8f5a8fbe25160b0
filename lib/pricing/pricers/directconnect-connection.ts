import type { Pricer } from '../pricer';
import { requiredText } from './properties';
import { ONE_MONTH_HOURS, usageCharge } from './quantities';

/** Dedicated connection of AWS Direct Connect: the hours of its port, by capacity, and the data that leaves the region over it. */
export const directconnectConnection: Pricer = {
  types: ['AWS::DirectConnect::Connection'],
  charges: (resource, context) => {
    const bandwidth = requiredText(resource.properties, 'Bandwidth');
    return [
      {
        kind: 'port-hours',
        details: [bandwidth],
        sku: `direct-connect/${bandwidth.toLowerCase()}`,
        quantity: ONE_MONTH_HOURS,
        group: 'network and balancer',
      },
      usageCharge(resource, context, { kind: 'port-gb', sku: 'direct-connect/out', group: 'transfer', key: 'connectionOutGb' }),
    ];
  },
};
