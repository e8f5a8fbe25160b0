/** What a lever buys, in the order of a ranking. */
export const LEVER_STANDINGS = ['no-extra-cost', 'paid', 'no-gain', 'unknown-cost', 'unsupported'] as const;
/** What a lever buys. */
export type LeverStanding = (typeof LEVER_STANDINGS)[number];
