import { z } from 'zod';
import { NotNegative, Share } from './scalars';

/** An assumed number with its reason, which is printed with every line of the estimate that depends on it. */
export const Assumption = z.strictObject({
  value: NotNegative.describe('The number, in the unit that the name of the field ends with.'),
  reason: z.string().describe('Why this number is assumed, or its source.'),
});
export type Assumption = z.infer<typeof Assumption>;

/** An assumed share with its reason. */
export const AssumedShare = z.strictObject({
  value: Share.describe('The share, 0 to 1.'),
  reason: z.string().describe('Why this share is assumed, or its source.'),
});
