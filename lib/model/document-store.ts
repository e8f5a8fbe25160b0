import { z } from 'zod';
import { Count, CountOrNone, Positive } from './scalars';

/** A document database that speaks the MongoDB protocol: DocumentDB when managed, MongoDB in a container. */
export const DocumentStore = z.strictObject({
  kind: z.literal('document-store'),
  vcpu: Positive,
  memoryGib: Positive,
  storageGib: Count,
  shards: Count.default(1),
  replicasPerShard: CountOrNone.default(2),
  instanceClass: z.string().optional(),
  backupRetentionDays: z.int().min(1).max(35).default(7),
});
export type DocumentStore = z.infer<typeof DocumentStore>;
