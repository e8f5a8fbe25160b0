import { z } from 'zod';

/** A data store whose storage is too small for a workload. */
export const StorageShortageJson = z.strictObject({
  component: z.string().describe('id of the data store'),
  gib: z.number().describe('storage of the tier in GiB'),
  neededGib: z
    .number()
    .describe('storage in GiB that a design has for the workload: data grows with the operations that do not only read it'),
});
