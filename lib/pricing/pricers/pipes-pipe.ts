import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** EventBridge pipe, charged by the requests that pass its filter, in units of 64 KB. */
export const pipesPipe: Pricer = {
  types: ['AWS::Pipes::Pipe'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'pipe-requests',
      sku: 'eventbridge/pipes',
      group: 'compute',
      key: 'events',
      per: 1_000_000,
    }),
  ],
};
