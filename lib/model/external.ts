import { z } from 'zod';
import { Limits } from './resource';
import { NotNegative } from './scalars';

/** A service that no template contains, with its price: a model API, a payment provider, a monitoring service. */
export const External = z.strictObject({
  kind: z.literal('external').describe('A service of another provider, which no template contains.'),
  name: z.string().describe('Name in the estimate.'),
  unit: z.string().describe('The unit that is charged, such as `concurrent user`, `request` or `month`.'),
  driver: z
    .enum(['concurrentUsers', 'requestsPerMonth', 'modelRequestsPerMonth', 'flat'])
    .describe('The number of the workload that gives the quantity; `flat` is one unit per month.'),
  unitPriceUsd: z.tuple([NotNegative, NotNegative]).describe('Price of one unit per month in US dollars, `[low, high]`.'),
  source: z.string().describe('Source of the price.'),
  asOf: z.iso.date().describe('Date of the price, ISO 8601.'),
  limits: Limits,
});
export type External = z.infer<typeof External>;
