import { z } from 'zod';
import { Limits } from './resource';
import { Id, Share } from './scalars';

/** A content delivery network before a bucket of static files. */
export const Cdn = z.strictObject({
  kind: z.literal('cdn'),
  origin: Id,
  /** Share of the traffic out of the region that the CDN serves instead. */
  offloadShare: Share.default(0.4),
  limits: Limits,
});
export type Cdn = z.infer<typeof Cdn>;
