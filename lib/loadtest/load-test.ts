import type { ConcurrencyKind } from './concurrency-kind';
import type { LoadTestNote } from './note';

/** Measurements of a load test at one level of concurrency. */
export interface LoadTestPoint {
  /** Concurrent users, virtual users or connections, as `concurrencyKind` of the run states. Above 0. */
  readonly concurrency: number;
  /** Completed requests/s, including errors. Above 0. */
  readonly requestsPerSecond: number;
  /** 95th percentile of the latency in milliseconds. Absent where the tool does not report it. */
  readonly p95LatencyMs?: number;
  /** Share of the requests that failed, 0 to 1. Absent where the tool does not report it. */
  readonly errorShare?: number;
}

/** Formats of load-test results that can be read. */
export const LOAD_TEST_FORMATS = [
  'k6-summary',
  'k6-stream',
  'locust-history',
  'jmeter-results',
  'artillery-report',
  'autocannon-result',
  'prometheus-range',
  'csv',
] as const;
/** Format of load-test results. */
export type LoadTestFormat = (typeof LOAD_TEST_FORMATS)[number];

/** The points of one file, with notes on how reliable they are. */
export interface LoadTestRun {
  /** Name of the file. */
  readonly file: string;
  /** Format of the file. */
  readonly format: LoadTestFormat;
  /** Unit of the concurrency. */
  readonly concurrencyKind: ConcurrencyKind;
  /** The measured points. */
  readonly points: readonly LoadTestPoint[];
  /** Data that was left out or replaced, or that limits the points. */
  readonly notes: readonly LoadTestNote[];
}

/** A file that is read in pieces, so that a gigabyte is never in memory as a whole. The caller opens it. */
export interface LoadTestFile {
  /** Name of the file, for messages. */
  readonly name: string;
  /** The content, in pieces. */
  readonly content: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;
}

/** Successful requests/s. */
export function succeededPerSecond({ requestsPerSecond, errorShare = 0 }: LoadTestPoint): number {
  return requestsPerSecond * (1 - errorShare);
}
