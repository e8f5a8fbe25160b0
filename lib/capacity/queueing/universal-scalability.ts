import { above, atLeast } from './arguments';

/**
 * Coefficients of the Universal Scalability Law (Gunther), which gives throughput by concurrency.
 * X(N) = γ N / (1 + σ (N − 1) + κ N (N − 1))
 */
export interface UslCoefficients {
  /** γ: throughput of one user, client or thread alone, requests/s. Above 0. */
  readonly requestsPerSecondAtOne: number;
  /** σ: contention, the share of the work that is serialized (locks, one connection, one core). 0 to 1. */
  readonly contention: number;
  /** κ: crosstalk, the cost of coherency for each pair (cache coherency, replication, retries). At least 0. */
  readonly crosstalk: number;
}

/** Throughput at a concurrency, requests/s. Below 1, where the law is not defined, proportional to the concurrency. */
export function uslThroughput(coefficients: UslCoefficients, concurrency: number): number {
  const { requestsPerSecondAtOne } = coefficients;
  return (requestsPerSecondAtOne * atLeast(0, concurrency, 'concurrency')) / slowdown(coefficients, concurrency);
}

/** Ratio of the response time at a concurrency to that of one request alone. */
function slowdown({ contention, crosstalk }: UslCoefficients, concurrency: number): number {
  const others = Math.max(0, concurrency - 1);
  return 1 + contention * others + crosstalk * concurrency * others;
}

/** Mean response time at a concurrency, seconds, by Little's law; includes the think time of users, if they have one. */
export function uslResponseSeconds(coefficients: UslCoefficients, concurrency: number): number {
  return slowdown(coefficients, above(0, concurrency, 'concurrency')) / coefficients.requestsPerSecondAtOne;
}

/** A point of the curve. */
export interface UslPoint {
  /** Concurrent requests. */
  readonly concurrency: number;
  /** Throughput, requests/s. */
  readonly requestsPerSecond: number;
  /** Mean response time, seconds. */
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
 * The point of the largest throughput; a higher concurrency has less throughput. Undefined without crosstalk, when throughput
 * approaches its ceiling. At a concurrency of 1 if contention is 1.
 */
export function uslPeak(coefficients: UslCoefficients): UslPoint | undefined {
  const { contention, crosstalk } = coefficients;
  if (crosstalk === 0) return undefined;
  const concurrency = Math.max(1, Math.sqrt(Math.max(0, 1 - contention) / crosstalk));
  return uslCurve(coefficients, [concurrency])[0];
}

/** Limit of throughput without crosstalk, requests/s: γ / σ, infinite without contention. Undefined with crosstalk, which has a peak. */
export function uslCeiling({ requestsPerSecondAtOne, contention, crosstalk }: UslCoefficients): number | undefined {
  return crosstalk === 0 ? requestsPerSecondAtOne / contention : undefined;
}

/** Loss of throughput at a concurrency, compared with linear scaling. */
export interface UslLoss {
  /** Lost share of the linear throughput: 0.75 when 40 users get the throughput of 10. */
  readonly lost: number;
  /** Share of the loss that contention causes; crosstalk causes the rest. 0 when nothing is lost. */
  readonly byContention: number;
}

/** Loss of throughput at a concurrency, with the share that contention causes. */
export function uslLoss(coefficients: UslCoefficients, concurrency: number): UslLoss {
  const { contention, crosstalk } = coefficients;
  above(0, concurrency, 'concurrency');
  const weight = contention + crosstalk * concurrency;
  return {
    lost: 1 - 1 / slowdown(coefficients, concurrency),
    byContention: weight === 0 ? 0 : contention / weight,
  };
}
