import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** Event bus, charged by custom events in units of 64 KB. Events of AWS services have no charge. */
export const eventsEventBus: Pricer = {
  types: ['AWS::Events::EventBus'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'bus-events',
      sku: 'eventbridge/events',
      group: 'compute',
      key: 'events',
      per: 1_000_000,
    }),
  ],
};
