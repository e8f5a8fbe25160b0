import { atLeast, openShare } from './arguments';

/**
 * Allowed waiting probability by criticality. The shares are those of the four tiers of Netflix's service capacity modeling
 * (`models/common.py`, `_QOS`); the quality factors that it lists are computed here.
 */
export const CRITICALITIES = {
  /** All other components wait for it: an API gateway, the primary database. */
  critical: { waitingProbability: 0.01 },
  /** Users notice a wait immediately: chat, calls, search. */
  high: { waitingProbability: 0.05 },
  /** Users accept a wait: uploads, reports, exports. */
  normal: { waitingProbability: 0.2 },
  /** No user waits for it: background jobs. */
  low: { waitingProbability: 0.3 },
} as const satisfies Readonly<Record<string, { readonly waitingProbability: number }>>;

/** Criticality of an operation: how rarely it may wait. */
export type Criticality = keyof typeof CRITICALITIES;

/**
 * Limit of Erlang C for many servers, when `servers = load + qualityFactor × √load` (Halfin and Whitt, 1981):
 * 1 / (1 + β Φ(β) / φ(β)), where Φ is the distribution function and φ the density of the standard normal distribution.
 */
export function halfinWhittWaitingProbability(qualityFactor: number): number {
  atLeast(0, qualityFactor, 'quality factor');
  return 1 / (1 + qualityFactor * normalDistributionOverDensity(qualityFactor));
}

/** Share of the sum below which another term does not change a double. */
const NEGLIGIBLE = 1e-17;

/** Φ(x) / φ(x) for x ≥ 0: half of √(2π) e^(x²/2), plus the series x + x³/3 + x⁵/(3·5) + …, whose terms are positive. */
function normalDistributionOverDensity(x: number): number {
  let sum = Math.sqrt(Math.PI / 2) * Math.exp((x * x) / 2);
  for (let term = x, odd = 3; term > sum * NEGLIGIBLE; odd += 2) {
    sum += term;
    term *= (x * x) / odd;
  }
  return sum;
}

/** At this factor, fewer than one in 10^80 items wait: no larger factor is required in practice. */
const LARGEST_QUALITY_FACTOR = 38;
const HALVINGS = 100;

/** The quality factor at which this share of the items waits, with many servers. */
export function qualityFactorFor(waitingProbability: number): number {
  openShare(waitingProbability, 'waiting probability');
  let low = 0;
  let high = LARGEST_QUALITY_FACTOR;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (halfinWhittWaitingProbability(middle) > waitingProbability) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * Servers beyond the offered load by the square-root rule: a margin that grows with the square root of the load. Because of the root,
 * one large pool needs fewer servers than many small pools.
 */
export function squareRootMargin(offeredLoad: number, qualityFactor: number): number {
  atLeast(0, offeredLoad, 'offered load');
  atLeast(0, qualityFactor, 'quality factor');
  return qualityFactor * Math.sqrt(offeredLoad);
}
