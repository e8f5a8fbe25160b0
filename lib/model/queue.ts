import { z } from 'zod';
import { Limits } from './resource';
import { Count } from './scalars';

/** Work that waits, with a second queue for messages that failed too often. */
export const Queue = z.strictObject({
  kind: z.literal('queue'),
  /** Longest time that one message is worked on; after it, it is given to another worker. */
  visibilitySeconds: Count.max(43_200).default(300),
  maxReceives: Count.default(5),
  limits: Limits,
  /** What its messages stand for: which number of the workload says how many there are. */
  carries: z.enum(['uploads', 'model-requests']).default('uploads'),
});
export type Queue = z.infer<typeof Queue>;
