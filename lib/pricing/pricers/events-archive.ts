import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** Archive of an event bus: processing of the archived events, and their storage. */
export const eventsArchive: Pricer = {
  types: ['AWS::Events::Archive'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'archive-processing-gb',
      sku: 'eventbridge/archive/processing',
      group: 'storage and backup',
      key: 'ingestedGb',
    }),
    usageCharge(resource, context, {
      kind: 'archive-gb-months',
      sku: 'eventbridge/archive/storage',
      group: 'storage and backup',
      key: 'storedGb',
    }),
  ],
};
