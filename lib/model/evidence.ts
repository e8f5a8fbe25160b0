import { z } from 'zod';

/** How a figure is known: `assumed` (a document states it), `modelled` (computed from demands) or `measured` (a load test, or production metrics). */
export const Evidence = z.enum(['assumed', 'modelled', 'measured']);
export type Evidence = z.infer<typeof Evidence>;
