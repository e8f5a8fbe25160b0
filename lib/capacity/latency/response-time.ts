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
export function shareLonger(response: ResponseTime, seconds: number): number {
  return sharesLonger(response)(seconds);
}

/** `shareLonger` of one response time, for many times. */
function sharesLonger({ always, waitingProbability, waitSeconds }: ResponseTime): (seconds: number) => number {
  if (waitSeconds === Number.POSITIVE_INFINITY || always.mean === Number.POSITIVE_INFINITY) return () => 1;
  const tail = gammaTail(always);
  if (waitingProbability === 0) return tail;
  const waitedTail = gammaTail({ mean: always.mean + waitSeconds, variance: always.variance + waitSeconds ** 2 });
  return (seconds) => (1 - waitingProbability) * tail(seconds) + waitingProbability * waitedTail(seconds);
}

/** Bisection steps: the percentile is within 0.1% of the share that `shareLonger` gives. */
const HALVINGS = 20;

/** The time that a share of the events does not exceed: 0.95 gives the p95. Infinite when the queue grows without limit. */
export function percentileSeconds(response: ResponseTime, share: number): number {
  const { always, waitSeconds } = response;
  let [low, high] = [0, 4 * (always.mean + (response.waitingProbability === 0 ? 0 : waitSeconds))];
  if (!Number.isFinite(high)) return Number.POSITIVE_INFINITY;
  if (high === 0) return 0;
  const longer = sharesLonger(response);
  while (longer(high) > 1 - share) high *= 2;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (longer(middle) > 1 - share) low = middle;
    else high = middle;
  }
  return high;
}

/** Share of a gamma distribution above a time, by the cube root of Wilson and Hilferty; exponential where it is exactly that. */
function gammaTail({ mean, variance }: Time): (seconds: number) => number {
  if (variance === 0) return (seconds) => (seconds < mean ? 1 : 0);
  const shape = mean ** 2 / variance;
  if (Math.abs(shape - 1) < 1e-9) return (seconds) => Math.exp(-seconds / mean);
  const spread = 1 / (9 * shape);
  const deviation = Math.sqrt(spread);
  return (seconds) => normalTail((Math.cbrt(seconds / mean) - 1 + spread) / deviation);
}

/** Share of the standard normal distribution above a value: Abramowitz and Stegun 26.2.17, within 1e-7. */
function normalTail(value: number): number {
  if (value < 0) return 1 - normalTail(-value);
  const t = 1 / (1 + 0.2316419 * value);
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (polynomial * Math.exp((-value * value) / 2)) / Math.sqrt(2 * Math.PI);
}
