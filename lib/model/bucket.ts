import { z } from 'zod';
import { NotNegative, Positive } from './scalars';

/** Files. Object storage has no size to provision: `storageGib` is what is expected in it, and what is billed. */
export const Bucket = z.strictObject({
  kind: z.literal('bucket'),
  storageGib: NotNegative,
  /** Days after which objects move to infrequent access; absent: never. */
  infrequentAccessAfterDays: Positive.optional(),
});
export type Bucket = z.infer<typeof Bucket>;
