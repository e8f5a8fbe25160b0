import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** Endpoint outside of AWS that rules and pipes call, charged by calls. */
export const eventsApiDestination: Pricer = {
  types: ['AWS::Events::ApiDestination'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'api-destination-invocations',
      sku: 'eventbridge/api-destinations',
      group: 'compute',
      key: 'invocations',
      per: 1_000_000,
    }),
  ],
};
