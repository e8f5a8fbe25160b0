import { z } from 'zod';
import { Limits } from './resource';
import { Id, OrderedPair } from './scalars';

/** The operation that gives a quantity of an external service. */
export const CountedOperation = z.strictObject({
  operation: Id.describe('Operation id: its events per month, or its open sessions at the peak.'),
});

/** A service that no template contains, with its price: a model API, a payment provider, a monitoring service. */
export const External = z.strictObject({
  kind: z.literal('external').describe('A service of another provider, which no template contains.'),
  name: z.string().describe('Name in the estimate.'),
  unit: z.string().describe('The unit that is charged, such as `concurrent user`, `request` or `month`.'),
  driver: z
    .union([z.enum(['concurrentUsers', 'requestsPerMonth', 'flat']), CountedOperation])
    .describe('The quantity: a number of the workload, the events of an operation per month, or `flat` for one unit per month.'),
  unitPriceUsd: OrderedPair.describe('Price of one unit per month in US dollars, `[low, high]`.'),
  source: z.string().describe('Source of the price.'),
  asOf: z.iso.date().describe('Date of the price, ISO 8601.'),
  limits: Limits,
});
export type External = z.infer<typeof External>;
