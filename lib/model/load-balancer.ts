import { z } from 'zod';
import { Limits } from './resource';
import { Id } from './scalars';

/** The entry point for users. */
export const LoadBalancer = z.strictObject({
  kind: z.literal('load-balancer').describe('The entry point for users.'),
  type: z.enum(['application', 'network']).describe('`application` for HTTP and WebSocket, `network` for TCP and UDP.'),
  target: Id.describe('Component id of the service behind it. All ports of the service are reachable.'),
  limits: Limits,
});
export type LoadBalancer = z.infer<typeof LoadBalancer>;
