import { z } from 'zod';
import { Limits } from './resource';
import { Id } from './scalars';

/** The way in: `application` for HTTP and WebSocket, `network` for TCP and UDP. */
export const LoadBalancer = z.strictObject({
  kind: z.literal('load-balancer'),
  type: z.enum(['application', 'network']),
  /** The service behind it, by component id: all of its ports are reachable. */
  target: Id,
  limits: Limits,
});
export type LoadBalancer = z.infer<typeof LoadBalancer>;
