import { z } from 'zod';
import { certain, type Interval } from '../core/interval';
import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from '../core/time';
import { Amount, Every, SECONDS_EVERY } from './amount';
import { AssumedShare, Assumption } from './assumption';
import { Id } from './scalars';
import { ServiceLevelLimits } from './service-level-limit';
import { PROFILE_ASSUMPTIONS, type ProfileAssumptions, TRAFFIC_PROFILES, type TrafficProfile } from './traffic-profile';

/** Spelling of a rate: `600/min`, `0.5/s`, `400-600/min`, `200/hour`. */
const RATE = /^(\d+(?:\.\d+)?)(?:\s*[-–]\s*(\d+(?:\.\d+)?))?\s*\/\s*(s|min|h|second|minute|hour|day)$/;
const SECONDS_OF: Readonly<Record<string, number>> = { ...SECONDS_EVERY, s: 1, min: SECONDS_PER_MINUTE, h: SECONDS_PER_HOUR };

/** The amount of an operation: a number (events per second, or open sessions), a rate such as `600/min`, or an amount with a period. */
export const OperationAmount = z.union([
  Amount,
  z
    .string()
    .regex(RATE, 'a number, or a rate such as 600/min')
    .transform((text) => {
      const [, low = '', high = low, unit = 's'] = RATE.exec(text) ?? [];
      return [Number(low), Number(high), SECONDS_OF[unit] ?? 1] as const;
    })
    .refine(([low, high]) => low <= high, { error: 'a rate such as 400-600/min, with the lower end first' })
    .transform(([low, high, seconds]): z.input<typeof Amount> => [low / seconds, high / seconds])
    .pipe(Amount),
  z
    .strictObject({ amount: Amount.describe('The rate per `every`.'), every: Every.describe('Period of the rate.') })
    .transform(({ amount: { low, mid, high }, every }): Interval => {
      const seconds = SECONDS_EVERY[every];
      return { low: low / seconds, mid: mid / seconds, high: high / seconds };
    }),
]);

/** Amounts of operations. */
const Operations = z
  .record(Id, OperationAmount)
  .optional()
  .describe(
    'Amounts of the operations of the system, by their ids: events per second, open sessions, or a rate such as `600/min`. Default: the usual amounts of the operations.',
  );

/** Users of a tier whose definition states no workload: an example, not an estimate. */
const ASSUMED_USERS = 100;

/** Users, requests and operations at the busiest time. All usage in the estimate is derived from them. */
export const Workload = z
  .strictObject({
    concurrentUsers: Amount.optional().describe(
      `Users with an open session at the same time. Default: ${ASSUMED_USERS}, so that a first estimate has an example; 0 where the workload gives amounts of operations, such as the jobs of a system without users.`,
    ),
    requestsPerSecond: Amount.optional().describe(
      'HTTP requests per second at the peak. Default: those of the operation that counts them, or of the traffic profile, for the users.',
    ),
    operations: Operations,
  })
  .transform(({ concurrentUsers, ...given }) => ({
    ...given,
    concurrentUsers: concurrentUsers ?? certain(Object.keys(given.operations ?? {}).length > 0 ? 0 : ASSUMED_USERS),
  }));
export type Workload = z.infer<typeof Workload>;

/**
 * The workload that a tier is required to handle. Amounts that are not given follow from the number of users and their usual
 * behavior; without a number of users only the given amounts count.
 */
export const TargetWorkload = z.strictObject({
  concurrentUsers: Amount.optional().describe(
    'Users with an open session at the same time, which are many more than those who wait for an answer. Default: unknown.',
  ),
  requestsPerSecond: Amount.optional().describe('HTTP requests per second at the peak. Default: the usual number for the users.'),
  operations: Operations,
});
export type TargetWorkload = z.infer<typeof TargetWorkload>;

/** How growth is written, in words for problems. */
const GROWTH = 'a share per month such as 8% or 0.08, at most 100%';

/** `8%/month`, `8%`, or 0.08. A number above 1 is rejected, because it is probably a percentage without its sign. */
const SharePerMonth = z
  .union([
    z.number().meta({ minimum: 0, maximum: 1 }),
    z
      .string()
      .regex(/^\d+(\.\d+)?\s*%(\s*(\/|a|per)\s*month)?$/, GROWTH)
      .transform((text) => Number.parseFloat(text) / 100),
  ])
  .refine((share) => share >= 0 && share <= 1, { error: GROWTH });

/** `95%` or 0.95. */
const Confidence = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?\s*%$/, 'a share such as 95%')
      .transform((text) => Number.parseFloat(text) / 100),
  ])
  .refine((share) => share >= 0.5 && share < 1, { error: 'at least 50% and below 100%' });

/** A workload file: the target workload, and the requirements that the answer must meet. */
export const WorkloadQuestion = TargetWorkload.extend({
  growth: SharePerMonth.optional().describe('Growth of all amounts per month: `8%/month` or 0.08. Default: none.'),
  confidence: Confidence.optional().describe('Required confidence, 50% to below 100%: `95%` or 0.95. Default: 90%.'),
  slo: ServiceLevelLimits.optional().describe(
    'Service levels that the answer must meet with the required confidence: `p95=1s` (or `p50`, `p99`) of HTTP requests, `order.p95=500ms` of one operation, `errors=1%`, `replication-lag=1s` of all operations that read from replicas. Default: none.',
  ),
  budget: z
    .number({ error: 'US dollars such as 2500 or 99.50' })
    .positive({ error: 'above 0' })
    .optional()
    .describe('Budget in US dollars per month. Default: none.'),
});
export type WorkloadQuestion = z.infer<typeof WorkloadQuestion>;

/** The default of most fields. */
const OF_PROFILE = 'Default: that of the profile.';

/** Amounts that one unit of use transfers and stores. Amounts that a definition leaves out are those of its profile. */
export const Traffic = z
  .strictObject({
    profile: z
      .enum(TRAFFIC_PROFILES)
      .default('web')
      .describe(
        'Kind of the system, for the assumptions that are left out: `web` (pages in browsers), `api` (JSON), `chat`, `media` (images, video), `batch` (jobs). Default: `web`, whose responses are larger than those of `api` and `chat`.',
      ),
    averageToPeak: AssumedShare.optional().describe(
      `Average load over the month as a share of the peak: 0.25 corresponds to six busy hours per day. ${OF_PROFILE}`,
    ),
    responseKib: Assumption.optional().describe(`Size of an average response in KiB. ${OF_PROFILE}`),
    requestKib: Assumption.optional().describe(`Size of an average request in KiB. ${OF_PROFILE}`),
    interZoneKibPerRequest: Assumption.optional().describe(
      `Traffic between Availability Zones per request in KiB, both directions together. ${OF_PROFILE}`,
    ),
    logKibPerRequest: Assumption.optional().describe(`Log data per request in KiB. ${OF_PROFILE}`),
    externalKibPerRequest: Assumption.optional().describe(
      `Traffic to external APIs through the NAT gateways per request in KiB. ${OF_PROFILE}`,
    ),
    requestsPerConnection: Assumption.optional().describe(`Requests on one connection before it is closed. ${OF_PROFILE}`),
    backupShare: Assumption.optional().describe(`Size of backups as a share of the provisioned database storage. ${OF_PROFILE}`),
    logRetentionDays: Assumption.optional().describe(`Days that logs are retained. ${OF_PROFILE}`),
  })
  .transform((written): Traffic => {
    const { requestsPerSecondPerUser: _rate, ...assumptions } = PROFILE_ASSUMPTIONS[written.profile];
    return { ...assumptions, ...definedOf(written) };
  });

/** The amounts that one unit of use transfers and stores, with the assumptions of the profile filled in. */
export interface Traffic extends Readonly<Record<Exclude<keyof ProfileAssumptions, 'requestsPerSecondPerUser'>, Assumption>> {
  /** Kind of the system. */
  readonly profile: TrafficProfile;
}

/** An object without the fields that are undefined. */
function definedOf<T extends object>(written: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
