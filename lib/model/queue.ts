import { z } from 'zod';
import { Limits } from './resource';
import { Count, Id } from './scalars';

/** Most deliveries of a message. Source: Amazon SQS developer guide, "Configuring a dead-letter queue": Maximum receives of 1 to 1,000. */
const MOST_RECEIVES = 1_000;

/** A message queue with a dead-letter queue. */
export const Queue = z.strictObject({
  kind: z.literal('queue').describe('A message queue with a dead-letter queue.'),
  visibilitySeconds: Count.max(43_200)
    .default(300)
    .describe('Visibility timeout in seconds: the longest time that one message is processed before another worker gets it. Default: 300.'),
  maxReceives: Count.max(MOST_RECEIVES)
    .default(5)
    .describe('Deliveries of a message before it moves to the dead-letter queue. Default: 5.'),
  limits: Limits,
  messages: Id.optional().describe(
    'Id of the operation that sends one message for each event. Default: unknown, so that the requests of the queue have no price.',
  ),
});
export type Queue = z.infer<typeof Queue>;
