import { z } from 'zod';
import { NotNegative, Share } from './scalars';

/** A number of the workload: exact, or as low, mid and high. */
export const Amount = z.union([
  NotNegative.transform((value) => ({ low: value, mid: value, high: value })),
  z
    .strictObject({ low: NotNegative, mid: NotNegative, high: NotNegative })
    .refine(({ low, mid, high }) => low <= mid && mid <= high, { error: 'low <= mid <= high' }),
]);

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
});
export type Workload = z.infer<typeof Workload>;

/** An assumed number with the reason for it; printed with every line of the bill that stands on it. */
const Assumed = z.strictObject({ value: NotNegative, because: z.string() });

/** What one unit of use moves and stores. Assumptions of the system, where its document is silent. */
export const Traffic = z.strictObject({
  /** Average over the month as a share of the peak: 0.25 is six busy hours a day. */
  averageToPeak: z.strictObject({ value: Share, because: z.string() }),
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
  callKilobitsPerSecond: Assumed,
  /** Size of an average uploaded file. */
  uploadMib: Assumed,
  /** Backups kept, as a share of the provisioned database storage. */
  backupShare: Assumed,
  /** Days that logs are kept. */
  logRetentionDays: Assumed,
});
export type Traffic = z.infer<typeof Traffic>;
