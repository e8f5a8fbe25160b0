import { z } from 'zod';
import { NotNegative } from './scalars';

/** Least days before S3 moves an object to Standard-IA. Source: Amazon S3 user guide, "Constraints and considerations for transitions". */
const LEAST_DAYS = 30;

/** Object storage for files, such as S3. It has no size to provision. */
export const Bucket = z.strictObject({
  kind: z.literal('bucket').describe('Object storage for files.'),
  storageGib: NotNegative.describe('Expected data in GiB; the estimate is based on it.'),
  infrequentAccessAfterDays: z
    .int()
    .min(LEAST_DAYS)
    .optional()
    .describe('Days after which objects move to infrequent access, at least 30, as S3 requires. Default: never.'),
});
export type Bucket = z.infer<typeof Bucket>;
