import { z } from 'zod';
import { Where } from './operation';
import { Id } from './scalars';

/** Why something has no limit in a tier, with its source: an external service answers, or what it uses is counted elsewhere. */
const Stated = { ...Where, reason: z.string().min(1) };

/**
 * An operation that no component limits, or a component that limits nothing. It has to be stated: an operation or a component
 * without a known demand is otherwise unknown, and nothing is recommended.
 */
export const WithoutLimit = z.union([z.strictObject({ operation: Id, ...Stated }), z.strictObject({ component: Id, ...Stated })]);
export type WithoutLimit = z.infer<typeof WithoutLimit>;
