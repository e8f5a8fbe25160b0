import { z } from 'zod';
import { Amount, Every } from './amount';
import { Assumption } from './assumption';
import { Evidence } from './evidence';
import { IndexSearch } from './index-search';
import { Resource } from './resource';
import { Id } from './scalars';

/** The tiers and forms of tiers that an entry is valid for. */
export const Where = {
  tiers: z.array(Id).optional().describe('Ids of the tiers that the entry is valid for. Default: all.'),
  with: Id.optional().describe('Component id: the entry is valid where the tier has it, such as `image-worker` with a GPU. Default: none.'),
  without: Id.optional().describe('Component id: the entry is valid where the tier does not have it. Default: none.'),
};

/** Source of the numbers of a definition that names none. */
const OWN_FIGURE = 'the definition of the system';

/** How a number is known, and its source. */
const Known = {
  evidence: Evidence.default('assumed').describe('How the number is known. Default: `assumed`.'),
  source: z.string().default(OWN_FIGURE).describe('Source of the number. Default: the definition itself.'),
};

/** The demand of one event, or of one session, on one component. */
export const Demand = z.strictObject({
  component: Id.describe('Component id.'),
  resource: Resource.describe('The resource.'),
  amount: Amount.describe(
    'Amount in the unit of the resource. Held resources: the amount in use meanwhile (0.3 cores, 500 MiB, 1 connection). ' +
      'Rates: the amount per event (2 calls, 80 kbit), or per second of a session. Stored resources: the amount that an event adds.',
  ),
  seconds: Amount.optional().describe('Seconds that an event holds the resource. Default: the seconds of the operation.'),
  amountAs: Id.optional().describe(
    'Name of the amount. The amounts of an operation with the same name are drawn together: all of them are high in the same samples. Default: drawn independently.',
  ),
  secondsAs: Id.optional().describe(
    'Name of the seconds. The seconds of an operation with the same name are drawn together, such as those of a connection in the pool of a service and on the server. Default: drawn independently.',
  ),
  search: IndexSearch.optional().describe(
    'Seconds that depend on the number of vectors in an index, instead of `seconds`. The seconds of the operation are those with the vectors of the first point. Default: the seconds do not depend on stored data.',
  ),
  restOf: Id.optional().describe(
    'Name of an amount (`amountAs`) of the operation. Both amounts have the same sum in every sample, such as the shares of reads and writes. Default: drawn independently.',
  ),
  readOnly: z.boolean().default(false).describe('Whether the demand only reads, so that a read replica can serve it. Default: false.'),
  workingSetGib: Amount.optional().describe(
    'Resources iops and throughput: the amount is reads of pages, spread evenly over this much data, in GiB. Only pages outside the memory of the server are read from its storage. Default: all of the amount uses the storage.',
  ),
  replaySeconds: Amount.optional().describe(
    'Seconds that each read replica holds the amount of processor to replay the writes of an event. Default: a share of the seconds on the primary, by engine.',
  ),
  ...Where,
  ...Known,
});
export type Demand = z.infer<typeof Demand>;

/** Demand without any users: a runtime, a loaded model, idle connections. */
export const BaseLoad = z.strictObject({
  component: Id.describe('Component id.'),
  resource: Resource.describe('The resource.'),
  amount: Amount.describe('Amount in the unit of the resource.'),
  per: z
    .enum(['instance', 'worker', 'component'])
    .default('instance')
    .describe('Whether the amount is per instance, per worker process, or for the whole component. Default: `instance`.'),
  ...Where,
  ...Known,
});
export type BaseLoad = z.infer<typeof BaseLoad>;

/** The amount of an operation when a workload does not give one. */
export const UsualAmount = z.strictObject({
  amount: Amount.describe('Events: a rate per `every`. Sessions: the number of open sessions.'),
  every: Every.default('second').describe('Period of the rate. Default: `second`.'),
  per: Id.default('user').describe(
    'The id of the operation whose sessions or events cause it, such as `chats` for messages; `user` for each concurrent user; or `system` for a fixed amount that is the same with any number of users and at all times, such as `{ amount: 50, every: second, per: system }`. Default: `user`.',
  ),
  ...Known,
});

/** How much queueing is acceptable for an operation. */
const OperationCriticality = z.enum(['critical', 'high', 'normal', 'low']);

/** The duration of an event. */
export const OperationSeconds = z.strictObject({ amount: Amount.describe('Seconds.'), ...Known });

/** An operation that another one causes. */
export const IncludedOperation = z.strictObject({
  operation: Id.describe('Id of the operation that is caused.'),
  times: Amount.describe('Number of times per event.'),
  restOf: Id.optional().describe(
    'Id of another included operation. Both numbers of times have the same sum in every sample, such as the shares of reads and writes. Default: drawn independently.',
  ),
  ...Known,
});
export type IncludedOperation = z.infer<typeof IncludedOperation>;

/** A message on a connection that is open, such as a WebSocket. */
export const Message = z.strictObject({
  receivedKib: Assumption.describe('Size of the message that the user or device sends, in KiB; 0 for one that only the system sends.'),
  sentKib: Assumption.describe(
    'Data that the system sends because of it, to all recipients together, in KiB: a move of 0.2 KiB that nine other players see is 1.8 KiB.',
  ),
});

/** Data that an operation transfers in addition to HTTP requests and responses. */
export const OperationTransfer = z.strictObject({
  uploadMib: Assumption.optional().describe(
    'Events: size of the file that an event uploads and stores in the buckets, in MiB. Default: an event stores no file.',
  ),
  callKilobitsPerSecond: Assumption.optional().describe(
    'Sessions: bit rate of a voice or video call in each direction, in kbit/s, to the user and to the model. Default: a session is not a call.',
  ),
  modelKilobitsPerSecond: Assumption.optional().describe(
    'Calls: bit rate to a model outside the VPC in each direction, in kbit/s; 0 for calls between users. Default: that of the call, so that the audio of a voice assistant is counted.',
  ),
  message: Message.optional().describe(
    'Events: an event is a message on an open connection, such as a WebSocket, and no HTTP request: the estimate has its data, and no new connection and no line of an access log for it. Default: an event is at least one HTTP request.',
  ),
});

/** A kind of work that users start. */
export const Operation = z.strictObject({
  name: z
    .string()
    .describe('Singular name in tables, such as `chat message`. The id of the operation is the plural and the flag: `messages`.'),
  plural: z
    .string()
    .optional()
    .describe('Name in the plural, where the regular English ending is wrong. Default: the name with `s`, `es` or `ies`.'),
  kind: z.enum(['event', 'session']).describe('`event`: occurs at a rate and takes some time. `session`: a number of them are open.'),
  usual: UsualAmount.optional().describe(
    'Amount when a workload does not give one. Default: each user has one session open, or starts events as often as the traffic profile sends HTTP requests; none for an operation that others include.',
  ),
  counts: z
    .enum(['users', 'http-requests'])
    .optional()
    .describe(
      'The number of the workload that is the amount of the operation: `users` is `concurrentUsers`, for a session that every user has; `http-requests` is `requestsPerSecond`, for an event. Default: neither, so that the workload gives its amount by its id.',
    ),
  transfer: OperationTransfer.optional().describe('Data that it transfers in addition to HTTP requests and responses. Default: none.'),
  seconds: OperationSeconds.optional().describe(
    'Duration of an event from start to end, including waiting. Default: given by each demand.',
  ),
  criticality: OperationCriticality.default('normal').describe(
    'How much queueing is acceptable, from `critical` (other work stops meanwhile) to `low` (no user waits for it). Default: `normal`.',
  ),
  includes: z
    .array(IncludedOperation)
    .default([])
    .describe('Operations that an event causes, such as a search for a message. Default: none.'),
  demands: z
    .array(Demand)
    .default([])
    .describe('Demands on components. Default: none, which is unknown unless `withoutLimit` gives a reason.'),
});
/** An operation as a definition writes it, which may leave out its usual amount. */
export type WrittenOperation = z.infer<typeof Operation>;
/** An operation with its usual amount. */
export type Operation = Omit<WrittenOperation, 'usual'> & {
  /** Usual amount for each user or for each of another operation, with its source. */
  readonly usual: z.infer<typeof UsualAmount>;
};
