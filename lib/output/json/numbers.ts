import { z } from 'zod';

/** JSON has no infinity and no NaN: a number that is not finite is unknown. */
export const Number6 = z.union([z.number(), z.literal('unknown')]).describe('in six digits, or unknown');

/** Of the samples 5%, 50% and 95% are not above these. */
export const RangeJson = z.strictObject({ low: Number6, mid: Number6, high: Number6 });

/** A number that is given as three. */
export const AmountJson = z.strictObject({ low: z.number(), mid: z.number(), high: z.number() });

/** A target workload: every number as low, mid and high; operations in events per second, or sessions. */
export const TargetWorkloadJson = z.strictObject({
  concurrentUsers: AmountJson.optional(),
  requestsPerSecond: AmountJson.optional(),
  activeChats: AmountJson.optional(),
  voiceCalls: AmountJson.optional(),
  uploadsPerHour: AmountJson.optional(),
  modelRequestsPerMinute: AmountJson.optional(),
  operations: z.record(z.string(), AmountJson).optional(),
});

export const UsersAtOnceJson = z.strictObject({
  withOpenSession: AmountJson.describe('what "concurrent users" means everywhere'),
  active: AmountJson.describe('of them, those who start something within a minute'),
  inFlight: AmountJson.describe('pieces of work that are being done at one moment'),
  sessions: z.record(z.string(), AmountJson).describe('of each kind, by operation'),
});

export const CandidateOptionsJson = z.record(z.string(), z.string()).describe('what is chosen beside the tier, by context key');

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
