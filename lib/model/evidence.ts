import { z } from 'zod';

/** How well a figure is known: a document says so, a formula computes it, a load test showed it. */
export const Evidence = z.enum(['assumed', 'modelled', 'measured']);
export type Evidence = z.infer<typeof Evidence>;
