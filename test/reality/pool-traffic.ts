/**
 * Traffic for a connection pool: arrival time and length of each query, computed before the run.
 */
import { quantile } from '../../lib/loadtest/bootstrap';
import { batchMean, type Draw, exponential, seededUniform, simulateQueue } from '../support/queue-simulation';

export interface LengthKind {
  /** Draws lengths with a given mean, seconds. */
  readonly draw: (uniform: Draw, meanSeconds: number) => Draw;
  /** Variance ÷ mean². */
  readonly variability: number;
}

/** Distributions of the lengths of queries. */
export const LENGTHS = {
  exponential: { draw: exponential, variability: 1 },
  uniform: { draw: (uniform, mean) => () => 2 * mean * uniform(), variability: 1 / 3 },
  fixed: { draw: (_, mean) => () => mean, variability: 0 },
} as const satisfies Readonly<Record<string, LengthKind>>;

export interface Traffic {
  readonly connections: number;
  readonly lengths: keyof typeof LENGTHS;
  /** Mean length of the queries, seconds. */
  readonly querySeconds: number;
  /** Arrivals/s × length ÷ connections, without the overhead of a query. */
  readonly utilization: number;
}

export interface Query {
  readonly arrivesAtSeconds: number;
  readonly sleepSeconds: number;
}

export function arrivalsPerSecond({ connections, querySeconds, utilization }: Traffic): number {
  return (utilization * connections) / querySeconds;
}

/** Observations of one simulation. Several short simulations need less memory than a long one. */
const OBSERVED = 200_000;

/** Number of simulations for a number of connections. A larger pool has rarer and longer queues. */
const RUNS = 10;
const RUNS_CONNECTIONS = 15;

/** Largest relative distance of a typical trace from the long-run mean wait, which is known within about 2%. */
const TYPICAL = 0.01;

/**
 * Poisson arrivals and lengths for some seconds, from the first seed whose mean wait is close to the long-run mean. By chance, the
 * mean wait of a busy queue over half a minute varies by a factor of two, which only hours of measurement would even out. The seed
 * is chosen by simulation before the measurement, without the server and without the formulas.
 */
export function typicalTrace(traffic: Traffic, seconds: number): Query[] {
  const longRun = longRunWaitSeconds(traffic);
  for (let seed = 1; ; seed++) {
    const trace = traceOf(traffic, seconds, seed);
    const { mean } = batchMean(waitsOf(traffic, trace, 0));
    if (Math.abs(mean / longRun - 1) <= TYPICAL) return trace;
  }
}

/** Observations of the simulation of a p95: its error at a utilization of 95% is about 3%. */
const OBSERVED_OF_P95 = 1_000_000;

/** As `typicalTrace`, from the first seed whose p95 of wait and query is close to the long-run p95. */
export function typicalP95Trace(traffic: Traffic, seconds: number): Query[] {
  const uniform = seededUniform(0);
  const { responses } = simulateQueue({
    servers: traffic.connections,
    nextArrival: exponential(uniform, 1 / arrivalsPerSecond(traffic)),
    nextService: LENGTHS[traffic.lengths].draw(uniform, traffic.querySeconds),
    observed: OBSERVED_OF_P95,
  });
  const longRun = quantile(responses, 0.95);
  for (let seed = 1; ; seed++) {
    const trace = traceOf(traffic, seconds, seed);
    const { nextArrival, nextService } = drawsOf(trace, 0);
    const simulated = simulateQueue({ servers: traffic.connections, nextArrival, nextService, observed: observedOf(trace) });
    if (Math.abs(quantile(simulated.responses, 0.95) / longRun - 1) <= TYPICAL) return trace;
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

/** Simulated waits of a trace, with an overhead for each query. */
export function waitsOf({ connections }: Traffic, trace: readonly Query[], overheadSeconds: number): readonly number[] {
  const { nextArrival, nextService } = drawsOf(trace, overheadSeconds);
  return simulateQueue({ servers: connections, nextArrival, nextService, observed: observedOf(trace) }).waits;
}

/** Queries that are measured; earlier ones are the warm-up. */
export function observedOf(trace: readonly unknown[]): number {
  return Math.floor(trace.length / 1.2);
}

/** Draws arrivals and lengths in one pass, because queries start in the order of arrival. */
function drawsOf(trace: readonly Query[], overheadSeconds: number): { nextArrival: Draw; nextService: Draw } {
  let arrived = 0;
  let started = 0;
  const arrivesAt = (index: number): number => trace[index]?.arrivesAtSeconds ?? 0;
  return {
    nextArrival: () => arrivesAt(arrived++) - arrivesAt(arrived - 2),
    nextService: () => (trace[started++]?.sleepSeconds ?? 0) + overheadSeconds,
  };
}
