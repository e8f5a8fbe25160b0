/**
 * Traffic for a pool of connections: which query arrives when and how long it is, all known before anything runs.
 */
import { batchMean, type Draw, exponential, seededUniform, simulateQueue } from '../support/queue-simulation';

export interface LengthKind {
  /** Draws lengths with a mean, in seconds. */
  readonly draw: (uniform: Draw, meanSeconds: number) => Draw;
  /** Variance over squared mean. */
  readonly variability: number;
}

/** How the lengths of queries differ. */
export const LENGTHS = {
  exponential: { draw: exponential, variability: 1 },
  uniform: { draw: (uniform, mean) => () => 2 * mean * uniform(), variability: 1 / 3 },
  fixed: { draw: (_, mean) => () => mean, variability: 0 },
} as const satisfies Readonly<Record<string, LengthKind>>;

export interface Traffic {
  readonly connections: number;
  readonly lengths: keyof typeof LENGTHS;
  /** Mean length of the queries. */
  readonly querySeconds: number;
  /** Arrivals per second times length over connections, by the lengths alone: what a query costs beyond comes on top. */
  readonly utilization: number;
}

export interface Query {
  readonly arrivesAtSeconds: number;
  readonly sleepSeconds: number;
}

export function arrivalsPerSecond({ connections, querySeconds, utilization }: Traffic): number {
  return (utilization * connections) / querySeconds;
}

/** Observations of one simulation of those that say what is typical: what they leave behind in memory is then soon cleared away. */
const OBSERVED = 200_000;

/** Simulations for so many connections. The larger a pool, the rarer and the longer its queues. */
const RUNS = 10;
const RUNS_CONNECTIONS = 15;

/** How near to the mean wait of the long run, which is known within some 2 %, a trace has to be to be typical. */
const TYPICAL = 0.01;

/**
 * Poisson arrivals and lengths for some seconds, from the first seed whose mean wait is that of the long run. By chance
 * alone one half minute of a busy queue waits twice as long as another; only hours of measuring would even that out. What
 * is typical is decided before anything is measured, by simulation: without the server, and without the formulas.
 */
export function typicalTrace(traffic: Traffic, seconds: number): Query[] {
  const longRun = longRunWaitSeconds(traffic);
  for (let seed = 1; ; seed++) {
    const trace = traceOf(traffic, seconds, seed);
    const { mean } = batchMean(waitsOf(traffic, trace, 0));
    if (Math.abs(mean / longRun - 1) <= TYPICAL) return trace;
  }
}

function longRunWaitSeconds(traffic: Traffic): number {
  const runs = RUNS * Math.ceil(traffic.connections / RUNS_CONNECTIONS);
  const means = Array.from({ length: runs }, (_, run) => batchMean(simulatedWaits(traffic, -run)).mean);
  return means.reduce((sum, mean) => sum + mean, 0) / runs;
}

function simulatedWaits(traffic: Traffic, seed: number): readonly number[] {
  const uniform = seededUniform(seed);
  return simulateQueue({
    servers: traffic.connections,
    nextArrival: exponential(uniform, 1 / arrivalsPerSecond(traffic)),
    nextService: LENGTHS[traffic.lengths].draw(uniform, traffic.querySeconds),
    observed: OBSERVED,
  }).waits;
}

function traceOf(traffic: Traffic, seconds: number, seed: number): Query[] {
  const uniform = seededUniform(seed);
  const gap = exponential(uniform, 1 / arrivalsPerSecond(traffic));
  const length = LENGTHS[traffic.lengths].draw(uniform, traffic.querySeconds);
  const trace: Query[] = [];
  for (let at = gap(); at < seconds; at += gap()) trace.push({ arrivesAtSeconds: at, sleepSeconds: length() });
  return trace;
}

/** Waits that a trace has when nothing but its queries takes time, and each of them some overhead. */
export function waitsOf({ connections }: Traffic, trace: readonly Query[], overheadSeconds: number): readonly number[] {
  const { nextArrival, nextService } = drawsOf(trace, overheadSeconds);
  return simulateQueue({ servers: connections, nextArrival, nextService, observed: observedOf(trace) }).waits;
}

/** Queries that count; those before them warm up. */
export function observedOf(trace: readonly Query[]): number {
  return Math.floor(trace.length / 1.2);
}

/** Queries start in the order in which they arrive, so both can be drawn one after the other. */
function drawsOf(trace: readonly Query[], overheadSeconds: number): { nextArrival: Draw; nextService: Draw } {
  let arrived = 0;
  let started = 0;
  const arrivesAt = (index: number): number => trace[index]?.arrivesAtSeconds ?? 0;
  return {
    nextArrival: () => arrivesAt(arrived++) - arrivesAt(arrived - 2),
    nextService: () => (trace[started++]?.sleepSeconds ?? 0) + overheadSeconds,
  };
}
