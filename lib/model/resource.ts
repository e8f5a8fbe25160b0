import { z } from 'zod';
import { Amount, Every } from './amount';
import { Evidence } from './evidence';

/**
 * The resources that components provide and operations need. Their nature is one of three: `held` for some time and then
 * released, so that the amount in use at one moment counts (Little's law); `rate`, an amount per second; `stored`, which
 * adds up.
 */
export const RESOURCES = {
  /** CPU cores. */
  processor: { nature: 'held', unit: 'cores' },
  /** Memory of services, or data of a cache. */
  memory: { nature: 'held', unit: 'MiB' },
  /** Worker processes or threads, each of which does one thing at a time. */
  workers: { nature: 'held', unit: 'workers' },
  /** Database connections: the pools of a service, or the maximum of a database. */
  connections: { nature: 'held', unit: 'connections' },
  /** Voice or video calls. */
  calls: { nature: 'held', unit: 'calls' },
  /** Open client connections (WebSocket, server-sent events) or sessions of users. */
  sessions: { nature: 'held', unit: 'sessions' },
  /** Requests, queries or jobs that a component processes at the same time. */
  slots: { nature: 'held', unit: 'slots' },
  /** Processes or threads of read replicas that apply the writes of the primary; each uses one core at most. */
  replay: { nature: 'held', unit: 'cores' },
  /** Requests per second that a component handles. */
  requests: { nature: 'rate', unit: 'requests/s' },
  /** Writes per second of a data store. */
  writes: { nature: 'rate', unit: 'writes/s' },
  /** Calls per second that an external API accepts. */
  'api-calls': { nature: 'rate', unit: 'calls/s' },
  /** Tokens per second that a model API accepts. */
  tokens: { nature: 'rate', unit: 'tokens/s' },
  /** Network traffic. */
  network: { nature: 'rate', unit: 'kbit/s' },
  /** Reads and writes per second of the storage of a database. */
  iops: { nature: 'rate', unit: 'operations/s' },
  /** Data per second that is read from and written to the storage of a database. */
  throughput: { nature: 'rate', unit: 'MiB/s' },
  /** Disk space. */
  storage: { nature: 'stored', unit: 'MiB' },
} as const satisfies Readonly<Record<string, { readonly nature: 'held' | 'rate' | 'stored'; readonly unit: string }>>;

/** The id of a resource. */
export type Resource = keyof typeof RESOURCES;
/** Schema of the id of a resource. */
export const Resource = z.enum(Object.keys(RESOURCES) as [Resource, ...Resource[]]);

/**
 * The amount of a resource that a component provides, where it does not follow from its size: 10,000 WebSocket connections
 * per instance, 500 calls per minute of an API. It replaces the amount that is derived from the size.
 */
export const Limit = z.strictObject({
  resource: Resource.describe('The resource.'),
  amount: Amount.describe('Amount in the unit of the resource; for a rate, per `every`.'),
  every: Every.default('second').describe('Period of a rate. Default: `second`.'),
  per: z
    .enum(['instance', 'component'])
    .default('instance')
    .describe('Whether each instance (shard, replica) provides the amount, or all together. Default: `instance`.'),
  evidence: Evidence.default('assumed').describe('How the amount is known. Default: `assumed`.'),
  source: z.string().describe('Source of the amount.'),
});
export type Limit = z.infer<typeof Limit>;

/** The limits of a component. */
export const Limits = z
  .array(Limit)
  .optional()
  .describe('Limits of the component that do not follow from its size. Default: all of them follow from the size.');

/** The utilization that a resource may reach at the peak. */
export const Threshold = z.strictObject({
  resource: Resource.describe('The resource.'),
  component: z.string().optional().describe('Component id. Default: all components without a threshold of their own for the resource.'),
  share: z.number().positive().max(1).describe('Utilization, 0 to 1: 0.7 is 70% of the supply.'),
  source: z.string().describe('Source of the threshold.'),
});
export type Threshold = z.infer<typeof Threshold>;
