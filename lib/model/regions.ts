import { z } from 'zod';
import { REGIONS } from './options';
import { Count, Id } from './scalars';

/**
 * How a tier survives the loss of its region. The primary region is the option `region`; the others are taken from
 * `preference`, the primary left out, so that every region may be the primary one.
 */
export const Regions = z
  .strictObject({
    /** Regions beside the primary one. */
    secondaries: Count.max(REGIONS.length - 1),
    /** Candidates, the nearest to take over first. */
    preference: z.array(z.enum(REGIONS)).min(2),
    /**
     * What runs in the secondaries before it is needed: `pilot-light` the data only, `warm-standby` services at their
     * least as well, `active` all regions serve.
     */
    standby: z.enum(['pilot-light', 'warm-standby', 'active']),
    /** Data components that are copied to the secondaries, by id. */
    replicates: z.array(Id).min(1),
    /** How users reach another region: a DNS record that health checks move. */
    failover: z.enum(['dns-health-check']).default('dns-health-check'),
    /** Seconds between two health checks, and failures in a row until the record moves. */
    healthCheck: z.strictObject({ intervalSeconds: z.union([z.literal(10), z.literal(30)]), failures: Count.max(10) }),
    /** Seconds that resolvers keep the record. */
    recordTtlSeconds: Count,
  })
  .superRefine(({ secondaries, preference }, context) => {
    const distinct = new Set(preference);
    if (distinct.size !== preference.length) context.addIssue({ code: 'custom', path: ['preference'], message: 'each region once' });
    if (distinct.size <= secondaries) {
      context.addIssue({
        code: 'custom',
        path: ['preference'],
        message: `more than ${secondaries} regions: one of them may be the primary`,
      });
    }
  });
export type Regions = z.infer<typeof Regions>;
export type RegionsInput = z.input<typeof Regions>;
