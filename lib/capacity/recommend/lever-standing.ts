/** Benefit of a lever, in the order of a ranking. */
export const LEVER_STANDINGS = ['no-extra-cost', 'paid', 'no-gain', 'unknown-cost', 'unsupported'] as const;
/** Benefit of a lever. */
export type LeverStanding = (typeof LEVER_STANDINGS)[number];
