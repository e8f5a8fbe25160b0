import { z } from 'zod';
import { Id } from './scalars';

/**
 * The measures that alarms watch: the unit of a level, and whether an alarm fires above or below it. A `share` is a share of
 * the available amount: 0.8 of the memory limit, of the connections, of the disk.
 */
export const MEASURES = {
  /** CPU utilization, of the maximum size of the component. */
  processor: { unit: 'share', passed: 'upwards' },
  /** Memory of one instance, of its limit; data of a cache, of its maximum. */
  memory: { unit: 'share', passed: 'upwards' },
  /** Open connections, of the maximum that the database accepts. */
  connections: { unit: 'share', passed: 'upwards' },
  /** Used disk space. */
  storage: { unit: 'share', passed: 'upwards' },
  /** 95th percentile of the response time. */
  latency: { unit: 'milliseconds', passed: 'upwards' },
  /** Requests that end with a server error. */
  errors: { unit: 'share', passed: 'upwards' },
  /** Lag of a replica behind its primary. */
  'replication-lag': { unit: 'seconds', passed: 'upwards' },
  /** Queries in the slow query log, of all queries. */
  'slow-queries': { unit: 'share', passed: 'upwards' },
  /** Waiting messages. */
  'queue-depth': { unit: 'messages', passed: 'upwards' },
  /** Cache hits, of all reads. */
  'cache-hits': { unit: 'share', passed: 'downwards' },
} as const satisfies Readonly<
  Record<string, { readonly unit: 'share' | 'milliseconds' | 'seconds' | 'messages'; readonly passed: 'upwards' | 'downwards' }>
>;

/** The id of a measure. */
export type Measure = keyof typeof MEASURES;
/** Schema of the id of a measure. */
export const Measure = z.enum(Object.keys(MEASURES) as [Measure, ...Measure[]]);

/**
 * Levels at which operators are notified. Levels that are not given here are derived from `thresholds` and
 * `serviceLevels`, or are defaults of this package.
 */
export const Alarm = z.strictObject({
  measure: Measure.describe('The measure that is watched.'),
  component: Id.optional().describe('Component id that the levels are for. Default: all components without levels of their own.'),
  warning: z
    .number()
    .positive()
    .optional()
    .describe(
      'Level that needs attention during working hours, in the unit of the measure. Default: derived from `thresholds` and `serviceLevels`, or else a level of this package.',
    ),
  critical: z
    .number()
    .positive()
    .optional()
    .describe(
      'Level that pages the person on call, in the unit of the measure. Default: derived from the warning level, such as 5 times the share of errors.',
    ),
  forMinutes: z
    .number()
    .positive()
    .optional()
    .describe('Minutes that the level must be passed before the alarm fires. Default: by measure.'),
  source: z.string().describe('Source of the levels.'),
});
export type Alarm = z.infer<typeof Alarm>;
