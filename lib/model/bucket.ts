import { z } from 'zod';
import { NotNegative, Positive } from './scalars';

/** Object storage for files, such as S3. It has no size to provision. */
export const Bucket = z.strictObject({
  kind: z.literal('bucket').describe('Object storage for files.'),
  storageGib: NotNegative.describe('Expected data in GiB; the estimate is based on it.'),
  infrequentAccessAfterDays: Positive.optional().describe('Days after which objects move to infrequent access. Default: never.'),
});
export type Bucket = z.infer<typeof Bucket>;
