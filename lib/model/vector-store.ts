import { z } from 'zod';
import { Limits } from './resource';
import { Count, Positive } from './scalars';

/** A vector index in a container with a volume of its own, such as ChromaDB. One instance: a single point of failure. */
export const VectorStore = z.strictObject({
  kind: z.literal('vector-store'),
  vcpu: Positive,
  memoryGib: Positive,
  storageGib: Count,
  port: z.int().min(1).max(65_535).default(8000),
  limits: Limits,
});
export type VectorStore = z.infer<typeof VectorStore>;
export type VectorStoreInput = z.input<typeof VectorStore>;
