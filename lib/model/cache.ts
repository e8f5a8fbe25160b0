import { z } from 'zod';
import { Limits } from './resource';
import { Count, CountOrNone, Positive } from './scalars';

/** An in-memory store. `memoryGib` is data, over all shards and without replicas; the node type is resolved. */
export const Cache = z.strictObject({
  kind: z.literal('cache'),
  engine: z.enum(['redis', 'valkey']),
  /** `cluster` from the first tier on, so that adding shards is an online resharding. */
  topology: z.enum(['single', 'replicated', 'cluster']).default('cluster'),
  memoryGib: Positive,
  shards: Count.max(90).default(1),
  replicasPerShard: CountOrNone.max(5).default(1),
  burstable: z.boolean().default(false),
  nodeType: z.string().optional(),
  snapshotRetentionDays: z.int().min(0).max(35).default(7),
  limits: Limits,
});
export type Cache = z.infer<typeof Cache>;
