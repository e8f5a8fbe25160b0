import { z } from 'zod';

/**
 * An amount of a declaration, zero or more: a number, or a string with a number. cfn-lint rejects fractions in the metadata of a
 * template, so amounts are written as strings.
 */
export const Amount = z.union([z.number(), z.string().min(1).transform(Number)]).pipe(z.number().min(0));
