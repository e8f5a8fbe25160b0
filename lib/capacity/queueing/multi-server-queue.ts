import { above, atLeast, openShare } from './arguments';
import { erlangC } from './erlang';

/** Servers that take work from one queue, first come first served: connections of a pool, workers, processor cores. */
export interface MultiServerQueue {
  /** Servers in parallel, a whole number of at least 1. */
  readonly servers: number;
  /** Arrivals/s. */
  readonly arrivalsPerSecond: number;
  /** Seconds that one server is busy with one piece of work, on average. */
  readonly serviceSeconds: number;
  /**
   * How irregular arrivals are: variance of the time between them, divided by its mean squared. Default 1, as of
   * independent users (Poisson); 0 is a metronome, more than 1 are bursts.
   */
  readonly arrivalVariability?: number;
  /**
   * How irregular service is: its variance divided by its mean squared. Default 1 (exponential: most work is short, some
   * is long); 0 is work of one known length.
   */
  readonly serviceVariability?: number;
}

/** What a queue settles to. Waits and lengths are infinite when more arrives than the servers can do. */
export interface QueuePerformance {
  /** Erlangs: servers that the work keeps busy. */
  readonly offeredLoad: number;
  /** Offered load per server. From 1 on the queue grows without end. */
  readonly utilization: number;
  /** Share of the work that has to wait at all. Erlang C, also where service is not exponential. */
  readonly waitingProbability: number;
  /** Mean wait of all work, that which need not wait included. */
  readonly waitSeconds: number;
  /** Mean wait and service together. */
  readonly responseSeconds: number;
  /** Pieces of work that wait, on average. */
  readonly waiting: number;
  /** Pieces of work that wait or are served, on average. */
  readonly inside: number;
}

/**
 * Mean performance of a multi-server queue. Exact for Poisson arrivals and exponential service (M/M/c) and for one
 * server of any service (M/G/1). Otherwise an approximation: that of Allen and Cunneen, the wait of M/M/c times the mean
 * of both variabilities, corrected for many servers (see `variabilityFactor`).
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

/** Mean wait of the work that has to wait; infinite when more arrives than the servers can do. */
function waitSecondsOfThoseWhoWait(queue: MultiServerQueue): number {
  const { servers, arrivalsPerSecond, serviceSeconds } = queue;
  const idleServers = servers - arrivalsPerSecond * serviceSeconds;
  if (idleServers <= 0) return Number.POSITIVE_INFINITY;
  return (serviceSeconds / idleServers) * variabilityFactor(queue);
}

/**
 * What variability does to the wait of M/M/c. For one server it is Allen and Cunneen's (ca² + cs²) / 2. For many, that
 * is a third too small for regular work and half too large for irregular work at 50 to 70% utilization; Kimura's
 * interpolation between exponential work and work of one length brings both within a few per cent.
 */
export function variabilityFactor(queue: MultiServerQueue): number {
  const { servers, arrivalsPerSecond, serviceSeconds, arrivalVariability = 1, serviceVariability = 1 } = queue;
  atLeast(0, arrivalVariability, 'arrival variability');
  atLeast(0, serviceVariability, 'service variability');
  const constant = constantWorkFactor(servers, (arrivalsPerSecond * serviceSeconds) / servers);
  return (arrivalVariability + serviceVariability) / (2 * serviceVariability + (1 - serviceVariability) / constant);
}

/**
 * Wait of work of one length over that of exponential work (M/D/c over M/M/c), as Cosmetatos approximates it: a half for
 * one server and in heavy traffic. Never above c / (c + 1), its limit in light traffic.
 */
function constantWorkFactor(servers: number, utilization: number): number {
  if (servers === 1) return 1 / 2;
  const correction = ((1 - utilization) * (servers - 1) * (Math.sqrt(4 + 5 * servers) - 2)) / (16 * utilization * servers);
  return Math.min((1 + correction) / 2, servers / (servers + 1));
}

/**
 * The wait that a share of all work stays within: 0.95 gives the p95 of waiting; 0 when that share need not wait at all.
 * Exact for M/M/c, where the wait of those who wait is exponential; elsewhere that is kept as an approximation, with
 * the mean from above.
 */
export function waitPercentileSeconds(queue: MultiServerQueue, share: number): number {
  openShare(share, 'share');
  const { waitingProbability } = queuePerformance(queue);
  if (waitingProbability <= 1 - share) return 0;
  return waitSecondsOfThoseWhoWait(queue) * Math.log(waitingProbability / (1 - share));
}

/** Share of all work that waits longer than a time: the inverse of `waitPercentileSeconds`, with its exactness. */
export function shareThatWaitsLonger(queue: MultiServerQueue, seconds: number): number {
  atLeast(0, seconds, 'seconds');
  const { waitingProbability } = queuePerformance(queue);
  if (seconds === 0) return waitingProbability;
  return waitingProbability * Math.exp(-seconds / waitSecondsOfThoseWhoWait(queue));
}

/** A queue whose arrivals are Poisson and whose service is exponential, by definition. */
export type ExponentialQueue = Omit<MultiServerQueue, 'arrivalVariability' | 'serviceVariability'>;

/**
 * Share of all work whose wait and service together take longer than a time. Exact for M/M/c, and for nothing else:
 * the sum of an exponential service and of a wait that is exponential for those who wait.
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

/** Relative difference of two means below which they count as one: closer, their difference drowns in rounding. */
const SAME_MEAN = 1e-6;

/** Probability that the sum of two independent exponential times is longer than a time. */
function sumLonger(first: number, second: number, seconds: number): number {
  if (Math.abs(first - second) <= SAME_MEAN * first) return (1 + seconds / first) * Math.exp(-seconds / first);
  return (first * Math.exp(-seconds / first) - second * Math.exp(-seconds / second)) / (first - second);
}

/** Halvings that bring any interval of doubles below its precision. */
const HALVINGS = 100;

/** The time that a share of all work is done within, wait and service together: 0.95 gives the p95 of M/M/c. */
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
