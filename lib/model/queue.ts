import { z } from 'zod';
import { Count } from './scalars';

/** Work that waits, with a second queue for messages that failed too often. */
export const Queue = z.strictObject({
  kind: z.literal('queue'),
  /** Longest time that one message is worked on; after it, it is given to another worker. */
  visibilitySeconds: Count.max(43_200).default(300),
  maxReceives: Count.default(5),
});
export type Queue = z.infer<typeof Queue>;
