import { z } from 'zod';
import { Limits } from './resource';
import { Id, Share } from './scalars';

/** A content delivery network in front of a bucket of static files. */
export const Cdn = z.strictObject({
  kind: z.literal('cdn').describe('A content delivery network for static files.'),
  origin: Id.describe('Component id of the bucket that it serves.'),
  offloadShare: Share.default(0.4).describe('Share of the outbound traffic that the CDN serves, 0 to 1. Default: 0.4, an assumption.'),
  limits: Limits,
});
export type Cdn = z.infer<typeof Cdn>;
