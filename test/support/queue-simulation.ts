/**
 * A discrete-event simulation of servers with one queue, as a second opinion on the queueing formulas. It knows nothing
 * of them: events happen in the order of their times, work waits first come first served, and what is seen is counted.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws one time, in seconds. */
export type Draw = () => number;

/** Draws after which generators of neighbouring seeds have nothing in common any more. */
const DRAWS_TO_PART = 32;

export function seededUniform(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  for (let draw = 0; draw < DRAWS_TO_PART; draw++) generator.next();
  return () => uniformFloat64(generator);
}

export function exponential(uniform: Draw, mean: number): Draw {
  return () => -mean * Math.log(1 - uniform());
}

/** Two exponential times, one after the other: variance over squared mean is 1/2. */
export function erlangTwo(uniform: Draw, mean: number): Draw {
  const half = exponential(uniform, mean / 2);
  return () => half() + half();
}

/** Mostly short, sometimes long: variance over squared mean is the given variability, which is above 1. */
export function hyperexponential(uniform: Draw, mean: number, variability: number): Draw {
  // Two branches with balanced means: each carries half of the work.
  const share = (1 + Math.sqrt((variability - 1) / (variability + 1))) / 2;
  return () => exponential(uniform, mean / (2 * (uniform() < share ? share : 1 - share)))();
}

/** A normal value around 0 with deviation 1 (Box and Muller). */
export function standardNormal(uniform: Draw): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

export interface Simulated {
  readonly servers: number;
  readonly nextArrival: Draw;
  readonly nextService: Draw;
  /** Pieces of work to observe, after those of the warm-up, a fifth as many. */
  readonly observed: number;
  /** Whether work that finds all servers busy goes away (default: it waits). */
  readonly turnsAway?: boolean;
}

export interface Observation {
  /** Wait of each observed piece of work that was served, in order of arrival. */
  readonly waits: readonly number[];
  /** Wait and service of the same. */
  readonly responses: readonly number[];
  /** For each observed piece of work, whether it was turned away. */
  readonly turnedAway: readonly boolean[];
}

interface Job {
  readonly arrivedAt: number;
  readonly isObserved: boolean;
}

export function simulateQueue({ servers, nextArrival, nextService, observed, turnsAway = false }: Simulated): Observation {
  const warmUp = Math.ceil(observed / 5);
  const departures = new EarliestFirst();
  const queue: Job[] = [];
  let firstInQueue = 0;
  const waits: number[] = [];
  const responses: number[] = [];
  const turnedAway: boolean[] = [];

  const start = (job: Job, now: number): void => {
    const end = now + nextService();
    departures.push(end);
    if (!job.isObserved) return;
    waits.push(now - job.arrivedAt);
    responses.push(end - job.arrivedAt);
  };
  const depart = (): void => {
    const now = departures.pop();
    const next = queue[firstInQueue];
    if (next === undefined) return;
    firstInQueue++;
    start(next, now);
  };
  const arrive = (job: Job): void => {
    const isBusy = departures.size === servers;
    if (job.isObserved) turnedAway.push(isBusy && turnsAway);
    if (!isBusy) start(job, job.arrivedAt);
    else if (!turnsAway) queue.push(job);
  };

  let now = 0;
  for (let arrival = 0; arrival < warmUp + observed; arrival++) {
    now += nextArrival();
    while (departures.earliest <= now) depart();
    arrive({ arrivedAt: now, isObserved: arrival >= warmUp });
  }
  while (firstInQueue < queue.length) depart();
  return { waits, responses, turnedAway };
}

/** A heap of times. */
class EarliestFirst {
  private readonly times: number[] = [];

  get size(): number {
    return this.times.length;
  }

  get earliest(): number {
    return this.times[0] ?? Number.POSITIVE_INFINITY;
  }

  push(time: number): void {
    const { times } = this;
    let at = times.push(time) - 1;
    for (let parent = (at - 1) >> 1; at > 0 && this.at(parent) > time; parent = (at - 1) >> 1) {
      times[at] = this.at(parent);
      at = parent;
    }
    times[at] = time;
  }

  pop(): number {
    const { times } = this;
    const { earliest } = this;
    const last = times.pop() ?? earliest;
    if (times.length === 0) return earliest;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const child = this.at(left + 1) < this.at(left) ? left + 1 : left;
      if (this.at(child) >= last) break;
      times[at] = this.at(child);
      at = child;
    }
    times[at] = last;
    return earliest;
  }

  private at(index: number): number {
    return this.times[index] ?? Number.POSITIVE_INFINITY;
  }
}

export interface Estimate {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly error: number;
}

/** Batches that one run is cut into: their means are close to independent where single waits are not. */
const BATCHES = 30;

/** Mean of correlated values with its standard error, by the method of batch means. */
export function batchMean(values: readonly number[]): Estimate {
  const size = Math.floor(values.length / BATCHES);
  const means = Array.from({ length: BATCHES }, (_, batch) => average(values.slice(batch * size, (batch + 1) * size)));
  const mean = average(means);
  const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (BATCHES - 1);
  return { mean, error: Math.sqrt(variance / BATCHES) };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
