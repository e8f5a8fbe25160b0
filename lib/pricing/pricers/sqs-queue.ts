import type { Pricer } from '../pricer';
import { flag } from './properties';
import { usageCharge } from './quantities';

/** A queue, billed by the requests of those who send and receive. */
export const sqsQueue: Pricer = {
  types: ['AWS::SQS::Queue'],
  charges: (resource, context) => {
    const kind = flag(resource.properties, 'FifoQueue', false) ? 'fifo' : 'standard';
    return [
      usageCharge(resource, context, {
        name: `Requests (${kind})`,
        sku: `sqs/${kind}`,
        group: 'compute',
        key: 'queueRequests',
        per: 1_000_000,
      }),
    ];
  },
};
