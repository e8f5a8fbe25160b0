import { z } from 'zod';
import { Limits } from './resource';
import { Count, CountOrNone, Positive } from './scalars';

/** A document database with the MongoDB protocol: DocumentDB when managed, MongoDB in containers. */
export const DocumentStore = z.strictObject({
  kind: z.literal('document-store').describe('A document database with the MongoDB protocol.'),
  vcpu: Positive.describe('Minimum number of vCPUs of one node.'),
  memoryGib: Positive.describe('Minimum memory of one node in GiB.'),
  storageGib: Count.describe('Data in GiB over all shards, without replicas.'),
  shards: Count.default(1).describe('Number of shards. Default: 1.'),
  replicasPerShard: CountOrNone.default(2).describe('Replicas of each shard in addition to its primary. Default: 2, one node per zone.'),
  instanceClass: z.string().optional().describe('Instance class to use, such as `db.r6g.large`. Default: the cheapest that has the sizes.'),
  backupRetentionDays: z.int().min(1).max(35).default(7).describe('Days that automatic backups are retained. Default: 7.'),
  limits: Limits,
});
export type DocumentStore = z.infer<typeof DocumentStore>;
