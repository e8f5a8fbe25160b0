/**
 * A discrete-event simulation of servers with one queue, to check the queueing formulas. It does not use them: events are
 * processed in the order of time, items wait first come first served, and waits are counted.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws one time, in seconds. */
export type Draw = () => number;

/** Number of draws after which generators with adjacent seeds are independent. */
const DRAWS_TO_PART = 32;

export function seededUniform(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  for (let draw = 0; draw < DRAWS_TO_PART; draw++) generator.next();
  return () => uniformFloat64(generator);
}

export function exponential(uniform: Draw, mean: number): Draw {
  return () => -mean * Math.log(1 - uniform());
}

/** The sum of two exponential times: variance ÷ mean² is 1/2. */
export function erlangTwo(uniform: Draw, mean: number): Draw {
  const half = exponential(uniform, mean / 2);
  return () => half() + half();
}

/** Mostly short, sometimes long: variance ÷ mean² is the given variability, above 1. */
export function hyperexponential(uniform: Draw, mean: number, variability: number): Draw {
  // Two branches with balanced means: each has half of the work.
  const share = (1 + Math.sqrt((variability - 1) / (variability + 1))) / 2;
  return () => exponential(uniform, mean / (2 * (uniform() < share ? share : 1 - share)))();
}

/** A standard normal number (Box and Muller). */
export function standardNormal(uniform: Draw): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

export interface Simulated {
  readonly servers: number;
  readonly nextArrival: Draw;
  readonly nextService: Draw;
  /** Number of observed items, after a warm-up of a fifth as many. */
  readonly observed: number;
  /** Whether items that find all servers busy are rejected. Default: they wait. */
  readonly turnsAway?: boolean;
}

export interface Observation {
  /** Wait of each observed item that was served, in order of arrival. */
  readonly waits: readonly number[];
  /** Response time (wait plus service) of the same items. */
  readonly responses: readonly number[];
  /** For each observed item, whether it was rejected. */
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

/** Number of batches of a run. Their means are nearly independent; single waits are not. */
const BATCHES = 30;

/** Mean of correlated values with its standard error, by batch means. */
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
