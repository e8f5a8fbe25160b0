import { z } from 'zod';
import { Where } from './operation';
import { Id } from './scalars';

/** The reason, with its source, and the tiers that it is valid for. */
const Stated = { ...Where, reason: z.string().min(1).describe('Why there is no limit, with the source.') };

/**
 * An operation that no component limits, or a component that limits no operation. It must be stated, because an operation or a
 * component without a demand is otherwise unknown and then no tier is recommended.
 */
export const WithoutLimit = z.union([
  z.strictObject({ operation: Id.describe('Id of the operation.'), ...Stated }),
  z.strictObject({ component: Id.describe('Component id.'), ...Stated }),
]);
export type WithoutLimit = z.infer<typeof WithoutLimit>;
