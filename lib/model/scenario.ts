import { z } from 'zod';
import { Amount } from './amount';
import { Resource } from './resource';
import { Id, NotNegative, Share } from './scalars';
import { TargetWorkload } from './workload';

/** A workload that the document says a tier handles, and the limit that it names. */
export const Scenario = z.strictObject({
  id: Id.describe('Id of the scenario.'),
  name: z.string().describe('Name in tables.'),
  tier: Id.describe('Id of the tier.'),
  workload: TargetWorkload.describe('The workload.'),
  limitedBy: z.string().optional().describe('The limit that the document names, in its words. Default: none.'),
  source: z.string().describe('Source of the scenario.'),
});
export type Scenario = z.infer<typeof Scenario>;

/** A value of a formula that the document gives. */
export const PublishedValue = z.strictObject({
  users: NotNegative.describe('Concurrent users.'),
  amount: Amount.describe('Amount in the unit of the resource.'),
});

/** A rule of the document that sizes a resource by the number of users: base + users × perUser. */
export const Formula = z.strictObject({
  id: Id.describe('Id of the formula.'),
  name: z.string().describe('Name in tables.'),
  components: z.array(Id).min(1).describe('Component ids that the formula sizes together.'),
  resource: Resource.describe('The resource.'),
  base: NotNegative.describe('Amount without users, in the unit of the resource.'),
  perUser: NotNegative.describe('Amount per concurrent user, in the unit of the resource.'),
  published: z.array(PublishedValue).default([]).describe('Values in the table of the document. Default: none.'),
  tier: Id.optional().describe('Id of the tier that it sizes. Default: for each value, the smallest tier published for that many users.'),
  source: z.string().describe('Source of the formula.'),
});
export type Formula = z.infer<typeof Formula>;

/** A point on the curve of a system that degrades under load, from the document or a load test. */
export const DegradationPoint = z.strictObject({
  concurrentUsers: NotNegative.describe('Concurrent users.'),
  requestsPerSecond: NotNegative.optional().describe('Requests per second. Default: unknown.'),
  p95Ms: NotNegative.optional().describe('95th percentile of the response time in milliseconds. Default: unknown.'),
  errorShare: Share.optional().describe('Share of failed requests, 0 to 1. Default: unknown.'),
  processorShare: Share.optional().describe('CPU utilization, 0 to 1. Default: unknown.'),
  note: z.string().optional().describe('The resource that is exhausted here. Default: none.'),
});
export type DegradationPoint = z.infer<typeof DegradationPoint>;

/** Service level objectives. */
export const ServiceLevels = z
  .strictObject({
    p50Ms: z.number().positive().optional().describe('Median of the response time in milliseconds. Default: no objective.'),
    p95Ms: z.number().positive().optional().describe('95th percentile of the response time in milliseconds. Default: no objective.'),
    p99Ms: z.number().positive().optional().describe('99th percentile of the response time in milliseconds. Default: no objective.'),
    errorShare: Share.optional().describe('Share of failed requests, 0 to 1. Default: no objective.'),
    replicationLagMs: z
      .number()
      .positive()
      .optional()
      .describe(
        '95th percentile of the replication lag, in milliseconds, that operations with reads from replicas see. Also the warning level of the alarm for replication lag. Default: no objective.',
      ),
    source: z.string().describe('Source of the objectives.'),
  })
  .superRefine((levels, context) => {
    for (const [lower, higher] of [
      ['p50Ms', 'p95Ms'],
      ['p95Ms', 'p99Ms'],
      ['p50Ms', 'p99Ms'],
    ] as const) {
      const [least, most] = [levels[lower], levels[higher]];
      if (least === undefined || most === undefined || least <= most) continue;
      context.addIssue({ code: 'custom', path: [lower], input: least, message: `at most ${higher}, which is ${most}` });
      return;
    }
  });
export type ServiceLevels = z.infer<typeof ServiceLevels>;
