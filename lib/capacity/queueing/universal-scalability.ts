import { above, atLeast } from './arguments';

/**
 * How throughput grows with concurrency: the Universal Scalability Law (Gunther), with its three coefficients.
 * X(N) = γ N / (1 + σ (N − 1) + κ N (N − 1))
 */
export interface UslCoefficients {
  /** γ: requests a second that one user, client or thread gets alone. Above 0. */
  readonly requestsPerSecondAtOne: number;
  /** σ: share of the work that only one can do at a time (locks, one connection, one core). 0 to 1. */
  readonly contention: number;
  /** κ: cost of each pair that has to agree (caches kept coherent, replication, retries). At least 0. */
  readonly crosstalk: number;
}

/** Requests a second at a concurrency. Below 1, where the law says nothing, in proportion to it. */
export function uslThroughput(coefficients: UslCoefficients, concurrency: number): number {
  const { requestsPerSecondAtOne } = coefficients;
  return (requestsPerSecondAtOne * atLeast(0, concurrency, 'concurrency')) / slowdown(coefficients, concurrency);
}

/** How many times longer everything takes than for one alone. */
function slowdown({ contention, crosstalk }: UslCoefficients, concurrency: number): number {
  const others = Math.max(0, concurrency - 1);
  return 1 + contention * others + crosstalk * concurrency * others;
}

/** Mean seconds of a request at a concurrency, by Little's law; where users think between requests, with that. */
export function uslResponseSeconds(coefficients: UslCoefficients, concurrency: number): number {
  return slowdown(coefficients, above(0, concurrency, 'concurrency')) / coefficients.requestsPerSecondAtOne;
}

/** A point of the curve. */
export interface UslPoint {
  /** Concurrent requests. */
  readonly concurrency: number;
  /** Throughput, requests/s. */
  readonly requestsPerSecond: number;
  /** Mean seconds of a request. */
  readonly responseSeconds: number;
}

/** The curve at given concurrencies. */
export function uslCurve(coefficients: UslCoefficients, concurrencies: readonly number[]): UslPoint[] {
  return concurrencies.map((concurrency) => ({
    concurrency,
    requestsPerSecond: uslThroughput(coefficients, concurrency),
    responseSeconds: uslResponseSeconds(coefficients, concurrency),
  }));
}

/**
 * Where throughput is largest: more users after it mean less throughput. Undefined without crosstalk: then throughput
 * only nears its ceiling. At 1 where contention takes everything from the start.
 */
export function uslPeak(coefficients: UslCoefficients): UslPoint | undefined {
  const { contention, crosstalk } = coefficients;
  if (crosstalk === 0) return undefined;
  const concurrency = Math.max(1, Math.sqrt(Math.max(0, 1 - contention) / crosstalk));
  return uslCurve(coefficients, [concurrency])[0];
}

/** What throughput nears without crosstalk: γ / σ, infinite without contention. Undefined where there is a peak. */
export function uslCeiling({ requestsPerSecondAtOne, contention, crosstalk }: UslCoefficients): number | undefined {
  return crosstalk === 0 ? requestsPerSecondAtOne / contention : undefined;
}

/** What takes throughput away at a concurrency. */
export interface UslLoss {
  /** Share of the linear throughput that is lost: 0.75 when 40 users get what 10 should. */
  readonly lost: number;
  /** Share of the loss that contention causes; crosstalk causes the rest. 0 when nothing is lost. */
  readonly byContention: number;
}

/** The share of throughput that contention and crosstalk take at a concurrency. */
export function uslLoss(coefficients: UslCoefficients, concurrency: number): UslLoss {
  const { contention, crosstalk } = coefficients;
  above(0, concurrency, 'concurrency');
  const weight = contention + crosstalk * concurrency;
  return {
    lost: 1 - 1 / slowdown(coefficients, concurrency),
    byContention: weight === 0 ? 0 : contention / weight,
  };
}
