import { z } from 'zod';
import { Amount } from './amount';

/** Calls with the same bit rate. */
const CallKind = z.object({
  calls: Amount.describe('Concurrent calls of this bit rate, on average over the month.'),
  kilobitsPerSecond: Amount.describe('Bit rate of one call in each direction, kbit/s.'),
  modelKilobitsPerSecond: Amount.optional().describe(
    'Bit rate of one call to the model in each direction, kbit/s; absent when it is that of the call.',
  ),
});

/** Messages on open connections that are a part of a quantity. */
const Messages = z
  .object({
    perSecond: Amount.describe('Messages per second, on average over the month.'),
    kib: Amount.describe('Data of one message that is counted, KiB.'),
  })
  .optional()
  .describe('Messages on open connections; absent when there are none.');

/**
 * Basis of a usage quantity: how it was derived, as the figures that it was derived from; `output` words it. Figures with an unknown
 * exact value are those of the expected load. A name that ends with `Share` is a share from 0 to 1, and `busyShare` the average load
 * relative to the peak. Requests, responses, uploads, messages and connections are amounts per month unless they are per second.
 */
export const UsageBasis = z.discriminatedUnion('kind', [
  /** Stated in words by the author of the declaration. */
  z.object({ kind: z.literal('stated'), text: z.string().describe('How the quantity was derived, in the words of the author.') }),
  /** Members of a group under the expected load. */
  z.object({ kind: z.literal('expected-count'), count: Amount.describe('Number of members under the expected load.') }),
  /** Dumps of data stores: number and size of those of a day, and how long each is retained after its store's own retention. */
  z.object({
    kind: z.literal('dump-storage'),
    dumpsPerDay: Amount.describe('Number of dumps per day.'),
    dailyGib: Amount.describe('Size of the dumps of one day, GiB.'),
    recoverableDays: Amount.describe('Days that a dump is retained after the retention of its store.'),
  }),
  /** Parts in which dumps are uploaded. */
  z.object({ kind: z.literal('dump-parts'), partsPerDay: Amount.describe('Number of uploaded parts per day.') }),
  /** Dumps are read at a restore only. */
  z.object({ kind: z.literal('dumps-unread') }),
  /** Files that the tier is sized for. */
  z.object({ kind: z.literal('stored-files'), storageGib: Amount.describe('Size of the stored data, GiB.') }),
  /** Uploaded files. */
  z.object({ kind: z.literal('uploads'), uploads: Amount.describe('Number of uploads per month.') }),
  /** Reads of each uploaded file. */
  z.object({ kind: z.literal('upload-reads'), readsPerUpload: Amount.describe('Number of reads of each uploaded file.') }),
  /** Transitions of uploaded files to another storage class: each file once. */
  z.object({
    kind: z.literal('upload-transitions'),
    uploads: Amount.describe('Number of uploads per month.'),
    afterDays: Amount.describe('Days from the upload to the transition.'),
  }),
  /** Log of a cache in a container: starts and snapshots. */
  z.object({ kind: z.literal('cache-log'), logGb: Amount.describe('Size of the log per month, GB.') }),
  /** Daily snapshots of a cache, each a share of its memory. */
  z.object({
    kind: z.literal('cache-snapshots'),
    retentionDays: Amount.describe('Days of retention.'),
    snapshotShare: Amount.describe('Size of one snapshot as a share of the memory, 0 to 1.'),
    memoryGib: Amount.describe('Memory of the cache, GiB.'),
  }),
  /** Responses that a CDN serves instead of its origin, which is a component. */
  z.object({
    kind: z.literal('cdn-responses'),
    cdnShare: Amount.describe('Share of the responses that the CDN serves, 0 to 1.'),
    responses: Amount.describe('Number of responses per month.'),
    responseKib: Amount.describe('Size of one response, KiB.'),
    origin: z.string().describe('Id of the component that is the origin.'),
  }),
  /** Files that a CDN serves. */
  z.object({
    kind: z.literal('cdn-files'),
    files: Amount.describe('Number of files per month.'),
    fileKib: Amount.describe('Size of one file, KiB.'),
  }),
  /** Log of the control plane of a cluster per day: its own part and that of each node. */
  z.object({
    kind: z.literal('control-plane-log'),
    dailyGb: Amount.describe('Size of the log per day, GB.'),
    dailyControlPlaneGb: Amount.describe('Size of the log of the control plane itself per day, GB.'),
    dailyNodeGb: Amount.describe('Size of the log that each node adds per day, GB.'),
    nodes: Amount.describe('Number of nodes.'),
  }),
  /** Requests for the key that encrypts the secrets of a cluster. */
  z.object({ kind: z.literal('cluster-key-requests'), requests: Amount.describe('Number of requests per month.') }),
  /** Average load above the baseline of a burstable instance type. */
  z.object({
    kind: z.literal('surplus-credits'),
    vcpu: Amount.describe('vCPU that the load at the peak uses.'),
    baselineShare: Amount.describe('Baseline of the instance type as a share of its vCPU, 0 to 1.'),
    instanceType: z.string().describe('Burstable instance type, such as `t4g.medium`.'),
    busyShare: Amount.describe('Average load relative to the peak, 0 to 1.'),
  }),
  /** Copies of credentials to a cluster, one an hour, and requests for the key of a volume where it has its own. */
  z.object({
    kind: z.literal('credential-copies'),
    volumeKeyRequests: Amount.optional().describe(
      'Number of requests per month for the key of a volume. Absent: no volume has its own key.',
    ),
  }),
  /** Starts of tasks that read credentials, and requests for the key of a volume where it has its own. */
  z.object({
    kind: z.literal('credential-reads'),
    starts: Amount.describe('Number of started tasks per month.'),
    volumeKeyRequests: Amount.optional().describe(
      'Number of requests per month for the key of a volume. Absent: no volume has its own key.',
    ),
  }),
  /** Backups of a database as a share of its storage. */
  z.object({
    kind: z.literal('database-backups'),
    backupShare: Amount.describe('Size of backups as a share of the storage; may exceed 1.'),
    storageGib: Amount.describe('Size of the stored data, GiB.'),
  }),
  /** Requests whose query is in the slow query log, with the size of an entry. */
  z.object({
    kind: z.literal('slow-query-log'),
    loggedShare: Amount.describe('Share of the requests that are logged, 0 to 1.'),
    requests: Amount.describe('Number of requests per month.'),
    entryKib: Amount.describe('Size of one log entry, KiB.'),
  }),
  /** Documents that the tier is sized for, and the shards that share them. */
  z.object({
    kind: z.literal('stored-documents'),
    storageGib: Amount.describe('Size of the stored data, GiB.'),
    shards: Amount.describe('Number of shards.'),
  }),
  /** Reads and writes of the storage of a document store for each request. */
  z.object({
    kind: z.literal('storage-operations'),
    operationsPerRequest: Amount.describe('Number of reads and writes of the storage for each request.'),
    requests: Amount.describe('Number of requests per month.'),
  }),
  /** New connections of HTTP requests. */
  z.object({
    kind: z.literal('http-connections'),
    requestsPerSecond: Amount.describe('HTTP requests per second, on average over the month.'),
    requestsPerConnection: Amount.describe('Number of requests over one connection.'),
    busyShare: Amount.describe('Average load relative to the peak, 0 to 1.'),
  }),
  /** A WebSocket of each user. */
  z.object({
    kind: z.literal('websockets'),
    users: Amount.describe('Concurrent users of the connections at the peak.'),
    busyShare: Amount.describe('Average load relative to the peak, 0 to 1.'),
  }),
  /** HTTP requests with their responses, `requestKib` together. */
  z.object({
    kind: z.literal('http-traffic'),
    requestsPerSecond: Amount.describe('HTTP requests per second, on average over the month.'),
    requestKib: Amount.describe('Size of a request with its response, KiB.'),
    messages: Messages,
    busyShare: Amount.describe('Average load relative to the peak, 0 to 1.'),
  }),
  /** New connections of events that reach a component by TCP or UDP. */
  z.object({
    kind: z.literal('event-connections'),
    eventsPerSecond: Amount.describe('Events per second, on average over the month.'),
    eventsPerConnection: Amount.describe('Number of events over one connection.'),
    busyShare: Amount.describe('Average load relative to the peak, 0 to 1.'),
  }),
  /** A connection of each user. */
  z.object({
    kind: z.literal('user-connections'),
    users: Amount.describe('Concurrent users of the connections at the peak.'),
    busyShare: Amount.describe('Average load relative to the peak, 0 to 1.'),
  }),
  /** Events with their responses, `eventKib` together. */
  z.object({
    kind: z.literal('event-traffic'),
    eventsPerSecond: Amount.describe('Events per second, on average over the month.'),
    eventKib: Amount.describe('Size of an event with its response, KiB.'),
    messages: Messages,
    busyShare: Amount.describe('Average load relative to the peak, 0 to 1.'),
  }),
  /** New connections of calls, with the length of a call. */
  z.object({
    kind: z.literal('call-connections'),
    calls: Amount.describe('Concurrent calls, on average over the month.'),
    callSeconds: Amount.describe('Length of one call, seconds.'),
    busyShare: Amount.describe('Average load relative to the peak, 0 to 1.'),
  }),
  /** Calls at the same time. */
  z.object({
    kind: z.literal('concurrent-calls'),
    calls: Amount.describe('Concurrent calls, on average over the month.'),
    busyShare: Amount.describe('Average load relative to the peak, 0 to 1.'),
  }),
  /** Calls by bit rate, in both directions; empty when there are none. */
  z.object({
    kind: z.literal('call-traffic'),
    callKinds: z.array(CallKind).readonly().describe('Calls by bit rate; empty when there are none.'),
    busyShare: Amount.describe('Average load relative to the peak, 0 to 1.'),
  }),
  /** Logs that are retained. */
  z.object({ kind: z.literal('retained-logs'), retentionDays: Amount.describe('Days of retention.') }),
  /** Responses without those of the CDN, and calls to the caller and to the model; `callKinds` is empty when there are none. */
  z.object({
    kind: z.literal('internet-traffic'),
    responses: Amount.describe('Number of responses per month.'),
    responseKib: Amount.describe('Size of one response, KiB.'),
    cdnShare: Amount.describe('Share of the responses that the CDN serves, 0 to 1.'),
    callKinds: z.array(CallKind).readonly().describe('Calls by bit rate; empty when there are none.'),
    messages: Messages,
    busyShare: Amount.describe('Average load relative to the peak, 0 to 1.'),
  }),
  /** A host in one zone, without traffic between zones. */
  z.object({ kind: z.literal('single-zone') }),
  /** Traffic of requests that crosses zones. */
  z.object({
    kind: z.literal('zone-traffic'),
    requests: Amount.describe('Number of requests per month.'),
    zoneKib: Amount.describe('Traffic of one request that crosses zones, KiB.'),
    messages: Messages,
  }),
  /** Calls to and from the model, and requests to external APIs; `calls` is absent when there are none. */
  z.object({
    kind: z.literal('nat-traffic'),
    calls: Amount.optional().describe('Concurrent calls, on average over the month.'),
    externalKib: Amount.describe('Size of the calls to external APIs for one request, KiB in each direction.'),
  }),
  /** Flow logs of connections. */
  z.object({
    kind: z.literal('flow-logs'),
    connectionKib: Amount.describe('Size of the flow logs of one connection, KiB.'),
    connections: Amount.describe('Number of connections per month.'),
  }),
  /** Flow logs that are retained. */
  z.object({ kind: z.literal('retained-flow-logs'), retentionDays: Amount.describe('Days of retention.') }),
  /** Daily snapshots of a volume as a share of its size. */
  z.object({
    kind: z.literal('volume-snapshots'),
    backupShare: Amount.describe('Size of backups as a share of the storage; may exceed 1.'),
    volumeGib: Amount.describe('Size of the volume, GiB.'),
  }),
  /** Access logs of requests that are retained. */
  z.object({
    kind: z.literal('access-logs'),
    requests: Amount.describe('Number of requests per month.'),
    entryKib: Amount.describe('Size of one log entry, KiB.'),
    retentionDays: Amount.describe('Days of retention.'),
  }),
  /** Files of access logs: one of each node of a load balancer in an interval, and one for each upload. */
  z.object({
    kind: z.literal('access-log-files'),
    balancerNodes: Amount.describe('Number of nodes of the load balancer.'),
    intervalMinutes: Amount.describe('Minutes between two files of a node.'),
  }),
  /** Access logs are read after an event only. */
  z.object({ kind: z.literal('access-logs-unread') }),
  /** Log of a broker in a container: starts and connections. */
  z.object({ kind: z.literal('broker-log'), logGb: Amount.describe('Size of the log per month, GB.') }),
  /** Failed messages are not polled. */
  z.object({ kind: z.literal('dead-letters-unpolled') }),
  /** Requests of messages, and polls of idle workers in an interval. */
  z.object({
    kind: z.literal('queue-requests'),
    requestsPerMessage: Amount.describe('Number of requests to the queue for each message.'),
    messages: Amount.describe('Number of messages per month.'),
    workers: Amount.describe('Number of workers that poll.'),
    pollSeconds: Amount.describe('Seconds between two polls of an idle worker.'),
  }),
  /** Changes of requests and uploaded files that are copied to other regions, by AWS region code. */
  z.object({
    kind: z.literal('replication'),
    changesKib: Amount.describe('Size of the replicated changes of one request, KiB.'),
    requests: Amount.describe('Number of requests per month.'),
    uploads: Amount.describe('Number of uploads per month.'),
    regions: z.array(z.string()).readonly().describe('AWS region codes of the other regions.'),
  }),
  /** Log of a service for each request: `serviceShare` of the log of a request is its own. */
  z.object({
    kind: z.literal('request-log'),
    requests: Amount.describe('Number of requests per month.'),
    logKib: Amount.describe('Size of the log of one request, KiB.'),
    serviceShare: Amount.describe('Share of that log that the service writes, 0 to 1.'),
  }),
  /** Container images of a service. */
  z.object({
    kind: z.literal('container-images'),
    imagesGb: Amount.describe('Size of one complete image and the changed layers of others, GB.'),
  }),
  /** Requests that search, with the size of an entry of the log. */
  z.object({
    kind: z.literal('search-log'),
    searchShare: Amount.describe('Share of the requests that search, 0 to 1.'),
    requests: Amount.describe('Number of requests per month.'),
    entryKib: Amount.describe('Size of one log entry, KiB.'),
  }),
]);
/** Basis of a usage quantity; its kind decides its figures. */
export type UsageBasis = z.infer<typeof UsageBasis>;

/** `T` with `F` in the place of each number. */
export type WithFigures<T, F> = T extends number ? F : T extends object ? { readonly [K in keyof T]: WithFigures<T[K], F> } : T;

/** A basis with each of its figures replaced. */
export function withFigures<F>(basis: UsageBasis, figureOf: (figure: number) => F): WithFigures<UsageBasis, F> {
  return replaced(basis, figureOf) as WithFigures<UsageBasis, F>;
}

function replaced(value: unknown, figureOf: (figure: number) => unknown): unknown {
  if (typeof value === 'number') return figureOf(value);
  if (Array.isArray(value)) return value.map((inner) => replaced(inner, figureOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, figureOf)]));
}
