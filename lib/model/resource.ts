import { z } from 'zod';
import { Amount, Every } from './amount';
import { Evidence } from './evidence';

/**
 * What components have and operations need. Three natures: `held` for a time and then free again, so that what is in use
 * at once counts (Little's law); `rate`, passed on at so many a second; `kept`, left behind for good.
 */
export const RESOURCES = {
  /** Cores that are busy. */
  processor: { nature: 'held', unit: 'cores' },
  /** Memory of services, or data in a cache. */
  memory: { nature: 'held', unit: 'MiB' },
  /** Worker processes or threads that do one thing at a time. */
  workers: { nature: 'held', unit: 'workers' },
  /** Database connections: of a service its pools, of a database what it accepts. */
  connections: { nature: 'held', unit: 'connections' },
  /** Voice or video calls. */
  calls: { nature: 'held', unit: 'calls' },
  /** Open client connections (WebSocket, server-sent events) or sessions of users. */
  sessions: { nature: 'held', unit: 'sessions' },
  /** Requests, queries or jobs that a component works on at the same time. */
  slots: { nature: 'held', unit: 'at once' },
  /** Requests that a component passes a second. */
  requests: { nature: 'rate', unit: 'requests/s' },
  /** Writes that a data store takes a second. */
  writes: { nature: 'rate', unit: 'writes/s' },
  /** Calls that an external API accepts a second, of its limit a minute. */
  'api-calls': { nature: 'rate', unit: 'calls/s' },
  /** Tokens that a model API accepts a second, of its limit a minute. */
  tokens: { nature: 'rate', unit: 'tokens/s' },
  network: { nature: 'rate', unit: 'kbit/s' },
  /** Disk that fills up. */
  storage: { nature: 'kept', unit: 'MiB' },
} as const satisfies Readonly<Record<string, { readonly nature: 'held' | 'rate' | 'kept'; readonly unit: string }>>;

export type Resource = keyof typeof RESOURCES;
export const Resource = z.enum(Object.keys(RESOURCES) as [Resource, ...Resource[]]);

/**
 * What a component can take of a resource, where its size does not say so already: 10,000 WebSockets an instance, 500
 * calls a minute of an API. It replaces what would follow from the size.
 */
export const Limit = z.strictObject({
  resource: Resource,
  /** In the unit of the resource; a rate over `every`. */
  amount: Amount,
  every: Every.default('second'),
  /** Of each instance (shard, replica), so that more of them take more, or of all together. */
  per: z.enum(['instance', 'component']).default('instance'),
  evidence: Evidence.default('assumed'),
  source: z.string(),
});
export type Limit = z.infer<typeof Limit>;

/** The limits of a component; absent where its size says everything. */
export const Limits = z.array(Limit).optional();

/** How full a resource may be at the peak before it counts as reached. */
export const Threshold = z.strictObject({
  resource: Resource,
  /** Only of this component; absent: of all that no other threshold names. */
  component: z.string().optional(),
  /** 0.7 is 70% of the supply. */
  share: z.number().positive().max(1),
  source: z.string(),
});
export type Threshold = z.infer<typeof Threshold>;
