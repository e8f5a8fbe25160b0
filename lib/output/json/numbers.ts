import { z } from 'zod';

/** JSON has no infinity and no NaN: a number that is not finite is unknown. */
export const Number6 = z.union([z.number(), z.literal('unknown')]).describe('rounded to six significant digits, or `unknown`');

/** The 5th, 50th and 95th percentile of the samples. */
export const RangeJson = z.strictObject({
  low: Number6.describe('5th percentile of the samples, or `unknown`'),
  mid: Number6.describe('50th percentile of the samples, or `unknown`'),
  high: Number6.describe('95th percentile of the samples, or `unknown`'),
});

/** An amount as an interval. */
export const AmountJson = z.strictObject({
  low: z.number().describe('least value'),
  mid: z.number().describe('expected value'),
  high: z.number().describe('largest value'),
});

/** A target workload: every number as low, mid and high; operations in events per second, or sessions. */
export const TargetWorkloadJson = z.strictObject({
  concurrentUsers: AmountJson.optional().describe('users with an open session'),
  requestsPerSecond: AmountJson.optional().describe('HTTP requests per second'),
  operations: z.record(z.string(), AmountJson).optional().describe('operations by id: events per second, or open sessions'),
});

/** Concurrent users by activity. */
export const UserActivityJson = z.strictObject({
  withOpenSession: AmountJson.describe('concurrent users: users with an open session'),
  active: AmountJson.describe('users who start an operation within 60 seconds'),
  inFlight: AmountJson.optional().describe(
    'operations that have started and not ended; absent if an operation of the workload has no seconds',
  ),
  withoutSeconds: z.array(z.string()).readonly().describe('ids of the operations of the workload that have no seconds'),
  sessions: z.record(z.string(), AmountJson).describe('open sessions of each kind, by id of the operation'),
});

/** Options of a candidate. */
export const CandidateOptionsJson = z
  .record(z.string(), z.string())
  .describe('options that are chosen in addition to the tier, by context key; values as strings');

const DIGITS = 6;

/** The answer with every number rounded to six significant digits, and `unknown` for numbers that are not finite. */
export function finite<Answer>(answer: Answer): Answer {
  return finiteValue(answer) as Answer;
}

function finiteValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : 'unknown';
  if (Array.isArray(value)) return value.map(finiteValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, finiteValue(inner)]));
}
