import { z } from 'zod';
import { Amount } from './amount';

/** A bit rate that calls have in common. */
const CallKind = z.object({
  /** Calls at the same time, on average over the month. */
  calls: Amount,
  /** Bit rate of one call in each direction, kbit/s. */
  kilobitsPerSecond: Amount,
});

/**
 * Basis of a usage quantity: how it was derived, as the figures that it was derived from; `output` words it. Figures with an unknown
 * exact value are those of the expected load. A name that ends with `Share` is a share from 0 to 1, and `busyShare` the average load
 * relative to the peak. Requests, answers, uploads, messages and connections are amounts per month unless they are per second.
 */
export const UsageBasis = z.discriminatedUnion('kind', [
  /** Stated in words by the author of the declaration. */
  z.object({ kind: z.literal('stated'), text: z.string() }),
  /** Members of a group under the expected load. */
  z.object({ kind: z.literal('expected-count'), count: Amount }),
  /** Dumps of data stores: number and size of those of a day, and how long each is retained after its store's own retention. */
  z.object({ kind: z.literal('dump-storage'), dumpsPerDay: Amount, dailyGib: Amount, recoverableDays: Amount }),
  /** Parts in which dumps are uploaded. */
  z.object({ kind: z.literal('dump-parts'), partsPerDay: Amount }),
  /** Dumps are read at a restore only. */
  z.object({ kind: z.literal('dumps-unread') }),
  /** Files that the tier is sized for. */
  z.object({ kind: z.literal('stored-files'), storageGib: Amount }),
  /** Uploaded files. */
  z.object({ kind: z.literal('uploads'), uploads: Amount }),
  /** Reads of each uploaded file. */
  z.object({ kind: z.literal('upload-reads'), readsPerUpload: Amount }),
  /** Log of a cache in a container: starts and snapshots. */
  z.object({ kind: z.literal('cache-log'), logGb: Amount }),
  /** Daily snapshots of a cache, each a share of its memory. */
  z.object({ kind: z.literal('cache-snapshots'), retentionDays: Amount, snapshotShare: Amount, memoryGib: Amount }),
  /** Answers that a CDN serves instead of its origin, which is a component. */
  z.object({ kind: z.literal('cdn-answers'), cdnShare: Amount, answers: Amount, answerKib: Amount, origin: z.string() }),
  /** Files that a CDN serves. */
  z.object({ kind: z.literal('cdn-files'), files: Amount, fileKib: Amount }),
  /** Log of the control plane of a cluster per day: its own part and that of each node. */
  z.object({
    kind: z.literal('control-plane-log'),
    dailyGb: Amount,
    dailyControlPlaneGb: Amount,
    dailyNodeGb: Amount,
    nodes: Amount,
  }),
  /** Requests for the key that encrypts the secrets of a cluster. */
  z.object({ kind: z.literal('cluster-key-requests'), requests: Amount }),
  /** Average load above the baseline of a burstable instance type. */
  z.object({ kind: z.literal('surplus-credits'), vcpu: Amount, baselineShare: Amount, instanceType: z.string(), busyShare: Amount }),
  /** Copies of credentials to a cluster, one an hour, and requests for the key of a volume where it has its own. */
  z.object({ kind: z.literal('credential-copies'), volumeKeyRequests: Amount.optional() }),
  /** Starts of tasks that read credentials, and requests for the key of a volume where it has its own. */
  z.object({ kind: z.literal('credential-reads'), starts: Amount, volumeKeyRequests: Amount.optional() }),
  /** Backups of a database as a share of its storage. */
  z.object({ kind: z.literal('database-backups'), backupShare: Amount, storageGib: Amount }),
  /** Requests whose query is in the slow query log, with the size of an entry. */
  z.object({ kind: z.literal('slow-query-log'), loggedShare: Amount, requests: Amount, entryKib: Amount }),
  /** Documents that the tier is sized for, and the shards that share them. */
  z.object({ kind: z.literal('stored-documents'), storageGib: Amount, shards: Amount }),
  /** Reads and writes of the storage of a document store for each request. */
  z.object({ kind: z.literal('storage-operations'), operationsPerRequest: Amount, requests: Amount }),
  /** New connections of HTTP requests. */
  z.object({ kind: z.literal('http-connections'), requestsPerSecond: Amount, requestsPerConnection: Amount, busyShare: Amount }),
  /** A WebSocket of each user. */
  z.object({ kind: z.literal('websockets'), users: Amount, busyShare: Amount }),
  /** HTTP requests with their answers, `requestKib` together. */
  z.object({ kind: z.literal('http-traffic'), requestsPerSecond: Amount, requestKib: Amount, busyShare: Amount }),
  /** New connections of events that reach a component by TCP or UDP. */
  z.object({ kind: z.literal('event-connections'), eventsPerSecond: Amount, eventsPerConnection: Amount, busyShare: Amount }),
  /** A connection of each user. */
  z.object({ kind: z.literal('user-connections'), users: Amount, busyShare: Amount }),
  /** Events with their answers, `eventKib` together. */
  z.object({ kind: z.literal('event-traffic'), eventsPerSecond: Amount, eventKib: Amount, busyShare: Amount }),
  /** New connections of calls, with the length of a call. */
  z.object({ kind: z.literal('call-connections'), calls: Amount, callSeconds: Amount, busyShare: Amount }),
  /** Calls at the same time. */
  z.object({ kind: z.literal('concurrent-calls'), calls: Amount, busyShare: Amount }),
  /** Calls by bit rate, in both directions; empty when there are none. */
  z.object({ kind: z.literal('call-traffic'), callKinds: z.array(CallKind).readonly(), busyShare: Amount }),
  /** Logs that are retained. */
  z.object({ kind: z.literal('retained-logs'), retentionDays: Amount }),
  /** Answers without those of the CDN, and calls to the caller and to the model; `callKinds` is empty when there are none. */
  z.object({
    kind: z.literal('internet-traffic'),
    answers: Amount,
    answerKib: Amount,
    cdnShare: Amount,
    callKinds: z.array(CallKind).readonly(),
    busyShare: Amount,
  }),
  /** A host in one zone, without traffic between zones. */
  z.object({ kind: z.literal('single-zone') }),
  /** Traffic of requests that crosses zones. */
  z.object({ kind: z.literal('zone-traffic'), requests: Amount, zoneKib: Amount }),
  /** Calls to and from the model, and requests to external APIs; `calls` is absent when there are none. */
  z.object({ kind: z.literal('nat-traffic'), calls: Amount.optional(), externalKib: Amount }),
  /** Flow logs of connections. */
  z.object({ kind: z.literal('flow-logs'), connectionKib: Amount, connections: Amount }),
  /** Flow logs that are retained. */
  z.object({ kind: z.literal('retained-flow-logs'), retentionDays: Amount }),
  /** Daily snapshots of a volume as a share of its size. */
  z.object({ kind: z.literal('volume-snapshots'), backupShare: Amount, volumeGib: Amount }),
  /** Access logs of requests that are retained. */
  z.object({ kind: z.literal('access-logs'), requests: Amount, entryKib: Amount, retentionDays: Amount }),
  /** Files of access logs: one of each node of a load balancer in an interval, and one for each upload. */
  z.object({ kind: z.literal('access-log-files'), balancerNodes: Amount, intervalMinutes: Amount }),
  /** Access logs are read after an event only. */
  z.object({ kind: z.literal('access-logs-unread') }),
  /** Log of a broker in a container: starts and connections. */
  z.object({ kind: z.literal('broker-log'), logGb: Amount }),
  /** Failed messages are not polled. */
  z.object({ kind: z.literal('dead-letters-unpolled') }),
  /** Requests of messages, and polls of idle workers in an interval. */
  z.object({ kind: z.literal('queue-requests'), requestsPerMessage: Amount, messages: Amount, workers: Amount, pollSeconds: Amount }),
  /** Changes of requests and uploaded files that are copied to other regions, by AWS region code. */
  z.object({
    kind: z.literal('replication'),
    changesKib: Amount,
    requests: Amount,
    uploads: Amount,
    regions: z.array(z.string()).readonly(),
  }),
  /** Log of a service for each request: `serviceShare` of the log of a request is its own. */
  z.object({ kind: z.literal('request-log'), requests: Amount, logKib: Amount, serviceShare: Amount }),
  /** Container images of a service. */
  z.object({ kind: z.literal('container-images'), imagesGb: Amount }),
  /** Requests that search, with the size of an entry of the log. */
  z.object({ kind: z.literal('search-log'), searchShare: Amount, requests: Amount, entryKib: Amount }),
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
