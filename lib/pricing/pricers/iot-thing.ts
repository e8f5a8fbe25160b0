import type { Pricer } from '../pricer';
import { MILLION, type UsageOf, usageCharge } from './quantities';

/** Device of AWS IoT Core, charged by the minutes of its connection and by messages, in units of 5 KB. */
export const iotThing: Pricer = {
  types: ['AWS::IoT::Thing'],
  charges: (resource, context) => {
    const usage = (charge: Pick<UsageOf, 'kind' | 'sku' | 'key'>) =>
      usageCharge(resource, context, { ...charge, group: 'compute', per: MILLION });
    return [
      usage({ kind: 'device-connection-minutes', sku: 'iot/connection-minutes', key: 'connectionMinutes' }),
      usage({ kind: 'device-messages', sku: 'iot/messages', key: 'deviceMessages' }),
    ];
  },
};
