import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** Discoverer of event schemas, charged by the events that it reads, in units of 8 KB. */
export const eventschemasDiscoverer: Pricer = {
  types: ['AWS::EventSchemas::Discoverer'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'discovered-events',
      sku: 'eventbridge/schema-discovery',
      group: 'compute',
      key: 'events',
      per: 1_000_000,
    }),
  ],
};
