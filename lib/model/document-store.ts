import { z } from 'zod';
import { Limits } from './resource';
import { Count, CountOrNone, Positive } from './scalars';

/** A document database that speaks the MongoDB protocol: DocumentDB when managed, MongoDB in a container. */
export const DocumentStore = z.strictObject({
  kind: z.literal('document-store'),
  /** Processors of one node. */
  vcpu: Positive,
  /** Memory of one node. */
  memoryGib: Positive,
  /** Data over all shards, without copies. */
  storageGib: Count,
  shards: Count.default(1),
  replicasPerShard: CountOrNone.default(2),
  instanceClass: z.string().optional(),
  backupRetentionDays: z.int().min(1).max(35).default(7),
  limits: Limits,
});
export type DocumentStore = z.infer<typeof DocumentStore>;
export type DocumentStoreInput = z.input<typeof DocumentStore>;
