import { z } from 'zod';

/** JSON has no infinity and no NaN: a number that is not finite is unknown. */
export const Number6 = z.union([z.number(), z.literal('unknown')]).describe('in six digits, or unknown');

/** Of the samples 5%, 50% and 95% are not above these. */
export const RangeJson = z.strictObject({
  low: Number6.describe('low end'),
  mid: Number6.describe('expected value'),
  high: Number6.describe('high end'),
});

/** A number that is given as three. */
export const AmountJson = z.strictObject({
  low: z.number().describe('low end'),
  mid: z.number().describe('expected value'),
  high: z.number().describe('high end'),
});

/** A target workload: every number as low, mid and high; operations in events per second, or sessions. */
export const TargetWorkloadJson = z.strictObject({
  concurrentUsers: AmountJson.optional().describe('users with an open session'),
  requestsPerSecond: AmountJson.optional().describe('HTTP requests per second'),
  activeChats: AmountJson.optional().describe('active chats'),
  voiceCalls: AmountJson.optional().describe('voice calls'),
  uploadsPerHour: AmountJson.optional().describe('file uploads per hour'),
  modelRequestsPerMinute: AmountJson.optional().describe('requests to language models per minute'),
  operations: z.record(z.string(), AmountJson).optional().describe('every operation'),
});

/** Concurrent users by activity. */
export const UsersAtOnceJson = z.strictObject({
  withOpenSession: AmountJson.describe('users with an open session, called concurrent users everywhere'),
  active: AmountJson.describe('users who start an operation within 60 seconds'),
  inFlight: AmountJson.describe('operations in flight'),
  sessions: z.record(z.string(), AmountJson).describe('of each kind, by operation'),
});

/** Options of a candidate. */
export const CandidateOptionsJson = z.record(z.string(), z.string()).describe('chosen options by context key');

const DIGITS = 6;

/** With every number in six digits, and `unknown` for what is not finite. */
export function finite<Answer>(answer: Answer): Answer {
  return finiteValue(answer) as Answer;
}

function finiteValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : 'unknown';
  if (Array.isArray(value)) return value.map(finiteValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, finiteValue(inner)]));
}
