import { z } from 'zod';
import { Limits } from './resource';
import { Id } from './scalars';

/** The entry point for users. */
export const LoadBalancer = z.strictObject({
  kind: z.literal('load-balancer').describe('The entry point for users.'),
  type: z.enum(['application', 'network']).describe('`application` for HTTP and WebSocket, `network` for TCP and UDP.'),
  target: Id.describe('Component id of the service behind it. All ports of the service are reachable.'),
  stickySessions: z
    .boolean()
    .optional()
    .describe(
      'Whether the requests of a client return to the same instance for one day, by a cookie of the load balancer (only `application`). Default: false, because load is then even, and a service can lose an instance if its state is in a data store. Set it where a session is in the memory of one instance, as with Socket.IO.',
    ),
  idleTimeoutSeconds: z
    .int()
    .min(1)
    .max(4_000)
    .optional()
    .describe(
      'Seconds without data after which the load balancer closes a connection, 1 to 4,000 (only `application`). Default: 60, that of AWS. Set it above the longest silence of WebSockets and of answers that take long. Source: Elastic Load Balancing user guide, "Edit attributes for your Application Load Balancer".',
    ),
  limits: Limits,
});
export type LoadBalancer = z.infer<typeof LoadBalancer>;
