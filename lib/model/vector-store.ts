import { z } from 'zod';
import { Limits } from './resource';
import { Count, Positive } from './scalars';

/** A vector index in one container with its own volume, such as ChromaDB: a single point of failure. */
export const VectorStore = z.strictObject({
  kind: z.literal('vector-store').describe('A vector index in one container with its own volume.'),
  vcpu: Positive.describe('Number of vCPUs.'),
  memoryGib: Positive.describe('Memory in GiB.'),
  storageGib: Count.describe('Size of the volume in GiB.'),
  port: z.int().min(1).max(65_535).default(8000).describe('TCP port. Default: 8000, the port of ChromaDB.'),
  limits: Limits,
});
export type VectorStore = z.infer<typeof VectorStore>;
