import type { Interval } from '../core/interval';

/** One window of time of a production system. */
export interface ObservedWindow {
  /** Instances that ran. */
  readonly instances: number;
  /** Requests/s. */
  readonly requestsPerSecond: number;
  /** Use of a resource by all instances. */
  readonly use: number;
}

/** Use of a resource as a base for each instance and an amount for each request. */
export interface Regression {
  /** Use for each request/s, with its 95% interval. */
  readonly perRequest: Interval;
  /** Use of each instance without requests, with its 95% interval. */
  readonly base: Interval;
  /** Correlation of the deviations of neighboring windows, 0 to 1. */
  readonly autocorrelation: number;
  /** Share of the variance of the use that the line explains; at most 1. */
  readonly explained: number;
}

/** Blocks of the jackknife. */
const BLOCKS = 12;

/** 97.5% point of Student's t with 11 degrees of freedom: one less than the blocks (NIST/SEMATECH e-Handbook, 1.3.6.7.2). */
const STUDENT = 2.201;

/** Larger values leave nothing of a window but its difference from the previous one. */
const MOST_AUTOCORRELATION = 0.98;

const ITERATIONS = 8;

type Pair = readonly [base: number, perRequest: number];

/**
 * Least squares of use = base × instances + amount × requests/s, over windows in the order of time. Deviations of neighboring windows
 * are alike (a job, a full cache), so that windows count as less than independent measurements: each window is reduced by the part
 * that the previous one predicts (Prais and Winsten, 1954), and the intervals are from a jackknife of 12 blocks of consecutive windows.
 * Sources: Prais and Winsten, "Trend Estimators and Serial Correlation", Cowles Commission 383 (1954); Künsch, "The jackknife and the
 * bootstrap for general stationary observations", Annals of Statistics 17 (1989).
 */
export function regressed(windows: readonly ObservedWindow[]): Regression {
  let line = solve(sumsOf(windows));
  let autocorrelation = 0;
  for (let round = 0; round < ITERATIONS; round++) {
    autocorrelation = autocorrelationOf(windows, line);
    line = solve(sumsOf(whitened(windows, autocorrelation)));
  }
  const blocks = blocksOf(whitened(windows, autocorrelation)).map(sumsOf);
  const all = blocks.reduce(added);
  const without = blocks.map((block) => solve(subtracted(all, block)));
  const interval = (point: 0 | 1): Interval => {
    const squares = without.reduce((sum, one) => sum + (one[point] - line[point]) ** 2, 0);
    const half = STUDENT * Math.sqrt((squares * (BLOCKS - 1)) / BLOCKS);
    return { low: line[point] - half, mid: line[point], high: line[point] + half };
  };
  return { base: interval(0), perRequest: interval(1), autocorrelation, explained: explainedBy(windows, line) };
}

function deviation({ instances, requestsPerSecond, use }: ObservedWindow, [base, perRequest]: Pair): number {
  return use - base * instances - perRequest * requestsPerSecond;
}

/** Correlation of the deviations of neighboring windows, corrected for the bias of short series (Marriott and Pope, Biometrika 41, 1954). */
function autocorrelationOf(windows: readonly ObservedWindow[], line: Pair): number {
  const deviations = windows.map((window) => deviation(window, line));
  let [squares, products] = [0, 0];
  for (let index = 1; index < deviations.length; index++) {
    const [before, now] = [deviations[index - 1] as number, deviations[index] as number];
    squares += before ** 2;
    products += before * now;
  }
  if (squares === 0) return 0;
  const found = products / squares;
  return Math.min(MOST_AUTOCORRELATION, Math.max(0, found + (1 + 3 * found) / windows.length));
}

/** Each window without the part that the previous one predicts; the first one with the same variance as the others. */
function whitened(windows: readonly ObservedWindow[], autocorrelation: number): ObservedWindow[] {
  const first = Math.sqrt(1 - autocorrelation ** 2);
  return windows.map((now, index) => {
    const before = windows[index - 1];
    const part = (of: (window: ObservedWindow) => number) =>
      before === undefined ? first * of(now) : of(now) - autocorrelation * of(before);
    return {
      instances: part(({ instances }) => instances),
      requestsPerSecond: part((one) => one.requestsPerSecond),
      use: part(({ use }) => use),
    };
  });
}

function blocksOf(windows: readonly ObservedWindow[]): ObservedWindow[][] {
  const at = (block: number) => Math.floor((block * windows.length) / BLOCKS);
  return Array.from({ length: BLOCKS }, (_, block) => windows.slice(at(block), at(block + 1)));
}

/** Sums of products: instances², instances × requests, requests², instances × use, requests × use. */
type Sums = readonly [number, number, number, number, number];

function sumsOf(windows: readonly ObservedWindow[]): Sums {
  return windows.reduce<Sums>(
    (sums, { instances: n, requestsPerSecond: x, use: y }) => added(sums, [n * n, n * x, x * x, n * y, x * y]),
    [0, 0, 0, 0, 0],
  );
}

function added(left: Sums, right: Sums): Sums {
  return left.map((value, index) => value + (right[index] as number)) as unknown as Sums;
}

function subtracted(left: Sums, right: Sums): Sums {
  return left.map((value, index) => value - (right[index] as number)) as unknown as Sums;
}

function solve([nn, nx, xx, ny, xy]: Sums): Pair {
  const determinant = nn * xx - nx * nx;
  return [(ny * xx - nx * xy) / determinant, (nn * xy - nx * ny) / determinant];
}

function explainedBy(windows: readonly ObservedWindow[], line: Pair): number {
  const mean = windows.reduce((sum, { use }) => sum + use, 0) / windows.length;
  const total = windows.reduce((sum, { use }) => sum + (use - mean) ** 2, 0);
  const left = windows.reduce((sum, window) => sum + deviation(window, line) ** 2, 0);
  return total === 0 ? 0 : 1 - left / total;
}
