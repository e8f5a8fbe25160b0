import { z } from 'zod';
import { SECONDS_PER_DAY, SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from '../core/time';
import { Amount, Every, SECONDS_EVERY } from './amount';
import { Id, NotNegative, Share } from './scalars';

/** `600/min`, `0.5/s`, `400-600/min`: how people write a rate. */
const RATE = /^(\d+(?:\.\d+)?)(?:\s*[-–]\s*(\d+(?:\.\d+)?))?\s*\/\s*(s|min|h|day)$/;
const SECONDS_OF: Readonly<Record<string, number>> = { s: 1, min: SECONDS_PER_MINUTE, h: SECONDS_PER_HOUR, day: SECONDS_PER_DAY };

/** How much of an operation: a number (events a second, or sessions), a rate as text, or a rate with what it is over. */
export const OperationAmount = z.union([
  Amount,
  z
    .string()
    .regex(RATE, 'a number, or a rate such as 600/min')
    .transform((text) => {
      const [, low = '', high = low, unit = 's'] = RATE.exec(text) ?? [];
      return [Number(low), Number(high), SECONDS_OF[unit] ?? 1] as const;
    })
    .refine(([low, high]) => low <= high, { error: 'a rate such as 400-600/min, the lower end first' })
    .transform(([low, high, seconds]): z.input<typeof Amount> => [low / seconds, high / seconds])
    .pipe(Amount),
  z.strictObject({ amount: Amount, every: Every }).transform(({ amount: { low, mid, high }, every }) => {
    const seconds = SECONDS_EVERY[every];
    return { low: low / seconds, mid: mid / seconds, high: high / seconds };
  }),
]);

/** By the ids of the system's operations. */
const Operations = z.record(Id, OperationAmount).optional();

/** What users do at the busiest time, in numbers. Everything that the bill assumes about use follows from it. */
export const Workload = z.strictObject({
  /** Users with an open session at the same time. */
  concurrentUsers: Amount,
  /** HTTP requests a second at the peak. */
  requestsPerSecond: Amount,
  /** Chats in which messages are exchanged. */
  activeChats: Amount.default({ low: 0, mid: 0, high: 0 }),
  /** Voice calls at the same time. */
  voiceCalls: Amount.default({ low: 0, mid: 0, high: 0 }),
  /** Files uploaded in an hour. */
  uploadsPerHour: Amount.default({ low: 0, mid: 0, high: 0 }),
  /** Requests that reach a language model in a minute, after what a cache answers. */
  modelRequestsPerMinute: Amount.default({ low: 0, mid: 0, high: 0 }),
  /** What else users do, by the ids of the system's operations: events a second, or sessions at a time. */
  operations: Operations,
});
export type Workload = z.infer<typeof Workload>;

/**
 * The workload that a system is required to handle. Fields that are left out follow from the number of users and the usual
 * behaviour of each; without users, only the given fields count.
 */
export const TargetWorkload = z.strictObject({
  /** Users with an open session at the same time; not those who wait for an answer right now, who are far fewer. */
  concurrentUsers: Amount.optional(),
  requestsPerSecond: Amount.optional(),
  activeChats: Amount.optional(),
  voiceCalls: Amount.optional(),
  uploadsPerHour: Amount.optional(),
  modelRequestsPerMinute: Amount.optional(),
  operations: Operations,
});
export type TargetWorkload = z.infer<typeof TargetWorkload>;

/** `8%/month`, `8%`, or 0.08. */
const SharePerMonth = z.union([
  z.number().min(0).max(10),
  z
    .string()
    .regex(/^\d+(\.\d+)?\s*%(\s*(\/|a|per)\s*month)?$/, 'a share a month such as 8%/month')
    .transform((text) => Number.parseFloat(text) / 100),
]);

/** `95%` or 0.95. */
const Confidence = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?\s*%$/, 'a share such as 95%')
      .transform((text) => Number.parseFloat(text) / 100),
  ])
  .refine((share) => share >= 0.5 && share < 1, { error: '50% to below 100%' });

/** A question as a file: what is asked, and what an answer has to keep to. */
export const WorkloadQuestion = TargetWorkload.extend({
  /** Growth of everything together. */
  growth: SharePerMonth.optional(),
  /** How sure the answer has to be. Default: 90%. */
  confidence: Confidence.optional(),
  /** US dollars a month. */
  budget: z.number().positive().optional(),
});
export type WorkloadQuestion = z.infer<typeof WorkloadQuestion>;
export type TargetWorkloadInput = z.input<typeof TargetWorkload>;

/** An assumed number with the reason for it; printed with every line of the bill that stands on it. */
const Assumed = z.strictObject({ value: NotNegative, reason: z.string() });

/** For systems without calls or uploads: what one would move is never asked. */
const NONE_MOVED = { value: 0, reason: 'the system has none' };

/** What one unit of use moves and stores. Assumptions of the system, where its document is silent. */
export const Traffic = z.strictObject({
  /** Average over the month as a share of the peak: 0.25 is six busy hours a day. */
  averageToPeak: z.strictObject({ value: Share, reason: z.string() }),
  /** Bytes of an average answer to a request, on the way out. */
  responseKib: Assumed,
  /** Bytes of an average request, on the way in. */
  requestKib: Assumed,
  /** Bytes that cross a zone boundary for a request, in both directions together. */
  interZoneKibPerRequest: Assumed,
  /** Bytes of log that a request leaves. */
  logKibPerRequest: Assumed,
  /** Bytes sent to external APIs and through the NAT gateways for a request. */
  externalKibPerRequest: Assumed,
  /** Requests that a connection carries before it is closed. */
  requestsPerConnection: Assumed,
  /** Bit rate of one voice call in each direction. */
  callKilobitsPerSecond: Assumed.default(NONE_MOVED),
  /** Size of an average uploaded file. */
  uploadMib: Assumed.default(NONE_MOVED),
  /** Backups kept, as a share of the provisioned database storage. */
  backupShare: Assumed,
  /** Days that logs are kept. */
  logRetentionDays: Assumed,
});
export type Traffic = z.infer<typeof Traffic>;
