import { z } from 'zod';
import { REGIONS } from './options';
import { Count, Id } from './scalars';

/** The health check of a region's entry point. */
export const HealthCheck = z.strictObject({
  intervalSeconds: z.literal([10, 30]).describe('Seconds between two checks: 10 or 30, the intervals of Route 53.'),
  failures: Count.max(10).describe('Failed checks in a row until the DNS record fails over.'),
});

/**
 * How a tier survives the loss of its region. The primary region is the option `region`; the standby regions are the first
 * ones of `preference` without the primary, so that each region can be the primary.
 */
export const Regions = z
  .strictObject({
    secondaries: Count.max(REGIONS.length - 1).describe('Number of standby regions in addition to the primary one.'),
    preference: z.array(z.enum(REGIONS)).min(2).describe('Candidates for standby regions in the order in which they take over.'),
    standby: z
      .enum(['pilot-light', 'warm-standby', 'active'])
      .describe(
        'Workloads in standby regions: `pilot-light` the data stores only, `warm-standby` services at their minimum as well, `active` all regions serve users. Only `warm-standby` is supported.',
      ),
    replicates: z.array(Id).min(1).describe('Component ids of the data stores and buckets that are copied to the standby regions.'),
    failover: z
      .enum(['dns-health-check'])
      .default('dns-health-check')
      .describe('How users reach another region. Default: `dns-health-check`, a DNS record that fails over by health checks.'),
    healthCheck: HealthCheck.describe('The health check of each region.'),
    recordTtlSeconds: Count.describe('TTL of the DNS record in seconds.'),
  })
  .superRefine(({ secondaries, preference }, context) => {
    const distinct = new Set(preference);
    if (distinct.size !== preference.length) context.addIssue({ code: 'custom', path: ['preference'], message: 'each region once' });
    if (distinct.size <= secondaries) {
      context.addIssue({
        code: 'custom',
        path: ['preference'],
        message: `more than ${secondaries} regions, because one of them may be the primary`,
      });
    }
  });
export type Regions = z.infer<typeof Regions>;
