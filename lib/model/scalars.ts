import { z } from 'zod';

/** An identifier: lower-case words joined by hyphens, as CloudFormation paths, Kubernetes names and flags allow. */
export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
  .max(40);

/** Ids, each of them once. */
export const UniqueIds = z.array(Id).superRefine((ids, context) => {
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) < index) context.addIssue({ code: 'custom', path: [index], message: 'each id once' });
  }
});

/** A whole number, at least 1. */
export const Count = z.int().min(1);
/** A whole number, at least 0. */
export const CountOrNone = z.int().min(0);
/** The largest amount that people may write: larger ones are mistakes, and products of them are not finite. */
export const MAX_AMOUNT = 1e15;

/** A number above 0. */
export const Positive = z.number().positive().max(MAX_AMOUNT);

/** A number, at least 0. */
export const NotNegative = z.number().min(0).max(MAX_AMOUNT);

/** Two numbers, at least 0. */
export const OrderedPair = z
  .tuple([NotNegative, NotNegative])
  .refine(([low, high]) => low <= high, { error: 'two numbers, the lower one first' });

/** A share of a whole, 0 to 1. */
export const Share = z.number().min(0).max(1);

/** Why a service cannot scale to zero, worded to follow "expected". */
const MIN_INSTANCES = 'at least 1, because response times do not include the minutes that a start from 0 instances takes';

/** Number of instances of a service. Autoscaling stays between `min` and `max`. */
export const InstanceRange = z
  .strictObject({
    min: z.int().min(1, MIN_INSTANCES).describe('Minimum number of instances.'),
    expected: Count.optional().describe("Number of instances under the tier's expected load. Default: `min`."),
    max: Count.describe('Maximum number of instances.'),
  })
  .superRefine(({ min, expected = min, max }, context) => {
    if (min > max) context.addIssue({ code: 'custom', path: ['min'], message: `at most max, which is ${max}` });
    else if (expected < min || expected > max) context.addIssue({ code: 'custom', path: ['expected'], message: `${min} to ${max}` });
  });

/**
 * A range that a document gives: `[200, 500]`, or `{ from: 1_000, to: 5_000, orMore: true }` for "1,000 to 5,000+".
 */
export const PublishedRange = z.union([
  OrderedPair,
  z.strictObject({
    from: NotNegative.describe('Lower end.'),
    to: NotNegative.optional().describe('Upper end. Default: `from`.'),
    orMore: z.literal(true).optional().describe('Whether the document says "or more". Default: no.'),
  }),
]);
export type PublishedRange = z.infer<typeof PublishedRange>;
