import { z } from 'zod';
import { Limits } from './resource';
import { NotNegative } from './scalars';

/** A bill that no template holds: a model API, a payment provider, monitoring as a service. */
export const External = z.strictObject({
  kind: z.literal('external'),
  name: z.string(),
  /** What is counted: `concurrent user`, `request`, `month`. */
  unit: z.string(),
  /** Which number of the workload is the quantity; `flat` is one a month. */
  driver: z.enum(['concurrentUsers', 'requestsPerMonth', 'modelRequestsPerMonth', 'flat']),
  /** Price of one unit a month: `[low, high]`. */
  unitPriceUsd: z.tuple([NotNegative, NotNegative]),
  /** Where the price is from. */
  source: z.string(),
  /** Date of the price, ISO 8601. */
  asOf: z.iso.date(),
  /** What the provider accepts: calls or tokens a minute. */
  limits: Limits,
});
export type External = z.infer<typeof External>;
export type ExternalInput = z.input<typeof External>;
