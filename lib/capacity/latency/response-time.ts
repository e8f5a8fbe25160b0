/** A random time by its mean and variance, in seconds and seconds². */
export interface Time {
  /** Mean, seconds. */
  readonly mean: number;
  /** Variance, seconds². */
  readonly variance: number;
}

/** A response time: some time that every event takes, and a wait that a share of the events has. */
export interface ResponseTime {
  /** The time that every event takes, with all shorter waits. */
  readonly always: Time;
  /** Share of the events that have the longest wait, 0 to 1. */
  readonly waitingProbability: number;
  /** Mean of that wait, exponential, seconds. */
  readonly waitSeconds: number;
}

/**
 * Share of the events that take longer than a time. Exact for M/M/c without waits; with waits within 3% of its percentiles, because
 * the sum of both times counts as a gamma distribution with the same mean and variance.
 */
export function shareLonger({ always, waitingProbability, waitSeconds }: ResponseTime, seconds: number): number {
  const { mean, variance } = always;
  if (waitSeconds === Number.POSITIVE_INFINITY || mean === Number.POSITIVE_INFINITY) return 1;
  const tail = gammaTail(mean, variance, seconds);
  if (waitingProbability === 0) return tail;
  return (1 - waitingProbability) * tail + waitingProbability * gammaTail(mean + waitSeconds, variance + waitSeconds ** 2, seconds);
}

/** The largest share of events that may take longer than each percentile. */
export const SHARE_LONGER = { p50: 0.5, p95: 0.05, p99: 0.01 } as const;

/** Whether a percentile of a response time is at most a number of seconds. */
export function isWithinPercentile(response: ResponseTime, percentile: keyof typeof SHARE_LONGER, seconds: number): boolean {
  return shareLonger(response, seconds) <= SHARE_LONGER[percentile];
}

/** Bisection steps: the percentile is within 0.1% of the share that `shareLonger` gives. */
const HALVINGS = 20;

/** The time that a share of the events does not exceed: 0.95 gives the p95. Infinite when the queue grows without limit. */
export function percentileSeconds(response: ResponseTime, share: number): number {
  const { always, waitSeconds } = response;
  let [low, high] = [0, 4 * (always.mean + (response.waitingProbability === 0 ? 0 : waitSeconds))];
  if (!Number.isFinite(high)) return Number.POSITIVE_INFINITY;
  if (high === 0) return 0;
  while (shareLonger(response, high) > 1 - share) high *= 2;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (shareLonger(response, middle) > 1 - share) low = middle;
    else high = middle;
  }
  return high;
}

/** Share of a gamma distribution above a time, by the cube root of Wilson and Hilferty; exponential where it is exactly that. */
function gammaTail(mean: number, variance: number, seconds: number): number {
  if (variance === 0) return seconds < mean ? 1 : 0;
  const shape = mean ** 2 / variance;
  if (Math.abs(shape - 1) < 1e-9) return Math.exp(-seconds / mean);
  const spread = 1 / (9 * shape);
  return normalTail((Math.cbrt(seconds / mean) - 1 + spread) / Math.sqrt(spread));
}

/** Share of the standard normal distribution above a value: Abramowitz and Stegun 26.2.17, within 1e-7. */
function normalTail(value: number): number {
  if (value < 0) return 1 - normalTail(-value);
  const t = 1 / (1 + 0.2316419 * value);
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (polynomial * Math.exp((-value * value) / 2)) / Math.sqrt(2 * Math.PI);
}
