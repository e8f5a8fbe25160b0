import { z } from 'zod';
import { Limits } from './resource';
import { Count, CountOrNone, Positive } from './scalars';

/** An in-memory data store. The node type is chosen from the sizes. */
export const Cache = z.strictObject({
  kind: z.literal('cache').describe('An in-memory data store.'),
  engine: z.enum(['redis', 'valkey']).describe('Engine; the option `cacheEngine` overrides it.'),
  topology: z
    .enum(['single', 'replicated', 'cluster'])
    .default('cluster')
    .describe(
      'One node, one primary with replicas, or shards. Default: `cluster` in every tier, because shards can be added to it online. `single` has `replicasPerShard: 0`.',
    ),
  memoryGib: Positive.describe('Data in GiB over all shards, without replicas.'),
  shards: Count.max(90).default(1).describe('Number of shards. Default: 1.'),
  replicasPerShard: CountOrNone.max(5)
    .default(1)
    .describe('Replicas of each shard. Default: 1, so that a replica with the data takes over from a failed node; 0 saves this node.'),
  burstable: z
    .boolean()
    .default(false)
    .describe(
      'Whether burstable node types (cache.t3, cache.t4g) are allowed. Default: false, because they throttle the CPU without credits.',
    ),
  nodeType: z.string().optional().describe('Node type to use, such as `cache.m6g.large`. Default: the cheapest that has the memory.'),
  snapshotRetentionDays: z.int().min(0).max(35).default(7).describe('Days that snapshots are retained; 0 takes none. Default: 7.'),
  limits: Limits,
});
export type Cache = z.infer<typeof Cache>;
