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
      'Whether a cookie of the load balancer returns the requests of a client to the same instance for one day (only `application`). Default: false, so that requests are spread evenly. Set it to true if sessions are in the memory of an instance, as with Socket.IO.',
    ),
  idleTimeoutSeconds: z
    .int()
    .min(1)
    .max(4_000)
    .optional()
    .describe(
      'Seconds without data after which the load balancer closes a connection, 1 to 4,000 (only `application`). Default: 60, that of AWS. Increase it for WebSockets, and for responses that take longer. Source: Elastic Load Balancing user guide, "Edit attributes for your Application Load Balancer".',
    ),
  limits: Limits,
});
export type LoadBalancer = z.infer<typeof LoadBalancer>;
