import { z } from 'zod';
import { Limits } from './resource';
import { Count } from './scalars';

/** A message queue with a dead-letter queue. */
export const Queue = z.strictObject({
  kind: z.literal('queue').describe('A message queue with a dead-letter queue.'),
  visibilitySeconds: Count.max(43_200)
    .default(300)
    .describe('Visibility timeout in seconds: the longest time that one message is processed before another worker gets it. Default: 300.'),
  maxReceives: Count.default(5).describe('Deliveries of a message before it moves to the dead-letter queue. Default: 5.'),
  limits: Limits,
  messages: z
    .enum(['uploads', 'model-requests'])
    .default('uploads')
    .describe(
      'Work that one message stands for: the queue has as many messages as the workload has uploads or model requests. Default: `uploads`.',
    ),
});
export type Queue = z.infer<typeof Queue>;
