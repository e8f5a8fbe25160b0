import { above, atLeast, openShare } from '../../lib/capacity/queueing/arguments';
import { erlangC } from '../../lib/capacity/queueing/erlang';
import { type MultiServerQueue, variabilityFactor } from '../../lib/capacity/queueing/variability-factor';

/** Steady state of a queue. Waits and lengths are infinite when the offered load is at least the number of servers. */
export interface QueuePerformance {
  /** Offered load in erlangs: the mean number of busy servers. */
  readonly offeredLoad: number;
  /** Offered load per server. The queue grows without limit at 1 and above. */
  readonly utilization: number;
  /** Share of the items that wait, by Erlang C, also where service is not exponential. */
  readonly waitingProbability: number;
  /** Mean wait of all items, including those that do not wait. */
  readonly waitSeconds: number;
  /** Mean wait plus mean service time. */
  readonly responseSeconds: number;
  /** Mean number of items that wait. */
  readonly waiting: number;
  /** Mean number of items that wait or are in service. */
  readonly inside: number;
}

/**
 * Mean performance of a multi-server queue. Exact for M/M/c (Poisson arrivals, exponential service) and for M/G/1 (Poisson
 * arrivals, one server). Otherwise the approximation of Allen and Cunneen, which is the wait of M/M/c times the mean of both
 * variabilities, corrected for many servers (see `variabilityFactor`).
 */
export function queuePerformance(queue: MultiServerQueue): QueuePerformance {
  const { servers, arrivalsPerSecond, serviceSeconds } = queue;
  const offeredLoad = atLeast(0, arrivalsPerSecond, 'arrivals per second') * above(0, serviceSeconds, 'service seconds');
  const waitingProbability = erlangC(servers, offeredLoad);
  const waitSeconds = waitingProbability * waitSecondsOfThoseWhoWait(queue);
  return {
    offeredLoad,
    utilization: offeredLoad / servers,
    waitingProbability,
    waitSeconds,
    responseSeconds: waitSeconds + serviceSeconds,
    waiting: arrivalsPerSecond * waitSeconds,
    inside: arrivalsPerSecond * waitSeconds + offeredLoad,
  };
}

/** Mean wait of the items that wait; infinite when the offered load is at least the number of servers. */
function waitSecondsOfThoseWhoWait(queue: MultiServerQueue): number {
  const { servers, arrivalsPerSecond, serviceSeconds } = queue;
  const idleServers = servers - arrivalsPerSecond * serviceSeconds;
  if (idleServers <= 0) return Number.POSITIVE_INFINITY;
  return (serviceSeconds / idleServers) * variabilityFactor(queue);
}

/**
 * Percentile of the wait of all items: a share of 0.95 gives the p95; 0 when that share does not wait. Exact for M/M/c, where the
 * wait of the items that wait is exponential. For other queues the same distribution is an approximation, with the mean of
 * `queuePerformance`.
 */
export function waitPercentileSeconds(queue: MultiServerQueue, share: number): number {
  openShare(share, 'share');
  const { waitingProbability } = queuePerformance(queue);
  if (waitingProbability <= 1 - share) return 0;
  return waitSecondsOfThoseWhoWait(queue) * Math.log(waitingProbability / (1 - share));
}

/** Share of all items that wait longer than a time: the inverse of `waitPercentileSeconds`, exact for the same queues. */
export function shareThatWaitsLonger(queue: MultiServerQueue, seconds: number): number {
  atLeast(0, seconds, 'seconds');
  const { waitingProbability } = queuePerformance(queue);
  if (seconds === 0) return waitingProbability;
  return waitingProbability * Math.exp(-seconds / waitSecondsOfThoseWhoWait(queue));
}

/** An M/M/c queue: Poisson arrivals and exponential service. */
export type ExponentialQueue = Omit<MultiServerQueue, 'arrivalVariability' | 'serviceVariability'>;

/**
 * Share of all items whose response time (wait plus service) is longer than a time. For M/M/c only, where it is exact: service is
 * exponential, and so is the wait of the items that wait.
 */
export function shareThatTakesLonger(queue: ExponentialQueue, seconds: number): number {
  atLeast(0, seconds, 'seconds');
  const { waitingProbability } = queuePerformance(queue);
  const wait = waitSecondsOfThoseWhoWait(queue);
  if (wait === Number.POSITIVE_INFINITY) return 1;
  const service = queue.serviceSeconds;
  const serviceLonger = Math.exp(-seconds / service);
  return serviceLonger + waitingProbability * (sumLonger(service, wait, seconds) - serviceLonger);
}

/** Relative difference of two means below which they count as equal, because rounding errors would dominate the difference. */
const SAME_MEAN = 1e-6;

/** Probability that the sum of two independent exponential times exceeds a time. */
function sumLonger(first: number, second: number, seconds: number): number {
  if (Math.abs(first - second) <= SAME_MEAN * first) return (1 + seconds / first) * Math.exp(-seconds / first);
  return (first * Math.exp(-seconds / first) - second * Math.exp(-seconds / second)) / (first - second);
}

/** Number of bisection steps that reduces any interval below the precision of a double. */
const HALVINGS = 100;

/** Percentile of the response time (wait plus service) of M/M/c: a share of 0.95 gives the p95. */
export function responsePercentileSeconds(queue: ExponentialQueue, share: number): number {
  openShare(share, 'share');
  const wait = waitSecondsOfThoseWhoWait(queue);
  if (wait === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  let low = 0;
  let high = queue.serviceSeconds + wait;
  while (shareThatTakesLonger(queue, high) > 1 - share) high *= 2;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (shareThatTakesLonger(queue, middle) > 1 - share) low = middle;
    else high = middle;
  }
  return high;
}
