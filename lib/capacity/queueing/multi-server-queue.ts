import { above, atLeast, openShare } from './arguments';
import { erlangC } from './erlang';

/** Servers with one queue, first come first served: connections of a pool, workers, processor cores. */
export interface MultiServerQueue {
  /** Number of servers, at least 1. */
  readonly servers: number;
  /** Arrivals/s. */
  readonly arrivalsPerSecond: number;
  /** Mean service time of one item, seconds. */
  readonly serviceSeconds: number;
  /**
   * Squared coefficient of variation of the time between arrivals (variance ÷ mean²). Default: 1, Poisson arrivals of independent
   * users. 0: constant intervals. Above 1: bursts.
   */
  readonly arrivalVariability?: number;
  /**
   * Squared coefficient of variation of the service time (variance ÷ mean²). Default: 1, exponential: most items are short, some
   * are long. 0: constant service time.
   */
  readonly serviceVariability?: number;
}

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
 * Factor on the wait of M/M/c for other variabilities. For one server it is (ca² + cs²) / 2, as Allen and Cunneen give it. For many
 * servers at 50 to 70% utilization that is a third too small for constant service and half too large for irregular service;
 * Kimura's interpolation between exponential and constant service is within 6% of the simulation for both.
 */
export function variabilityFactor(queue: MultiServerQueue): number {
  const { servers, arrivalsPerSecond, serviceSeconds, arrivalVariability = 1, serviceVariability = 1 } = queue;
  atLeast(0, arrivalVariability, 'arrival variability');
  atLeast(0, serviceVariability, 'service variability');
  const constant = constantWorkFactor(servers, (arrivalsPerSecond * serviceSeconds) / servers);
  return (arrivalVariability + serviceVariability) / (2 * serviceVariability + (1 - serviceVariability) / constant);
}

/**
 * Ratio of the wait of M/D/c (constant service) to that of M/M/c, as Cosmetatos approximates it: a half for one server and in
 * heavy traffic. At most c / (c + 1), its limit in light traffic.
 */
function constantWorkFactor(servers: number, utilization: number): number {
  if (servers === 1) return 1 / 2;
  const correction = ((1 - utilization) * (servers - 1) * (Math.sqrt(4 + 5 * servers) - 2)) / (16 * utilization * servers);
  return Math.min((1 + correction) / 2, servers / (servers + 1));
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
