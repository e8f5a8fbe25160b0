/**
 * Units of concurrency. Virtual users may pause between requests, connections do not, so the same number of each is a
 * different load. `unknown`: the file does not state it.
 */
export const CONCURRENCY_KINDS = ['virtual-users', 'connections', 'unknown'] as const;
/** Unit of the concurrency of a load test. */
export type ConcurrencyKind = (typeof CONCURRENCY_KINDS)[number];
