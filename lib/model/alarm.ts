import { z } from 'zod';
import { Id } from './scalars';

/**
 * What people are told about: how a level is written, and whether it is passed upwards or downwards. `share` is of what
 * there is: 0.8 of the memory limit, of the connections, of the disk.
 */
export const MEASURES = {
  /** Busy processors, of all that the component can grow to. */
  processor: { unit: 'share', passed: 'upwards' },
  /** Memory of one instance, of its limit; of a cache, data of what it may hold. */
  memory: { unit: 'share', passed: 'upwards' },
  /** Connections that are open, of what the database accepts. */
  connections: { unit: 'share', passed: 'upwards' },
  /** Disk that is used. */
  storage: { unit: 'share', passed: 'upwards' },
  /** Response time that 95% of requests stay below. */
  latency: { unit: 'milliseconds', passed: 'upwards' },
  /** Requests that end with a server error. */
  errors: { unit: 'share', passed: 'upwards' },
  /** How far a replica is behind. */
  'replication-lag': { unit: 'seconds', passed: 'upwards' },
  /** Queries that the database logs as slow. */
  'slow-queries': { unit: 'share', passed: 'upwards' },
  /** Messages that wait. */
  'queue-depth': { unit: 'messages', passed: 'upwards' },
  /** Reads that the cache answers itself. */
  'cache-hits': { unit: 'share', passed: 'downwards' },
} as const satisfies Readonly<
  Record<string, { readonly unit: 'share' | 'milliseconds' | 'seconds' | 'messages'; readonly passed: 'upwards' | 'downwards' }>
>;

export type Measure = keyof typeof MEASURES;
export const Measure = z.enum(Object.keys(MEASURES) as [Measure, ...Measure[]]);

/** From where on people are told, and how urgently. What is left out follows from `thresholds` and `serviceLevels`, or is our own. */
export const Alarm = z.strictObject({
  measure: Measure,
  /** Only of this component; absent: of all that no other alarm names. */
  component: Id.optional(),
  /** Somebody should look in working hours. In the unit of the measure. */
  warning: z.number().positive().optional(),
  /** Somebody is called. */
  critical: z.number().positive().optional(),
  /** How long it lasts before anybody is told. */
  forMinutes: z.number().positive().optional(),
  source: z.string(),
});
export type Alarm = z.infer<typeof Alarm>;
