/** The tiers that the benchmarks measure, from the smallest to the largest. */
export const TIERS = ['small', 'medium', 'large', 'very-large'] as const;
