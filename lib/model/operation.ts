import { z } from 'zod';
import { Amount, Every } from './amount';
import { Evidence } from './evidence';
import { Resource } from './resource';
import { Id } from './scalars';

/** In which tiers and forms of them something counts. Absent: in all. */
export const Where = {
  tiers: z.array(Id).optional(),
  /** Only where the tier has this component: a cache, or `image-worker` with a GPU. */
  with: Id.optional(),
  /** Only where the tier does not have it. */
  without: Id.optional(),
};

/** A number of the document, or of ours, with where it is from. */
const Known = { evidence: Evidence.default('assumed'), source: z.string() };

/** What one event, or one session, needs of one component. */
export const Demand = z.strictObject({
  component: Id,
  resource: Resource,
  /**
   * In the unit of the resource. Held ones: how much is in use while it lasts (0.3 of a core, 500 MiB, 1 connection).
   * Rates: how much each event passes on (2 calls, 80 kbit); of a session, how much a second. Kept: what an event leaves.
   */
  amount: Amount,
  /** Events and held resources: how long it is in use. Default: as long as the operation takes. */
  seconds: Amount.optional(),
  /** Only reads: a read replica may do it. */
  readOnly: z.boolean().default(false),
  ...Where,
  ...Known,
});
export type Demand = z.infer<typeof Demand>;

/** What is in use before the first user comes: a runtime, a loaded model, idle connections. */
export const BaseLoad = z.strictObject({
  component: Id,
  resource: Resource,
  amount: Amount,
  /** Of each instance, of each worker process of each instance, or once. */
  per: z.enum(['instance', 'worker', 'component']).default('instance'),
  ...Where,
  ...Known,
});
export type BaseLoad = z.infer<typeof BaseLoad>;

/** How much of it there is when a workload does not say. */
const Usual = z.strictObject({
  /** Events: a rate over `every`. Sessions: a number at a time. */
  amount: Amount,
  every: Every.default('second'),
  /** Of each user with an open session (`user`), or of each of another operation: messages of each open chat. */
  per: Id.default('user'),
  ...Known,
});

/** How much waiting is acceptable, from `critical` (everything stops) to `low` (nobody sits in front of it). */
export const OperationCriticality = z.enum(['critical', 'high', 'normal', 'low']);

/** The published figures of a tier that an operation may be compared with. */
const PUBLISHED_KEYS = [
  'concurrentUsers',
  'requestsPerSecond',
  'activeChats',
  'voiceCalls',
  'documentsAtOnce',
  'imagesAtOnce',
  'requestsAtOnce',
  'webSocketConnections',
  'modelRequestsPerMinute',
] as const;

/** Something that users do. */
export const Operation = z.strictObject({
  /** One of it, in words: `chat message`, `voice call`. The id is the plural and the flag: `messages`, `calls`. */
  name: z.string(),
  /** `event`: happens at a rate and takes a while. `session`: is there, a number at a time. */
  kind: z.enum(['event', 'session']),
  usual: Usual,
  /** The key of a workload that says the same: `voiceCalls` is how many of `calls` there are. */
  workloadKey: z
    .enum(['concurrentUsers', 'requestsPerSecond', 'activeChats', 'voiceCalls', 'uploadsPerHour', 'modelRequestsPerMinute'])
    .optional(),
  /** The published figure that it is compared with. For events at `…AtOnce`, their rate times their seconds. */
  publishedAs: z.enum(PUBLISHED_KEYS).optional(),
  /** Events: from start to end, waiting for others included. */
  seconds: z.strictObject({ amount: Amount, ...Known }).optional(),
  criticality: OperationCriticality.default('normal'),
  /** Other events that one of these causes: a message may need a search. */
  includes: z.array(z.strictObject({ operation: Id, times: Amount, ...Known })).default([]),
  demands: z.array(Demand).default([]),
});
export type Operation = z.infer<typeof Operation>;
export type OperationInput = z.input<typeof Operation>;
